import {
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  parseBaht,
  parseQuantity,
  type Satang,
  subtract,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { type AccountState, type DocumentState, move } from '../state.ts';
import { itemField, itemOf, quantityField, quantityOf } from './document-fields.ts';
import { mustHold, take } from './earlier.ts';
import { unitsOf } from './units.ts';

export const AcceptanceReleased = defineEvent({
  type: 'AcceptanceReleased',
  version: 1,
  category: 'budgetaccount',
  when: 'What was accepted and will not be paid returns to the line, with the payment that settles the rest.',
  data: z.strictObject({
    acceptance: fields.code('Number of the acceptance or invoice'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('Amount returned to the line, greater than zero'),
    quantity: quantityField('Units given up with it').optional(),
    closedBy: fields.code('Number of the voucher that settles the acceptance').optional(),
  }),
});
export type AcceptanceReleased = EventOf<typeof AcceptanceReleased>;

export const acceptanceRelease = (
  { number, item }: { readonly number: string; readonly item?: string | undefined },
  held: Pick<DocumentState, 'line' | 'outstanding' | 'outstandingQuantity'>,
  amount: Satang,
  closedBy?: string,
): AcceptanceReleased['data'] => ({
  acceptance: number,
  ...itemOf(item),
  line: held.line,
  amount: formatBaht(amount),
  ...quantityOf(unitsOf(held, amount)),
  ...(closedBy === undefined ? {} : { closedBy }),
});

export function evolveAcceptanceReleased(
  state: AccountState,
  { data, effectiveOn }: AcceptanceReleased,
): void {
  const amount = parseBaht(data.amount);
  const held = mustHold(state, { stage: 'acceptance', number: data.acceptance, item: data.item });
  take(held, amount, data.quantity === undefined ? undefined : parseQuantity(data.quantity));
  held.amount = subtract(held.amount, amount);
  move(state, data.line, effectiveOn, { committed: negate(amount), accepted: negate(amount) });
}
