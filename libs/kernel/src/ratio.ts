import { Decimal } from 'decimal.js';
import { MAX_SATANG, outOfRange, type Satang, satang } from './money.ts';

/** Exact arithmetic for ratios and rounding; 40 digits hold any product of two amounts. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** So many percent of an amount in whole satang, rounded down; the percentage is a decimal string. */
export function percentageOf(whole: Satang, percent: string): Satang {
  return satang(new Exact(whole).times(percent).dividedBy(100).floor().toNumber());
}

/** `amount` × `part` / `whole` in whole satang, rounded half-up; `part` and `whole` in the same unit. */
export function proportionOf(amount: Satang, part: number, whole: number): Satang {
  return satang(
    new Exact(amount).times(part).dividedBy(whole).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
  );
}

/** A foreign amount at a rate of baht for one unit, in whole satang, rounded half-up; both are decimal strings. */
export function atRate(amount: string, rate: string): Satang {
  const exact = new Exact(amount).times(rate).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  if (exact.abs().greaterThan(MAX_SATANG)) throw outOfRange(amount);
  return satang(exact.toNumber());
}
