import { formatBaht, type Quarter, QUARTERS, type Satang, subtract, sum, ZERO } from '#kernel';
import { type Balances, balancesOf, type LineCell } from '../line-cells.ts';
import { figureColumn, type Table, textColumn } from '../table.ts';

/** What a line, or the whole account, held; the names of the columns. */
export const ACCOUNT_FIGURES = [
  'budget',
  'released',
  'pre_committed',
  'committed',
  'accepted',
  'disbursed',
  'advances',
  'available',
] as const;
type AccountFigures = Readonly<Record<(typeof ACCOUNT_FIGURES)[number], Satang>>;

export interface AccountStateRow {
  /** Absent for the total. */
  readonly line?: { readonly fundSource: string; readonly category: string };
  readonly figures: AccountFigures;
}

/** A budget account at a point of both axes. */
export interface AccountStateFigures {
  /** In the order of their codes, then the total. */
  readonly rows: readonly AccountStateRow[];
  /** Only quarters that are planned. */
  readonly plan: Readonly<Partial<Record<Quarter, Satang>>>;
}

/** The state of one account from the cells of its lines. */
export function accountStateOf(cells: readonly LineCell[]): AccountStateFigures {
  const planned = cells.filter(({ measure }) => measure === 'plan');
  const others = cells.filter(({ measure }) => measure !== 'plan');
  const lines = Map.groupBy(others, ({ fundSource, category }) => `${fundSource}\n${category}`);
  const rows = [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]): AccountStateRow[] => {
      const [first] = own;
      if (!first) return [];
      const { fundSource, category } = first;
      return [{ line: { fundSource, category }, figures: figuresOf(balancesOf(own)) }];
    });
  const plan = QUARTERS.flatMap((quarter) => {
    const own = planned.filter((cell) => cell.quarter === quarter);
    return own.length === 0 ? [] : [[quarter, sum(own.map(({ balance }) => balance))] as const];
  });
  return {
    rows: [...rows, { figures: figuresOf(balancesOf(others)) }],
    plan: Object.fromEntries(plan),
  };
}

function figuresOf(moved: Balances): AccountFigures {
  const held = (measure: keyof Balances): Satang => moved[measure] ?? ZERO;
  const used = sum([held('pre-committed'), held('committed'), held('disbursed')]);
  return {
    budget: held('budget'),
    released: held('released'),
    pre_committed: held('pre-committed'),
    committed: held('committed'),
    accepted: held('accepted'),
    disbursed: held('disbursed'),
    advances: held('advanced'),
    available: subtract(held('budget'), used),
  };
}

const TITLES: Readonly<Record<(typeof ACCOUNT_FIGURES)[number], string>> = {
  budget: 'Budget',
  released: 'Released',
  pre_committed: 'Pre-committed',
  committed: 'Committed',
  accepted: 'Of it accepted',
  disbursed: 'Disbursed',
  advances: 'Of it advances',
  available: 'Available',
};

/** The account in baht, a row per line, then the total; the plan stands above. */
export function accountStateTable(
  { rows, plan }: AccountStateFigures,
  title: string,
  caption: readonly string[],
): Table {
  const planned = Object.entries(plan).map(([quarter, amount]) => `${quarter} ${formatBaht(amount)}`);
  return {
    title,
    caption: [
      'Unit: baht',
      'Available = budget − pre-committed − committed − disbursed',
      ...(planned.length === 0 ? [] : [`Plan: ${planned.join(', ')}`]),
      ...caption,
    ],
    columns: [
      textColumn('fund_source', 'Fund source'),
      textColumn('category', 'Category'),
      ...ACCOUNT_FIGURES.map((name) => figureColumn(name, TITLES[name])),
    ],
    rows: rows.map(({ line, figures }) => ({
      fund_source: line?.fundSource ?? 'TOTAL',
      category: line?.category,
      ...Object.fromEntries(ACCOUNT_FIGURES.map((name) => [name, formatBaht(figures[name])])),
    })),
    footnotes: [],
  };
}
