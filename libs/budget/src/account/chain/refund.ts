import {
  add,
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  parseBaht,
  type Refusal,
  type Satang,
  UnreadableEvent,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, nameOf } from '../rules.ts';
import { type AccountState, documentKey, move } from '../state.ts';
import { itemField, itemOf } from './document-fields.ts';
import { leftOf, mustBeLeft, mustNotPrecedePayment, unknownDisbursement } from './reverse.ts';

/**
 * Money of a payment comes back (เบิกเกินส่งคืน): it returns to the line, and the obligation that was paid stays
 * paid. Needs a reason.
 */
export interface Refund {
  readonly type: 'refund';
  /** Number of the receipt, unique in the account. */
  readonly refund: string;
  readonly disbursement: string;
  readonly item?: string | undefined;
  readonly amount: Satang;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const DisbursementRefunded = defineEvent({
  type: 'DisbursementRefunded',
  version: 1,
  category: 'budgetaccount',
  when: 'Money of a payment comes back and returns to the line; the reason stands in the metadata.',
  data: z.strictObject({
    refund: fields.code('Number of the receipt, unique in the account'),
    disbursement: fields.code('Number of the voucher that was paid'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('Amount that came back, greater than zero'),
  }),
});
export type DisbursementRefunded = EventOf<typeof DisbursementRefunded>;

export function decideRefund(state: AccountState, command: Refund): [DisbursementRefunded] | Refusal {
  const { refund, disbursement, item, amount, effectiveOn } = command;
  const made = state.disbursements.get(documentKey(disbursement, item));
  if (!made) return unknownDisbursement(state, disbursement, item);
  if (state.refunds.has(refund)) {
    return refuse(
      'refund-exists',
      `${nameOf(state)} has a refund ${refund} already; expected another number.`,
      accountDetails(state, { refund }),
    );
  }
  const data = { refund, disbursement, ...itemOf(item), line: made.line, amount: formatBaht(amount) };
  return (
    mustBePositive(state, amount) ??
    mustNotPrecedePayment(state, command, made) ??
    mustBeLeft(state, command, amount, leftOf(state, made)) ?? [
      { type: 'DisbursementRefunded', effectiveOn, data },
    ]
  );
}

export function evolveRefunded(state: AccountState, { data, effectiveOn }: DisbursementRefunded): void {
  const amount = parseBaht(data.amount);
  const made = state.disbursements.get(documentKey(data.disbursement, data.item));
  if (!made) throw new UnreadableEvent(`the disbursement ${data.disbursement} was never made`);
  made.refunded = add(made.refunded, amount);
  state.refunds.add(data.refund);
  move(state, data.line, effectiveOn, { disbursed: negate(amount) });
}
