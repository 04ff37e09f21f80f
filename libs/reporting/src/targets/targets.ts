import type { DisbursementTarget } from '#control';
import {
  type CivilDate,
  type FiscalCalendar,
  type FiscalYear,
  percentageOf,
  percentOf,
  QUARTERS,
  quarterRange,
  type Quarter,
  type Satang,
  subtract,
  sum,
  ZERO,
} from '#kernel';
import { finalBudget } from '../budget-comparison/comparison.ts';
import type { LineCell } from '../line-cells.ts';

/** What was disbursed on a line in a month, net. */
export interface MonthCell {
  readonly project: string;
  readonly fundSource: string;
  readonly category: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly balance: Satang;
}

/** Disbursement of a group through a period against the rate that the cabinet expects. */
export interface TargetRow {
  readonly group: DisbursementTarget['group'];
  /** `Q1` to `Q4` or `YYYY-MM`. */
  readonly through: string;
  /** The last day that counts. */
  readonly last: CivilDate;
  readonly budget: Satang;
  readonly disbursed: Satang;
  /** Of the budget; absent when there is none. */
  readonly percent: string | undefined;
  readonly target: string;
  /** What is missing to the target; negative where more is disbursed. */
  readonly shortfall: Satang;
  readonly status: 'met' | 'missed' | 'running';
}

export interface TargetsInput {
  readonly targets: readonly DisbursementTarget[];
  /** Categories of investment; everything else is current expenditure. */
  readonly capitalCategories: readonly string[];
  readonly cells: readonly LineCell[];
  readonly months: readonly MonthCell[];
  readonly fiscalYear: FiscalYear;
  readonly calendar: FiscalCalendar;
  /** A period that ends on this day or later is still running. */
  readonly on: CivilDate;
}

/** Every target of a fiscal year in the order of its periods, groups as the policy lists them. */
export function disbursementTargets(input: TargetsInput): TargetRow[] {
  return input.targets
    .filter(({ fiscalYear }) => fiscalYear === input.fiscalYear)
    .map((target) => rowOf(target, input))
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
}

function rowOf({ group, through, percent: target }: DisbursementTarget, input: TargetsInput): TargetRow {
  const last = lastDay(through, input);
  const belongs = ({ category }: { readonly category: string }): boolean =>
    group === 'all' || input.capitalCategories.includes(category) === (group === 'capital');
  const budget = finalBudget(input.cells.filter(belongs));
  const disbursed = sum(
    input.months
      .filter((cell) => belongs(cell) && cell.month <= last.slice(0, 7))
      .map(({ balance }) => balance),
  );
  const shortfall = subtract(percentageOf(budget, target), disbursed);
  const status = shortfall <= ZERO ? 'met' : last < input.on ? 'missed' : 'running';
  return {
    group,
    through,
    last,
    budget,
    disbursed,
    percent: percentOf(disbursed, budget),
    target,
    shortfall,
    status,
  };
}

function lastDay(
  through: string,
  { fiscalYear, calendar }: Pick<TargetsInput, 'fiscalYear' | 'calendar'>,
): CivilDate {
  if (QUARTERS.includes(through as Quarter)) {
    return quarterRange(fiscalYear, through as Quarter, calendar).last;
  }
  const [year = 0, month = 0] = through.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as CivilDate;
}
