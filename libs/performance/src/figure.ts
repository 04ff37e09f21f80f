import { Decimal } from 'decimal.js';
import { z } from 'zod';

/** At most 20 digits in all, so that no figure loses a digit in exact arithmetic. */
export const FIGURE_DIGITS = 20;

const FIGURE = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** 60 digits hold any product of two figures; percentages are rounded half-up. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/**
 * Whether a text is a figure: a decimal number of a KPI, not money. Plain digits, no sign, no grouping,
 * no exponent. It is kept as given (`"96.60"`), since the digits printed say how exact it is.
 */
export const isFigure = (text: unknown): boolean =>
  typeof text === 'string' && FIGURE.test(text) && text.replace('.', '').length <= FIGURE_DIGITS;

/** The field form of a figure in events; the unit is that of the KPI. */
export const figure = (description: string) =>
  z
    .string()
    .regex(FIGURE)
    .max(FIGURE_DIGITS + 1)
    .meta({ description, unit: 'unit of the KPI' });

export const isWhole = (value: string): boolean => new Exact(value).isInteger();

/** −1, 0 or 1 as `a` is less than, equal to or greater than `b` (`"96.60"` equals `"96.6"`). */
export const compareFigures = (a: string, b: string): number => new Exact(a).comparedTo(b);

/** The exact sum, with as many decimals as the more exact of the two. */
export const addFigures = (a: string, b: string): string => print(new Exact(a).plus(b), a, b);

/** The exact difference `a − b`; it may be negative. */
export const subtractFigures = (a: string, b: string): string => print(new Exact(a).minus(b), a, b);

/** `part` in percent of `whole` with two decimals, rounded half-up; nothing when the whole is zero. */
export function percentOfFigure(part: string, whole: string): string | undefined {
  const divisor = new Exact(whole);
  return divisor.isZero() ? undefined : new Exact(part).times(100).dividedBy(divisor).toFixed(2);
}

const print = (exact: Decimal, a: string, b: string): string =>
  exact.toFixed(Math.max(decimals(a), decimals(b)));

const decimals = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);
