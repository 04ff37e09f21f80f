import type { MovementQuarter } from '#budget';
import { add, percentOf, type Quarter, QUARTERS, quartersUpTo, type Satang, sum, ZERO } from '#kernel';
import { balancesOf, type Grouping, grouped, type LineCell } from '../line-cells.ts';

/** Use of the budget from the start of the year to the end of a quarter, against the original budget (PEFA PI-28). */
export interface ExecutionRow {
  /** Code of the project, fund source or category; `TOTAL` for all. */
  readonly group: string;
  /** The last quarter that counts; `after` counts what was used of reserved money after the year too. */
  readonly through: MovementQuarter;
  /** What was first allocated for the whole year. */
  readonly original: Satang;
  /** Used at the stage of commitment: committed and disbursed. */
  readonly commitment: Satang;
  /** Used at the stage of payment: disbursed. */
  readonly payment: Satang;
  /** In percent of the original budget; absent when there is none. */
  readonly commitmentPercent: string | undefined;
  readonly paymentPercent: string | undefined;
}

/** One row per group and quarter up to the one asked for; of the whole year, and after it, when none is. */
export function execution(
  cells: readonly LineCell[],
  by: Grouping,
  quarter: Quarter | undefined,
): ExecutionRow[] {
  const spans = spansOf(cells, quarter);
  return [...grouped(cells, by), ['TOTAL', cells] as const].flatMap(([group, members]) =>
    spans.map((span) => rowOf(group, members, span)),
  );
}

function spansOf(
  cells: readonly LineCell[],
  quarter: Quarter | undefined,
): readonly (readonly MovementQuarter[])[] {
  const quarters = quarter === undefined ? QUARTERS : quartersUpTo(quarter);
  const spans: MovementQuarter[][] = quarters.map((last) => quartersUpTo(last));
  const usedAfter = cells.some((cell) => cell.quarter === 'after' && cell.measure === 'disbursed');
  return quarter === undefined && usedAfter ? [...spans, [...QUARTERS, 'after']] : spans;
}

function rowOf(group: string, cells: readonly LineCell[], span: readonly MovementQuarter[]): ExecutionRow {
  const within = balancesOf(cells.filter(({ quarter }) => span.includes(quarter)));
  const original = sum(cells.filter(({ measure }) => measure === 'original').map(({ balance }) => balance));
  const payment = within.disbursed ?? ZERO;
  const commitment = add(payment, within.committed ?? ZERO);
  return {
    group,
    through: span.at(-1) ?? 'Q1',
    original,
    commitment,
    payment,
    commitmentPercent: percentOf(commitment, original),
    paymentPercent: percentOf(payment, original),
  };
}
