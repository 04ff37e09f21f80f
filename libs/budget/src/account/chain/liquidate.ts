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
  /** How far the amount may exceed what is outstanding; the excess draws new budget. */
  readonly allowedExcess: Satang;
}

type Held = Pick<DocumentState, 'outstanding' | 'outstandingQuantity'>;

/**
 * Takes of an earlier document by units where both are kept by units, else by amount. By units it takes their share of
 * what is outstanding, and the last unit takes all of it, so that no rounding is left over; what the units cost beside
 * that draws or frees budget. By amount it takes no more than is outstanding.
 */
export function liquidate(held: Held, asked: Asked): Liquidation | 'amount-exceeded' | 'quantity-exceeded' {
  const { outstanding, outstandingQuantity: units } = held;
  const { quantity, final = false } = asked;
  if (units !== undefined && quantity !== undefined) {
    if (quantity > units) return 'quantity-exceeded';
    const drawn = quantity === units ? outstanding : proportionOf(outstanding, quantity, units);
    return {
      drawn,
      quantity: final ? units : quantity,
      closed: final ? subtract(outstanding, drawn) : ZERO,
    };
  }
  const amount = asked.amount ?? outstanding;
  // What is used up cannot be exceeded again and again.
  const allowedExcess = outstanding > 0 ? asked.allowedExcess : ZERO;
  if (amount > outstanding + allowedExcess) return 'amount-exceeded';
  const drawn = amount < outstanding ? amount : outstanding;
  const closed = final ? subtract(outstanding, drawn) : ZERO;
  // Whoever takes all the money leaves no units behind that nothing stands for.
  const all = units !== undefined && (final || drawn === outstanding);
  return { drawn, ...(all ? { quantity: units } : {}), closed };
}

/** What comes back when so much of a later document is taken back; the last part brings all that is left. */
export const restoredBy = (drawn: Satang, part: Satang, whole: Satang): Satang =>
  part === whole ? drawn : proportionOf(drawn, part, whole);
