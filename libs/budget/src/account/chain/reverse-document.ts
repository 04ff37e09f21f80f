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
  type Quantity,
  type Refusal,
  subtract,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { type AccountState, documentName, type DocumentState, move } from '../state.ts';
import { itemField, itemOf, quantityField, quantityOf } from './document-fields.ts';
import { type Earlier, giveBack, heldBy, mustFollow, mustHold, unknownDocument } from './earlier.ts';
import { forgetContract } from './contract.ts';
import { standingOn } from './standing-on.ts';

/** Takes an order or contract back that nothing stands on; its request holds the money again. Needs a reason. */
export interface ReverseCommitment {
  readonly type: 'reverse-commitment';
  readonly commitment: string;
  readonly item?: string | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

/** Takes an acceptance back that is not paid; its commitment is outstanding again. Needs a reason. */
export interface ReverseAcceptance {
  readonly type: 'reverse-acceptance';
  readonly acceptance: string;
  readonly item?: string | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

const restored = (earlier: object) =>
  z
    .strictObject({
      ...earlier,
      item: itemField,
      amount: fields.baht('What it holds again'),
      reopened: fields.baht('Of that, what had been released by closing').optional(),
      quantity: quantityField('Units that it holds again').optional(),
    })
    .optional();

export const CommitmentReversed = defineEvent({
  type: 'CommitmentReversed',
  version: 1,
  category: 'budgetaccount',
  when: 'An order or contract that nothing stands on is taken back; the reason stands in the metadata.',
  data: z.strictObject({
    commitment: fields.code('Number of the order or contract'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('What was outstanding of it'),
    restores: restored({ request: fields.code('Number of the request') }).meta({
      description: 'The request that holds the money again',
    }),
  }),
});
export type CommitmentReversed = EventOf<typeof CommitmentReversed>;

export const AcceptanceReversed = defineEvent({
  type: 'AcceptanceReversed',
  version: 1,
  category: 'budgetaccount',
  when: 'An acceptance that is not paid is taken back; the reason stands in the metadata.',
  data: z.strictObject({
    acceptance: fields.code('Number of the acceptance'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('What was unpaid of it'),
    restores: restored({ commitment: fields.code('Order or contract') }).meta({
      description: 'The commitment that is outstanding again',
    }),
  }),
});
export type AcceptanceReversed = EventOf<typeof AcceptanceReversed>;

export function decideReverseCommitment(
  state: AccountState,
  { commitment, item, effectiveOn }: ReverseCommitment,
): [CommitmentReversed] | Refusal {
  const document = { stage: 'commitment', number: commitment, item } as const;
  const held = mayBeReversed(state, document, effectiveOn);
  if ('refused' in held) return held;
  const restores = restorationOf(held);
  const data = {
    commitment,
    ...itemOf(item),
    line: held.line,
    amount: formatBaht(held.outstanding),
    ...(restores === undefined ? {} : { restores: { request: restores.number, ...restores.what } }),
  };
  return [{ type: 'CommitmentReversed', effectiveOn, data: data }];
}

export function decideReverseAcceptance(
  state: AccountState,
  { acceptance, item, effectiveOn }: ReverseAcceptance,
): [AcceptanceReversed] | Refusal {
  const document = { stage: 'acceptance', number: acceptance, item } as const;
  const held = mayBeReversed(state, document, effectiveOn);
  if ('refused' in held) return held;
  const restores = restorationOf(held);
  const data = {
    acceptance,
    ...itemOf(item),
    line: held.line,
    amount: formatBaht(held.outstanding),
    ...(restores === undefined ? {} : { restores: { commitment: restores.number, ...restores.what } }),
  };
  return [{ type: 'AcceptanceReversed', effectiveOn, data: data }];
}

function mayBeReversed(
  state: AccountState,
  document: Earlier,
  effectiveOn: CivilDate,
): DocumentState | Refusal {
  const { stage, number, item } = document;
  const held = heldBy(state, document);
  if (!held) return unknownDocument(state, document);
  const name = `${stage} ${documentName(number, item)}`;
  const later = standingOn(state, document);
  if (later !== undefined) {
    return refuse(
      'document-in-use',
      `${nameOf(state)}: the ${later} stands on the ${name}; expected it to be taken back first.`,
      accountDetails(state, { [stage]: number, later }),
    );
  }
  if (held.outstanding === 0) {
    return refuse(
      'nothing-outstanding',
      `${nameOf(state)}: nothing of the ${name} is outstanding.`,
      accountDetails(state, { [stage]: number, line: held.line }),
    );
  }
  return mustFollow(state, document, held, effectiveOn) ?? held;
}

/** What the earlier document holds again: what was taken of it, and what closing it had released. */
function restorationOf({ draws }: DocumentState) {
  if (!draws) return undefined;
  const [number = '', item] = draws.key.split('\n');
  const closed = draws.closed ?? ZERO;
  const what = {
    ...itemOf(item),
    amount: formatBaht(add(draws.amount, closed)),
    ...(closed === 0 ? {} : { reopened: formatBaht(closed) }),
    ...quantityOf(draws.quantity),
  };
  return { number, what };
}

export function evolveCommitmentReversed(
  state: AccountState,
  { data, effectiveOn }: CommitmentReversed,
): void {
  const restores = data.restores as ({ request: string } & Restored) | undefined;
  const amount = parseBaht(data.amount);
  const again = undo(
    state,
    { stage: 'commitment', number: data.commitment, item: data.item },
    restores && { stage: 'request', number: restores.request, item: restores.item },
    restores,
  );
  forgetContract(state, data.commitment, data.item);
  move(state, data.line, effectiveOn, { committed: negate(amount), preCommitted: again });
}

export function evolveAcceptanceReversed(
  state: AccountState,
  { data, effectiveOn }: AcceptanceReversed,
): void {
  const restores = data.restores as ({ commitment: string } & Restored) | undefined;
  const amount = parseBaht(data.amount);
  const again = undo(
    state,
    { stage: 'acceptance', number: data.acceptance, item: data.item },
    restores && { stage: 'commitment', number: restores.commitment, item: restores.item },
    restores,
  );
  move(state, data.line, effectiveOn, { committed: subtract(again, amount), accepted: negate(amount) });
}

interface Restored {
  readonly item?: string | undefined;
  readonly amount: string;
  readonly reopened?: string | undefined;
  readonly quantity?: string | undefined;
}

/** Empties the document and gives the earlier one back; answers how much that holds again. */
function undo(
  state: AccountState,
  document: Earlier,
  earlier: Earlier | undefined,
  restores: Restored | undefined,
) {
  const held = mustHold(state, document);
  held.outstanding = ZERO;
  held.amount = ZERO;
  held.reversed = true;
  if (held.outstandingQuantity !== undefined) held.outstandingQuantity = 0 as Quantity;
  if (!earlier || !restores) return ZERO;
  const again = parseBaht(restores.amount);
  const before = mustHold(state, earlier);
  giveBack(before, again, restores.quantity === undefined ? undefined : parseQuantity(restores.quantity));
  if (restores.reopened !== undefined) before.amount = add(before.amount, parseBaht(restores.reopened));
  return again;
}
