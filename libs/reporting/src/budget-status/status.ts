import { type Satang, subtract, sum, ZERO } from '#kernel';
import type { NamedFigures } from '../exact-figures.ts';
import { balancesOf, byLine, type Grouping, grouped, type LineCell } from '../line-cells.ts';

/**
 * The figures of a budget status with their headings: what was asked for; the parts of the budget, signed as they
 * move it, and their sum; what may be used so far; the stages of use, and what is left.
 */
export const STATUS_TITLES = {
  estimated: 'Estimated',
  original: 'Original',
  supplements: 'Supplements',
  cuts: 'Cuts',
  transfers: 'Transfers',
  brought_forward: 'Brought forward',
  carried_forward: 'Carried forward',
  returned: 'Returned',
  lapsed: 'Lapsed',
  current: 'Current',
  released: 'Released',
  pre_committed: 'Pre-committed',
  committed: 'Committed',
  accepted: 'of which accepted',
  disbursed: 'Disbursed',
  advances: 'of which advances',
  available: 'Available',
} as const;

export type StatusFigures = NamedFigures<keyof typeof STATUS_TITLES>;

/** What a row is about: a line of a project, or all lines of a project, fund source, category or the organisation. */
export type StatusRow = { readonly figures: StatusFigures } & (
  | {
      readonly level: 'line';
      readonly project: string;
      readonly fundSource: string;
      readonly category: string;
    }
  | { readonly level: 'project'; readonly project: string }
  | { readonly level: 'fund-source'; readonly fundSource: string }
  | { readonly level: 'category'; readonly category: string }
  | { readonly level: 'organisation' }
);

/** Every line under its project, then the same money by fund source and by category, and the total. */
export function budgetStatus(cells: readonly LineCell[]): StatusRow[] {
  return [
    ...grouped(cells, 'project').flatMap(([project, own]): StatusRow[] => [
      ...byLine(own).flatMap(lineRow),
      { level: 'project', project, figures: statusFigures(own) },
    ]),
    ...totalsBy(cells, 'fund-source').map(([fundSource, figures]): StatusRow => ({
      level: 'fund-source',
      fundSource,
      figures,
    })),
    ...totalsBy(cells, 'category').map(([category, figures]): StatusRow => ({
      level: 'category',
      category,
      figures,
    })),
    { level: 'organisation', figures: statusFigures(cells) },
  ];
}

function lineRow(cells: readonly LineCell[]): StatusRow[] {
  const [first] = cells;
  if (!first) return [];
  const { project, fundSource, category } = first;
  return [{ level: 'line', project, fundSource, category, figures: statusFigures(cells) }];
}

const totalsBy = (cells: readonly LineCell[], by: Grouping): [string, StatusFigures][] =>
  grouped(cells, by).map(([name, members]) => [name, statusFigures(members)]);

/** What some lines come to. Available = current − pre-committed − committed − disbursed, whatever a policy lets be used. */
export function statusFigures(cells: readonly LineCell[]): StatusFigures {
  const moved = balancesOf(cells);
  const use = [moved['pre-committed'], moved.committed, moved.disbursed];
  return {
    estimated: moved.estimated,
    original: moved.original,
    supplements: moved.supplement,
    cuts: moved.cut,
    transfers: moved.transfer,
    brought_forward: moved['brought-forward'],
    carried_forward: moved['carried-forward'],
    returned: moved.returned,
    lapsed: moved.lapsed,
    current: moved.budget,
    released: moved.released,
    pre_committed: moved['pre-committed'],
    committed: moved.committed,
    accepted: moved.accepted,
    disbursed: moved.disbursed,
    advances: moved.advanced,
    available: subtract(moved.budget ?? ZERO, sum(use.map((amount): Satang => amount ?? ZERO))),
  };
}
