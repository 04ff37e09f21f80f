import type { DatabaseSync } from 'node:sqlite';
import { type CivilDate, type Satang, ZERO } from '#kernel';

/** A part of the log: behind one position, up to another. */
export interface Span {
  readonly after: bigint;
  readonly upTo: bigint;
}

/** Business dates from one to another, both included. */
export interface Days {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** Before and behind every day, so that "no day" compares like one. */
export const START_OF_TIME = '0000-01-01' as CivilDate;
export const END_OF_TIME = '9999-12-31' as CivilDate;

/**
 * What a cell moved on some days as known at a position: its rollups, and the changes behind the last of them. Takes the
 * SQL of the cell, of the position and of a condition on `effective_on`.
 */
export const movedByDay = (cell: string, position: string, days: string): string =>
  `SELECT effective_on, moved FROM pva_rollup WHERE cell = ${cell} AND position <= ${position} AND ${days}
   UNION ALL
   SELECT effective_on, movement FROM pva_entry WHERE cell = ${cell} AND position <= ${position} AND ${days}
     AND position > (SELECT coalesce(max(position), -1) FROM pva_rollup WHERE cell = ${cell} AND position <= ${position})`;

/** Answers about days that do not read every change of a cell. */
export class Rollups {
  readonly #moved;
  readonly #spans;
  readonly #end;

  constructor(database: DatabaseSync) {
    this.#moved = database.prepare(
      `SELECT sum(moved) AS moved FROM (${movedByDay('?1', '?2', 'effective_on BETWEEN ?3 AND ?4')})`,
    );
    this.#spans = database.prepare(
      `SELECT r.position AS upTo,
              (SELECT max(position) FROM pva_rollup WHERE cell = r.cell AND position < r.position) AS after
         FROM pva_rollup r WHERE r.cell = ? AND r.position > ? AND r.effective_on BETWEEN ? AND ?
        GROUP BY r.position ORDER BY r.position`,
    );
    this.#end = database.prepare('SELECT max(position) AS upTo FROM pva_rollup WHERE cell = ?');
    this.#spans.setReadBigInts(true);
    this.#end.setReadBigInts(true);
  }

  /** What a cell moved on some days, as known at a position. */
  moved(cell: number, position: bigint, { first, last }: Days): Satang {
    return (this.#moved.get(cell, position, first, last)?.['moved'] ?? ZERO) as Satang;
  }

  /** The parts of a span of the log that may hold changes of a cell on some days, oldest first. */
  spans(cell: number, { after, upTo }: Span, { first, last }: Days): Span[] {
    if (after >= upTo) return [];
    if (first === START_OF_TIME && last === END_OF_TIME) return [{ after, upTo }];
    const end = this.#end.get(cell)?.['upTo'] as bigint | null;
    if (end === null) return [{ after, upTo }];
    const rolledUp = this.#spans.all(cell, after, first, last) as unknown as {
      readonly upTo: bigint;
      readonly after: bigint | null;
    }[];
    const found = [...rolledUp.map((span) => ({ ...span, after: span.after ?? 0n })), { after: end, upTo }];
    return joined(found.map((span) => ({ after: later(span.after, after), upTo: earlier(span.upTo, upTo) })));
  }
}

const later = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const earlier = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Neighbours become one; what is empty is left out. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    if (span.after >= span.upTo) continue;
    const before = found.at(-1);
    if (before?.upTo === span.after) found.splice(-1, 1, { after: before.after, upTo: span.upTo });
    else found.push(span);
  }
  return found;
}
