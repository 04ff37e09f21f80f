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
  ZERO,
} from '#kernel';
import { z } from 'zod';
import type { Line } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import type { AccountContext } from '../context.ts';
import { accountDetails, mustBePositive, mustHaveLine, nameOf } from '../rules.ts';
import { type AccountState, documentKey, documentName, type Foreign, move } from '../state.ts';
import {
  type Contract,
  type Continues,
  contractFields,
  mustFitContract,
  rememberContract,
} from './contract.ts';
import {
  drawnFields,
  drawnOf,
  foreignField,
  itemField,
  itemOf,
  mustBeAtRate,
  mustCount,
  quantityField,
  quantityOf,
} from './document-fields.ts';
import { type Draw, drawOn, heldBy, mustHold, restOf, take } from './earlier.ts';
import { keptBy } from './foreign.ts';
import { type RequestReleased, requestRelease } from './request.ts';

export const COMMITMENT_KINDS = ['order', 'contract', 'non-order'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

/** Obliges the line by an order, a contract or an expense without an order; out of a request or directly. */
export interface Commit {
  readonly type: 'commit';
  /** Number of the order or contract, unique in the account with its item. */
  readonly commitment: string;
  readonly item?: string | undefined;
  /** An order when absent. */
  readonly kind?: CommitmentKind | undefined;
  /** Needed unless a request is named. */
  readonly line?: Line | undefined;
  readonly amount: Satang;
  readonly quantity?: Quantity | undefined;
  readonly foreign?: Foreign | undefined;
  /** The request that it liquidates. */
  readonly request?: string | undefined;
  readonly requestItem?: string | undefined;
  /** Closes the request: what remains of it returns to the line. */
  readonly final?: boolean | undefined;
  readonly contract?: Contract | undefined;
  readonly continues?: Continues | undefined;
  readonly description?: string | undefined;
  /** A reference to the counterparty, never a personal name. */
  readonly counterparty?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const CommitmentMade = defineEvent({
  type: 'CommitmentMade',
  version: 1,
  category: 'budgetaccount',
  when: 'An order, a contract or an expense without an order obliges a line of the account.',
  data: z.strictObject({
    commitment: fields.code('Number of the order or contract, unique in the account with its item'),
    item: itemField,
    kind: z.enum(COMMITMENT_KINDS).optional().meta({ description: 'An order when absent' }),
    line: lineSchema,
    amount: fields.baht('Amount of the obligation, greater than zero'),
    quantity: quantityField('Units that are ordered').optional(),
    foreign: foreignField.optional(),
    draws: z
      .strictObject({ request: fields.code('Number of the request'), ...drawnFields })
      .optional()
      .meta({ description: 'What it takes of a request' }),
    ...contractFields,
    description: fields.text('What is ordered', 2000).optional(),
    counterparty: fields.code('Reference to the counterparty, never a personal name').optional(),
  }),
});
export type CommitmentMade = EventOf<typeof CommitmentMade>;

export function decideCommit(
  state: AccountState,
  command: Commit,
  context: AccountContext,
): [CommitmentMade, ...RequestReleased[]] | Refusal {
  const { commitment, item, amount, foreign, effectiveOn } = command;
  const refused =
    mustBeNewCommitment(state, commitment, item) ??
    mustBePositive(state, amount) ??
    mustCount(state, command.quantity) ??
    mustBeAtRate(state, amount, foreign) ??
    mustFitContract(state, command);
  if (refused) return refused;
  const draw =
    command.request === undefined ? undefined : drawOnRequest(state, command, command.request, context);
  if (draw && 'refused' in draw) return draw;
  const line = draw ? draw.line : directLine(state, command, context);
  if ('refused' in line) return line;
  const made: CommitmentMade = { type: 'CommitmentMade', effectiveOn, data: dataOf(command, line, draw) };
  return draw && draw.closed > 0 ? [made, closing(draw, command)] : [made];
}

const drawOnRequest = (
  state: AccountState,
  { line, amount, quantity, foreign, final, requestItem, effectiveOn }: Commit,
  request: string,
  context: AccountContext,
): Draw | Refusal => {
  const earlier = { stage: 'request', number: request, item: requestItem } as const;
  const booked = heldBy(state, earlier)?.foreign;
  // Foreign money and pieces are never counted against each other.
  const sameMoney = foreign && booked?.currency === foreign.currency;
  const units = sameMoney ? parseQuantity(foreign.amount) : booked ? undefined : quantity;
  return drawOn(state, earlier, { line, amount, quantity: units, final, effectiveOn }, context);
};

function directLine(
  state: AccountState,
  { line, commitment }: Commit,
  context: AccountContext,
): Line | Refusal {
  if (line) return mustHaveLine(state, line, context) ?? line;
  return refuse(
    'line-missing',
    `${nameOf(state)}: the commitment ${commitment} names neither a line nor a request.`,
    accountDetails(state, { commitment }),
  );
}

function dataOf(command: Commit, line: Line, draw: Draw | undefined): CommitmentMade['data'] {
  const {
    commitment,
    item,
    kind,
    amount,
    quantity,
    foreign,
    contract,
    continues,
    description,
    counterparty,
  } = command;
  return {
    commitment,
    ...itemOf(item),
    ...(kind === undefined ? {} : { kind }),
    line,
    amount: formatBaht(amount),
    ...quantityOf(quantity),
    ...(foreign === undefined ? {} : { foreign }),
    ...(draw === undefined ? {} : { draws: { request: draw.number, ...drawnOf(draw) } }),
    ...(contract === undefined ? {} : { contract: { ...contract, years: [...contract.years] } }),
    ...(continues === undefined ? {} : { continues }),
    ...(description === undefined ? {} : { description }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
}

const closing = (draw: Draw, { commitment, effectiveOn }: Commit): RequestReleased => ({
  type: 'RequestReleased',
  effectiveOn,
  data: requestRelease(draw, restOf(draw), draw.closed, commitment),
});

export function mustBeNewCommitment(
  state: AccountState,
  commitment: string,
  item?: string,
): Refusal | undefined {
  if (!state.commitments.has(documentKey(commitment, item))) return undefined;
  return refuse(
    'commitment-exists',
    `${nameOf(state)} has a commitment ${documentName(commitment, item)} already; expected another number, or an amendment of it.`,
    accountDetails(state, { commitment, ...itemOf(item) }),
  );
}

export function evolveCommitted(state: AccountState, { data, effectiveOn }: CommitmentMade): void {
  const amount = parseBaht(data.amount);
  const { line, draws, foreign } = data;
  const quantity = keptBy(data);
  const drawn = draws === undefined ? ZERO : parseBaht(draws.amount);
  const units = draws?.quantity === undefined ? undefined : parseQuantity(draws.quantity);
  if (draws)
    take(mustHold(state, { stage: 'request', number: draws.request, item: draws.item }), drawn, units);
  state.commitments.set(documentKey(data.commitment, data.item), {
    line,
    effectiveOn,
    amount,
    outstanding: amount,
    ...(quantity === undefined ? {} : { quantity, outstandingQuantity: quantity }),
    ...(foreign === undefined ? {} : { foreign }),
    ...(draws === undefined
      ? {}
      : {
          draws: {
            key: documentKey(draws.request, draws.item),
            amount: drawn,
            quantity: units,
            closed: draws.closed === undefined ? undefined : parseBaht(draws.closed),
          },
        }),
  });
  rememberContract(state, data);
  move(state, line, effectiveOn, { committed: amount, preCommitted: negate(drawn) });
}
