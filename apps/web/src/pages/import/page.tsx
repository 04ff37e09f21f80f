import { Alert } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Evidence } from '#kernel';
import { type Grid, MOST_ROWS, type SheetKind } from '#sheets';
import { useSession } from '../../api/session.ts';
import { useMarkedTitle, useOrganisationCode } from '../../app/use-organisation.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { keepSheet } from '../../sheets/drafts.ts';
import { sheetOf } from '../../sheets/sheet.ts';
import { useTexts } from '../../texts/texts.ts';
import { LastSheets } from './last-sheets.tsx';
import { newKey } from '../../api/idempotency-key.ts';
import { TakeFile } from './take-file.tsx';
import { Templates } from './templates.tsx';
import { importTexts } from './texts.ts';
import { useSheetTitle } from './use-sheet-title.ts';

/** Where an import begins: with a file, with what was pasted, or with a template. */
export default function ImportPage() {
  const t = useTexts(importTexts);
  const { isPast } = useClocks();
  const session = useSession();
  const navigate = useNavigate();
  const titleOf = useSheetTitle();
  const organisation = useOrganisationCode();
  const marked = useMarkedTitle();
  const [problem, setProblem] = useState<Error>();
  const [tooMany, setTooMany] = useState<number>();

  const begin = async (grid: Grid, kind: SheetKind | undefined, file: Evidence | null): Promise<void> => {
    const sheet = sheetOf(grid, kind, file, newKey(), organisation ?? null);
    setTooMany(sheet.rows.length > MOST_ROWS ? sheet.rows.length : undefined);
    if (sheet.rows.length > MOST_ROWS) return;
    const id = newKey();
    try {
      await keepSheet(id, marked(titleOf(sheet)), sheet, 0);
      await navigate({ to: '/import/$id', params: { id } });
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const commands: readonly string[] = session?.commands ?? [];
  const may = commands.some((command) => command.startsWith('budgetaccount/'));
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      {isPast ? <Alert color="yellow">{t('pastReason')}</Alert> : null}
      {!isPast && session && !may ? <Alert color="yellow">{t('mayNot')}</Alert> : null}
      {!isPast && may ? <TakeFile begin={begin} /> : null}
      {tooMany === undefined ? null : (
        <Alert color="red" role="alert">
          {t('tooManyRows', { rows: tooMany, most: MOST_ROWS })}
        </Alert>
      )}
      {problem === undefined ? null : <ProblemPanel error={problem} />}
      <LastSheets />
      <Templates />
    </Page>
  );
}
