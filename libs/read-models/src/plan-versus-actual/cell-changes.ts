import type { DatabaseSync } from 'node:sqlite';
import type { CivilDate, Satang } from '#kernel';
import type { Moment } from './moment.ts';
import { type Days, END_OF_TIME, type Rollups, type Span, START_OF_TIME } from './rollups.ts';

/** A change of a cell. */
export interface CellChange {
  readonly position: string;
  readonly movement: Satang;
}

/** Two moments, and the day from which on changes count. */
export interface Between {
  readonly from: Moment;
  readonly to: Moment;
  readonly since: CivilDate | undefined;
}

const COUNTS = (position: string, day: string) => `(position <= ${position} AND effective_on <= ${day})`;

/** The changes of one cell that some days or two moments ask for; parts of the log without any are not read. */
export class CellChanges {
  readonly #between;
  readonly #latest;
  readonly #rollups: Rollups;

  constructor(database: DatabaseSync, rollups: Rollups) {
    this.#rollups = rollups;
    const [thenCounts, nowCounts] = [COUNTS('?5', '?6'), COUNTS('?3', '?4')];
    this.#between = database.prepare(
      `SELECT CAST(position AS TEXT) AS position,
              CASE WHEN ${nowCounts} THEN movement ELSE -movement END AS movement FROM pva_entry
        WHERE cell = ?1 AND position > ?7 AND position <= ?8 AND effective_on >= ?9
          AND ${nowCounts} <> ${thenCounts}
        ORDER BY pva_entry.position LIMIT ?2`,
    );
    this.#latest = database.prepare(
      `SELECT CAST(position AS TEXT) AS position, movement FROM pva_entry
        WHERE cell = ? AND position > ? AND position <= ? AND effective_on BETWEEN ? AND ?
        ORDER BY pva_entry.position DESC LIMIT ?`,
    );
  }

  /** What counts at one of two moments alone, up to a position, oldest first; turned round where it counted before. */
  between(
    cell: number,
    { from, to, since = START_OF_TIME }: Between,
    end: bigint,
    limit: number,
  ): CellChange[] {
    const points = [to, from].flatMap(({ position, day }) => [position, day ?? END_OF_TIME]);
    const found: CellChange[] = [];
    for (const { after, upTo } of this.#changing(cell, { from, to, since })) {
      const left = limit - found.length;
      if (left <= 0 || after >= end) break;
      const changes = this.#between.all(cell, left, ...points, after, upTo < end ? upTo : end, since);
      found.push(...(changes as unknown as CellChange[]));
    }
    return found;
  }

  /** Those that take effect on some days, newest first. */
  latest(cell: number, span: Span, days: Days, limit: number): CellChange[] {
    const found: CellChange[] = [];
    for (const { after, upTo } of this.#rollups.spans(cell, span, days).reverse()) {
      const left = limit - found.length;
      if (left <= 0) break;
      const changes = this.#latest.all(cell, after, upTo, days.first, days.last, left);
      found.push(...(changes as unknown as CellChange[]));
    }
    return found;
  }

  /** The parts of the log in which a cell may have changes that count at one of two moments alone. */
  #changing(
    cell: number,
    { from, to, since }: { readonly from: Moment; readonly to: Moment; readonly since: CivilDate },
  ): Span[] {
    const [low, high] = from.position < to.position ? [from, to] : [to, from];
    const behind = { after: low.position, upTo: high.position };
    const changing = this.#rollups.spans(cell, behind, { first: since, last: high.day ?? END_OF_TIME });
    if (from.day === to.day) return changing;
    // Of what is known at both moments, what takes effect between the two days.
    const [first, last] = [from.day ?? END_OF_TIME, to.day ?? END_OF_TIME].sort() as [CivilDate, CivilDate];
    const days = { first: first > since ? first : since, last };
    return [...this.#rollups.spans(cell, { after: 0n, upTo: low.position }, days), ...changing];
  }
}
