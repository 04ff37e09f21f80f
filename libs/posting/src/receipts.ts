import type {
  AppendResult,
  CommandMarker,
  EventStore,
  ExpectedRevision,
  RecordedCommand,
  StreamWrite,
} from '#event-store';
import type { PostedEvent, Receipt } from './posting.ts';
import { refuse } from './refusals.ts';
import type { Submission } from './submission.ts';

/** What is kept with a command: where its events went, so that the answer can be given again from the log. */
interface Answer {
  readonly written: readonly (readonly [stream: string, firstRevision: string, count: number])[];
  readonly outcome?: unknown;
}

/** Which events went where. */
export interface Written {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly unknown[];
}

export function markerOf(
  { key, inputHash }: Submission,
  writes: readonly Written[],
  outcome: unknown,
): CommandMarker {
  const written = writes.map(
    ({ stream, expected, events }) =>
      [stream, String(expected === 'none' ? 0n : expected + 1n), events.length] as const,
  );
  const answer: Answer = { written, ...(outcome === undefined ? {} : { outcome }) };
  return { key, inputHash, answer };
}

export function receiptOf(
  { context }: Submission,
  events: readonly PostedEvent[],
  outcome: unknown,
  at?: Pick<AppendResult, 'position' | 'recordedAt'>,
): Receipt {
  return {
    organisation: context.organisation,
    idempotencyKey: context.idempotencyKey,
    dryRun: context.dryRun ?? false,
    replayed: false,
    ...(at ? { position: at.position, recordedAt: at.recordedAt } : {}),
    events,
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** The events of an append as its receipt lists them. */
export const postedEvents = (writes: readonly StreamWrite[]): PostedEvent[] =>
  writes.flatMap(({ stream, events }) => events.map((event) => postedEvent(stream, event)));

/** The first answer again, read from the log; refuses when the key was used for another input. */
export async function replayedReceipt(
  store: EventStore,
  recorded: RecordedCommand,
  submission: Submission,
): Promise<Receipt> {
  const { idempotencyKey } = submission.context;
  if (recorded.inputHash !== submission.inputHash) {
    throw refuse(
      'idempotency-key-reused',
      `The idempotency key "${idempotencyKey}" was used for another input on ${recorded.recordedAt}: expected a new key for a new posting.`,
      { idempotencyKey, recordedAt: recorded.recordedAt },
    );
  }
  const { written, outcome } = recorded.answer as Answer;
  const events: PostedEvent[] = [];
  for (const [stream, first, count] of written) {
    for await (const event of store.readStream(stream, { from: BigInt(first), limit: count })) {
      events.push(postedEvent(stream, event));
    }
  }
  return { ...receiptOf(submission, events, outcome, recorded), dryRun: false, replayed: true };
}

function postedEvent(
  stream: string,
  event: {
    readonly id: string;
    readonly type: string;
    readonly data: unknown;
    readonly metadata: { readonly effectiveOn: string };
  },
): PostedEvent {
  return {
    id: event.id,
    type: event.type,
    stream,
    effectiveOn: event.metadata.effectiveOn,
    data: event.data,
  };
}
