import type { Statements } from './statements.ts';
import type { Part } from './candidates.ts';

/** The part of the log that can hold rows: behind one position, up to another. */
export interface Bounds {
  readonly after: bigint;
  readonly upTo: bigint;
}

/** Where some parts of one criterion begin and end in the log: two seeks each. Nothing when they have no row. */
export function edgesOf(statements: Statements, parts: readonly Part[]): Bounds | undefined {
  const [firsts, lasts] = [edges(statements, parts, 'ASC'), edges(statements, parts, 'DESC')];
  if (firsts.length === 0) return undefined;
  const [first, last] = [firsts.reduce(lower), lasts.reduce(higher)];
  return { after: first - 1n, upTo: last };
}

/** What lies within all of them. */
export const within = (a: Bounds, b: Bounds): Bounds => ({
  after: higher(a.after, b.after),
  upTo: lower(a.upTo, b.upTo),
});

function edges(statements: Statements, parts: readonly Part[], order: 'ASC' | 'DESC'): bigint[] {
  return parts.flatMap(({ index, place, where }) => {
    const sql = `SELECT CAST(${place} AS TEXT) AS edge FROM ${index} WHERE ${where.sql} ORDER BY ${place} ${order} LIMIT 1`;
    const edge = statements.prepare(sql).get(...where.values)?.['edge'];
    return edge === undefined ? [] : [BigInt(edge as string)];
  });
}

const lower = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const higher = (a: bigint, b: bigint): bigint => (a > b ? a : b);
