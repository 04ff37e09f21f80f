import type { CivilDate } from '#kernel';

const DAY_MS = 86_400_000;

const epochOf = (day: CivilDate): number => Date.parse(`${day}T00:00:00Z`);

/** The day so many days after another; before it when negative. */
export const addDays = (day: CivilDate, days: number): CivilDate =>
  new Date(epochOf(day) + days * DAY_MS).toISOString().slice(0, 10) as CivilDate;

/** Days from one day to another. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (epochOf(to) - epochOf(from)) / DAY_MS;
