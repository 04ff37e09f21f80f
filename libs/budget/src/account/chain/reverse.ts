import {
  add,
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  parseBaht,
  parseQuantity,
  proportionOf,
  type Quantity,
  type Refusal,
  type Satang,
  subtract,
  UnreadableEvent,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { lineKey } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, nameOf } from '../rules.ts';
import { type AccountState, documentKey, documentName, type DisbursementState, move } from '../state.ts';
import { paidOutOf } from './disburse.ts';
import { itemField, itemOf, quantityField, quantityOf } from './document-fields.ts';
import { giveBack, mustHold } from './earlier.ts';
import { restoredBy } from './liquidate.ts';

/** Takes a disbursement back, wholly or in part; what it liquidated is outstanding again. Needs a reason. */
export interface ReverseDisbursement {
  readonly type: 'reverse-disbursement';
  readonly disbursement: string;
  readonly item?: string | undefined;
  /** All that is not yet reversed when absent. */
  readonly amount?: Satang | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const DisbursementReversed = defineEvent({
  type: 'DisbursementReversed',
  version: 1,
  category: 'budgetaccount',
  when: 'A disbursement is taken back wholly or in part; the reason stands in the metadata.',
  data: z.strictObject({
    disbursement: fields.code('Number of the voucher that is taken back'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('Amount taken back, greater than zero'),
    commitment: fields.code('Order or contract that becomes outstanding again').optional(),
    commitmentItem: fields.code('Item of the order or contract').optional(),
    acceptance: fields.code('Acceptance that becomes outstanding again').optional(),
    acceptanceItem: fields.code('Item of the acceptance').optional(),
    restored: fields.baht('What becomes outstanding again; the amount when absent').optional(),
    quantity: quantityField('Units that become outstanding again').optional(),
    reopened: fields.baht('What the payment had released by closing, held again').optional(),
  }),
});
export type DisbursementReversed = EventOf<typeof DisbursementReversed>;

export function decideReverse(
  state: AccountState,
  command: ReverseDisbursement,
): [DisbursementReversed] | Refusal {
  const { disbursement, item, effectiveOn } = command;
  const made = state.disbursements.get(documentKey(disbursement, item));
  if (!made) return unknownDisbursement(state, disbursement, item);
  const { line } = made;
  const left = leftOf(state, made);
  if (state.clearings.has(documentKey(disbursement, item)) && left > 0) {
    return refuse(
      'voucher-clears-advance',
      `${nameOf(state)}: the voucher ${documentName(disbursement, item)} clears an advance; expected its clearing to be taken back.`,
      accountDetails(state, { disbursement, line }),
    );
  }
  if (left === 0) {
    return refuse(
      'already-reversed',
      `${nameOf(state)}: the disbursement ${documentName(disbursement, item)} is taken back already.`,
      accountDetails(state, { disbursement, line }),
    );
  }
  const amount = command.amount ?? left;
  const data = {
    disbursement,
    ...itemOf(item),
    line,
    amount: formatBaht(amount),
    ...restorationOf(made, amount),
  };
  return (
    mustBePositive(state, amount) ??
    mustNotPrecedePayment(state, command, made) ??
    mustBeLeft(state, command, amount, left) ?? [{ type: 'DisbursementReversed', effectiveOn, data }]
  );
}

export const unknownDisbursement = (state: AccountState, disbursement: string, item?: string): Refusal =>
  refuse(
    'disbursement-unknown',
    `${nameOf(state)} has no disbursement ${documentName(disbursement, item)}.`,
    accountDetails(state, { disbursement, ...itemOf(item) }),
  );

/** What of a payment is neither taken back nor refunded. */
export function leftOf(state: AccountState, { line, amount, reversed, refunded }: DisbursementState): Satang {
  // A correction may have taken some of it back already, on its line and without naming it.
  // What was advanced is not paid yet.
  const { disbursed = ZERO, advanced = ZERO } = state.lines.get(lineKey(line)) ?? {};
  const onLine = subtract(disbursed, advanced);
  const left = subtract(subtract(amount, reversed), refunded);
  return left < onLine ? left : onLine;
}

/** What becomes outstanding again of the document that was paid; with the last of the payment all that is left of it. */
function restorationOf(made: DisbursementState, part: Satang): Partial<DisbursementReversed['data']> {
  const { commitment, acceptance, amount, reversed, drawn, quantity, closed } = made;
  const key = acceptance ?? commitment;
  if (key === undefined) return {};
  const [number = '', item] = key.split('\n');
  const whole = subtract(amount, reversed);
  const restored = restoredBy(drawn, part, whole);
  const units = part === whole ? quantity : shareOf(quantity, restored, add(drawn, closed));
  return {
    ...(acceptance === undefined
      ? { commitment: number, ...(item === undefined ? {} : { commitmentItem: item }) }
      : { acceptance: number, ...(item === undefined ? {} : { acceptanceItem: item }) }),
    ...(restored === part ? {} : { restored: formatBaht(restored) }),
    ...quantityOf(units),
    ...(part === whole && closed > 0 ? { reopened: formatBaht(closed) } : {}),
  };
}

/** The units that go with a part of the money. */
const shareOf = (quantity: Quantity | undefined, part: Satang, whole: Satang): Quantity | undefined =>
  quantity === undefined || whole === 0
    ? undefined
    : (proportionOf(quantity as number as Satang, part, whole) as number as Quantity);

export function mustNotPrecedePayment(
  state: AccountState,
  { disbursement, item, effectiveOn }: Pick<ReverseDisbursement, 'disbursement' | 'item' | 'effectiveOn'>,
  made: DisbursementState,
): Refusal | undefined {
  if (effectiveOn >= made.effectiveOn) return undefined;
  return refuse(
    'reversal-before-disbursement',
    `${nameOf(state)}: ${effectiveOn} lies before the disbursement ${documentName(disbursement, item)} of ${made.effectiveOn}; expected that day or later.`,
    accountDetails(state, { disbursement, effectiveOn, expected: made.effectiveOn }),
  );
}

export function mustBeLeft(
  state: AccountState,
  { disbursement, item }: Pick<ReverseDisbursement, 'disbursement' | 'item'>,
  amount: Satang,
  left: Satang,
): Refusal | undefined {
  if (amount <= left) return undefined;
  const shortBy = formatBaht(subtract(amount, left));
  return refuse(
    'reversal-exceeds-disbursement',
    `${nameOf(state)}: ${formatBaht(amount)} is to be taken back of the disbursement ${documentName(disbursement, item)}, ${formatBaht(left)} is left of it, ${shortBy} too much.`,
    accountDetails(state, { disbursement, requested: formatBaht(amount), left: formatBaht(left), shortBy }),
  );
}

export function evolveReversed(state: AccountState, { data, effectiveOn }: DisbursementReversed): void {
  const { disbursement, item, line } = data;
  const amount = parseBaht(data.amount);
  const made = state.disbursements.get(documentKey(disbursement, item));
  if (!made) throw new UnreadableEvent(`the disbursement ${disbursement} was never made`);
  made.reversed = add(made.reversed, amount);
  const earlier = paidOutOf(data);
  const restored = earlier === undefined ? ZERO : parseBaht(data.restored ?? data.amount);
  const reopened = data.reopened === undefined ? ZERO : parseBaht(data.reopened);
  const again = add(restored, reopened);
  if (earlier) {
    const held = mustHold(state, earlier);
    giveBack(held, again, data.quantity === undefined ? undefined : parseQuantity(data.quantity));
    held.amount = add(held.amount, reopened);
    made.drawn = subtract(made.drawn, restored);
    if (data.quantity !== undefined && made.quantity !== undefined) {
      made.quantity = (made.quantity - parseQuantity(data.quantity)) as Quantity;
    }
    made.closed = subtract(made.closed, reopened);
  }
  move(state, line, effectiveOn, {
    disbursed: negate(amount),
    committed: again,
    accepted: earlier?.stage === 'acceptance' ? again : ZERO,
  });
}
