import type { Measure } from '#budget';
import { type Satang, subtract, sum, ZERO } from '#kernel';
import type { NamedFigures } from '../exact-figures.ts';
import type { EventFacts } from '../explain.ts';
import { balancesOf, byLine, grouped, type LineCell, lineOf } from '../line-cells.ts';

/** The figures of a comparison of budget and actual amounts (IPSAS 24), with their headings. */
export const COMPARISON_TITLES = {
  original: 'Original budget',
  changes: 'Changes',
  final: 'Final budget',
  actual: 'Actual',
  difference: 'Final − actual',
  carried_forward: 'of which carried forward',
  returned: 'of which returned',
  lapsed: 'of which lapsed',
  open: 'of which still open',
} as const;

export type ComparisonFigures = NamedFigures<keyof typeof COMPARISON_TITLES>;

/** The parts of the budget that change it during the period; what ends with the year is no change of it. */
export const CHANGING_PARTS = [
  'supplement',
  'cut',
  'transfer',
  'brought-forward',
] as const satisfies readonly Measure[];

/** An event that changed a budget, and by how much. */
export interface BudgetChange extends EventFacts {
  readonly part: (typeof CHANGING_PARTS)[number];
  readonly amount: Satang;
}

/** A change together with the line that it changed. */
export interface LineChange extends BudgetChange {
  readonly project: string;
  readonly fundSource: string;
  readonly category: string;
}

export type ComparisonRow = { readonly figures: ComparisonFigures } & (
  | {
      readonly level: 'line';
      readonly project: string;
      readonly fundSource: string;
      readonly category: string;
      /** In the order of the log; they add up to the changes. */
      readonly changes: readonly BudgetChange[];
    }
  | { readonly level: 'project'; readonly project: string }
  | { readonly level: 'organisation' }
);

/** Original, final and actual of every line with what changed it, then of its project, then of all. */
export function budgetComparison(
  cells: readonly LineCell[],
  changes: readonly LineChange[],
): ComparisonRow[] {
  const byName = Map.groupBy(changes, lineOf);
  return [
    ...grouped(cells, 'project').flatMap(([project, own]): ComparisonRow[] => [
      ...byLine(own).flatMap((line) => lineRow(line, byName)),
      { level: 'project', project, figures: comparisonFigures(own) },
    ]),
    { level: 'organisation', figures: comparisonFigures(cells) },
  ];
}

function lineRow(
  cells: readonly LineCell[],
  byName: ReadonlyMap<string, readonly LineChange[]>,
): ComparisonRow[] {
  const [first] = cells;
  if (!first) return [];
  const { project, fundSource, category } = first;
  const changes = (byName.get(lineOf(first)) ?? []).map(withoutLine);
  return [{ level: 'line', project, fundSource, category, changes, figures: comparisonFigures(cells) }];
}

const withoutLine = ({ fundSource: _fundSource, category: _category, ...change }: LineChange): BudgetChange =>
  change;

/**
 * The final budget counts what changed it in the period. What was carried on, returned or lapsed when the year was
 * closed is a part of the difference between final budget and actual, so that the final budget stays what it was.
 */
export function comparisonFigures(cells: readonly LineCell[]): ComparisonFigures {
  const moved = balancesOf(cells);
  const of = (...measures: Measure[]): Satang => sum(measures.map((measure) => moved[measure] ?? ZERO));
  const changes = of(...CHANGING_PARTS);
  const final = sum([of('original'), changes]);
  return {
    original: moved.original,
    changes,
    final,
    actual: moved.disbursed,
    difference: subtract(final, of('disbursed')),
    carried_forward: gone(moved['carried-forward']),
    returned: gone(moved.returned),
    lapsed: gone(moved.lapsed),
    open: subtract(of('budget'), of('disbursed')),
  };
}

/** The budget of the period on its last day: original and all that changed it since. */
export const finalBudget = (cells: readonly LineCell[]): Satang => comparisonFigures(cells).final ?? ZERO;

/** What left the budget, as a figure greater than zero. */
const gone = (amount: Satang | undefined): Satang | undefined =>
  amount === undefined ? undefined : subtract(ZERO, amount);
