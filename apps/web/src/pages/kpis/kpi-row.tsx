import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { KpiMark } from './kpi-mark.tsx';
import styles from './page.module.css';
import { QuarterCell } from './quarter-cell.tsx';
import { kpiTexts } from './texts.ts';
import { grouped, type Kpi, type KpiAnswer, latestOf, targetOf, useKpiNames } from './use-kpis.ts';

interface KpiRowProps {
  readonly kpi: Kpi;
  readonly dueOn: KpiAnswer['dueOn'];
}

/** One KPI: what is promised, what each quarter planned and brought, and how it stands. */
export function KpiRow({ kpi, dueOn }: KpiRowProps): ReactNode {
  const t = useTexts(kpiTexts);
  const { name, unit, lang } = useKpiNames()(kpi);
  const { definition } = kpi;
  const latest = latestOf(kpi);
  return (
    <tr>
      <th scope="row" className={styles['name']}>
        <Link
          to="/fy/$fy/kpi/$kpi"
          params={{ fy: String(definition.fiscalYear), kpi: definition.kpi }}
          lang={lang}
        >
          {definition.kpi} {name}
        </Link>
        {definition.partOf === undefined ? null : (
          <span className={styles['part']}>{t('partOf', { kpi: definition.partOf })}</span>
        )}
      </th>
      <td>{latest === undefined ? null : <KpiMark status={latest.status} />}</td>
      <td className={styles['target']}>
        <span className={kpi.target?.value === undefined ? styles['words'] : styles['figure']}>
          {targetOf(kpi)}
        </span>
        {kpi.target?.value === undefined ? null : <span className={styles['part']}>{unit}</span>}
      </td>
      <td className="number">
        {latest?.cumulative === undefined ? '-' : grouped(latest.cumulative)}
        {latest?.ofTarget === undefined ? null : (
          <span className={styles['part']}>{t('ofTargetIs', { percent: latest.ofTarget })}</span>
        )}
      </td>
      {kpi.quarters.map((quarter) => (
        <td key={quarter.quarter}>
          <QuarterCell quarter={quarter} dueOn={dueOn[quarter.quarter]} />
        </td>
      ))}
    </tr>
  );
}
