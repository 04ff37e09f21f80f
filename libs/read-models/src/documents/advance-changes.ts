import type { AccountEvent } from '#budget';
import { add, negate, parseBaht, subtract } from '#kernel/folding';
import type { DocumentChange, DocumentName } from './change.ts';

type EventOfType<Type extends AccountEvent['type']> = Extract<AccountEvent, { type: Type }>;

const advance = (number: string): DocumentName => ({ stage: 'advance', number });
const voucher = (number: string): DocumentName => ({ stage: 'disbursement', number });

export function advancePaid({ data }: EventOfType<'AdvancePaid'>): DocumentChange[] {
  const { advance: number, line, amount, dueOn, counterparty, description } = data;
  return [{ made: advance(number), line, amount: parseBaht(amount), dueOn, counterparty, description }];
}

/**
 * What was spent beyond the advance draws new budget and is no part of it. The voucher is a document of its own, of
 * which money may come back.
 */
export function advanceCleared({ data }: EventOfType<'AdvanceCleared'>): DocumentChange[] {
  const { line, disbursement } = data;
  const spent = parseBaht(data.spent);
  const previous = advance(data.advance);
  const covered = subtract(spent, parseBaht(data.excess));
  return [
    { made: voucher(disbursement), line, amount: spent, previous },
    { moved: previous, used: add(covered, parseBaht(data.returned)) },
  ];
}

/** The advance is outstanding as before its clearing, and nothing is left of the voucher. */
export function advanceClearingReversed({ data }: EventOfType<'AdvanceClearingReversed'>): DocumentChange[] {
  const spent = parseBaht(data.spent);
  const covered = subtract(spent, parseBaht(data.excess));
  return [
    { moved: voucher(data.clearing), amount: negate(spent) },
    { moved: advance(data.advance), used: negate(add(covered, parseBaht(data.returned))) },
  ];
}

export const advanceReturned = ({ data }: EventOfType<'AdvanceReturned'>): DocumentChange[] => [
  { moved: advance(data.advance), used: parseBaht(data.amount) },
];
