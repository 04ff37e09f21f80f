import type { ExpectedRevision, StreamCheck } from '../../event-store.ts';
import type { PreparedCommand } from '../../log/prepared-append.ts';
import type { RowBatch } from './row-batch.ts';

/** What the thread that writes is told. Only the last two of an append are answered, and one of them ends it. */
export type Order =
  | {
      readonly kind: 'rows';
      readonly batch: RowBatch;
      /** The store's clock, in milliseconds since 1970: when the append is recorded. */
      readonly now: number;
      /** The last position of the log, so that nothing is written into another file. */
      readonly head: bigint | undefined;
      /** Where the streams are expected to end which stand in no batch before it. */
      readonly expected: readonly (readonly [stream: string, expected: ExpectedRevision])[];
    }
  | {
      readonly kind: 'commit';
      /** How many rows make the append; fewer of them are not committed. */
      readonly rows: number;
      readonly checks: readonly StreamCheck[];
      readonly command: PreparedCommand | undefined;
    }
  | { readonly kind: 'undo' };

/** What the thread says first: it has opened the file. */
export const READY = 'ready';

export type Answer =
  | { readonly kind: 'committed'; readonly position: bigint; readonly recordedAt: number }
  /** Nothing of the append is in the log, and the file is free. */
  | { readonly kind: 'undone' }
  /** The commit failed, and may have reached the disk; or the thread ended. */
  | { readonly kind: 'unsure'; readonly cause: string };
