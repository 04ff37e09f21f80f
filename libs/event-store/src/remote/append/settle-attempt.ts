import type { LogClient } from '../client/log-client.ts';
import { ServerConflict } from '../client/log-client.ts';
import type { OpenAttempt } from '../copy/copy-books.ts';
import { unwrapDecision, wrapDecision, type Decision } from '../envelope/decision.ts';
import { kindOf } from '../envelope/record-kind.ts';

const PAGE = 256;

/** What a decision stream says. */
export interface DecisionStream {
  /** The last revision of the stream. */
  readonly tail: bigint | undefined;
  readonly decisions: readonly Decision[];
}

/** Reads a decision stream from the leader. */
export async function readDecisions(client: LogClient, stream: string): Promise<DecisionStream> {
  const decisions: Decision[] = [];
  let tail: bigint | undefined;
  for (;;) {
    const page = await client.readStream(stream, tail === undefined ? 0n : tail + 1n, PAGE);
    for (const record of page) {
      tail = record.revision;
      const { kind } = kindOf(record);
      if (kind === 'prepared' || kind === 'confirmed' || kind === 'voided') {
        decisions.push(unwrapDecision(kind, record));
      }
    }
    if (page.length < PAGE) return { tail, decisions };
  }
}

/**
 * How an attempt was decided. Where it was not, it is voided when `mayVoid` says so: at the revision that was read, so
 * that of a confirmation and a void at the same moment exactly one is written.
 */
export async function settleAttempt(
  client: LogClient,
  { attempt, decision }: Pick<OpenAttempt, 'attempt' | 'decision'>,
  mayVoid: () => string | undefined,
): Promise<Decision | undefined> {
  for (;;) {
    const { tail, decisions } = await readDecisions(client, decision);
    const found = decisions.find((one) => one.kind !== 'prepared' && one.attempt === attempt);
    if (found) return found;
    const why = mayVoid();
    if (why === undefined) return undefined;
    const voided = { kind: 'voided', attempt, why } as const;
    try {
      await client.append(decision, tail, [wrapDecision(voided)]);
      return voided;
    } catch (error) {
      if (!(error instanceof ServerConflict)) throw error;
    }
  }
}
