import type { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import type { Edge, MovedCell } from './moved-cells.ts';
import type { EntryRow } from './queries.ts';
import type { Span } from './rollups.ts';

type Columns = readonly [cell: number, position: string, movement: Satang];

/** What a part of the log may hold before it is taken for too much: some events, each with some changes. */
const mostOf = (events: number): number => 64 + 8 * events;

/**
 * The changes of the first or the last events of a span, read at once: where so many cells have their first change, so many
 * events have happened. Nothing more is read of cells that moved behind that.
 */
export class FewChanges {
  readonly #changes;

  constructor(database: DatabaseSync) {
    this.#changes = database.prepare(
      `SELECT e.cell, CAST(e.position AS TEXT), e.movement
         FROM json_each(?) CROSS JOIN pva_entry e ON e.cell = value AND e.position > ? AND e.position <= ? LIMIT ?`,
    );
    this.#changes.setReturnArrays(true);
  }

  /** At least those of so many events, in no order; nothing where they stand among very many. Takes the cells as they moved. */
  near(edge: Edge, moved: readonly MovedCell[], span: Span, events: number): EntryRow[] | undefined {
    const end = [...new Set(moved.map((cell) => cell.edge))][events - 1];
    const { after, upTo } = end === undefined ? span : partTo(end, edge, span);
    const cells = new Map(
      moved.filter((cell) => cell.edge > after && cell.edge <= upTo).map((cell) => [cell.id, cell]),
    );
    const most = mostOf(events);
    const asked = [JSON.stringify([...cells.keys()]), after, upTo, most + 1] as const;
    const found = this.#changes.all(...asked) as unknown as Columns[];
    if (found.length > most) return undefined;
    return found.flatMap(([id, position, movement]) => {
      const cell = cells.get(id);
      if (cell === undefined) return [];
      const { quarter, measure, fundSource, category } = cell;
      return [{ position, quarter, measure, fundSource, category, movement }];
    });
  }
}

/** The part of a span from its edge up to a position. */
const partTo = (position: bigint, edge: Edge, { after, upTo }: Span): Span =>
  edge === 'first' ? { after, upTo: position } : { after: position - 1n, upTo };
