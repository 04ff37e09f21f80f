import type { Measure, MovementQuarter } from '#budget';
import { FirstEvents } from './first-events.ts';
import type { EntryRow } from './queries.ts';
import { isAmong, type SomeCells } from './some-cells.ts';

/** A change of a cell of some project. */
export interface ComparedRow extends EntryRow {
  readonly project: string;
}

/** The changes between two points, from which those of any cells are picked. */
export class ComparedCells {
  readonly #rows: ReadonlyMap<string, readonly ComparedRow[]>;
  readonly #end: bigint;

  /** No change stands behind the end. */
  constructor(rows: readonly ComparedRow[], end: bigint) {
    this.#rows = Map.groupBy(rows, ({ project, measure }) => keyOf(project, measure));
    this.#end = end;
  }

  /** The changes that the first events made to some cells of one project, oldest first. */
  of(
    { project, fundSource, category }: Omit<SomeCells, 'quarters'> & { readonly project: string },
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    limit: number,
  ): EntryRow[] {
    const cells = { quarters, fundSource, category };
    const own = measures
      .flatMap((measure) => this.#rows.get(keyOf(project, measure)) ?? [])
      .filter((row) => isAmong(cells, row));
    return new FirstEvents(limit, this.#end).with(own).rows;
  }
}

const keyOf = (project: string, measure: Measure): string => `${measure}\n${project}`;
