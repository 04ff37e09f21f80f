import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useFiscalYear } from '../../app/fiscal-year.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { AdminPage } from '../admin-parts/admin-page.tsx';
import { Of } from '../admin-parts/of.tsx';
import { useMayRecord } from '../admin-parts/may-record.ts';
import { accountsTexts } from './texts.ts';

type Account = AnswerOf<'/api/v1/budget-accounts'>['rows'][number];

/** The budget accounts of a fiscal year; they are opened and closed by postings like any other. */
export default function AccountsPage(): ReactNode {
  const t = useTexts(accountsTexts);
  const year = useFiscalYear();
  const { query, isPast } = useClocks();
  const mayOpen = useMayRecord('budgetaccount/open-account') && !isPast;
  const params = { query: { fiscalYear: Number.parseInt(year, 10), ...query } };
  const accounts = useAnswer('/api/v1/budget-accounts', { params }, { enabled: year !== '' });
  const rows = accounts.data?.rows ?? [];
  return (
    <AdminPage
      page="accounts"
      answers={[accounts]}
      actions={
        mayOpen ? (
          <Link to="/post/$kind" params={{ kind: 'accountOpen' }}>
            {t('open')}
          </Link>
        ) : null
      }
    >
      {() => (rows.length === 0 ? <p>{t('none', { year })}</p> : <AccountTable year={year} rows={rows} />)}
    </AdminPage>
  );
}

function AccountTable({
  year,
  rows,
}: {
  readonly year: string;
  readonly rows: readonly Account[];
}): ReactNode {
  const t = useTexts(accountsTexts);
  const { isPast } = useClocks();
  const mayClose = useMayRecord('budgetaccount/close-year') && !isPast;
  return (
    <FigureTable caption={t('caption', { year, count: rows.length })} amounts={false}>
      <thead>
        <tr>
          {(['project', 'name', 'nameEn', 'change'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ project_code: project, name, name_en: nameEn }) => (
          <tr key={project}>
            <th scope="row">
              <Link to="/fy/$fy/p/$project" params={{ fy: year, project }}>
                {project}
              </Link>
            </th>
            <td>{name}</td>
            <td lang="en">{nameEn ?? '-'}</td>
            <td>
              {mayClose ? (
                <Link
                  to="/post/$kind"
                  params={{ kind: 'yearEndClose' }}
                  search={(before: object) => ({ ...before, fiscalYear: year, project })}
                >
                  {t('close')}
                  <Of what={project} />
                </Link>
              ) : (
                '-'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
