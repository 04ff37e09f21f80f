import type { Measure, MovementQuarter } from '#budget';
import { add, type Quarter, quartersUpTo, type Satang, ZERO } from '#kernel';

/** What moved on one line of one project in one quarter. The plan belongs to no line: its codes are empty. */
export interface LineCell {
  readonly project: string;
  readonly fundSource: string;
  readonly category: string;
  readonly quarter: MovementQuarter;
  readonly measure: Measure;
  readonly balance: Satang;
}

/** What some cells come to, by measure; absent where nothing was posted. */
export type Balances = Readonly<Partial<Record<Measure, Satang>>>;

export function balancesOf(cells: readonly LineCell[]): Balances {
  const balances: Partial<Record<Measure, Satang>> = {};
  for (const { measure, balance } of cells) balances[measure] = add(balances[measure] ?? ZERO, balance);
  return balances;
}

/** The cells up to the end of a quarter; all of them, what was used after the year too, when none is named. */
export function cellsThrough(cells: readonly LineCell[], quarter: Quarter | undefined): readonly LineCell[] {
  if (quarter === undefined) return cells;
  const range: readonly MovementQuarter[] = quartersUpTo(quarter);
  return cells.filter((cell) => range.includes(cell.quarter));
}

/** How rows of a report may be put together. */
export const GROUPINGS = ['project', 'fund-source', 'category'] as const;
export type Grouping = (typeof GROUPINGS)[number];

const MEMBERS = { project: 'project', 'fund-source': 'fundSource', category: 'category' } as const;

/** What a cell is called in a grouping. */
export const groupOf = (cell: Pick<LineCell, 'project' | 'fundSource' | 'category'>, by: Grouping): string =>
  cell[MEMBERS[by]];

/** The cells of lines by project, fund source or category, in code order. */
export function grouped(cells: readonly LineCell[], by: Grouping): [name: string, cells: LineCell[]][] {
  const groups = Map.groupBy(cells.filter(isOfLine), (cell) => groupOf(cell, by));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The cells of each line of one project, in code order. */
export function byLine(cells: readonly LineCell[]): LineCell[][] {
  const lines = Map.groupBy(cells.filter(isOfLine), lineOf);
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => members);
}

/** A line of a project as the key of a map. */
export const lineOf = ({
  project,
  fundSource,
  category,
}: Pick<LineCell, 'project' | 'fundSource' | 'category'>): string => `${project}\n${fundSource}\n${category}`;

const isOfLine = ({ fundSource }: LineCell): boolean => fundSource !== '';
