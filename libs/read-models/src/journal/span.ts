import type { SQLInputValue } from 'node:sqlite';
import type { Part } from './candidates.ts';
import type { Walk } from './walk.ts';

/** Rows next to a place in the log: those after it from the oldest, or those before it from the newest. */
export interface JournalSpan {
  /** Rows behind this position. */
  readonly after: bigint;
  /** No row beyond this position. */
  readonly upTo: bigint;
  /** What was taken back is judged as known there, wherever the page lies before it. */
  readonly knownAt: bigint;
  readonly limit: number;
  readonly newestFirst?: boolean | undefined;
}

/** A walk with its bounds, ready to be asked. */
export interface BoundWalk extends Walk {
  readonly after: bigint;
  readonly upTo: bigint;
  readonly order: 'ASC' | 'DESC';
  /** The last position that is looked at; nothing when that is the end of the span. */
  readonly reached: bigint | undefined;
}

/** All that a row of a part must fulfil. */
export function conditionOf(walk: BoundWalk, part: Part): { sql: string; values: SQLInputValue[] } {
  const conditions = [part.where, ...walk.rest];
  const sql = [...conditions.map((condition) => condition.sql), `${part.place} > ?`, `${part.place} <= ?`];
  const values = [...conditions.flatMap((condition) => condition.values), walk.after, walk.upTo];
  return { sql: sql.join(' AND '), values };
}
