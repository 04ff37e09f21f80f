import type { Movement, MovementQuarter } from '#budget';
import {
  type CivilDate,
  type FiscalCalendar,
  type FiscalYear,
  QUARTERS,
  type Quarter,
  quarterRange,
} from '#kernel/folding';

/** A fiscal year of an organisation. */
export interface CalendarYear {
  readonly fiscalYear: FiscalYear;
  readonly calendar: FiscalCalendar;
}

/** What takes effect up to the end of a day: quarters that are over by then, and the one that the day lies in. */
export interface EffectiveTo {
  readonly day: CivilDate;
  readonly whole: readonly MovementQuarter[];
  /** Of this one only what takes effect up to the day; absent where the day ends a quarter, or comes before all. */
  readonly partial?: MovementQuarter | undefined;
}

/** The part of a fiscal year up to the end of a day. */
export function effectiveTo(day: CivilDate, { fiscalYear, calendar }: CalendarYear): EffectiveTo {
  const ranges = QUARTERS.map((quarter) => ({ quarter, ...quarterRange(fiscalYear, quarter, calendar) }));
  const whole = ranges.filter(({ last }) => last <= day).map(({ quarter }) => quarter);
  const isOver = (ranges.at(-1)?.last ?? day) < day;
  const partial = isOver ? 'after' : ranges.find(({ first, last }) => first <= day && day < last)?.quarter;
  return { day, whole, partial };
}

/**
 * The day from which a movement counts: its business date, kept within the quarter that it moves. So a plan that is
 * made before its quarter counts from the first day of it, and up to the last day of a quarter is the same as through
 * the quarter.
 */
export function dayOf(
  { quarter }: Pick<Movement, 'quarter'>,
  effectiveOn: CivilDate,
  { fiscalYear, calendar }: CalendarYear,
): CivilDate {
  if (quarter === 'after') return effectiveOn;
  const { first, last } = rangeOf(quarter, fiscalYear, calendar);
  if (effectiveOn < first) return first;
  return effectiveOn > last ? last : effectiveOn;
}

/** The quarters that were met, since every movement asks for its own. */
const ranges = new Map<string, ReturnType<typeof quarterRange>>();

function rangeOf(quarter: Quarter, fiscalYear: FiscalYear, calendar: FiscalCalendar) {
  const key = `${quarter} ${fiscalYear} ${calendar.startMonth} ${calendar.era}`;
  let range = ranges.get(key);
  if (range === undefined) {
    range = quarterRange(fiscalYear, quarter, calendar);
    ranges.set(key, range);
  }
  return range;
}
