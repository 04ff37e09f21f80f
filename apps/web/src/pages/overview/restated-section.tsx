import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { cellOf } from '../../explain/address.ts';
import { measureName, measureTexts } from '../../explain/measures.ts';
import type { RestatedCell } from '../../explain/use-restated.ts';
import { AmountCell } from '../../explain/amount-cell.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { overviewTexts } from './texts.ts';

interface RestatedSectionProps {
  readonly fy: string;
  readonly rows: readonly RestatedCell[];
}

/** The address of a restated figure, as known now. */
const cellIn = (fiscalYear: string, { project_code, quarter, measure }: RestatedCell) => ({
  fiscalYear,
  ...(project_code === 'TOTAL' ? {} : { project: project_code }),
  ...(quarter === undefined ? {} : { quarter }),
  measure,
});

/** The figures that a published report showed otherwise, with what it showed and what changed them. */
export function RestatedSection({ fy, rows }: RestatedSectionProps): ReactNode {
  const t = useTexts(overviewTexts);
  const measures = useTexts(measureTexts);
  const { date, time } = useDates();
  if (rows.length === 0) return <p>{t('restatedNone')}</p>;
  return (
    <FigureTable caption={t('restated')}>
      <thead>
        <tr>
          <th scope="col">{t('project')}</th>
          <th scope="col">{t('step')}</th>
          <th scope="col">{t('measure')}</th>
          <th scope="col" className="number">
            {t('earlier')}
          </th>
          <th scope="col" className="number">
            {t('now')}
          </th>
          <th scope="col">{t('saidBy')}</th>
          <th scope="col">{t('since')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.project_code} ${row.quarter ?? ''} ${row.measure}`}>
            <th scope="row">{row.project_code === 'TOTAL' ? t('total') : row.project_code}</th>
            <td className={styles['nowrap']}>{t('quarter', { quarter: (row.quarter ?? '').slice(1) })}</td>
            <td className={styles['nowrap']}>{measures(measureName(row.measure))}</td>
            <AmountCell
              baht={row.from ?? undefined}
              of={cellOf({ ...cellIn(fy, row), knownAt: row.report })}
            />
            <AmountCell baht={row.to ?? undefined} of={cellOf(cellIn(fy, row))} />
            <td className={styles['nowrap']}>
              {row.report} ({date(row.as_of)}){row.since_last_report ? ` · ${t('sinceLast')}` : ''}
            </td>
            <td className={styles['nowrap']}>
              {row.changed_by === null ? null : (
                <Link to="/e/$position" params={{ position: row.changed_by.position }}>
                  {time(row.changed_by.booked_at)}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
