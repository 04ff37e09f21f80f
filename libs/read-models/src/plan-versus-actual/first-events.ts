import { compareText } from '#kernel';
import type { EntryRow } from './queries.ts';

/**
 * The changes that the first events of a span made, gathered cell by cell. Each cell added can only bring the end
 * of the page nearer, so that later cells are read no further than the page reaches.
 */
export class FirstEvents {
  readonly rows: EntryRow[];
  /** Nothing after this position belongs to the page. */
  readonly end: bigint;
  readonly #limit: number;

  constructor(limit: number, end: bigint, rows: EntryRow[] = []) {
    this.#limit = limit;
    this.end = end;
    this.rows = rows;
  }

  /** `more` holds at least the first events of another cell up to the end of the page, as many as the limit. */
  with(more: readonly EntryRow[]): FirstEvents {
    const rows = [...this.rows, ...more].sort(inOrderOfTheLog);
    const [cut, end] = this.#cut(rows);
    return new FirstEvents(this.#limit, end, rows.slice(0, cut));
  }

  #cut(rows: readonly EntryRow[]): [cut: number, end: bigint] {
    let events = 0;
    let last: string | undefined;
    for (const [index, { position }] of rows.entries()) {
      if (position === last) continue;
      if (events === this.#limit) return [index, BigInt(last ?? 0)];
      events += 1;
      last = position;
    }
    return [rows.length, events === this.#limit && last !== undefined ? BigInt(last) : this.end];
  }
}

/** Positions are plain decimals: the longer one is the later one. */
function inOrderOfTheLog(a: EntryRow, b: EntryRow): number {
  return (
    a.position.length - b.position.length ||
    compareText(a.position, b.position) ||
    compareText(keyOf(a), keyOf(b))
  );
}

const keyOf = ({ quarter, measure, fundSource, category }: EntryRow): string =>
  [quarter, measure, fundSource, category].join('\n');

/** The changes of the newest events among some, newest first. */
export function newestOf(rows: readonly EntryRow[], limit: number): EntryRow[] {
  const sorted = rows.toSorted((a, b) => Number(b.position) - Number(a.position));
  const kept = new Set([...new Set(sorted.map(({ position }) => position))].slice(0, limit));
  return sorted.filter(({ position }) => kept.has(position));
}
