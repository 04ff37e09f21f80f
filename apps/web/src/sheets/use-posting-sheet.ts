import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { untilDecided } from '../api/outcome.ts';
import { NoAnswer } from '../api/problem.ts';
import { ask } from '../api/use-answer.ts';
import { send } from '../api/use-send.ts';
import { forgetSent, rememberSent } from './sent-sheet.ts';
import type { SentAs, Sheet } from './sheet.ts';
import { bodyOf } from './use-trial.ts';

const LOOK_MS = 400;

export type PostingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly decided: number; readonly of: number }
  /** No answer came: it is asked again under the same key. */
  | { readonly kind: 'unknown' }
  /** It was asked for a while; whoever waits asks again. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'refused'; readonly error: Error };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What was recorded, or handed in: where, and when. */
export interface Outcome {
  readonly position: string;
  readonly recordedAt: string;
  readonly total: string | null;
  readonly waiting: string | null;
}

async function sendOnce(sheet: Sheet, waiting: string | null): Promise<Outcome> {
  const header = { 'Idempotency-Key': sheet.idempotencyKey };
  const body = bodyOf(sheet);
  if (waiting !== null) {
    const params = { header, query: { submit: waiting } };
    const { position = '', recordedAt = '' } = await send('/api/v1/sheets/submissions', { params, body });
    return { position, recordedAt, total: null, waiting };
  }
  const { receipt, total } = await send('/api/v1/sheets', { params: { header }, body });
  return { position: receipt?.position ?? '', recordedAt: receipt?.recordedAt ?? '', total, waiting };
}

/** Tells how far a sheet has come until it is done. */
async function watch(
  key: string,
  isDone: () => boolean,
  tell: (decided: number, of: number) => void,
): Promise<void> {
  while (!isDone()) {
    await pause(LOOK_MS);
    if (isDone()) return;
    try {
      const { running, decided, of } = await ask('/api/v1/sheets/progress', { params: { query: { key } } });
      if (running && !isDone()) tell(decided, of);
    } catch {
      // How far it has come is worth no message of its own.
    }
  }
}

/** Posts a sheet: confirmed by the ledger, never before. */
export function usePostingSheet(): {
  readonly state: PostingState;
  /** How it was sent, while its outcome is not known. */
  readonly sent: SentAs | undefined;
  /** Records the sheet, or hands it in under the number of a waiting document; `wasUnknown` when it was sent before a reload. */
  readonly post: (sheet: Sheet, waiting: string | null, wasUnknown?: boolean) => Promise<Outcome>;
} {
  const queries = useQueryClient();
  const [state, setState] = useState<PostingState>({ kind: 'idle' });
  const [sent, setSent] = useState<SentAs>();
  const post = useCallback(
    async (sheet: Sheet, waiting: string | null, wasUnknown = false) => {
      rememberSent(sheet, waiting);
      setSent({ waiting });
      const done = { yet: false };
      setState(wasUnknown ? { kind: 'unknown' } : { kind: 'sending', decided: 0, of: 0 });
      void watch(
        sheet.idempotencyKey,
        () => done.yet,
        (decided, of) => {
          setState({ kind: 'sending', decided, of });
        },
      );
      try {
        const answer = await untilDecided(() => sendOnce(sheet, waiting), {
          wasUnknown,
          onUnknown: () => {
            setState({ kind: 'unknown' });
          },
        });
        done.yet = true;
        setState({ kind: 'idle' });
        setSent(undefined);
        void queries.invalidateQueries();
        return answer;
      } catch (problem) {
        done.yet = true;
        if (problem instanceof NoAnswer) {
          setState({ kind: 'unanswered' });
          throw problem;
        }
        forgetSent(sheet);
        setSent(undefined);
        const error = problem instanceof Error ? problem : new Error(String(problem));
        setState({ kind: 'refused', error });
        throw error;
      }
    },
    [queries],
  );
  return { state, sent, post };
}
