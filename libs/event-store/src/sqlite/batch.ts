import {
  BookedAtGoesBack,
  CommandAlreadyRecorded,
  CorruptedIdempotency,
  InvalidAppend,
  StorageFailed,
  WrongExpectedRevision,
} from '../errors.ts';
import type { AppendResult } from '../event-store.ts';
import type { PreparedAppend } from '../log/prepared-append.ts';
import { isSqliteError } from './sqlite-errors.ts';

/** An append that waits for its commit. */
export interface Waiting {
  readonly append: PreparedAppend;
  /** How many appends its commit took; known once it is answered. */
  batch?: number;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** What will be answered once the batch is durable. */
export interface Decided {
  readonly waiting: Waiting;
  readonly outcome: { readonly result: AppendResult } | { readonly error: unknown };
}

/** Gives everyone of the batch the answer that was decided. */
export function settle(decided: readonly Decided[]): void {
  for (const { waiting, outcome } of decided) {
    if ('result' in outcome) waiting.resolve(outcome.result);
    else waiting.reject(outcome.error);
  }
}

/** Whether the append added something to the log. */
export function hasWritten({ outcome }: Decided): boolean {
  return 'result' in outcome && !outcome.result.deduplicated;
}

/** The transaction ended by itself: even what had succeeded in it is gone. */
export function lost({ waiting, outcome }: Decided): Decided {
  const cause = 'error' in outcome ? outcome.error : new Error('the transaction was rolled back');
  return { waiting, outcome: { error: cause instanceof StorageFailed ? cause : new StorageFailed(cause) } };
}

/** Why an append of the batch could not be stored, as SQLite said it; nothing where each was stored or refused. */
export function storageFault(decided: readonly Decided[]): unknown {
  const causes = decided.flatMap(({ outcome }) =>
    'error' in outcome && outcome.error instanceof StorageFailed ? [outcome.error.cause] : [],
  );
  return causes.find(isSqliteError) ?? causes[0];
}

/** What an append is refused with before anything of it is written. */
const REFUSALS = [
  BookedAtGoesBack,
  CommandAlreadyRecorded,
  CorruptedIdempotency,
  InvalidAppend,
  WrongExpectedRevision,
];

/** Whether the append failed where a part of it may have been written. */
export function mayBeTorn(outcome: Decided['outcome']): boolean {
  return 'error' in outcome && !REFUSALS.some((refusal) => outcome.error instanceof refusal);
}
