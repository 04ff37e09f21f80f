import { type Satang, subtract, sum, ZERO } from '#kernel';
import { comparisonFigures } from '../budget-comparison/comparison.ts';
import { statusFigures } from '../budget-status/status.ts';
import type { CoveredLine } from '../documents.ts';
import type { NamedFigures } from '../exact-figures.ts';
import { byLine, grouped, type LineCell, lineOf } from '../line-cells.ts';

/**
 * What became of the money of a year. Final budget = disbursed + carried forward + returned + lapsed + reserved +
 * open + available; what the next year received stands in its own column and counts for that year alone.
 */
export const YEAR_END_TITLES = {
  final: 'Final budget',
  disbursed: 'Disbursed',
  disbursed_after: 'of which after the year',
  carried_forward: 'Carried forward',
  returned: 'Returned',
  lapsed: 'Lapsed',
  reserved: 'Reserved',
  open: 'Open',
  available: 'Available',
  brought_forward: 'Brought forward',
} as const;

export type YearEndFigures = NamedFigures<keyof typeof YEAR_END_TITLES>;

export type YearEndRow = { readonly fiscalYear: number; readonly figures: YearEndFigures } & (
  | {
      readonly level: 'line';
      readonly project: string;
      readonly fundSource: string;
      readonly category: string;
    }
  | { readonly level: 'total' }
);

export interface YearEndInput {
  readonly fiscalYear: number;
  readonly cells: readonly LineCell[];
  /** Of the next fiscal year. */
  readonly nextCells: readonly LineCell[];
  /** The documents of the year that a confirmed reservation covers; others do not matter. */
  readonly documents: readonly CoveredLine[];
}

const NOTHING = Object.fromEntries(
  Object.keys(YEAR_END_TITLES).map((name) => [name, undefined]),
) as unknown as YearEndFigures;

/** Every line of the year with its total, then the lines of the next year that received money, with theirs. */
export function yearEnd({ fiscalYear, cells, nextCells, documents }: YearEndInput): YearEndRow[] {
  const reserved = Map.groupBy(documents.filter(isReserved), lineOf);
  const held = (line: readonly LineCell[]): Satang =>
    sum((line[0] ? (reserved.get(lineOf(line[0])) ?? []) : []).map(({ outstanding }) => outstanding));
  const all = sum([...reserved.values()].flat().map(({ outstanding }) => outstanding));
  const received = nextCells.filter(({ measure }) => measure === 'brought-forward');
  const next = fiscalYear + 1;
  return [
    ...linesOf(cells).flatMap((line) => lineRow(fiscalYear, line, closingFigures(line, held(line)))),
    { level: 'total', fiscalYear, figures: closingFigures(cells, all) },
    ...linesOf(received).flatMap((line) => lineRow(next, line, receivedFigures(line))),
    { level: 'total', fiscalYear: next, figures: receivedFigures(received) },
  ];
}

/** What left the year and did not arrive in the next one; zero when every satang is counted once. */
export function uncounted(rows: readonly YearEndRow[]): Satang {
  const [gone, come] = rows.filter(({ level }) => level === 'total').map(({ figures }) => figures);
  return subtract(gone?.carried_forward ?? ZERO, come?.brought_forward ?? ZERO);
}

const isReserved = ({ stage, reservedUntil, outstanding }: CoveredLine): boolean =>
  reservedUntil !== null && outstanding > 0 && stage !== 'reservation';

const linesOf = (cells: readonly LineCell[]): LineCell[][] =>
  grouped(cells, 'project').flatMap(([, own]) => byLine(own));

function lineRow(fiscalYear: number, cells: readonly LineCell[], figures: YearEndFigures): YearEndRow[] {
  const [first] = cells;
  if (!first) return [];
  const { project, fundSource, category } = first;
  return [{ level: 'line', fiscalYear, project, fundSource, category, figures }];
}

function closingFigures(cells: readonly LineCell[], reserved: Satang): YearEndFigures {
  const { final, carried_forward, returned, lapsed } = comparisonFigures(cells);
  const { pre_committed, committed, disbursed, available } = statusFigures(cells);
  const after = cells.filter(({ quarter, measure }) => quarter === 'after' && measure === 'disbursed');
  return {
    final,
    disbursed,
    disbursed_after: after.length > 0 ? sum(after.map(({ balance }) => balance)) : undefined,
    carried_forward,
    returned,
    lapsed,
    reserved,
    open: subtract(sum([pre_committed ?? ZERO, committed ?? ZERO]), reserved),
    available,
    brought_forward: undefined,
  };
}

const receivedFigures = (cells: readonly LineCell[]): YearEndFigures => ({
  ...NOTHING,
  brought_forward: sum(cells.map(({ balance }) => balance)),
});
