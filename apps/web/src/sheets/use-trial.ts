import { useCallback, useEffect, useState } from 'react';
import type { Evidence } from '#kernel';
import { send, type SendInit, type SentAnswer } from '../api/use-send.ts';
import type { TriedRows } from './faults.ts';
import { contentOf, filledRows, type Sheet } from './sheet.ts';

/** Between the last change and the next look of the ledger. */
const PAUSE_MS = 700;

type SheetPath = '/api/v1/sheets';

/** The sheet as it is sent, on trial or in earnest. */
export function bodyOf(sheet: Sheet): SendInit<SheetPath>['body'] {
  const { kind, style, fiscalYear, reason, file } = sheet;
  return {
    kind,
    content: contentOf(sheet),
    unit: style.unit,
    dates: style.dates,
    ...(/^\d{4}$/.test(fiscalYear) ? { fiscalYear: Number(fiscalYear) } : {}),
    ...(file === null ? {} : { name: file.name, evidence: [sent(file)] }),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  };
}

const sent = ({ reference, ...file }: Evidence) => ({
  ...file,
  ...(reference === undefined ? {} : { reference }),
});

type Rows = SentAnswer<SheetPath>['rows'];

/** What was said of rows in the order of those that hold something. */
export function triedRows(
  sheet: Sheet,
  rows: readonly Pick<Rows[number], 'row' | 'faults' | 'available'>[],
): TriedRows {
  const places = filledRows(sheet);
  return {
    sheet,
    byRow: new Map(
      rows.flatMap((each) => {
        const at = places[each.row - 1];
        return at === undefined ? [] : [[at, each] as const];
      }),
    ),
  };
}

export interface Trial {
  readonly tried: TriedRows | undefined;
  /** The ledger is looking at what was changed last. */
  readonly isRunning: boolean;
  /** Why it could not look. */
  readonly error: Error | undefined;
  /** Takes over what the ledger said when it refused the sheet. */
  readonly take: (tried: TriedRows) => void;
}

/** Lets the ledger decide the sheet on trial, soon after each change. */
export function useTrial(sheet: Sheet, enabled: boolean): Trial {
  const [tried, setTried] = useState<TriedRows>();
  const [looked, setLooked] = useState<Sheet>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    if (!enabled || filledRows(sheet).length === 0) return undefined;
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const init = { params: { query: { dryRun: true } }, body: bodyOf(sheet), signal: leaving.signal };
        const { rows } = await send('/api/v1/sheets', init);
        if (leaving.signal.aborted) return;
        setTried(triedRows(sheet, rows));
        setError(undefined);
      } catch (problem) {
        if (leaving.signal.aborted) return;
        setError(problem instanceof Error ? problem : new Error(String(problem)));
      }
      setLooked(sheet);
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [sheet, enabled]);
  return {
    tried,
    isRunning: enabled && looked !== sheet && filledRows(sheet).length > 0,
    error,
    take: useCallback((said: TriedRows) => {
      setTried(said);
    }, []),
  };
}
