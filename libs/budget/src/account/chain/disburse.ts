import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  parseBaht,
  parseQuantity,
  type Quantity,
  type Refusal,
  type Satang,
  subtract,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import type { Line } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { holdWithheld, mustHoldApart } from '../cash/held-cash.ts';
import type { AccountContext } from '../context.ts';
import { accountDetails, mustBePositive, mustHaveLine, nameOf } from '../rules.ts';
import { type AccountState, documentKey, documentName, move } from '../state.ts';
import { closeEarlier } from './close-earlier.ts';
import { itemField, itemOf, mustCount, quantityField, quantityOf } from './document-fields.ts';
import { type Draw, drawOn, type Earlier, mustHold, take } from './earlier.ts';
import { type ForeignPart, foreignPartField, unitsAsked } from './foreign.ts';
import type { AcceptanceReleased } from './release-acceptance.ts';
import type { CommitmentReleased } from './release.ts';
import { mustFitPayment, type Withheld, withheldField, withheldOf } from './withheld.ts';

/** Pays out: for an acceptance, against a commitment, or directly from a line. */
export interface Disburse {
  readonly type: 'disburse';
  /** Number of the voucher, unique in the account with its item. */
  readonly disbursement: string;
  readonly item?: string | undefined;
  /** What is paid, cash kept back included. */
  readonly amount: Satang;
  /** Needed for a direct disbursement; with an earlier document it must be the same line or absent. */
  readonly line?: Line | undefined;
  readonly commitment?: string | undefined;
  readonly commitmentItem?: string | undefined;
  readonly acceptance?: string | undefined;
  readonly acceptanceItem?: string | undefined;
  readonly quantity?: Quantity | undefined;
  /** For a document in foreign currency: the part that is paid; the amount is what it cost in baht. */
  readonly foreign?: ForeignPart | undefined;
  /** Closes the earlier document: what remains of it returns to the line. */
  readonly final?: boolean | undefined;
  readonly withheld?: readonly Withheld[] | undefined;
  readonly description?: string | undefined;
  readonly counterparty?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const DisbursementMade = defineEvent({
  type: 'DisbursementMade',
  version: 1,
  category: 'budgetaccount',
  when: 'Money is paid out: for an acceptance, against a commitment, or directly from a line.',
  data: z.strictObject({
    disbursement: fields.code('Number of the voucher, unique in the account with its item'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('Budget that is used by the payment, greater than zero'),
    commitment: fields.code('Order or contract that the payment liquidates').optional(),
    commitmentItem: fields.code('Item of the order or contract').optional(),
    acceptance: fields.code('Acceptance that the payment settles').optional(),
    acceptanceItem: fields.code('Item of the acceptance').optional(),
    drawn: fields.baht('What is taken of the earlier document; the amount when absent').optional(),
    quantity: quantityField('Units taken of the earlier document').optional(),
    foreign: foreignPartField.optional(),
    exchangeDifference: fields
      .baht('Cash paid above what was booked for the foreign amount, negative below; it moves no budget')
      .optional(),
    closed: fields.baht('What is released of the rest in the same decision').optional(),
    withheld: withheldField.optional(),
    description: fields.text('What is paid for', 2000).optional(),
    counterparty: fields.code('Reference to the counterparty, never a personal name').optional(),
  }),
});
export type DisbursementMade = EventOf<typeof DisbursementMade>;

type Decision = [DisbursementMade, ...(CommitmentReleased | AcceptanceReleased)[]];

export function decideDisburse(
  state: AccountState,
  command: Disburse,
  context: AccountContext,
): Decision | Refusal {
  const { disbursement, item, amount, foreign, effectiveOn } = command;
  const refused =
    mustBeNewDisbursement(state, disbursement, item) ??
    mustNameOne(state, command) ??
    mustBePositive(state, amount) ??
    mustCount(state, command.quantity) ??
    mustFitPayment(state, amount, command.withheld) ??
    mustHoldApart(state, command);
  if (refused) return refused;
  const earlier = paidOutOf(command);
  if (!earlier) {
    const line = directLine(state, command, context);
    return 'refused' in line
      ? line
      : [{ type: 'DisbursementMade', effectiveOn, data: dataOf(command, { line, amount }) }];
  }
  const units = unitsAsked(state, earlier, command);
  if (typeof units === 'object') return units;
  const draw = drawOn(state, earlier, { ...command, quantity: units }, context);
  if ('refused' in draw) return draw;
  // A later rate moves nothing: the difference is cash, and the budget is used at the booked rate.
  const used = foreign === undefined ? amount : draw.drawn;
  const data = dataOf(command, { line: draw.line, amount: used, draw });
  const made: DisbursementMade = { type: 'DisbursementMade', effectiveOn, data };
  return mustBePositive(state, used) ?? [made, ...closeEarlier(draw, disbursement, effectiveOn)];
}

function dataOf(
  command: Disburse,
  { line, amount, draw }: { readonly line: Line; readonly amount: Satang; readonly draw?: Draw },
): DisbursementMade['data'] {
  const { disbursement, item, foreign, description, counterparty } = command;
  const difference = subtract(command.amount, amount);
  return {
    disbursement,
    ...itemOf(item),
    line,
    amount: formatBaht(amount),
    ...(draw === undefined ? {} : drawnFrom(draw, amount)),
    ...(foreign === undefined ? {} : { foreign }),
    ...(difference === 0 ? {} : { exchangeDifference: formatBaht(difference) }),
    ...withheldOf(command.withheld),
    ...(description === undefined ? {} : { description }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
}

const drawnFrom = ({ stage, number, item, drawn, quantity, closed }: Draw, amount: Satang) => ({
  ...(stage === 'acceptance'
    ? { acceptance: number, ...(item === undefined ? {} : { acceptanceItem: item }) }
    : { commitment: number, ...(item === undefined ? {} : { commitmentItem: item }) }),
  ...(drawn === amount ? {} : { drawn: formatBaht(drawn) }),
  ...quantityOf(quantity),
  ...(closed === 0 ? {} : { closed: formatBaht(closed) }),
});

export function mustBeNewDisbursement(
  state: AccountState,
  disbursement: string,
  item?: string,
): Refusal | undefined {
  if (!state.disbursements.has(documentKey(disbursement, item))) return undefined;
  return refuse(
    'disbursement-exists',
    `${nameOf(state)} has a disbursement ${documentName(disbursement, item)} already; expected another number.`,
    accountDetails(state, { disbursement, ...itemOf(item) }),
  );
}

/** Money is taken of one earlier document, and nobody guesses which of two. */
function mustNameOne(
  state: AccountState,
  { disbursement, commitment, acceptance }: Disburse,
): Refusal | undefined {
  if (commitment === undefined || acceptance === undefined) return undefined;
  return refuse(
    'document-ambiguous',
    `${nameOf(state)}: the disbursement ${disbursement} names the acceptance ${acceptance} and the commitment ${commitment}; expected one of them.`,
    accountDetails(state, { disbursement, acceptance, commitment }),
  );
}

/** A direct disbursement takes from what is available on its line. */
function directLine(
  state: AccountState,
  { line, disbursement }: Disburse,
  context: AccountContext,
): Line | Refusal {
  if (line) return mustHaveLine(state, line, context) ?? line;
  return refuse(
    'line-missing',
    `${nameOf(state)}: the disbursement ${disbursement} names neither a line nor a commitment.`,
    accountDetails(state, { disbursement }),
  );
}

/** The document that a payment took its money from, as its event names it. */
export function paidOutOf(data: {
  readonly commitment?: string | undefined;
  readonly commitmentItem?: string | undefined;
  readonly acceptance?: string | undefined;
  readonly acceptanceItem?: string | undefined;
}): Earlier | undefined {
  const { commitment, commitmentItem, acceptance, acceptanceItem } = data;
  if (acceptance !== undefined) return { stage: 'acceptance', number: acceptance, item: acceptanceItem };
  return commitment === undefined
    ? undefined
    : { stage: 'commitment', number: commitment, item: commitmentItem };
}

export function evolveDisbursed(state: AccountState, { data, effectiveOn }: DisbursementMade): void {
  const { line } = data;
  const amount = parseBaht(data.amount);
  const earlier = paidOutOf(data);
  const drawn = earlier === undefined ? ZERO : parseBaht(data.drawn ?? data.amount);
  const quantity = data.quantity === undefined ? undefined : parseQuantity(data.quantity);
  if (earlier) take(mustHold(state, earlier), drawn, quantity);
  const key = earlier && documentKey(earlier.number, earlier.item);
  state.disbursements.set(documentKey(data.disbursement, data.item), {
    line,
    commitment: earlier?.stage === 'commitment' ? key : undefined,
    acceptance: earlier?.stage === 'acceptance' ? key : undefined,
    effectiveOn,
    amount,
    reversed: ZERO,
    refunded: ZERO,
    drawn,
    quantity,
    closed: data.closed === undefined ? ZERO : parseBaht(data.closed),
  });
  holdWithheld(state, data, effectiveOn);
  move(state, line, effectiveOn, {
    disbursed: amount,
    committed: negate(drawn),
    accepted: earlier?.stage === 'acceptance' ? negate(drawn) : ZERO,
  });
}
