import { Decimal } from 'decimal.js';
import { RefusalError, refusal } from './refusal.ts';

/** How much of something a document is about, in whole ten-thousandths of its unit: a safe integer, never a fraction. */
export type Quantity = number & { readonly __unit: 'ten-thousandth' };

const QUANTITY = /^(?:0|[1-9]\d{0,10})(?:\.\d{1,4})?$/;
const SCALE = 10_000;

/** Reads a quantity: plain digits, at most four decimals, no sign, no grouping, no exponent. */
export function parseQuantity(text: unknown): Quantity {
  if (typeof text === 'string' && QUANTITY.test(text)) {
    return new Decimal(text).times(SCALE).toNumber() as Quantity;
  }
  const expected = 'a decimal string with at most four decimals, such as "12" or "0.5"';
  const given = typeof text === 'string' ? `"${text.slice(0, 64)}"` : `A value of type ${typeof text}`;
  throw new RefusalError(
    refusal('invalid', 'quantity-malformed', `${given} is not a quantity: expected ${expected}.`, {
      expected,
    }),
  );
}

/** The quantity with as many decimals as it needs. */
export const formatQuantity = (quantity: Quantity): string =>
  new Decimal(quantity).dividedBy(SCALE).toFixed();
