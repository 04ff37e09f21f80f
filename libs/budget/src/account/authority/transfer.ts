import {
  add,
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  parseBaht,
  type Refusal,
  type Satang,
  subtract,
} from '#kernel';
import { z } from 'zod';
import { type Line, lineKey, lineName, lineSchema } from '../../line.ts';
import { refuse } from '../../refusals.ts';
import {
  accountDetails,
  mustBeAvailable,
  mustBeCountable,
  mustBePositive,
  mustHaveLine,
  nameOf,
} from '../rules.ts';
import { type AccountState, lineState, type TransferState } from '../state.ts';

/** The other end of a transfer: a line of this account or of another project in the same fiscal year. */
export interface OtherEnd {
  readonly project: string;
  readonly line: Line;
}

interface TransferEnd {
  /** Number of the transfer document, the same at both ends. */
  readonly transfer: string;
  readonly line: Line;
  readonly amount: Satang;
  /** The transfer that this one takes back. */
  readonly reverses?: string | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

/** Moves budget from a line. Recorded together with `transfer-in` at the other end, or not at all. */
export interface TransferOut extends TransferEnd {
  readonly type: 'transfer-out';
  readonly to: OtherEnd;
}

/** Moves budget to a line. Recorded together with `transfer-out` at the other end, or not at all. */
export interface TransferIn extends TransferEnd {
  readonly type: 'transfer-in';
  readonly from: OtherEnd;
}

const otherEnd = (description: string) =>
  z.strictObject({ project: fields.code('Project code'), line: lineSchema }).meta({ description });

const end = {
  transfer: fields.code('Number of the transfer, the same at both ends'),
  line: lineSchema,
  reverses: fields.code('The transfer that this one takes back').optional(),
};

export const BudgetTransferredOut = defineEvent({
  type: 'BudgetTransferredOut',
  version: 1,
  category: 'budgetaccount',
  when: 'A line gives budget to another line or project; in the same append as BudgetTransferredIn at the other end.',
  data: z.strictObject({
    ...end,
    amount: fields.baht('Budget taken from the line, greater than zero'),
    to: otherEnd('The line that receives it'),
  }),
});
export type BudgetTransferredOut = EventOf<typeof BudgetTransferredOut>;

export const BudgetTransferredIn = defineEvent({
  type: 'BudgetTransferredIn',
  version: 1,
  category: 'budgetaccount',
  when: 'A line receives budget from another line or project; in the same append as BudgetTransferredOut at the other end.',
  data: z.strictObject({
    ...end,
    amount: fields.baht('Budget added to the line, greater than zero'),
    from: otherEnd('The line that gives it'),
  }),
});
export type BudgetTransferredIn = EventOf<typeof BudgetTransferredIn>;

export function decideTransferOut(
  state: AccountState,
  command: TransferOut,
): [BudgetTransferredOut] | Refusal {
  const { transfer, line, amount, to, reverses, effectiveOn } = command;
  const data = {
    transfer,
    line,
    amount: formatBaht(amount),
    to,
    ...(reverses === undefined ? {} : { reverses }),
  };
  return (
    mustBeNewTransfer(state, transfer, 'out') ??
    mustBePositive(state, amount) ??
    mustLeadElsewhere(state, command) ??
    mustHaveLine(state, line) ??
    mustTakeBack(state, reverses, 'in', amount) ??
    mustBeAvailable(state, line, amount) ?? [{ type: 'BudgetTransferredOut', effectiveOn, data }]
  );
}

export function decideTransferIn(state: AccountState, command: TransferIn): [BudgetTransferredIn] | Refusal {
  const { transfer, line, amount, from, reverses, effectiveOn } = command;
  const data = {
    transfer,
    line,
    amount: formatBaht(amount),
    from,
    ...(reverses === undefined ? {} : { reverses }),
  };
  return (
    mustBeNewTransfer(state, transfer, 'in') ??
    mustBePositive(state, amount) ??
    mustTakeBack(state, reverses, 'out', amount) ??
    mustBeCountable(state, amount) ?? [{ type: 'BudgetTransferredIn', effectiveOn, data }]
  );
}

type Direction = 'in' | 'out';
const keyOf = (transfer: string, direction: Direction): string => `${direction} ${transfer}`;

function mustBeNewTransfer(state: AccountState, transfer: string, direction: Direction): Refusal | undefined {
  if (!state.transfers.has(keyOf(transfer, direction))) return undefined;
  return refuse(
    'transfer-exists',
    `${nameOf(state)} has a transfer ${transfer} already; expected another number.`,
    accountDetails(state, { transfer }),
  );
}

function mustLeadElsewhere(state: AccountState, { line, to }: TransferOut): Refusal | undefined {
  if (to.project !== state.opened?.project || lineKey(to.line) !== lineKey(line)) return undefined;
  return refuse(
    'transfer-to-itself',
    `${nameOf(state)}: the transfer leads from ${lineName(line)} to the same line.`,
    accountDetails(state, { line }),
  );
}

/** A transfer is taken back once, and as a whole. */
function mustTakeBack(
  state: AccountState,
  reverses: string | undefined,
  direction: Direction,
  amount: Satang,
): Refusal | undefined {
  if (reverses === undefined) return undefined;
  const made = state.transfers.get(keyOf(reverses, direction));
  if (made?.amount !== amount) {
    return refuse(
      'transfer-unknown',
      `${nameOf(state)}: there is no transfer ${reverses} of ${formatBaht(amount)} that could be taken back.`,
      accountDetails(state, { transfer: reverses }),
    );
  }
  if (!made.reversed) return undefined;
  return refuse(
    'transfer-already-reversed',
    `${nameOf(state)}: the transfer ${reverses} is taken back already.`,
    accountDetails(state, { transfer: reverses }),
  );
}

export function evolveTransferredOut(state: AccountState, { data }: BudgetTransferredOut): void {
  const held = lineState(state, data.line);
  held.allocated = subtract(held.allocated, parseBaht(data.amount));
  remember(state, 'out', data, data.to);
}

export function evolveTransferredIn(state: AccountState, { data }: BudgetTransferredIn): void {
  const held = lineState(state, data.line);
  held.allocated = add(held.allocated, parseBaht(data.amount));
  remember(state, 'in', data, data.from);
}

function remember(
  state: AccountState,
  direction: Direction,
  data: BudgetTransferredOut['data'] | BudgetTransferredIn['data'],
  other: OtherEnd,
): void {
  const { transfer, line, amount, reverses } = data;
  state.transfers.set(keyOf(transfer, direction), {
    line,
    other,
    amount: parseBaht(amount),
    reversed: false,
  });
  if (reverses === undefined) return;
  const made = state.transfers.get(keyOf(reverses, direction === 'out' ? 'in' : 'out'));
  if (made) made.reversed = true;
}

/** A transfer that left this account, so that it can be taken back. */
export const transferOut = (state: AccountState, transfer: string): TransferState | undefined =>
  state.transfers.get(keyOf(transfer, 'out'));
