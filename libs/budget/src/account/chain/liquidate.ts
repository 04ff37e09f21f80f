import { proportionOf, type Quantity, type Satang, subtract, ZERO } from '#kernel';
import type { DocumentState } from '../state.ts';

/** What a later document takes of an earlier one. */
export interface Liquidation {
  readonly drawn: Satang;
  /** Units taken, those that closing gives up among them. */
  readonly quantity?: Quantity;
  /** What a final document releases of the rest. */
  readonly closed: Satang;
}

export interface Asked {
  /** Absent: as much as the units come to, or all that is outstanding. */
  readonly amount?: Satang | undefined;
  readonly quantity?: Quantity | undefined;
  readonly final?: boolean | undefined;
  /** How far all that is taken of it may exceed the document; the excess draws new budget. */
  readonly allowedExcess: Satang;
}

type Held = Pick<DocumentState, 'outstanding' | 'outstandingQuantity' | 'quantity'>;

/**
 * Takes of an earlier document by units where both are kept by units, else by amount. By units it takes their share of
 * what is outstanding, and the last unit takes all of it, so that no rounding is left over; what they cost less is free
 * again. What they cost beyond their share is excess, as what exceeds the outstanding amount is.
 */
export function liquidate(held: Held, asked: Asked): Liquidation | 'amount-exceeded' | 'quantity-exceeded' {
  const { outstanding, outstandingQuantity: units } = held;
  const { quantity, final = false } = asked;
  if (units !== undefined && quantity !== undefined) {
    if (quantity > units) return 'quantity-exceeded';
    const drawn = shareOf(held, quantity, asked.amount);
    if ((asked.amount ?? drawn) > drawn + excessOf(held, asked, quantity)) return 'amount-exceeded';
    return {
      drawn,
      quantity: final ? units : quantity,
      closed: final ? subtract(outstanding, drawn) : ZERO,
    };
  }
  const amount = asked.amount ?? outstanding;
  if (amount > outstanding + excessOf(held, asked, units)) return 'amount-exceeded';
  const drawn = amount < outstanding ? amount : outstanding;
  const closed = final ? subtract(outstanding, drawn) : ZERO;
  // Whoever takes all the money leaves no units behind that nothing stands for.
  const all = units !== undefined && (final || drawn === outstanding);
  return { drawn, ...(all ? { quantity: units } : {}), closed };
}

/** What units take of what is outstanding: their share in whole satang, and whichever of the two next to it is asked. */
export function shareOf(
  { outstanding, outstandingQuantity }: Held,
  units: Quantity,
  amount?: Satang,
): Satang {
  if (outstandingQuantity === undefined || units === outstandingQuantity) return outstanding;
  const share = proportionOf(outstanding, units, outstandingQuantity);
  // Thirds of 100.00 are invoiced as 33.34, 33.33 and 33.33 in any order: whoever rounds otherwise exceeds nothing.
  const isNext = amount !== undefined && isRounding(amount, outstanding, units, outstandingQuantity);
  return isNext ? amount : share;
}

/** Whether an amount is a share that was only rounded up or down: less than a satang away from it. */
const isRounding = (amount: Satang, whole: Satang, part: Quantity, of: Quantity): boolean => {
  const distance = BigInt(amount) * BigInt(of) - BigInt(whole) * BigInt(part);
  return (distance < 0n ? -distance : distance) < BigInt(of);
};

/**
 * How far an amount may exceed what it takes. Each unit has its part of what is allowed, so that many small deliveries
 * exceed no more than a single one; and what is used up cannot be exceeded again and again.
 */
function excessOf(
  { outstanding, outstandingQuantity, quantity }: Held,
  asked: Asked,
  units?: Quantity,
): Satang {
  if (outstanding === 0) return ZERO;
  if (units === undefined || outstandingQuantity === undefined || !quantity) return asked.allowedExcess;
  const left = (rest: number) => proportionOf(asked.allowedExcess, rest, quantity);
  return subtract(left(outstandingQuantity), left(outstandingQuantity - units));
}

/** What comes back when so much of a later document is taken back; the last part brings all that is left. */
export const restoredBy = (drawn: Satang, part: Satang, whole: Satang): Satang =>
  part === whole ? drawn : proportionOf(drawn, part, whole);
