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
} from '#kernel';
import { z } from 'zod';
import type { Line } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import type { AccountContext } from '../context.ts';
import { accountDetails, mustBePositive, mustHaveLine, nameOf } from '../rules.ts';
import { type AccountState, documentKey, documentName, type Foreign, move } from '../state.ts';
import { reservationOf } from '../year-end/reservation.ts';
import {
  foreignField,
  itemField,
  itemOf,
  mustBeAtRate,
  mustCount,
  quantityField,
  quantityOf,
} from './document-fields.ts';
import { amountExceeded, heldBy, mustFollow, mustHold, take, unknownDocument } from './earlier.ts';
import { keptBy } from './foreign.ts';
import { unitsOf } from './units.ts';

/** Holds money of a line for something that is asked for and not ordered yet: a pre-commitment. */
export interface MakeRequest {
  readonly type: 'make-request';
  /** Number of the request, unique in the account with its item. */
  readonly request: string;
  readonly item?: string | undefined;
  readonly line: Line;
  readonly amount: Satang;
  readonly quantity?: Quantity | undefined;
  readonly foreign?: Foreign | undefined;
  readonly description?: string | undefined;
  readonly effectiveOn: CivilDate;
}

/** Gives what a request still holds, or some of it, back to the line. Needs a reason. */
export interface ReleaseRequest {
  readonly type: 'release-request';
  readonly request: string;
  readonly item?: string | undefined;
  /** All that is outstanding when absent: the request is closed. */
  readonly amount?: Satang | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const RequestMade = defineEvent({
  type: 'RequestMade',
  version: 1,
  category: 'budgetaccount',
  when: 'Money of a line is held for something that is asked for and not ordered yet.',
  data: z.strictObject({
    request: fields.code('Number of the request, unique in the account with its item'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('Amount held, greater than zero'),
    quantity: quantityField('Units that are asked for').optional(),
    foreign: foreignField.optional(),
    description: fields.text('What is asked for', 2000).optional(),
  }),
});
export type RequestMade = EventOf<typeof RequestMade>;

export const RequestReleased = defineEvent({
  type: 'RequestReleased',
  version: 1,
  category: 'budgetaccount',
  when: 'What a request no longer needs returns to the line: by itself, or with the order that closes it.',
  data: z.strictObject({
    request: fields.code('Number of the request'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('Amount returned to the line, greater than zero'),
    quantity: quantityField('Units given up with it').optional(),
    closedBy: fields.code('Number of the order that closes the request').optional(),
  }),
});
export type RequestReleased = EventOf<typeof RequestReleased>;

export function decideRequest(
  state: AccountState,
  command: MakeRequest,
  context: AccountContext,
): [RequestMade] | Refusal {
  const { request, item, line, amount, quantity, foreign, description, effectiveOn } = command;
  const data = {
    request,
    ...itemOf(item),
    line,
    amount: formatBaht(amount),
    ...quantityOf(quantity),
    ...(foreign === undefined ? {} : { foreign }),
    ...(description === undefined ? {} : { description }),
  };
  return (
    mustBeNewRequest(state, request, item) ??
    mustBePositive(state, amount) ??
    mustCount(state, quantity) ??
    mustBeAtRate(state, amount, foreign) ??
    mustHaveLine(state, line, context) ?? [{ type: 'RequestMade', effectiveOn, data }]
  );
}

function mustBeNewRequest(
  state: AccountState,
  request: string,
  item: string | undefined,
): Refusal | undefined {
  if (!state.requests.has(documentKey(request, item))) return undefined;
  return refuse(
    'request-exists',
    `${nameOf(state)} has a request ${documentName(request, item)} already; expected another number.`,
    accountDetails(state, { request, ...itemOf(item) }),
  );
}

export function decideReleaseRequest(
  state: AccountState,
  { request, item, effectiveOn, ...command }: ReleaseRequest,
): [RequestReleased] | Refusal {
  const earlier = { stage: 'request', number: request, item } as const;
  const held = heldBy(state, earlier);
  if (!held) return unknownDocument(state, earlier);
  if (held.outstanding === 0) {
    return refuse(
      'nothing-outstanding',
      `${nameOf(state)}: nothing of the request ${documentName(request, item)} is outstanding.`,
      accountDetails(state, { request, line: held.line }),
    );
  }
  const amount = command.amount ?? held.outstanding;
  if (amount > held.outstanding) return amountExceeded(state, earlier, held, amount);
  return (
    mustBePositive(state, amount) ??
    mustFollow(state, earlier, held, effectiveOn) ?? [
      { type: 'RequestReleased', effectiveOn, data: requestRelease(earlier, held, amount) },
    ]
  );
}

/** The release of some of a request, or of all that it still holds. */
export const requestRelease = (
  { number, item }: { readonly number: string; readonly item?: string | undefined },
  held: {
    readonly line: Line;
    readonly outstanding: Satang;
    readonly outstandingQuantity?: Quantity | undefined;
  },
  amount: Satang,
  closedBy?: string,
): RequestReleased['data'] => ({
  request: number,
  ...itemOf(item),
  line: held.line,
  amount: formatBaht(amount),
  ...quantityOf(unitsOf(held, amount)),
  ...(closedBy === undefined ? {} : { closedBy }),
});

export function evolveRequested(state: AccountState, { data, effectiveOn }: RequestMade): void {
  const amount = parseBaht(data.amount);
  const { foreign } = data;
  const quantity = keptBy(data);
  state.requests.set(documentKey(data.request, data.item), {
    line: data.line,
    effectiveOn,
    amount,
    outstanding: amount,
    ...(quantity === undefined ? {} : { quantity, outstandingQuantity: quantity }),
    ...(foreign === undefined ? {} : { foreign }),
  });
  move(state, data.line, effectiveOn, { preCommitted: amount });
}

export function evolveRequestReleased(state: AccountState, { data, effectiveOn }: RequestReleased): void {
  const amount = parseBaht(data.amount);
  const held = mustHold(state, { stage: 'request', number: data.request, item: data.item });
  take(held, amount, data.quantity === undefined ? undefined : parseQuantity(data.quantity));
  held.amount = (held.amount - amount) as Satang;
  rememberRelease(state, data, effectiveOn);
  move(state, data.line, effectiveOn, { preCommitted: negate(amount) });
}

/** The close of the year must not come before it: until that day the money would be gone twice. */
function rememberRelease(
  state: AccountState,
  { request, item, closedBy }: RequestReleased['data'],
  effectiveOn: CivilDate,
): void {
  const { releasedOn: before } = state;
  if (closedBy !== undefined || (before !== undefined && before >= effectiveOn)) return;
  if (!reservationOf(state, { stage: 'request', number: request, ...itemOf(item) }))
    state.releasedOn = effectiveOn;
}
