import { type CivilDate, type FiscalYear, fiscalYearRange, type Instant, THAI_CALENDAR } from '#kernel';

/** Days since 1 January 1970. */
export type Day = number;

const MS_A_DAY = 86_400_000;

export const dayOf = (date: CivilDate): Day => Date.parse(date) / MS_A_DAY;

export const dateOf = (day: Day): CivilDate =>
  new Date(day * MS_A_DAY).toISOString().slice(0, 10) as CivilDate;

/** A moment of a day in Bangkok; `part` of the office hours, 0 at half past eight and 1 at half past four. */
export const momentOf = (day: Day, part: number): Instant =>
  new Date((day + (1.5 + 8 * part) / 24) * MS_A_DAY).toISOString() as Instant;

const isWorkingDay = (day: Day): boolean => (day + 4) % 7 !== 0 && (day + 4) % 7 !== 6;

/** The day, or the next on which offices work. */
export function workingDay(day: Day): Day {
  let next = day;
  while (!isWorkingDay(next)) next += 1;
  return next;
}

/** Of the documents of a year, how many begin in each month: a slow start, and a rush at the end. October first. */
const MONTHS = [5, 6, 7, 7, 7, 9, 7, 8, 9, 10, 11, 14];
const RUSH_DAYS = 6;
/** How much more comes on each of the last days. */
const RUSH = 2.5;

/** When the documents of a fiscal year begin. */
export class Season {
  readonly first: Day;
  readonly last: Day;
  readonly workingDays: readonly [Day, ...Day[]];
  readonly #through = new Map<Day, number>();

  constructor(year: FiscalYear) {
    const { first, last } = fiscalYearRange(year, THAI_CALENDAR);
    [this.first, this.last] = [dayOf(first), dayOf(last)];
    const all = Array.from({ length: this.last - this.first + 1 }, (_, index) => this.first + index);
    const days = all.filter(isWorkingDay);
    const monthOf = (day: Day): number => (Number(dateOf(day).slice(5, 7)) + 2) % 12;
    const inMonth = MONTHS.map((_, month) => days.filter((day) => monthOf(day) === month).length);
    const weights = days.map((day, index) => {
      const weight = (MONTHS[monthOf(day)] ?? 0) / (inMonth[monthOf(day)] ?? 1);
      return index >= days.length - RUSH_DAYS ? weight * RUSH : weight;
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let through = 0;
    for (const [index, day] of days.entries())
      this.#through.set(day, (through += (weights[index] ?? 0) / total));
    this.workingDays = days as [Day, ...Day[]];
  }

  /** Part of the year's documents that have begun when a working day ends. */
  through(day: Day): number {
    return this.#through.get(day) ?? (day < this.first ? 0 : 1);
  }

  /** The days on which everybody pays what must be paid this year. */
  get rush(): readonly [Day, ...Day[]] {
    return this.workingDays.slice(-RUSH_DAYS) as [Day, ...Day[]];
  }
}
