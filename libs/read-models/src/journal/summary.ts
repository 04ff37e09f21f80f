import { nameBehind } from './names.ts';
import type { Statements } from './statements.ts';
import type { Part } from './candidates.ts';
import { type BoundWalk, conditionOf } from './span.ts';

/** What the rows of one type come to; in satang, since a sum may be larger than a number holds. */
export interface JournalSum {
  readonly type: string;
  readonly rows: number;
  readonly satang: bigint;
}

/** What a filter lets pass. */
export interface JournalSummary {
  readonly rows: number;
  /** False where only the beginning was looked at: then there are at least so many. */
  readonly isWhole: boolean;
  /** Up to where the log was looked at, when rows may follow behind it; as of a page. */
  readonly reached: bigint | undefined;
  /** By type of event, in the order of their names. */
  readonly sums: readonly JournalSum[];
}

/** A million, so that neither half of a sum of amounts leaves what SQLite adds exactly. */
const HALF = 1_000_000;

/** Counts and adds up at most so many rows of each part of a walk. */
export function summaryOf(statements: Statements, walk: BoundWalk, most: number): JournalSummary {
  const sums = new Map<string, JournalSum>();
  let rows = 0;
  for (const part of walk.parts) {
    for (const sum of sumsOf(statements, walk, part, most + 1)) {
      const before = sums.get(sum.type);
      rows += sum.rows;
      sums.set(sum.type, {
        ...sum,
        rows: sum.rows + (before?.rows ?? 0),
        satang: sum.satang + (before?.satang ?? 0n),
      });
    }
    if (rows > most) break;
  }
  const isWhole = rows <= most && walk.reached === undefined;
  const order = [...sums.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
  return { rows: Math.min(rows, most), isWhole, reached: walk.reached, sums: order };
}

function sumsOf(statements: Statements, walk: BoundWalk, part: Part, most: number): JournalSum[] {
  const { sql, values } = conditionOf(walk, part);
  const statement = statements.prepare(
    `SELECT ${nameBehind('type_id')} AS type, count(*) AS rows, coalesce(sum(satang / ${HALF}), 0) AS high, coalesce(sum(satang % ${HALF}), 0) AS low
       FROM (SELECT type_id, satang FROM ${part.rows} WHERE ${sql} ORDER BY ${part.place} ${walk.order} LIMIT ?)
      GROUP BY type_id`,
  );
  statement.setReadBigInts(true);
  return statement.all(...values, most).map((row) => ({
    type: row['type'] as string,
    rows: Number(row['rows']),
    satang: (row['high'] as bigint) * BigInt(HALF) + (row['low'] as bigint),
  }));
}
