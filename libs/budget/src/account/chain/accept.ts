import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  parseBaht,
  parseQuantity,
  type Quantity,
  type Refusal,
  type Satang,
  subtract,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import type { AccountContext } from '../context.ts';
import { accountDetails, mustBePositive, nameOf } from '../rules.ts';
import { type AccountState, documentKey, documentName, move } from '../state.ts';
import {
  drawnFields,
  drawnOf,
  itemField,
  itemOf,
  mustCount,
  quantityField,
  quantityOf,
} from './document-fields.ts';
import { type Draw, drawOn, mustHold, restOf, take } from './earlier.ts';
import { type ForeignPart, foreignPartField, keptBy, unitsAsked } from './foreign.ts';
import { type CommitmentReleased, commitmentRelease } from './release.ts';

/** Accepts work or goods of a commitment: the obligation is due. Starts the clock of the payment. */
export interface Accept {
  readonly type: 'accept';
  /** Number of the acceptance or invoice, unique in the account with its item. */
  readonly acceptance: string;
  readonly item?: string | undefined;
  readonly commitment: string;
  readonly commitmentItem?: string | undefined;
  /** Absent: what the units come to, or all that is outstanding. */
  readonly amount?: Satang | undefined;
  readonly quantity?: Quantity | undefined;
  /** For a commitment in foreign currency: it consumes at the rate that the commitment was booked at. */
  readonly foreign?: ForeignPart | undefined;
  /** Closes the commitment: what remains of it returns to the line. */
  readonly final?: boolean | undefined;
  readonly dueOn?: CivilDate | undefined;
  readonly invoice?: string | undefined;
  readonly description?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const WorkAccepted = defineEvent({
  type: 'WorkAccepted',
  version: 1,
  category: 'budgetaccount',
  when: 'Work or goods of a commitment are accepted or invoiced: the obligation is due.',
  data: z.strictObject({
    acceptance: fields.code('Number of the acceptance or invoice, unique in the account with its item'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('Amount due, greater than zero'),
    quantity: quantityField('Units that are accepted').optional(),
    foreign: foreignPartField.optional(),
    draws: z
      .strictObject({ commitment: fields.code('Order or contract'), ...drawnFields })
      .meta({ description: 'What it takes of the commitment' }),
    dueOn: fields.date('Day by which it is to be paid').optional(),
    invoice: fields.code("The counterparty's own number").optional(),
    description: fields.text('What is accepted', 2000).optional(),
  }),
});
export type WorkAccepted = EventOf<typeof WorkAccepted>;

export function decideAccept(
  state: AccountState,
  command: Accept,
  context: AccountContext,
): [WorkAccepted, ...CommitmentReleased[]] | Refusal {
  const { acceptance, item, commitment, commitmentItem, foreign, effectiveOn } = command;
  const earlier = { stage: 'commitment', number: commitment, item: commitmentItem } as const;
  const units = unitsAsked(state, earlier, command);
  if (typeof units === 'object') return units;
  const refused =
    mustBeNewAcceptance(state, acceptance, item) ??
    (command.amount === undefined ? undefined : mustBePositive(state, command.amount)) ??
    mustCount(state, command.quantity);
  if (refused) return refused;
  const draw = drawOn(state, earlier, { ...command, quantity: units }, context);
  if ('refused' in draw) return draw;
  // A later rate moves nothing: what is due in foreign currency consumes what was booked for it.
  const amount = foreign === undefined ? draw.amount : draw.drawn;
  const accepted: WorkAccepted = {
    type: 'WorkAccepted',
    effectiveOn,
    data: {
      acceptance,
      ...itemOf(item),
      line: draw.line,
      amount: formatBaht(amount),
      ...quantityOf(command.quantity),
      ...(foreign === undefined ? {} : { foreign }),
      draws: { commitment, ...drawnOf(draw) },
      ...(command.dueOn === undefined ? {} : { dueOn: command.dueOn }),
      ...(command.invoice === undefined ? {} : { invoice: command.invoice }),
      ...(command.description === undefined ? {} : { description: command.description }),
    },
  };
  return (
    mustBePositive(state, amount) ??
    (draw.closed > 0 ? [accepted, closing(draw, acceptance, effectiveOn)] : [accepted])
  );
}

const closing = (draw: Draw, closedBy: string, effectiveOn: CivilDate): CommitmentReleased => ({
  type: 'CommitmentReleased',
  effectiveOn,
  data: commitmentRelease(draw, restOf(draw), draw.closed, closedBy),
});

function mustBeNewAcceptance(
  state: AccountState,
  acceptance: string,
  item: string | undefined,
): Refusal | undefined {
  if (!state.acceptances.has(documentKey(acceptance, item))) return undefined;
  return refuse(
    'acceptance-exists',
    `${nameOf(state)} has an acceptance ${documentName(acceptance, item)} already; expected another number.`,
    accountDetails(state, { acceptance, ...itemOf(item) }),
  );
}

export function evolveAccepted(state: AccountState, { data, effectiveOn }: WorkAccepted): void {
  const { line, draws, foreign } = data;
  const amount = parseBaht(data.amount);
  const drawn = parseBaht(draws.amount);
  const units = draws.quantity === undefined ? undefined : parseQuantity(draws.quantity);
  const held = mustHold(state, { stage: 'commitment', number: draws.commitment, item: draws.item });
  take(held, drawn, units);
  const quantity = keptBy(data);
  state.acceptances.set(documentKey(data.acceptance, data.item), {
    line,
    effectiveOn,
    amount,
    outstanding: amount,
    ...(quantity === undefined ? {} : { quantity, outstandingQuantity: quantity }),
    ...(held.foreign === undefined || foreign === undefined
      ? {}
      : { foreign: { ...foreign, rate: held.foreign.rate } }),
    draws: {
      key: documentKey(draws.commitment, draws.item),
      amount: drawn,
      quantity: units,
      closed: draws.closed === undefined ? undefined : parseBaht(draws.closed),
    },
  });
  move(state, line, effectiveOn, { committed: subtract(amount, drawn), accepted: amount });
}
