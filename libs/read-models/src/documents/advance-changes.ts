import type { AccountEvent } from '#budget';
import { add, negate, parseBaht, subtract } from '#kernel/folding';
import type { DocumentChange, DocumentName } from './change.ts';

type EventOfType<Type extends AccountEvent['type']> = Extract<AccountEvent, { type: Type }>;

const advance = (number: string): DocumentName => ({ stage: 'advance', number });

export function advancePaid({ data }: EventOfType<'AdvancePaid'>): DocumentChange[] {
  const { advance: number, line, amount, dueOn, counterparty, description } = data;
  return [{ made: advance(number), line, amount: parseBaht(amount), dueOn, counterparty, description }];
}

/** What was spent beyond the advance draws new budget and is no part of it. */
export function advanceCleared({ data }: EventOfType<'AdvanceCleared'>): DocumentChange[] {
  const covered = subtract(parseBaht(data.spent), parseBaht(data.excess));
  return [{ moved: advance(data.advance), used: add(covered, parseBaht(data.returned)) }];
}

/** The advance is outstanding as before its clearing. */
export function advanceClearingReversed({ data }: EventOfType<'AdvanceClearingReversed'>): DocumentChange[] {
  const covered = subtract(parseBaht(data.spent), parseBaht(data.excess));
  return [{ moved: advance(data.advance), used: negate(add(covered, parseBaht(data.returned))) }];
}

export const advanceReturned = ({ data }: EventOfType<'AdvanceReturned'>): DocumentChange[] => [
  { moved: advance(data.advance), used: parseBaht(data.amount) },
];
