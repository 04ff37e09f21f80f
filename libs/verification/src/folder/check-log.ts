import { setImmediate as nextTurn } from 'node:timers/promises';
import { LogCheck, RootCheck, type Sealed, type SealedHead } from '#audit-trail';
import type { RecordedEvent } from '#event-store';
import type { OnFinding } from '../finding.ts';
import type { TileCheck } from '../seals/tile-check.ts';
import { SpilledStreamEnds } from '../scratch/spilled-stream-ends.ts';
import type { FileName } from './file-names.ts';
import type { StoredLog } from './stored-log.ts';

export interface LogQuestions {
  readonly file: FileName;
  /** What was sealed of this log. */
  readonly heads: readonly SealedHead[];
  /** What is stored of its tree; absent when nothing was ever sealed. */
  readonly tiles?: TileCheck | undefined;
  /** SQLite vouches that no identity stands twice. */
  readonly identitiesDiffer: boolean;
  readonly onFinding: OnFinding;
  /** Each event whose form is in order, with its place in the log from 1. */
  readonly onEvent?: ((event: RecordedEvent, place: number) => void) | undefined;
  readonly onProgress?: ((events: number) => void) | undefined;
}

export interface CheckedLog extends Sealed {
  /** Events of the log. */
  readonly size: number;
  /** Position of the last of them; 0 of an empty log. */
  readonly position: number;
  /** Root of the tree over all of them. */
  readonly root: Uint8Array;
}

const BETWEEN = 10_000;

/**
 * Checks the log in a file like that of a bundle: form, links, revisions, times, and the roots that were sealed; and
 * whether rows are missing, since the store numbers them without a gap. Answers what the checkpoints prove.
 */
export async function checkLog(
  log: StoredLog,
  { file, heads, tiles, identitiesDiffer, onFinding, onEvent, onProgress }: LogQuestions,
): Promise<CheckedLog> {
  const check = new LogCheck(file, onFinding, { identitiesDiffer, ends: new SpilledStreamEnds() });
  const roots = new RootCheck(file, heads);
  roots.grown(check.tree);
  let expected = 1;
  try {
    for (const { position, found } of log.events()) {
      const place = check.tree.size + 1;
      if (position !== expected) onFinding(missing(file, place, expected, position - 1));
      expected = position + 1;
      const event = check.takeEvent(found);
      roots.grown(check.tree);
      tiles?.grown(check.tree, position);
      if (event) onEvent?.({ ...event, position: String(position) as RecordedEvent['position'] }, place);
      if (place % BETWEEN !== 0) continue;
      onProgress?.(place);
      await nextTurn();
    }
  } finally {
    check.finish();
  }
  const last = log.lastNumbered();
  if (last >= expected) onFinding(missing(file, check.tree.size, expected, last));
  else if (last !== expected - 1) {
    const message = `The last position that the store gave is ${last} in ${file}: expected ${expected - 1}, that of the last event.`;
    onFinding({ code: 'log-damaged', file, message });
  }
  tiles?.judge();
  return {
    ...roots.judge(onFinding),
    size: check.tree.size,
    position: expected - 1,
    root: check.tree.root(),
  };
}

function missing(file: FileName, line: number, first: number, last: number) {
  const rows =
    first === last
      ? `The event at position ${first} was`
      : `The events at positions ${first} to ${last} were`;
  return {
    code: 'rows-missing',
    file,
    line,
    message: `${rows} removed from ${file}: positions have no gaps.`,
  } as const;
}
