import { parseQuantity, type Quantity, type Refusal } from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { type Earlier, heldBy } from './earlier.ts';

/** A part of a document in foreign currency; the rate is the one that the document was booked at. */
export interface ForeignPart {
  readonly currency: string;
  readonly amount: string;
}

export const foreignPartField = z
  .strictObject({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .meta({ description: 'ISO 4217 code' }),
    amount: z
      .string()
      .regex(/^\d+(\.\d{1,4})?$/)
      .meta({ description: 'Amount in the foreign currency', unit: 'currency' }),
  })
  .meta({
    description: 'The part in foreign currency; it consumes budget at the rate the commitment was booked at',
  });

/**
 * A document in foreign currency is kept by its foreign amount, as others are kept by units: that is how a later rate
 * moves nothing.
 */
export function foreignUnits(
  state: AccountState,
  earlier: Earlier,
  foreign: ForeignPart | undefined,
): Quantity | undefined | Refusal {
  const booked = heldBy(state, earlier)?.foreign;
  if (!foreign) return undefined;
  if (booked?.currency === foreign.currency) return parseQuantity(foreign.amount);
  return refuse(
    'currency-differs',
    `${nameOf(state)}: the ${earlier.stage} ${earlier.number} is booked in ${booked?.currency ?? 'baht'}, not in ${foreign.currency}.`,
    accountDetails(state, {
      [earlier.stage]: earlier.number,
      currency: foreign.currency,
      expected: booked?.currency ?? 'THB',
    }),
  );
}
