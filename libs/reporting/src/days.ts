import type { CivilDate } from '#kernel';

const DAY_MS = 86_400_000;

/** Days from one civil date to another; negative when the other lies before it. */
export const daysBetween = (from: CivilDate | string, to: CivilDate | string): number =>
  (Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS;
