import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { QUARTERS } from '#kernel';
import { failureOf } from '../../api/problem.ts';
import { type AnswerOf, type useAnswer } from '../../api/use-answer.ts';
import { cellOf } from '../../explain/address.ts';
import { AmountCell } from '../../explain/amount-cell.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useTexts } from '../../texts/texts.ts';
import { grouped } from '../kpis/use-kpis.ts';
import styles from './page.module.css';
import type { QuarterRow } from './quarters.tsx';
import { projectTexts } from './texts.ts';

interface KpiBlockProps {
  readonly fy: string;
  readonly project: string;
  readonly answer: ReturnType<typeof useAnswer<'/api/v1/states/kpis'>>;
  readonly rows: readonly QuarterRow[];
}

type Kpi = AnswerOf<'/api/v1/states/kpis'>['kpis'][number];

/** What the project promised and achieved per quarter, above what it spent in it. */
export function KpiBlock({ fy, project, answer, rows }: KpiBlockProps): ReactNode {
  const t = useTexts(projectTexts);
  const error = failureOf(answer);
  if (error !== null) return <ProblemPanel error={error} />;
  const kpis = answer.data?.kpis ?? [];
  if (kpis.length === 0) return <p>{t('kpisNone')}</p>;
  return (
    <FigureTable caption={t('kpis')} note={t('planAndResult')}>
      <thead>
        <tr>
          <th scope="col">{t('kpi')}</th>
          <th scope="col">{t('target')}</th>
          {QUARTERS.map((quarter) => (
            <th key={quarter} scope="col">
              {t('quarterName', { quarter: quarter.slice(1) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kpis.map((kpi) => (
          <Row key={kpi.definition.kpi} fy={fy} kpi={kpi} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('moneySpent')}</th>
          <td />
          {QUARTERS.map((quarter) => (
            <AmountCell
              key={quarter}
              baht={rows.find((row) => row.quarter === quarter)?.baht.spent}
              of={cellOf({ fiscalYear: fy, project, quarter, measure: 'spent' })}
            />
          ))}
        </tr>
      </tfoot>
    </FigureTable>
  );
}

/** A figure with its digits grouped, or the words that stand for it. */
const figureOf = (
  stated: { readonly value?: string | undefined; readonly text?: string | undefined } | undefined,
): string | undefined => (stated?.value === undefined ? stated?.text : grouped(stated.value));

function Row({
  fy,
  kpi: { definition, target, quarters },
}: {
  readonly fy: string;
  readonly kpi: Kpi;
}): ReactNode {
  const t = useTexts(projectTexts);
  return (
    <tr>
      <th scope="row" className={styles['kpi']}>
        <Link to="/fy/$fy/kpi/$kpi" params={{ fy, kpi: definition.kpi }}>
          {definition.kpi}
        </Link>{' '}
        {definition.name}
      </th>
      <td className={styles['target']}>{target?.text ?? '-'}</td>
      {QUARTERS.map((name) => {
        const quarter = quarters.find((each) => each.quarter === name);
        const plan = figureOf(quarter?.plan) ?? '-';
        const isOpen = quarter?.status === 'no_result';
        const result = figureOf(quarter?.result) ?? (isOpen ? t('notReported') : '-');
        return (
          <td key={name} className={styles['quarter']}>
            <span className={styles['planned']}>{plan} / </span>
            {result}
          </td>
        );
      })}
    </tr>
  );
}
