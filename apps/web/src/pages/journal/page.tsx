import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Content, Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Chips } from './chips.tsx';
import { useFilterQuery, useJournalView } from './filter.ts';
import { FilterForm } from './filter-form.tsx';
import { Pager } from './pager.tsx';
import { Rows } from './rows.tsx';
import { SummaryLine } from './summary.tsx';
import { journalTexts } from './texts.ts';
import { Toolbar } from './toolbar.tsx';

const ROWS = '25';

/** What was recorded, in the order of the log: found by conditions, counted and added up. */
export default function JournalPage(): ReactNode {
  const t = useTexts(journalTexts);
  const { conditions, place, set } = useJournalView();
  const { row, ...where } = place;
  const filter = useFilterQuery(conditions);
  const journal = useAnswer(
    '/api/v1/journal',
    { params: { query: { ...filter, ...definedOf(where), limit: ROWS } } },
    { keep: true },
  );
  const summary = useAnswer('/api/v1/journal/summary', { params: { query: filter } }, { keep: true });
  const query = new URLSearchParams(
    Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const csv = (
    <Button component="a" variant="default" href={`/api/v1/journal/export?${query.toString()}`} download>
      {t('export')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={csv}>
      <FilterForm key={JSON.stringify(conditions)} conditions={conditions} onApply={set} />
      <Chips conditions={conditions} />
      <Toolbar />
      <Content answers={[journal, summary]}>
        {() => (
          <>
            {summary.data === undefined ? null : (
              <SummaryLine summary={summary.data} conditions={conditions} />
            )}
            {journal.data === undefined || journal.data.rows.length === 0 ? null : (
              <Rows rows={journal.data.rows} opened={row} />
            )}
            {journal.data === undefined ? null : <Pager answer={journal.data} />}
          </>
        )}
      </Content>
    </Page>
  );
}

/** What is said; a member that is not there is not asked with. */
const definedOf = <T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
