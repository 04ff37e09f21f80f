import type { ReactNode } from 'react';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { kpiTexts } from '../kpis/texts.ts';
import type { Kpi } from '../kpis/use-kpis.ts';
import styles from './page.module.css';
import { kpiPageTexts } from './texts.ts';

const STEPS = ['basic', 'standard', 'advanced'] as const;

/** What is scored 50, 75 and 100, in the words of the authority. */
export function Steps({ kpi: { definition } }: { readonly kpi: Kpi }): ReactNode {
  const t = useTexts(kpiPageTexts);
  const { tiers } = definition;
  return (
    <section>
      <h2>{t('steps')}</h2>
      {tiers === undefined ? (
        <p>{t('noSteps')}</p>
      ) : (
        <dl className={styles['steps']}>
          {STEPS.map((step) => (
            <div key={step}>
              <dt>{t(step)}</dt>
              <dd lang="th">{tiers[step] ?? '-'}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** What was done, quarter by quarter, as it was reported. */
export function Narratives({ kpi: { quarters } }: { readonly kpi: Kpi }): ReactNode {
  const t = useTexts(kpiPageTexts);
  const k = useTexts(kpiTexts);
  const { date } = useDates();
  const told = quarters.filter(({ result }) => result?.narrative !== undefined);
  return (
    <section>
      <h2>{t('narratives')}</h2>
      {told.length === 0 ? <p>{t('noNarrative')}</p> : null}
      {told.map(({ quarter, result }) => (
        <article key={quarter} className={styles['narrative']}>
          <h3>
            {k('quarter', { quarter: quarter.slice(1) })}
            {result?.dataAsOf === undefined ? null : (
              <span className={styles['dimmed']}> · {t('asOf', { day: date(result.dataAsOf) })}</span>
            )}
          </h3>
          <p lang="th">{result?.narrative}</p>
        </article>
      ))}
    </section>
  );
}
