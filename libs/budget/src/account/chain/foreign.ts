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

/** What a document counts: pieces, foreign money, or both. */
interface Counted {
  readonly quantity?: Quantity | undefined;
  readonly foreign?: ForeignPart | undefined;
}

/**
 * The units that a document is kept by. One in foreign currency is kept by its foreign amount, as others are by their
 * pieces: that is how a later rate moves nothing. Its pieces are only noted.
 */
export const keptBy = ({
  quantity,
  foreign,
}: {
  readonly quantity?: string | undefined;
  readonly foreign?: ForeignPart | undefined;
}): Quantity | undefined => {
  const given = foreign?.amount ?? quantity;
  return given === undefined ? undefined : parseQuantity(given);
};

/** The units that are asked of an earlier document; none where pieces are asked of foreign money. */
export function unitsAsked(
  state: AccountState,
  earlier: Earlier,
  { quantity, foreign }: Counted,
): Quantity | undefined | Refusal {
  const held = heldBy(state, earlier);
  const booked = held?.foreign;
  if (!foreign) return booked ? undefined : quantity;
  if (!held) return undefined;
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
