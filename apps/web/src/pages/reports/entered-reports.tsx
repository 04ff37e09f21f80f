import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFiscalYear } from '../../app/fiscal-year.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { reportsTexts } from './texts.ts';
import { useEntered } from './use-entered.ts';

/** The quarterly reports of the year, each ready to be laid out. */
export function EnteredReports(): ReactNode {
  const t = useTexts(reportsTexts);
  const { date } = useDates();
  const { isPast } = useClocks();
  const fiscalYear = useFiscalYear();
  const entered = useEntered(fiscalYear);
  if (entered === undefined) return null;
  if (entered.length === 0) {
    return (
      <p>
        {t('nothingEntered')} <Link to="/post">{t('enter')}</Link>
      </p>
    );
  }
  return (
    <FigureTable caption={t('entered')} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('report')}</th>
          <th scope="col">{t('quarter')}</th>
          <th scope="col">{t('reportTitle')}</th>
          <th scope="col">{t('asOf')}</th>
          <th scope="col">{t('publishThis')}</th>
        </tr>
      </thead>
      <tbody>
        {entered.map(({ code, quarter, title, day }) => (
          <tr key={code}>
            <th scope="row">{code}</th>
            <td>{quarter?.slice(1)}</td>
            <td lang="th">{title}</td>
            <td className="moment">{date(day)}</td>
            <td>
              {isPast ? (
                t('noPosting')
              ) : (
                <Link
                  to="/reports/new"
                  search={(before: Record<string, unknown>) => ({ ...before, fy: fiscalYear, report: code })}
                  aria-label={`${t('publishThis')} ${code}`}
                >
                  {t('publishThis')}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
