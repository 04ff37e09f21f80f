import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { failureOf } from '../../api/problem.ts';
import { type AnswerOf, type useAnswer } from '../../api/use-answer.ts';
import { cellOf } from '../../explain/address.ts';
import { AmountCell } from '../../explain/amount-cell.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { documentTexts } from '../document/texts.ts';
import styles from './page.module.css';
import { projectTexts } from './texts.ts';

type Ageing = AnswerOf<'/api/v1/reports/ageing'>;

interface OpenCommitmentsProps {
  readonly fy: string;
  readonly answer: ReturnType<typeof useAnswer<'/api/v1/reports/ageing'>>;
}

/** What is ordered or accepted and not paid, the oldest first, with its age and when it is due. */
export function OpenCommitments({ fy, answer }: OpenCommitmentsProps): ReactNode {
  const t = useTexts(projectTexts);
  const error = failureOf(answer);
  if (error !== null) return <ProblemPanel error={error} />;
  const open = answer.data?.rows.filter(({ level }) => level === 'document') ?? [];
  if (open.length === 0) return <p>{t('openNone')}</p>;
  return (
    <FigureTable caption={t('open')}>
      <thead>
        <tr>
          <th scope="col">{t('document')}</th>
          <th scope="col">{t('stage')}</th>
          <th scope="col" className="number">
            {t('outstanding')}
          </th>
          <th scope="col" className="number">
            {t('age')}
          </th>
          <th scope="col">{t('due')}</th>
          <th scope="col">{t('counterparty')}</th>
          <th scope="col">{t('description')}</th>
        </tr>
      </thead>
      <tbody>
        {open.map((row) => (
          <Row key={`${row.stage} ${row.document ?? ''} ${row.item ?? ''}`} fy={fy} row={row} />
        ))}
      </tbody>
    </FigureTable>
  );
}

function Row({ fy, row }: { readonly fy: string; readonly row: Ageing['rows'][number] }): ReactNode {
  const t = useTexts(projectTexts);
  const stages = useTexts(documentTexts);
  const { date } = useDates();
  const { project_code: project, document = '', stage, item } = row;
  const measure = 'outstanding';
  const of = cellOf({
    ...{ fiscalYear: fy, project, document, stage, measure },
    ...(item === undefined ? {} : { item }),
  });
  return (
    <tr>
      <th scope="row" className={styles['nowrap']}>
        <Link to="/doc/$fy/$project/$document" params={{ fy, project, document }}>
          {item === undefined ? document : `${document} · ${item}`}
        </Link>
      </th>
      <td className={styles['nowrap']}>{stages(stage)}</td>
      <AmountCell baht={row.outstanding} of={of} />
      <td className="number">{row.age_days}</td>
      <td>
        {row.due_on === undefined ? '-' : date(row.due_on)}
        {row.overdue_days === undefined ? null : (
          <span className={styles['overdue']}> ▲ {t('overdue', { days: row.overdue_days })}</span>
        )}
      </td>
      <td>{row.counterparty ?? '-'}</td>
      <td className={styles['words']}>{row.description ?? '-'}</td>
    </tr>
  );
}
