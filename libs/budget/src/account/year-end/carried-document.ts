import { fields, formatBaht, formatQuantity, parseBaht, parseQuantity, type Satang } from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import type { DocumentState, Drawn } from '../state.ts';
import { documentKey } from '../state.ts';
import { asDate, documentAt, documentSchema, outstandingUnits, unitsField } from './document.ts';
import type { PlannedDocument } from './plan.ts';

/** A document on its way from one fiscal year to the next: its number stays, only what is outstanding goes along. */
export const carriedFields = {
  document: documentSchema,
  line: lineSchema,
  amount: fields.baht('What is outstanding; zero only for a contract whose acceptances go along'),
  since: fields.date('Date of the document in its first fiscal year'),
  quantity: unitsField,
  foreign: z
    .strictObject({
      currency: fields.code('Currency, ISO 4217'),
      amount: fields.code('What is outstanding in the currency'),
      rate: fields.code('Baht for one unit, as booked'),
    })
    .meta({ description: 'For a document in foreign currency' })
    .optional(),
  draws: z
    .strictObject({
      number: fields.code('Number of the contract'),
      item: fields.code('Item of the contract').optional(),
      amount: fields.baht('What returns to the contract when the acceptance is reversed'),
      quantity: fields.code('The units that return').optional(),
    })
    .meta({ description: 'For an acceptance: the contract that it stands on' })
    .optional(),
};

export type CarriedDocument = z.output<z.ZodObject<typeof carriedFields, z.core.$strict>>;

/** What goes along of a planned document. `since` survives several years. */
export function carriedDocument({ document, held, amount }: PlannedDocument): CarriedDocument {
  const { line, foreign, since, effectiveOn } = held;
  const units = outstandingUnits(held);
  const draws = document.stage === 'acceptance' && held.draws ? { draws: carriedDraw(held, held.draws) } : {};
  return {
    document,
    line,
    amount: formatBaht(amount),
    since: since ?? effectiveOn,
    ...units,
    ...(foreign === undefined ? {} : { foreign: { ...foreign, amount: units.quantity ?? foreign.amount } }),
    ...draws,
  };
}

/** A part of what was drawn may be paid already: no more returns to the contract than is outstanding. */
function carriedDraw(
  held: DocumentState,
  { key, amount, quantity }: Drawn,
): NonNullable<CarriedDocument['draws']> {
  const { stage: _, ...contract } = documentAt('commitment', key);
  const units = held.outstandingQuantity ?? quantity;
  return {
    ...contract,
    amount: formatBaht(Math.min(amount, held.outstanding) as Satang),
    ...(quantity === undefined || units === undefined
      ? {}
      : { quantity: formatQuantity(Math.min(quantity, units) as typeof quantity) }),
  };
}

/** The document as the account of the next year begins with it. */
export function openingState(
  data: CarriedDocument,
  effectiveOn: DocumentState['effectiveOn'],
): DocumentState {
  const { line, amount, since, quantity, foreign, draws } = data;
  const units = quantity === undefined ? undefined : parseQuantity(quantity);
  return {
    line,
    effectiveOn,
    since: asDate(since),
    amount: parseBaht(amount),
    outstanding: parseBaht(amount),
    ...(units === undefined ? {} : { quantity: units, outstandingQuantity: units }),
    ...(foreign === undefined ? {} : { foreign }),
    ...(draws === undefined ? {} : { draws: openingDraw(draws) }),
  };
}

const openingDraw = ({ number, item, amount, quantity }: NonNullable<CarriedDocument['draws']>): Drawn => ({
  key: documentKey(number, item),
  amount: parseBaht(amount),
  ...(quantity === undefined ? {} : { quantity: parseQuantity(quantity) }),
});
