import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type EntryRow, SOME_CELLS, SOME_CELLS_OF_ALL } from './queries.ts';
import type { Span } from './rollups.ts';

/** What a window may hold before it is taken for too wide: some events, each with some changes. */
const mostIn = (limit: number): number => 64 + 8 * limit;

/** A window grows by as much as it lacked, within these bounds. */
const [LEAST_GROWTH, MOST_GROWTH] = [2, 16];

type Edge = 'first' | 'last';

/**
 * The changes of the first or the last events of a span over all projects of a year. Thousands of cells are not asked one
 * by one: all of them are asked about a part of the log, next to the edge of the span, and then about the part behind it.
 */
export class ChangeWindows {
  readonly #changes;
  readonly #edges;

  constructor(database: DatabaseSync) {
    const changes = (cells: string) =>
      database.prepare(
        `SELECT CAST(e.position AS TEXT) AS position, e.movement, c.quarter, c.measure, c.fund_source AS fundSource,
                c.category FROM pva_cell c CROSS JOIN pva_entry e ON e.cell = c.id AND e.position > ? AND e.position <= ?
          WHERE ${cells} LIMIT ?`,
      );
    this.#changes = { project: changes(SOME_CELLS), all: changes(SOME_CELLS_OF_ALL) };
    const edge = (pick: 'min' | 'max', order: 'ASC' | 'DESC') =>
      database.prepare(
        `SELECT CAST(${pick}((SELECT e.position FROM pva_entry e
                  WHERE e.cell = c.id AND e.position > ? AND e.position <= ? ORDER BY e.position ${order} LIMIT 1)) AS TEXT) AS edge
           FROM pva_cell c WHERE ${SOME_CELLS_OF_ALL}`,
      );
    this.#edges = { first: edge('min', 'ASC'), last: edge('max', 'DESC') };
  }

  /** All changes of some cells in a span; nothing where there are more than the limit. */
  few(
    of: 'project' | 'all',
    cells: readonly SQLInputValue[],
    { after, upTo }: Span,
    limit: number,
  ): EntryRow[] | undefined {
    const rows = this.#changes[of].all(after, upTo, ...cells, limit + 1) as unknown as EntryRow[];
    return rows.length > limit ? undefined : rows;
  }

  /** At least the changes of so many events at an edge of a span, in no order; all changes where there are fewer. */
  near(edge: Edge, cells: readonly SQLInputValue[], { after, upTo }: Span, limit: number): EntryRow[] {
    const found = this.#edges[edge].get(after, upTo, ...cells)?.['edge'] as string | null | undefined;
    if (found === null || found === undefined) return [];
    const rows: EntryRow[] = [];
    const events = new Set<string>();
    let rest: Span = edge === 'first' ? { after: BigInt(found) - 1n, upTo } : { after, upTo: BigInt(found) };
    let width = BigInt(4 * limit);
    while (events.size < limit && rest.after < rest.upTo) {
      const [window, behind] = split(rest, edge, width);
      // A window of one event is never too wide.
      const changes = this.few(
        'all',
        cells,
        window,
        width === 1n ? Number.MAX_SAFE_INTEGER - 1 : mostIn(limit),
      );
      if (changes === undefined) {
        width = width / 8n || 1n;
        continue;
      }
      const before = events.size;
      for (const { position } of changes) events.add(position);
      rows.push(...changes);
      width = BigInt(Math.ceil(Number(width) * growthOf(limit - events.size, events.size - before)));
      rest = behind;
    }
    return rows;
  }
}

/** The window next to the edge of a span, and what is left of the span. */
function split({ after, upTo }: Span, edge: Edge, width: bigint): [window: Span, behind: Span] {
  if (upTo - after <= width)
    return [
      { after, upTo },
      { after, upTo: after },
    ];
  const cut = edge === 'first' ? after + width : upTo - width;
  const [low, high] = [
    { after, upTo: cut },
    { after: cut, upTo },
  ];
  return edge === 'first' ? [low, high] : [high, low];
}

const growthOf = (missing: number, found: number): number =>
  Math.min(MOST_GROWTH, Math.max(LEAST_GROWTH, (1.5 * missing) / Math.max(found, 1)));
