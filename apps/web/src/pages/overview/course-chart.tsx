import { type ReactNode, useId } from 'react';
import { formatMillionBaht, parseBaht, satang } from '#kernel';
import { grouped } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './chart.module.css';
import { BASE, chartOf, type Column, HEIGHT, LEFT, WIDTH } from './course-shape.ts';
import { overviewTexts } from './texts.ts';
import type { Course, CourseLevel } from './use-overview.ts';

interface CourseChartProps {
  readonly course: Course;
  readonly level: CourseLevel;
  /** What the chart says, for those who do not see it. */
  readonly label: string;
}

/**
 * Columns from the left to the right: disbursed solid, committed hatched on top, the plan as an outline around the
 * columns of its quarter. Nothing in it depends on colour, or on hovering.
 */
export function CourseChart({ course, level, label }: CourseChartProps): ReactNode {
  const t = useTexts(overviewTexts);
  const hatch = useId();
  const chart = chartOf(course, level);
  return (
    <figure className={styles['figure']}>
      <div className={styles['scroll']} role="region" tabIndex={0} aria-label={t('asChart')}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles['chart']} role="img" aria-label={label}>
          <defs>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" className={styles['ground']} />
              <rect width="2.5" height="6" className={styles['solid']} />
            </pattern>
          </defs>
          <Scale marks={chart.marks} />
          {chart.columns.map((column) => (
            <Drawn key={column.name} column={column} hatch={hatch} level={level} />
          ))}
          {chart.plan.map(({ x, y, width, height }) => (
            <rect key={x} {...{ x, y, width, height }} className={styles['plan']} />
          ))}
          <line x1={LEFT} x2={WIDTH} y1={BASE} y2={BASE} className={styles['axis']} />
          <Today x={chart.today} cut={course.cut} />
        </svg>
      </div>
      <figcaption className={styles['legend']}>
        <Key
          shape={<rect x="1" y="1" width="18" height="12" className={styles['plan']} />}
          text={t('legendPlan')}
        />
        <Key
          shape={<rect width="20" height="14" className={styles['solid']} />}
          text={t('legendDisbursed')}
        />
        <Key
          shape={<rect width="20" height="14" fill={`url(#${hatch})`} className={styles['edge']} />}
          text={t('legendCommitted')}
        />
      </figcaption>
    </figure>
  );
}

function Drawn({
  column,
  hatch,
  level,
}: {
  readonly column: Column;
  readonly hatch: string;
  readonly level: CourseLevel;
}): ReactNode {
  const t = useTexts(overviewTexts);
  const { month } = useDates();
  const { x, width, disbursed, committed, name } = column;
  return (
    <>
      {disbursed === undefined ? null : (
        <rect x={x} width={width} {...disbursed} className={styles['solid']} />
      )}
      {committed === undefined ? null : (
        <rect x={x} width={width} {...committed} fill={`url(#${hatch})`} className={styles['edge']} />
      )}
      <text x={x + width / 2} y={BASE + 18} className={styles['tick']} textAnchor="middle">
        {level === 'month' ? month(name).split(' ')[0] : t('quarter', { quarter: name.slice(1) })}
      </text>
    </>
  );
}

function Scale({
  marks,
}: {
  readonly marks: readonly { readonly y: number; readonly baht: string }[];
}): ReactNode {
  return marks.map(({ y, baht }) => (
    <g key={baht}>
      <line x1={LEFT} x2={WIDTH} y1={y} y2={y} className={styles['grid']} />
      <text x={LEFT - 8} y={y + 4} className={styles['tick']} textAnchor="end">
        {grouped(formatMillionBaht(satang(parseBaht(baht)), 0)).replace('-', '−')}
      </text>
    </g>
  ));
}

function Today({ x, cut }: { readonly x: number | undefined; readonly cut: string }): ReactNode {
  const t = useTexts(overviewTexts);
  const { date } = useDates();
  if (x === undefined) return null;
  return (
    <>
      <line x1={x} x2={x} y1={14} y2={BASE} className={styles['today']} />
      <text x={x} y={10} className={styles['tick']} textAnchor={x > WIDTH / 2 ? 'end' : 'start'}>
        {t('today', { date: date(cut) })}
      </text>
    </>
  );
}

function Key({ shape, text }: { readonly shape: ReactNode; readonly text: string }): ReactNode {
  return (
    <span className={styles['key']}>
      <svg width="20" height="14" aria-hidden="true">
        {shape}
      </svg>
      {text}
    </span>
  );
}
