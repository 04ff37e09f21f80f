import {
  type CivilDate,
  type DateRange,
  type FiscalCalendar,
  fiscalYearRange,
  type FiscalYear,
  parseCivilDate,
} from '#kernel';
import type { AccountState } from '../state.ts';
import { asDate } from './document.ts';

/** How long before its last day a year-end may begin, and how long after it or after the last reservation it may end. */
const DAYS_BEFORE = 60;
const DAYS_AFTER = 400;

export const yearOf = ({ opened }: AccountState): FiscalYear => (opened?.fiscalYear ?? 0) as FiscalYear;

export const accountYear = (state: AccountState, calendar: FiscalCalendar): DateRange =>
  fiscalYearRange(yearOf(state), calendar);

/** The days on which a step of the year-end may take effect. */
export function yearEndWindow(state: AccountState, calendar: FiscalCalendar): DateRange {
  const { last } = accountYear(state, calendar);
  const untils = [...state.reservations.values()].map(({ until }) => until ?? last);
  const latest = untils.reduce((later, until) => (until > later ? until : later), last);
  return { first: addDays(last, 1 - DAYS_BEFORE), last: addDays(latest, DAYS_AFTER) };
}

/** The first day after the fiscal year that has the month and day of a policy, `MM-DD`. */
export function disburseUntil(state: AccountState, calendar: FiscalCalendar, monthAndDay: string): CivilDate {
  const { last } = accountYear(state, calendar);
  const year = Number(last.slice(0, 4));
  const same = `${year}-${monthAndDay}`;
  return parseCivilDate(same > last ? same : `${year + 1}-${monthAndDay}`);
}

const addDays = (date: CivilDate, days: number): CivilDate =>
  asDate(new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10));
