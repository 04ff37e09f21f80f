import { useEffect, useState } from 'react';
import { ApiProblem } from '../../../api/problem.ts';
import { useView } from '../../../app/view.ts';
import type { CommandShape } from '../catalogue/command-shape.ts';
import { type LineChange, postCommand } from './post-command.ts';
import type { ReadForm } from './read-form.ts';

/** What the ledger would do with what is typed so far. */
export type Trial =
  | { readonly state: 'waiting' }
  | { readonly state: 'asking'; readonly last: readonly LineChange[] }
  | { readonly state: 'fine'; readonly changes: readonly LineChange[] }
  /** Fine once others have approved it. */
  | { readonly state: 'approval'; readonly tiers: readonly string[]; readonly changes: readonly LineChange[] }
  | { readonly state: 'refused'; readonly problem: ApiProblem }
  | { readonly state: 'unknown' };

/** An answer, and what it was asked with. */
interface Found {
  readonly asked: string;
  readonly trial: Trial;
}

const PAUSE_MS = 350;

/** Asks the ledger while somebody types, a moment after the last key; what became old meanwhile is cancelled. */
export function useTrial(shape: CommandShape, read: ReadForm, submit: string, enabled: boolean): Trial {
  const { org } = useView();
  const [found, setFound] = useState<Found>();
  const asked = enabled && read.faults.length === 0 ? JSON.stringify([read.params, read.body]) : undefined;
  useEffect(() => {
    if (asked === undefined) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const [params, body] = JSON.parse(asked) as [ReadForm['params'], ReadForm['body']];
      const sending = { dryRun: true, organisation: org, signal: stop.signal };
      void tried(shape, { params, body }, sending, submit).then((trial) => {
        if (!stop.signal.aborted) setFound({ asked, trial });
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, shape, submit, org]);
  if (asked === undefined) return { state: 'waiting' };
  if (found?.asked === asked) return found.trial;
  return { state: 'asking', last: found && 'changes' in found.trial ? found.trial.changes : [] };
}

type Sending = Parameters<typeof postCommand>[2];

async function tried(
  shape: CommandShape,
  form: Pick<ReadForm, 'params' | 'body'>,
  sending: Sending,
  submit: string,
): Promise<Trial> {
  try {
    const { outcome } = await postCommand(shape, form, sending);
    return { state: 'fine', changes: outcome?.available ?? [] };
  } catch (error) {
    if (!(error instanceof ApiProblem)) return { state: 'unknown' };
    if (error.code !== 'approval-needed' || !shape.submittable) return { state: 'refused', problem: error };
    const tiers = (error.body['tiers'] ?? []) as readonly string[];
    return handedIn(shape, form, { ...sending, submit }, tiers);
  }
}

async function handedIn(
  shape: CommandShape,
  form: Pick<ReadForm, 'params' | 'body'>,
  sending: Sending,
  tiers: readonly string[],
): Promise<Trial> {
  try {
    const { outcome } = await postCommand(shape, form, sending);
    return { state: 'approval', tiers, changes: outcome?.available ?? [] };
  } catch (error) {
    return error instanceof ApiProblem ? { state: 'refused', problem: error } : { state: 'unknown' };
  }
}
