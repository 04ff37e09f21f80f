import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import styles from './kpi-mark.module.css';
import { kpiTexts } from './texts.ts';
import type { KpiStatus } from './use-kpis.ts';

const SHAPES: Readonly<Record<KpiStatus, string>> = {
  achieved: '●',
  met: '●',
  on_plan: '◑',
  behind: '▲',
  reported: '◇',
  no_result: '○',
  not_due: '·',
};

/** How a KPI stands, by shape, word and colour. */
export function KpiMark({ status }: { readonly status: KpiStatus }): ReactNode {
  const t = useTexts(kpiTexts);
  return (
    <span className={styles['mark']} data-status={status}>
      <span aria-hidden="true">{SHAPES[status]}</span> {t(status)}
    </span>
  );
}
