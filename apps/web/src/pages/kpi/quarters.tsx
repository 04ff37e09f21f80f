import type { ReactNode } from 'react';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { KpiMark } from '../kpis/kpi-mark.tsx';
import { Parts } from '../kpis/quarter-cell.tsx';
import { kpiTexts } from '../kpis/texts.ts';
import { grouped, type Kpi, type KpiAnswer, type KpiQuarter } from '../kpis/use-kpis.ts';
import styles from './page.module.css';
import { kpiPageTexts } from './texts.ts';

interface QuartersProps {
  readonly kpi: Kpi;
  readonly dueOn: KpiAnswer['dueOn'];
}

/** Plan and result of each quarter side by side, with what they come to. */
export function Quarters({ kpi, dueOn }: QuartersProps): ReactNode {
  const p = useTexts(kpiPageTexts);
  const t = useTexts(kpiTexts);
  const heads = ['toDate', 'ofPlan', 'ofPlanToDate', 'ofTarget'] as const;
  const notes = kpi.quarters.flatMap(({ difference }) =>
    difference === undefined ? [] : [p('difference', { difference: grouped(difference) })],
  );
  return (
    <FigureTable caption={p('quarters')} amounts={false} footnotes={notes}>
      <thead>
        <tr>
          <th scope="col">{p('quarter')}</th>
          <th scope="col">{t('status')}</th>
          <th scope="col">{t('plan')}</th>
          <th scope="col">{t('result')}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className={`number ${styles['head'] ?? ''}`}>
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kpi.quarters.map((quarter) => (
          <QuarterRow key={quarter.quarter} quarter={quarter} dueOn={dueOn[quarter.quarter]} />
        ))}
      </tbody>
    </FigureTable>
  );
}

function QuarterRow({
  quarter: own,
  dueOn,
}: {
  readonly quarter: KpiQuarter;
  readonly dueOn: string | undefined;
}): ReactNode {
  const t = useTexts(kpiTexts);
  const { date } = useDates();
  const { quarter, plan, result, cumulative, ofPlan, ofPlanToDate, ofTarget, status } = own;
  return (
    <tr>
      <th scope="row" className={styles['quarter']}>
        {t('quarter', { quarter: quarter.slice(1) })}
      </th>
      <td>
        <KpiMark status={status} />
        {(status === 'no_result' || status === 'not_due') && dueOn !== undefined ? (
          <span className={styles['dimmed']}> {t('due', { day: date(dueOn) })}</span>
        ) : null}
      </td>
      <td className={styles['stated']}>
        <Stated value={plan?.value} text={plan?.text} />
      </td>
      <td className={styles['stated']}>
        {result === undefined ? null : (
          <>
            <Stated value={result.value} text={result.text} />
            <Parts
              inPlan={result.inPlan}
              outOfPlan={result.outOfPlan}
              isUnplanned={result.unplanned ?? false}
            />
          </>
        )}
      </td>
      {[cumulative === undefined ? undefined : grouped(cumulative), ofPlan, ofPlanToDate, ofTarget].map(
        (figure, index) => (
          <td key={index} className="number">
            {figure ?? '-'}
          </td>
        ),
      )}
    </tr>
  );
}

/** A figure and the words that go with it. */
function Stated({
  value,
  text,
}: {
  readonly value: string | undefined;
  readonly text: string | undefined;
}): ReactNode {
  if (value === undefined && text === undefined) return <>-</>;
  return (
    <>
      {value === undefined ? null : <strong>{grouped(value)}</strong>}{' '}
      {text === undefined || isFigureAlone(text, value) ? null : <span lang="th">{text}</span>}
    </>
  );
}

/** Reports often print the figure as its words, too. */
const isFigureAlone = (text: string, value: string | undefined): boolean =>
  value !== undefined && (text === value || text === grouped(value));
