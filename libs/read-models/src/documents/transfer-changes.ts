import type { AccountEvent } from '#budget';
import { negate, parseBaht } from '#kernel/folding';
import type { DocumentChange, DocumentName, HeldOf } from './change.ts';

type EventOfType<Type extends AccountEvent['type']> = Extract<AccountEvent, { type: Type }>;

const transfer = (number: string): DocumentName => ({ stage: 'transfer', number });

/** Only a transfer that owes a report is followed, at the end that gave the money. */
export function transferred({ data }: EventOfType<'BudgetTransferredOut'>): DocumentChange[] {
  const { transfer: number, line, amount, reportDueOn: dueOn } = data;
  return dueOn === undefined ? [] : [{ made: transfer(number), line, amount: parseBaht(amount), dueOn }];
}

export function transferReported(
  { data }: EventOfType<'TransferReported'>,
  heldOf: HeldOf,
): DocumentChange[] {
  const moved = transfer(data.transfer);
  return [{ moved, used: heldOf(moved).amount }];
}

/** A transfer that was taken back owes nothing any more. */
export function transferTakenBack(
  { data }: EventOfType<'BudgetTransferredIn'>,
  heldOf: HeldOf,
): DocumentChange[] {
  if (data.reverses === undefined) return [];
  const moved = transfer(data.reverses);
  const { amount, used } = heldOf(moved);
  return amount === 0 ? [] : [{ moved, amount: negate(amount), used: negate(used) }];
}
