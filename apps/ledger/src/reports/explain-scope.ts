import type { MovementQuarter } from '#budget';
import { type CivilDate, type FiscalCalendar, type FiscalYear, QUARTERS, quartersUpTo } from '#kernel';
import { type CellAddress, type ExplainedMeasure, quarterOfMonth } from '#reporting';
import { refuse } from '../http/refusals.ts';
import type { ExplainedCell } from './explanations.ts';

/** Which cell of a report is asked about. */
export interface ExplainScope {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  /** All projects together when absent. */
  readonly project?: string | undefined;
  /** The whole year, and what was used after it, when neither quarter nor month is named. */
  readonly quarter?: MovementQuarter | undefined;
  /** Only this month, or everything up to its end: `YYYY-MM`. */
  readonly month?: string | undefined;
  readonly measure: ExplainedMeasure;
  readonly cumulative: boolean;
  readonly fundSource?: string | undefined;
  readonly category?: string | undefined;
  /** Only what takes effect up to the end of this day. */
  readonly effectiveTo?: CivilDate | undefined;
}

/** A cell as it is read: its quarters and days, its address in words, and the same from the beginning of the year. */
export interface ReadCell {
  readonly cell: ExplainedCell;
  readonly toDate: ExplainedCell;
  /** The day up to which it counts. */
  readonly day: CivilDate | undefined;
  readonly address: CellAddress;
}

const quartersTo = (quarter: MovementQuarter): readonly MovementQuarter[] =>
  quarter === 'after' ? [...QUARTERS, quarter] : quartersUpTo(quarter);

/** Finds what a cell consists of; refuses a month that is not of the year, or of another quarter. */
export function readCell(scope: ExplainScope, calendar: FiscalCalendar): ReadCell {
  const { month, effectiveTo } = scope;
  const span = month === undefined ? undefined : monthOf(scope, month, calendar);
  const quarter = span?.quarter ?? scope.quarter ?? 'after';
  const cumulative = scope.cumulative || (scope.quarter === undefined && month === undefined);
  const { organisation, fiscalYear, project, measure, fundSource, category } = scope;
  const own = { organisation, fiscalYear, project, measure, fundSource, category };
  const toDate = { ...own, quarters: quartersTo(quarter) };
  const cell = cumulative ? toDate : { ...own, quarters: [quarter], since: span?.first };
  const days = [span?.last, effectiveTo].filter((day) => day !== undefined).sort();
  return {
    ...{ cell, toDate, day: days[0] },
    address: {
      ...{ project, quarter, measure, fundSource, category, month },
      basis: cumulative ? 'cumulative' : 'quarter',
    },
  };
}

function monthOf({ fiscalYear, quarter }: ExplainScope, month: string, calendar: FiscalCalendar) {
  const found = quarterOfMonth(month, fiscalYear, calendar);
  if (found && (quarter === undefined || quarter === found.quarter)) return found;
  const expected = found ? `a month of ${quarter ?? ''}` : `a month of ${fiscalYear}, or a later one`;
  throw refuse('input-invalid', `${month} is not ${expected}.`, {
    errors: [{ field: 'month', given: month, expected: `must be ${expected}` }],
  });
}
