import type { ReactNode } from 'react';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { kpiTexts } from './texts.ts';
import { grouped, type KpiQuarter } from './use-kpis.ts';

interface QuarterCellProps {
  readonly quarter: KpiQuarter;
  readonly dueOn: string | undefined;
}

/** Plan and result of a quarter together; what came about outside the plan is named. */
export function QuarterCell({ quarter: { plan, result, status }, dueOn }: QuarterCellProps): ReactNode {
  const t = useTexts(kpiTexts);
  const { date } = useDates();
  const due = dueOn === undefined ? '' : date(dueOn);
  return (
    <dl className={styles['cell']}>
      <dt>{t('plan')}</dt>
      <dd>{plan === undefined ? '-' : <Stated value={plan.value} text={plan.text} />}</dd>
      <dt>{t('result')}</dt>
      <dd>
        {result === undefined ? (
          <span className={styles['dimmed']}>
            {t(status === 'not_due' ? 'notDueYet' : 'noResultDue', { day: due })}
          </span>
        ) : (
          <>
            <Stated value={result.value} text={result.text ?? result.narrative} />
            <Parts
              inPlan={result.inPlan}
              outOfPlan={result.outOfPlan}
              isUnplanned={result.unplanned ?? false}
            />
          </>
        )}
      </dd>
    </dl>
  );
}

/** A figure, or the words where there is none; long words are cut, the page of the KPI has them whole. */
function Stated({
  value,
  text,
}: {
  readonly value: string | undefined;
  readonly text: string | undefined;
}): ReactNode {
  if (value !== undefined) return <span className={styles['figure']}>{grouped(value)}</span>;
  return (
    <span className={styles['words']} lang="th">
      {text ?? '-'}
    </span>
  );
}

interface PartsProps {
  readonly inPlan: string | undefined;
  readonly outOfPlan: string | undefined;
  readonly isUnplanned: boolean;
}

/** How much of a result was planned; a result without a plan is as visible as any other. */
export function Parts({ inPlan, outOfPlan, isUnplanned }: PartsProps): ReactNode {
  const t = useTexts(kpiTexts);
  return (
    <>
      {inPlan === undefined ? null : (
        <span className={styles['part']}>
          {t('inPlan')} {grouped(inPlan)}
        </span>
      )}
      {outOfPlan === undefined ? null : (
        <span className={styles['part']}>
          {t('outOfPlan')} {grouped(outOfPlan)}
        </span>
      )}
      {isUnplanned ? <span className={styles['unplanned']}>✚ {t('unplanned')}</span> : null}
    </>
  );
}
