import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { untilDecided } from '../../api/outcome.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.ts';
import { send } from '../../api/use-send.ts';
import { useView } from '../../app/view.ts';

export type Act = 'approvals' | 'refusals' | 'withdrawals';

/** What became of one document: it is decided or not, visibly, and never twice. */
export type Outcome =
  | { readonly kind: 'sending' | 'asking' | 'unknown' }
  | { readonly kind: 'recorded'; readonly position: string }
  | { readonly kind: 'refused'; readonly problem: ApiProblem };

/** What was sent for a document: kept until it is answered, so that asking again is the same question. */
interface Question {
  readonly key: string;
  readonly effectiveOn: string;
}

/** A question, and whether it was asked before without an answer. */
interface Asked {
  readonly question: Question;
  readonly wasUnknown: boolean;
}

const TRIES = 4;

const placeOf = (act: Act, number: string): string => `obligo.inbox.${act}.${number}`;

/** The question of a document, made when it is first asked; a reload finds it again. */
function questionOf(act: Act, number: string, today: string): Asked {
  const kept = sessionStorage.getItem(placeOf(act, number));
  if (kept !== null) return { question: JSON.parse(kept) as Question, wasUnknown: true };
  const question = { key: crypto.randomUUID(), effectiveOn: today };
  sessionStorage.setItem(placeOf(act, number), JSON.stringify(question));
  return { question, wasUnknown: false };
}

const PATHS = {
  approvals: '/api/v1/approvals/{number}/approvals',
  refusals: '/api/v1/approvals/{number}/refusals',
  withdrawals: '/api/v1/approvals/{number}/withdrawals',
} as const;

/** Decides documents one after the other, each by itself, and tells what became of each. */
export function useDecide(act: Act) {
  const queries = useQueryClient();
  const today = useSession()?.today ?? '';
  const { org: organisation } = useView();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const tell = (number: string, outcome: Outcome) => {
    setOutcomes((before) => new Map([...before, [number, outcome]]));
  };
  const decideOne = async (number: string, reason: string | undefined): Promise<void> => {
    const { question, wasUnknown } = questionOf(act, number, today);
    const { key, effectiveOn } = question;
    const ask = () =>
      send(PATHS[act], {
        params: {
          path: { number },
          header: { 'Idempotency-Key': key },
          query: organisation === undefined ? {} : { organisation },
        },
        body: { effectiveOn, ...(reason === undefined ? {} : { reason }) } as {
          effectiveOn: string;
          reason: string;
        },
      });
    tell(number, { kind: 'sending' });
    const outcome = await answered(ask, wasUnknown, () => tell(number, { kind: 'asking' }));
    if (outcome.kind !== 'unknown') sessionStorage.removeItem(placeOf(act, number));
    tell(number, outcome);
  };
  return {
    outcomes,
    decide: async (numbers: readonly string[], reason?: string): Promise<void> => {
      for (const number of numbers) await decideOne(number, reason);
      await queries.invalidateQueries();
    },
  };
}

/** Asks until there is an answer, always under the same key; gives up after some tries and says so. */
async function answered(
  ask: () => Promise<{ readonly position?: string }>,
  wasUnknown: boolean,
  onUnknown: () => void,
): Promise<Outcome> {
  let tries = 1;
  try {
    const { position = '' } = await untilDecided(ask, {
      wasUnknown,
      onUnknown,
      goesOn: () => tries++ < TRIES,
    });
    return { kind: 'recorded', position };
  } catch (error) {
    if (error instanceof ApiProblem) return { kind: 'refused', problem: error };
    return { kind: 'unknown' };
  }
}
