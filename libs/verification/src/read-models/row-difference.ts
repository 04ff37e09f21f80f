/** A row that is not what it should be. */
export interface RowDifference {
  readonly table: string;
  /** Its key, such as `cell=4, position=17`; absent when the whole table is meant. */
  readonly key?: string;
  /** What is there, and what was expected; without the full stop. */
  readonly what: string;
}
