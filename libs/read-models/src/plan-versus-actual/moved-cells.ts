import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Measure, MovementQuarter } from '#budget';
import { type EntryRow, SOME_CELLS, SOME_CELLS_OF_ALL } from './queries.ts';
import type { Span } from './rollups.ts';

export type Edge = 'first' | 'last';

/** A cell, and where its change next to an edge of a span stands. */
export interface MovedCell extends Omit<EntryRow, 'position' | 'movement'> {
  readonly id: number;
  readonly edge: bigint;
}

type Columns = readonly [
  edge: bigint | null,
  id: bigint,
  quarter: MovementQuarter,
  measure: Measure,
  fundSource: string,
  category: string,
];

/**
 * The cells that moved in a span, those first that moved next to its edge: one seek each. Whoever looks for the changes of
 * the first or the last events of a span is done with the first cell whose edge lies behind them.
 */
export class MovedCells {
  readonly #first;
  readonly #last;

  constructor(database: DatabaseSync) {
    const moved = (order: 'ASC' | 'DESC') => (cells: string) => {
      const statement = database.prepare(
        `SELECT (SELECT e.position FROM pva_entry e WHERE e.cell = c.id AND e.position > ? AND e.position <= ?
                  ORDER BY e.position ${order} LIMIT 1), c.id, c.quarter, c.measure, c.fund_source, c.category
           FROM pva_cell c WHERE ${cells}`,
      );
      statement.setReadBigInts(true);
      statement.setReturnArrays(true);
      return statement;
    };
    const both = (of: ReturnType<typeof moved>) => ({ project: of(SOME_CELLS), all: of(SOME_CELLS_OF_ALL) });
    this.#first = both(moved('ASC'));
    this.#last = both(moved('DESC'));
  }

  of(
    whose: 'project' | 'all',
    cells: readonly SQLInputValue[],
    { after, upTo }: Span,
    next: Edge,
  ): MovedCell[] {
    const statement = (next === 'first' ? this.#first : this.#last)[whose];
    const found = statement.all(after, upTo, ...cells) as unknown as Columns[];
    const moved = found.flatMap(([edge, id, quarter, measure, fundSource, category]) =>
      edge === null ? [] : [{ edge, id: Number(id), quarter, measure, fundSource, category }],
    );
    const inOrder = moved.sort((a, b) => (a.edge < b.edge ? -1 : Number(a.edge > b.edge)));
    return next === 'first' ? inOrder : inOrder.reverse();
  }
}
