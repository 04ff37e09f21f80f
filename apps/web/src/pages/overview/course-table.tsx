import type { ReactNode } from 'react';
import { cellOf } from '../../explain/address.ts';
import { AmountCell } from '../../explain/amount-cell.tsx';
import { measureTexts } from '../../explain/measures.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { overviewTexts } from './texts.ts';
import type { Course, CourseLevel } from './use-overview.ts';

interface CourseTableProps {
  readonly fy: string;
  readonly course: Course;
  readonly level: CourseLevel;
}

type Row = Course['rows'][number];
const MEASURES = ['plan', 'spent', 'disbursed', 'committed'] as const;
type Measure = (typeof MEASURES)[number];

/** The figures of the chart: of each month or quarter, and from the beginning of the year. */
export function CourseTable({ fy, course, level }: CourseTableProps): ReactNode {
  const t = useTexts(overviewTexts);
  const measures = useTexts(measureTexts);
  const { date } = useDates();
  const shown = MEASURES.filter((measure) => level === 'quarter' || measure !== 'plan');
  const spans = [
    { isSum: false, text: t('inSpan') },
    { isSum: true, text: t('toDate') },
  ];
  return (
    <FigureTable
      caption={t('course')}
      note={t('today', { date: date(course.cut) })}
      footnotes={level === 'quarter' ? [] : course.footnotes}
      legend
    >
      <thead>
        <tr>
          <th scope="col" rowSpan={2} id="course-span">
            {t(level === 'month' ? 'month' : 'step')}
          </th>
          {spans.map(({ isSum, text }) => (
            <th key={text} scope="colgroup" colSpan={shown.length} id={`course-${String(isSum)}`}>
              {text}
            </th>
          ))}
        </tr>
        <tr>
          {spans.flatMap(({ isSum }) =>
            shown.map((measure) => (
              <th key={`${String(isSum)} ${measure}`} scope="col" className="number">
                {measures(measure)}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {course.rows
          .filter((row) => row.level === level)
          .map((row) => (
            <CourseTableRow key={row.month ?? row.quarter} fy={fy} row={row} shown={shown} cut={course.cut} />
          ))}
      </tbody>
    </FigureTable>
  );
}

interface CourseRowProps {
  readonly fy: string;
  readonly row: Row;
  readonly shown: readonly Measure[];
  readonly cut: string;
}

function CourseTableRow({ fy, row, shown, cut }: CourseRowProps): ReactNode {
  const t = useTexts(overviewTexts);
  const { month: monthOf } = useDates();
  const { month, quarter, baht } = row;
  const span = month === undefined ? { quarter } : { month };
  const unknown = month !== undefined && month > cut.slice(0, 7);
  return (
    <tr>
      <th scope="row">
        {month === undefined ? t('quarter', { quarter: quarter.slice(1) }) : monthOf(month)}
      </th>
      {shown.map((measure) => (
        <AmountCell
          key={measure}
          baht={baht[measure]}
          of={cellOf({ fiscalYear: fy, ...span, measure })}
          unknown={unknown}
        />
      ))}
      {shown.map((measure) => (
        <AmountCell
          key={`${measure} to date`}
          baht={baht[`${measure}_to_date`]}
          of={cellOf({ fiscalYear: fy, ...span, cumulative: true, measure })}
          unknown={unknown}
        />
      ))}
    </tr>
  );
}
