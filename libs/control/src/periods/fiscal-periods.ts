import { guarded } from '#access';
import {
  type CivilDate,
  type Decider,
  type FiscalCalendar,
  fiscalYearRange,
  type FiscalYear,
  isBlank,
  QUARTERS,
  type Quarter,
  quarterRange,
  type Refusal,
} from '#kernel';
import { type ControlContext, mayAct } from '../context.ts';
import { dutyMissing, refuse } from '../refusals.ts';
import type { FiscalPeriodsEvent } from './events.ts';
import { emptyPeriods, periodStatus, type PeriodStatus, type PeriodsState } from './state.ts';

/** A step of a month (`YYYY-MM`), a quarter (`Q1` to `Q4`) or the whole `year`. */
interface PeriodStep {
  readonly fiscalYear: FiscalYear;
  readonly period: string;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export interface SoftClosePeriod extends PeriodStep {
  readonly type: 'soft-close-period';
}
export interface ClosePeriod extends PeriodStep {
  readonly type: 'close-period';
}
/** Needs a reason. */
export interface ReopenPeriod extends PeriodStep {
  readonly type: 'reopen-period';
}
export type FiscalPeriodsCommand = SoftClosePeriod | ClosePeriod | ReopenPeriod;

/** Whose duty it is to close and reopen; while nobody has it, anybody may. */
export const KEEP_PERIODS = 'keep-periods';

const STATUS: Readonly<Record<FiscalPeriodsEvent['type'], PeriodStatus>> = {
  PeriodSoftClosed: 'soft-closed',
  PeriodClosed: 'closed',
  PeriodReopened: 'open',
};

const EVENT = {
  'soft-close-period': 'PeriodSoftClosed',
  'close-period': 'PeriodClosed',
  'reopen-period': 'PeriodReopened',
} as const;

/** What a step changes. Closing softly never loosens what is closed: that is reopening, which needs a reason. */
const CHANGES: Readonly<Record<FiscalPeriodsCommand['type'], readonly PeriodStatus[]>> = {
  'soft-close-period': ['open'],
  'close-period': ['open', 'soft-closed'],
  'reopen-period': ['soft-closed', 'closed'],
};

const months: Decider<PeriodsState, FiscalPeriodsCommand, FiscalPeriodsEvent> = {
  category: 'fiscalperiods',
  initial: emptyPeriods,

  decide(state, command, context: ControlContext) {
    const { type, fiscalYear, period, effectiveOn } = command;
    if (!mayAct(context.control, KEEP_PERIODS, context)) return dutyMissing(context.actor, KEEP_PERIODS);
    const range = rangeOf(period, fiscalYear, context.calendar);
    if (!range) return unknownPeriod(period, fiscalYear);
    const event = EVENT[type];
    const months = monthsIn(range).filter((month) => CHANGES[type].includes(statusOf(state, month)));
    return (
      mustSayWhy(command) ??
      mustHaveEnded(command, range.last, context) ??
      mustChange(state, command, range, months) ?? [
        { type: event, effectiveOn, data: { fiscalYear, period, months } },
      ]
    );
  },

  evolve(state, { type, data }) {
    const status = STATUS[type];
    for (const month of data.months) {
      if (status === 'open') state.months.delete(month);
      else state.months.set(month, status);
    }
    return state;
  },
};

/** The months of one fiscal year: open, closed softly, closed. */
export const fiscalPeriods = guarded(months);

interface Range {
  readonly first: string;
  readonly last: string;
}

/** The days of a period of the year; nothing when it is none of its periods. */
function rangeOf(period: string, year: FiscalYear, calendar: FiscalCalendar): Range | undefined {
  const whole = fiscalYearRange(year, calendar);
  if (period === 'year') return whole;
  if (QUARTERS.includes(period as Quarter)) return quarterRange(year, period as Quarter, calendar);
  const months = monthsIn(whole);
  if (!months.includes(period)) return undefined;
  const next = months[months.indexOf(period) + 1];
  return { first: `${period}-01`, last: next === undefined ? whole.last : dayBefore(`${next}-01`) };
}

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

function monthsIn({ first, last }: Range): string[] {
  const months: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last.slice(0, 7)) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

const statusOf = (state: PeriodsState, month: string): PeriodStatus =>
  periodStatus(state, `${month}-01` as CivilDate);

function unknownPeriod(period: string, fiscalYear: number): Refusal {
  return refuse(
    'period-unknown',
    `${period.slice(0, 20)} is no period of ${fiscalYear}; expected a month YYYY-MM of it, Q1 to Q4, or year.`,
    { period, fiscalYear },
  );
}

function mustSayWhy({ type, period, reason }: FiscalPeriodsCommand): Refusal | undefined {
  if (type !== 'reopen-period' || !isBlank(reason)) return undefined;
  return refuse('control-reason-missing', `${period} is to be reopened without a reason; expected why.`, {
    period,
  });
}

function mustHaveEnded(
  { type, period }: FiscalPeriodsCommand,
  last: string,
  { bookedOn }: ControlContext,
): Refusal | undefined {
  if (type !== 'close-period' || bookedOn > last) return undefined;
  return refuse(
    'period-not-ended',
    `${period} ends on ${last}; on ${bookedOn} it can be closed softly only.`,
    {
      period,
      last,
      bookedOn,
    },
  );
}

function mustChange(
  state: PeriodsState,
  { period }: FiscalPeriodsCommand,
  range: Range,
  months: readonly string[],
): Refusal | undefined {
  if (months.length > 0) return undefined;
  const status = [...new Set(monthsIn(range).map((month) => statusOf(state, month)))].join(' and ');
  return refuse('period-already-so', `${period} is ${status} already.`, { period, standing: status });
}
