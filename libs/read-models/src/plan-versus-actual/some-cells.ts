import type { MovementQuarter } from '#budget';
import type { CellScope } from './queries.ts';

/** Some cells of a project: in these quarters, and on lines of a fund source or of a category where one is named. */
export interface SomeCells extends Pick<CellScope, 'fundSource' | 'category'> {
  readonly quarters: readonly MovementQuarter[];
}

/** Where a row stands; the row of a whole project names no line. */
interface Place {
  readonly quarter: MovementQuarter;
  readonly fundSource?: string;
  readonly category?: string;
}

/** Whether a row that was read is of these cells. */
export const isAmong = (
  { quarters, fundSource, category }: SomeCells,
  { quarter, fundSource: source, category: kind }: Place,
): boolean =>
  quarters.includes(quarter) &&
  (fundSource === undefined || fundSource === source) &&
  (category === undefined || category === kind);
