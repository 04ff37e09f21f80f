import type { Measure } from '#budget';
import { QUARTERS, type Satang, ZERO } from '#kernel';
import type { ChangedCell } from './diff.ts';
import { balancesOf, type LineCell, lineOf } from './line-cells.ts';
import { type ExplainedMeasure, PARTS } from './parts.ts';

/** The figures of a line that its account shows. */
export const ACCOUNT_MEASURES = [
  'budget',
  'released',
  'pre-committed',
  'committed',
  'accepted',
  'disbursed',
  'advanced',
  'available',
] as const satisfies readonly ExplainedMeasure[];

/** The figures of a line that the budget status shows: the parts of its budget too. */
export const STATUS_MEASURES = [
  'estimated',
  'original',
  'supplement',
  'cut',
  'transfer',
  'brought-forward',
  'carried-forward',
  'returned',
  'lapsed',
  ...ACCOUNT_MEASURES,
] as const satisfies readonly ExplainedMeasure[];

type Address = Omit<ChangedCell, 'from' | 'to'>;
type Values = Map<string, { readonly address: Address; readonly value: Satang }>;

/** The figures of lines that differ between two points, and the planned quarters, in the order of their codes. */
export function changedLineCells(
  from: readonly LineCell[],
  to: readonly LineCell[],
  measures: readonly ExplainedMeasure[],
): ChangedCell[] {
  const [before, after] = [valuesOf(from, measures), valuesOf(to, measures)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name): ChangedCell[] => {
    const [then, now] = [before.get(name), after.get(name)];
    const address = (now ?? then)?.address;
    if (address === undefined || (then?.value ?? ZERO) === (now?.value ?? ZERO)) return [];
    return [{ ...address, from: then?.value, to: now?.value }];
  });
}

function valuesOf(cells: readonly LineCell[], measures: readonly ExplainedMeasure[]): Values {
  const values: Values = new Map();
  const lines = Map.groupBy(cells, lineOf);
  for (const [name, own] of lines) {
    const [first] = own;
    if (!first) continue;
    const { project, fundSource, category } = first;
    if (fundSource === '') {
      plannedOf(own).forEach(([quarter, value]) =>
        values.set(`${name}\n${quarter}`, { address: { project, quarter, measure: 'plan' }, value }),
      );
      continue;
    }
    const balances = balancesOf(own);
    measures.forEach((measure, index) => {
      const value = valueOf(measure, balances);
      const place = String(index).padStart(2, '0');
      if (value !== undefined)
        values.set(`${name}\n${place}`, { address: { project, fundSource, category, measure }, value });
    });
  }
  return values;
}

/** The plan belongs to no line. */
const plannedOf = (cells: readonly LineCell[]) =>
  QUARTERS.flatMap((quarter) => {
    const planned = balancesOf(cells.filter((cell) => cell.quarter === quarter)).plan;
    return planned === undefined ? [] : [[quarter, planned] as const];
  });

/** Nothing where none of its parts moved. */
function valueOf(measure: ExplainedMeasure, balances: ReturnType<typeof balancesOf>): Satang | undefined {
  const parts = Object.entries(PARTS[measure]) as [Measure, 1 | -1][];
  const moved = parts.flatMap(([part, sign]) => {
    const balance = balances[part];
    return balance === undefined ? [] : [sign * balance];
  });
  return moved.length === 0 ? undefined : (moved.reduce((sum, part) => sum + part, 0) as Satang);
}
