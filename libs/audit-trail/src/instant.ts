import type { Instant } from '#kernel';

const TIME_OF_DAY = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const DATE_LENGTH = 10;

/** Days that were found good: a log has many events of the same day. */
const goodDates = new Set<string>();
const MOST_DATES = 1024;

/** An instant as the ledger writes it: in UTC, with milliseconds, in the years 0001 to 9999. */
export const isInstant = (text: string): text is Instant =>
  isDate(text.slice(0, DATE_LENGTH)) && TIME_OF_DAY.test(text.slice(DATE_LENGTH));

/** A day that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (goodDates.has(text)) return true;
  if (!DATE.test(text)) return false;
  const day = new Date(`${text}T00:00:00.000Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, DATE_LENGTH) !== text) return false;
  if (goodDates.size >= MOST_DATES) goodDates.clear();
  goodDates.add(text);
  return true;
}
