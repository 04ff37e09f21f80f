import { type Satang, subtract, sum } from '#kernel';

/** Printed cells are rounded to 0.0001 million baht, so each may be off by half of that. */
const HALF_A_DIGIT = 5_000;

/** Whether a printed sum differs from its printed parts by no more than the rounding of all of them. */
export const isWithinRounding = (printed: Satang, parts: readonly Satang[]): boolean =>
  Math.abs(subtract(printed, sum(parts))) <= (parts.length + 1) * HALF_A_DIGIT;
