import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { keepSheet } from './drafts.ts';
import { forgetSent } from './sent-sheet.ts';
import type { Sheet } from './sheet.ts';

/** Between the last change and its keeping. */
const PAUSE_MS = 500;

export type Keeping = 'kept' | 'waiting' | 'failed' | 'elsewhere';

/** Keeps a sheet at the desk soon after each change, one change after the other. */
export function useKeptSheet(id: string, title: string, sheet: Sheet, first: number): Keeping {
  const [state, setState] = useState<Keeping>('kept');
  const kept = useRef({ sheet, revision: first, last: Promise.resolve() });
  useEffect(() => {
    if (kept.current.sheet === sheet) return undefined;
    setState('waiting');
    const keep = async (): Promise<void> => {
      const { current } = kept;
      if (current.sheet === sheet) return;
      try {
        current.revision = await keepSheet(id, title, sheet, current.revision);
        current.sheet = sheet;
        // Not earlier: a reload before its receipt is kept asks for it again.
        if (sheet.posted !== null) forgetSent(sheet);
        setState('kept');
      } catch (error) {
        const elsewhere = error instanceof ApiProblem && error.code === 'draft-changed-elsewhere';
        setState(elsewhere ? 'elsewhere' : 'failed');
      }
    };
    const now = (): void => {
      kept.current.last = kept.current.last.then(keep);
    };
    // What is sent is not changed any more: it is kept at once.
    const timer = setTimeout(now, sheet.sent === undefined ? PAUSE_MS : 0);
    globalThis.addEventListener('pagehide', now);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener('pagehide', now);
    };
  }, [id, title, sheet]);
  return state;
}
