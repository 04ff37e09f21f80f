import type { ReactNode } from 'react';
import { formatBaht, parseBaht, percentOf, type Quarter, subtract } from '#kernel';
import { cellOf } from '../../explain/address.ts';
import { type MeasureName, measureTexts } from '../../explain/measures.ts';
import type { useRestated } from '../../explain/use-restated.ts';
import { Figure } from '../../parts/figure.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { overviewTexts } from './texts.ts';
import type { ReportRow } from './use-overview.ts';

interface TotalsProps {
  readonly fy: string;
  readonly quarter: Quarter;
  readonly total: ReportRow;
  readonly restated: ReturnType<typeof useRestated>;
}

/** The five totals of all projects, each with its explanation; what was used also as a difference to the plan. */
export function Totals({ fy, quarter, total, restated }: TotalsProps): ReactNode {
  const t = useTexts(overviewTexts);
  const measures = useTexts(measureTexts);
  const { baht } = total;
  const of = (measure: MeasureName) => cellOf({ fiscalYear: fy, quarter, cumulative: true, measure });
  const q = quarter.slice(1);
  const share = (part: string | undefined, whole: string | undefined) => percent(part, whole) ?? '-';
  const tiles = [
    { measure: 'budget', label: measures('budget'), value: baht.budget },
    { measure: 'plan', label: t('planToDate', { quarter: q }), value: baht.plan },
    {
      ...{ measure: 'disbursed', label: measures('disbursed'), value: baht.disbursed },
      note: t('ofPlan', { percent: share(baht.disbursed, baht.plan), quarter: q }),
      variance: less(baht.disbursed, baht.plan),
    },
    {
      ...{ measure: 'committed', label: measures('committed'), value: baht.committed },
      spent: baht.spent,
      variance: less(baht.spent, baht.plan),
    },
    {
      ...{ measure: 'available', label: measures('available'), value: baht.available },
      note: t('ofBudget', { percent: share(baht.available, baht.budget) }),
    },
  ] as const satisfies readonly Tile[];
  return (
    <section aria-labelledby="totals">
      <h2 id="totals" className="visually-hidden">
        {t('totals')}
      </h2>
      <dl className={styles['totals']}>
        {tiles.map((tile: Tile) => (
          <div key={tile.measure} className={styles['tile']}>
            <dt>{tile.label}</dt>
            <dd className={styles['value']}>
              <Amount
                baht={tile.value}
                of={of(tile.measure)}
                earlier={restated.earlier('TOTAL', tile.measure)}
              />
            </dd>
            {tile.note === undefined ? null : <dd className={styles['note']}>{tile.note}</dd>}
            {tile.spent === undefined ? null : (
              <dd className={styles['note']}>
                {t('spent')} <Figure baht={tile.spent} of={of('spent')} />
              </dd>
            )}
            {tile.variance === undefined ? null : (
              <dd className={styles['note']}>
                {t(tile.spent === undefined ? 'variance' : 'varianceSpent')}{' '}
                <Figure
                  baht={tile.variance}
                  of={of(tile.spent === undefined ? 'disbursed-variance' : 'spent-variance')}
                />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

interface Tile {
  readonly measure: MeasureName;
  readonly label: string;
  readonly value: string | undefined;
  readonly note?: string;
  readonly spent?: string | undefined;
  readonly variance?: string | undefined;
}

function Amount({
  baht,
  of,
  earlier,
}: {
  readonly baht: string | undefined;
  readonly of: ReturnType<typeof cellOf>;
  readonly earlier: string | undefined;
}): ReactNode {
  return baht === undefined ? '-' : <Figure baht={baht} of={of} earlier={earlier} />;
}

/** Actual less plan, exact; nothing where one of the two is not there. */
export const less = (actual: string | undefined, plan: string | undefined): string | undefined =>
  actual === undefined || plan === undefined
    ? undefined
    : formatBaht(subtract(parseBaht(actual), parseBaht(plan)));

/** A share with two decimals, of which the base is named beside it. */
export const percent = (part: string | undefined, whole: string | undefined): string | undefined =>
  part === undefined || whole === undefined ? undefined : percentOf(parseBaht(part), parseBaht(whole));
