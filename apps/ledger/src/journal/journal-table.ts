import type { JournalRow } from '#read-models';
import { journalTable, type Table } from '#reporting';
import type { EmbeddedLedger } from '../embedded/embedded-ledger.ts';

/** Rows of the journal as known at a position: what took one of them back later is not known yet. */
export function tableOf(
  rows: readonly JournalRow[],
  ledger: EmbeddedLedger,
  organisation: string,
  upTo: bigint,
): Table {
  const lines = rows.map((row) => ({
    ...row,
    bookedAt: ledger.localTime(organisation, row.bookedAt),
    reversedBy: row.reversedBy !== null && BigInt(row.reversedBy) <= upTo ? row.reversedBy : null,
  }));
  return journalTable(lines, []);
}
