import {
  atRate,
  fields,
  formatBaht,
  formatQuantity,
  parseQuantity,
  type Quantity,
  type Refusal,
  type Satang,
} from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState, Foreign } from '../state.ts';

/** Fields that the documents of the chain share in their events. */

export const itemField = fields.code('Item of the document, when it has several lines').optional();

export const quantityField = (description: string) =>
  z
    .string()
    .regex(/^(?:0|[1-9]\d*)(?:\.\d{1,4})?$/)
    .meta({ description, unit: 'unit' });

export const foreignField = z
  .strictObject({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .meta({ description: 'ISO 4217 code' }),
    amount: z
      .string()
      .regex(/^\d+(\.\d{1,4})?$/)
      .meta({ description: 'Amount in the foreign currency', unit: 'currency' }),
    rate: z
      .string()
      .regex(/^\d+(\.\d{1,8})?$/)
      .meta({ description: 'Baht for one unit, as booked', unit: 'baht' }),
  })
  .meta({ description: 'The amount in foreign currency; it consumes budget at the booked rate' });

/** What an event keeps of a draw on an earlier document. */
export const drawnFields = {
  item: itemField,
  amount: fields.baht('What is taken of it'),
  quantity: quantityField('Units taken of it, those that closing gives up among them').optional(),
  closed: fields.baht('What is released of the rest in the same decision').optional(),
};

export const quantityOf = (quantity: Quantity | undefined): { quantity?: string } =>
  quantity === undefined ? {} : { quantity: formatQuantity(quantity) };

export const itemOf = (item: string | undefined): { item?: string } => (item === undefined ? {} : { item });

export const drawnOf = (draw: {
  readonly item?: string | undefined;
  readonly drawn: Satang;
  readonly quantity?: Quantity | undefined;
  readonly closed: Satang;
}): { item?: string; amount: string; quantity?: string; closed?: string } => ({
  ...itemOf(draw.item),
  amount: formatBaht(draw.drawn),
  ...quantityOf(draw.quantity),
  ...(draw.closed === 0 ? {} : { closed: formatBaht(draw.closed) }),
});

/** Units are counted where there are some. */
export function mustCount(state: AccountState, quantity: Quantity | undefined): Refusal | undefined {
  if (quantity === undefined || quantity > 0) return undefined;
  return refuse(
    'amount-not-positive',
    `${nameOf(state)}: the quantity is ${formatQuantity(quantity)}; expected more than zero, or none.`,
    accountDetails(state, { given: formatQuantity(quantity), expected: 'more than 0' }),
  );
}

/** A document in foreign currency is booked at its rate, to the satang. */
export function mustBeAtRate(
  state: AccountState,
  amount: Satang,
  foreign: Foreign | undefined,
): Refusal | undefined {
  if (!foreign) return undefined;
  // It is counted like units from here on, so it has to be one that can be.
  parseQuantity(foreign.amount);
  const booked = atRate(foreign.amount, foreign.rate);
  if (booked === amount) return undefined;
  return refuse(
    'foreign-amount-differs',
    `${nameOf(state)}: ${foreign.amount} ${foreign.currency} at ${foreign.rate} come to ${formatBaht(booked)}; ${formatBaht(amount)} was given.`,
    accountDetails(state, { foreign, expected: formatBaht(booked), given: formatBaht(amount) }),
  );
}
