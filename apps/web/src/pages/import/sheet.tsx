import { Alert, Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLedTo, useMarkedTitle } from '../../app/use-organisation.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Page } from '../../parts/page.tsx';
import { readDraft } from '../../sheets/drafts.ts';
import { RowReader } from '../../sheets/faults.ts';
import { sentBefore } from '../../sheets/sent-sheet.ts';
import { filledRows, type Sheet } from '../../sheets/sheet.ts';
import { useHistory } from '../../sheets/use-history.ts';
import { type Keeping, useKeptSheet } from '../../sheets/use-kept-sheet.ts';
import { usePostingSheet } from '../../sheets/use-posting-sheet.ts';
import { triedRows, useTrial } from '../../sheets/use-trial.ts';
import { useTexts } from '../../texts/texts.ts';
import { ColumnsPanel } from './columns-panel.tsx';
import { GridSection } from './grid-section.tsx';
import { Posted } from './posted.tsx';
import { Review } from './review.tsx';
import { importTexts, reviewTexts, sheetTexts } from './texts.ts';
import { useSheetTitle } from './use-sheet-title.ts';

/** One sheet: what its columns are, its rows with what is wrong in them, and posting it as one. */
export default function SheetPage() {
  const t = useTexts(importTexts);
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const draft = useAnswer('/api/v1/desk/drafts/{draft}', { params: { path: { draft: id } } });
  // What is typed here counts, not what was kept of it meanwhile.
  const [opened, setOpened] = useState<{ id: string; revision: number; sheet: Sheet | undefined }>();
  if (draft.data && opened?.id !== id) {
    setOpened({ id, revision: draft.data.revision, sheet: readDraft(draft.data.content) });
  }
  const isThere = useLedTo(opened?.sheet?.organisation ?? undefined);
  if (opened?.sheet && opened.id === id && isThere) {
    return <SheetAtWork key={id} id={id} sheet={opened.sheet} revision={opened.revision} />;
  }
  return (
    <Page title={t('title')} answers={[draft]}>
      {() => (isThere ? <Alert color="red">{t('formUnknown')}</Alert> : null)}
    </Page>
  );
}

interface SheetAtWorkProps {
  readonly id: string;
  readonly sheet: Sheet;
  readonly revision: number;
}

function SheetAtWork({ id, sheet: first, revision }: SheetAtWorkProps): ReactNode {
  const i = useTexts(importTexts);
  const r = useTexts(reviewTexts);
  const { isPast } = useClocks();
  const [before] = useState(() => sentBefore(first));
  const history = useHistory<Sheet>({ ...(before?.sheet ?? first), sent: undefined });
  const { now: sheet, change } = history;
  const titleOf = useSheetTitle();
  const title = titleOf(sheet);
  const marked = useMarkedTitle();
  const { state, sent, post } = usePostingSheet();
  const kept = useMemo(() => (sent === undefined ? sheet : { ...sheet, sent }), [sheet, sent]);
  const keeping = useKeptSheet(id, marked(title), kept, revision);
  const isSending = state.kind !== 'idle' && state.kind !== 'refused';
  const isOpen = sheet.posted === null && !isPast && !isSending;
  const trial = useTrial(sheet, isOpen);
  const [reader] = useState(() => new RowReader());
  const states = useMemo(() => reader.states(sheet, trial.tried), [reader, sheet, trial.tried]);

  const send = async (waiting: string | null, wasUnknown = false): Promise<void> => {
    try {
      const outcome = await post(sheet, waiting, wasUnknown);
      change((before) => ({ ...before, posted: { ...outcome, rows: filledRows(before).length } }));
    } catch (error) {
      const rows = error instanceof ApiProblem ? error.body['rows'] : undefined;
      if (Array.isArray(rows)) trial.take(triedRows(sheet, withLines(rows)));
    }
  };
  // Sent before a reload, or before the tab was closed: the same question again gives its receipt, and records it where it
  // did not arrive.
  const isAsked = useRef(false);
  const askAgain = useEffectEvent(() => {
    if (before === undefined || isPast || isAsked.current) return;
    isAsked.current = true;
    void send(before.waiting, true);
  });
  useEffect(() => {
    askAgain();
  }, [isPast]);
  return (
    <Page title={title} titlePrefix={state.kind === 'refused' ? r('errorPrefix') : ''}>
      {isPast ? <Alert color="yellow">{i('pastReason')}</Alert> : null}
      {sheet.posted === null ? (
        <>
          <Kept keeping={keeping} />
          <ColumnsPanel sheet={sheet} change={change} />
        </>
      ) : (
        <Posted posted={sheet.posted} />
      )}
      <GridSection
        history={history}
        states={states}
        reader={reader}
        isChecking={trial.isRunning}
        isLocked={!isOpen}
      />
      {sheet.posted === null && !isPast ? (
        <Review
          {...{ sheet, change, states, reader, state }}
          isChecking={trial.isRunning}
          isLocked={!isOpen}
          askAgain={() => void send(sent?.waiting ?? null, true)}
          post={() => void send(null)}
          handIn={() => void send(`S-${sheet.idempotencyKey.slice(0, 12)}`)}
        />
      ) : null}
    </Page>
  );
}

type Refused = Parameters<typeof triedRows>[1];

/** Rows of a refusal say what is wrong alone. */
const withLines = (rows: readonly unknown[]): Refused =>
  rows.map((each) => ({ available: [], ...(each as Omit<Refused[number], 'available'>) }));

const SAID = { kept: 'kept', waiting: 'keeping', failed: 'keepFailed', elsewhere: 'keptElsewhere' } as const;

function Kept({ keeping }: { readonly keeping: Keeping }): ReactNode {
  const t = useTexts(sheetTexts);
  if (keeping !== 'elsewhere') return <p role="status">{t(SAID[keeping])}</p>;
  return (
    <Alert color="yellow" role="alert">
      <p>{t('keptElsewhere')}</p>
      <Button
        variant="default"
        onClick={() => {
          location.reload();
        }}
      >
        {t('reload')}
      </Button>
    </Alert>
  );
}
