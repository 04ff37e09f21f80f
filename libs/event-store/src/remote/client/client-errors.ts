import type { Expected } from './log-client.ts';
import { NoAnswer, ServerConflict, ServerRefused } from './log-client.ts';

/** The parts of an error of either library that tell what happened; classes differ between them. */
interface LibraryError {
  readonly type?: unknown;
  readonly message?: unknown;
  readonly streamName?: unknown;
  readonly actualVersion?: unknown;
  readonly actualState?: unknown;
  readonly violations?: readonly { readonly streamName: string; readonly actualState: unknown }[];
}

const UNDECIDED = new Map([
  ['timeout', 'timeout'],
  ['deadline-exceeded', 'timeout'],
  ['unavailable', 'unavailable'],
  ['cancelled', 'cancelled'],
  ['not-leader', 'not-leader'],
]);

const TOO_LARGE = new Set([
  'maximum-append-size-exceeded',
  'transaction-max-size-exceeded',
  'append-record-size-exceeded',
]);

/**
 * An error of a client library as one of ours. What is not recognised counts as no answer: then the same call is
 * repeated, and nothing is posted anew.
 */
export function clientError(error: unknown): Error {
  if (error instanceof NoAnswer || error instanceof ServerConflict || error instanceof ServerRefused)
    return error;
  const { type, message, violations, streamName, actualVersion, actualState } = (error ?? {}) as LibraryError;
  const text = String(message ?? error);
  switch (type) {
    case 'wrong-expected-version':
      return new ServerConflict(new Map([[String(streamName), toRevision(actualVersion ?? actualState)]]));
    case 'append-consistency-violation':
      return new ServerConflict(
        new Map(violations?.map((one) => [one.streamName, toRevision(one.actualState)])),
      );
    case 'stream-deleted':
    case 'stream-tombstoned':
      return new ServerRefused('deleted', `a stream of the log was deleted: ${text}`, error);
    case 'access-denied':
      return new ServerRefused('denied', text, error);
    case 'unsupported':
      return new ServerRefused('unsupported', text, error);
    default:
      if (TOO_LARGE.has(String(type))) return new ServerRefused('too-large', text, error);
      // The newer append of several streams reports a denial without a type of its own.
      if (/PERMISSION_DENIED|UNAUTHENTICATED/.test(text)) return new ServerRefused('denied', text, error);
      // EventStoreDB keeps no more than 32 events for a reader of what is new, and gives the error the type of a timeout.
      if (text.includes('resubscription required')) return new NoAnswer('too-slow', error);
      if (text.includes('not the leader')) return new NoAnswer('not-leader', error);
      if (text.includes('UNAVAILABLE')) return new NoAnswer('unavailable', error);
      return new NoAnswer(UNDECIDED.get(String(type)) ?? 'unknown', error);
  }
}

export const isNotFound = (error: unknown): boolean =>
  (error as LibraryError | undefined)?.type === 'stream-not-found';

/** Both libraries have given numbers where they promise a bigint. */
function toRevision(value: unknown): Expected {
  return typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : undefined;
}
