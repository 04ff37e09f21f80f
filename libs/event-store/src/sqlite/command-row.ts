import { decodeCanonical } from '../canonical.ts';
import type { RecordedCommand } from '../event-store.ts';
import { instant } from '../log/execute-append.ts';
import { toPosition } from '../log/position.ts';

/** A row of the table of commands, with BigInt reads on. */
export interface CommandRow {
  readonly key: string;
  readonly input_hash: Uint8Array;
  readonly answer: Uint8Array;
  readonly position: bigint;
  readonly recorded_at: bigint;
}

export function toRecordedCommand(row: CommandRow): RecordedCommand {
  return {
    key: row.key,
    inputHash: Buffer.from(row.input_hash).toString('hex'),
    answer: decodeCanonical(row.answer),
    position: toPosition(row.position),
    recordedAt: instant(Number(row.recorded_at)),
  };
}
