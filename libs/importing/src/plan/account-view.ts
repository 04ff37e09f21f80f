import { type AccountState, accountTotals, movedBetween, type PlanByQuarter } from '#budget';
import { compareText, type Quarter, quarterRange, type Satang, subtract } from '#kernel';
import type { Frame } from '../check/frame.ts';
import type { Change } from './account-desk.ts';
import type { Part } from './spread.ts';

/** What an import asks of the state of an account. */

export const isOpen = ({ opened }: AccountState): boolean => opened !== undefined;

export const budgetOf = (state: AccountState): Satang => accountTotals(state).allocated;

export const planOf = ({ plan }: AccountState): PlanByQuarter | undefined => plan;

/** What was disbursed and committed, net, in a quarter. */
export function figuresOf(state: AccountState, { fiscalYear, calendar }: Frame, quarter: Quarter): Change {
  const { first, last } = quarterRange(fiscalYear, quarter, calendar);
  return movedBetween(state, first, last);
}

/** Commitments with something outstanding, the oldest first. */
export const outstanding = ({ commitments }: AccountState): Part[] =>
  [...commitments]
    .map(([number, { outstanding: amount, effectiveOn }]) => ({ number, amount, effectiveOn }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => compareText(a.effectiveOn, b.effectiveOn));

/** Numbers of all commitments, the oldest first. */
export const commitmentNumbers = ({ commitments }: AccountState): string[] =>
  [...commitments]
    .sort(([, a], [, b]) => compareText(a.effectiveOn, b.effectiveOn))
    .map(([number]) => number);

interface Reversible extends Part {
  readonly commitment: string | undefined;
}

/** Disbursements of which something is left: direct ones before those against a commitment, each the newest first. */
export const reversible = ({ disbursements }: AccountState): Reversible[] =>
  [...disbursements]
    .map(([number, { amount, reversed, commitment, effectiveOn }]) => ({
      number,
      amount: subtract(amount, reversed),
      commitment,
      effectiveOn,
    }))
    .filter(({ amount }) => amount > 0)
    .reverse()
    .sort(
      (a, b) =>
        Number(a.commitment !== undefined) - Number(b.commitment !== undefined) ||
        compareText(b.effectiveOn, a.effectiveOn),
    );

export const commitmentExists = ({ commitments }: AccountState, number: string): boolean =>
  commitments.has(number);

export const disbursementExists = ({ disbursements }: AccountState, number: string): boolean =>
  disbursements.has(number);

export const correctionExists = ({ corrections }: AccountState, number: string): boolean =>
  corrections.has(number);
