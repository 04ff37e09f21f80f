import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Page } from '../../parts/page.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { ChangedLink } from './changed-link.tsx';
import { Drafts } from './drafts.tsx';
import { EnteredReports } from './entered-reports.tsx';
import { reportsTexts } from './texts.ts';

type Row = AnswerOf<'/api/v1/publications'>['rows'][number];

/** What was published, and whether it still holds. */
export default function ReportsPage(): ReactNode {
  const t = useTexts(reportsTexts);
  const { isPast, query } = useClocks();
  const known = query.knownAt === undefined ? {} : { knownAt: query.knownAt };
  const answer = useAnswer('/api/v1/publications', { params: { query: known } });
  const begin = isPast ? (
    <Button disabled title={t('noPosting')}>
      {t('newReport')}
    </Button>
  ) : (
    <Button component={Link} to="/reports/new">
      {t('newReport')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={begin} answers={[answer]}>
      {() => (
        <>
          {isPast ? <p>{t('noPosting')}</p> : null}
          <Published rows={answer.data?.rows ?? []} />
          <EnteredReports />
          {isPast ? null : <Drafts />}
        </>
      )}
    </Page>
  );
}

function Published({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const t = useTexts(reportsTexts);
  if (rows.length === 0) return <p>{t('none')}</p>;
  return (
    <FigureTable caption={t('published')} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('reportTitle')}</th>
          <th scope="col">{t('asOf')}</th>
          <th scope="col" className="number">
            {t('knownAt')}
          </th>
          <th scope="col">{t('publishedAt')}</th>
          <th scope="col">{t('publishedBy')}</th>
          <th scope="col">{t('changed')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PublishedRow key={row.position} row={row} />
        ))}
      </tbody>
    </FigureTable>
  );
}

function PublishedRow({ row }: { readonly row: Row }): ReactNode {
  const { date, time } = useDates();
  const { number, title, asOf, knownAt, publishedAt, publishedBy, language } = row;
  // The page stands at this moment from the start, so that it need not move when it has found out.
  const search = (before: Record<string, unknown>) => ({ ...before, known: knownAt });
  return (
    <tr>
      <th scope="row" className="moment">
        <Link to="/reports/$number" params={{ number }} search={search}>
          {number}
        </Link>
      </th>
      <td lang={language}>{title}</td>
      <td className="moment">{asOf === null ? '' : date(asOf)}</td>
      <td className="number">{knownAt}</td>
      <td className="moment">{time(publishedAt)}</td>
      <td>{publishedBy}</td>
      <td>
        <ChangedLink row={row} />
      </td>
    </tr>
  );
}
