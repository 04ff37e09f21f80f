import {
  add,
  type CivilDate,
  formatBaht,
  type Refusal,
  type RefusalDetails,
  RefusalError,
  type Satang,
  subtract,
} from '#kernel';
import { type Line, lineKey, lineName } from '../line.ts';
import { refuse } from '../refusals.ts';
import { accountTotals, type AccountState, available, type CommitmentState } from './state.ts';

/** Checks that several decisions share. Each returns its refusal, or nothing when the rule holds. */

/** The account in words, as refusals name it. */
export const nameOf = ({ opened }: AccountState): string =>
  opened ? `${opened.project} in ${opened.fiscalYear}` : 'the account';

export function accountDetails({ opened }: AccountState, more: RefusalDetails = {}): RefusalDetails {
  return opened ? { project: opened.project, fiscalYear: opened.fiscalYear, ...more } : more;
}

export function mustBePositive(state: AccountState, amount: Satang): Refusal | undefined {
  if (amount > 0) return undefined;
  return refuse(
    'amount-not-positive',
    `${nameOf(state)}: the amount is ${formatBaht(amount)}; expected more than zero.`,
    accountDetails(state, { given: formatBaht(amount), expected: 'more than 0.00' }),
  );
}

/** The whole account must stay countable: out of range is refused here, not met later in a total. */
export function mustBeCountable(state: AccountState, more: Satang): Refusal | undefined {
  try {
    add(accountTotals(state).allocated, more);
    return undefined;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

export function mustHaveLine(state: AccountState, line: Line): Refusal | undefined {
  if (state.lines.has(lineKey(line))) return undefined;
  const known = [...state.lines.values()].map((held) => held.line);
  const names = known.length > 0 ? known.map(lineName).join(', ') : 'none so far';
  return refuse(
    'line-not-in-account',
    `${nameOf(state)} has no budget on the line ${lineName(line)}; its lines are: ${names}.`,
    accountDetails(state, { line, lines: known }),
  );
}

/** One satang is one satang: what is asked of a line must be available on it. */
export function mustBeAvailable(state: AccountState, line: Line, requested: Satang): Refusal | undefined {
  const there = available(state, line);
  if (requested <= there) return undefined;
  const shortBy = formatBaht(subtract(requested, there));
  return refuse(
    'budget-exceeded',
    `${nameOf(state)}, ${lineName(line)}: ${formatBaht(requested)} is asked, ${formatBaht(there)} is available, ${shortBy} is missing.`,
    accountDetails(state, { line, requested: formatBaht(requested), available: formatBaht(there), shortBy }),
  );
}

export function mustBeOutstanding(
  state: AccountState,
  commitment: string,
  { line, outstanding }: CommitmentState,
  requested: Satang,
): Refusal | undefined {
  if (requested <= outstanding) return undefined;
  const shortBy = formatBaht(subtract(requested, outstanding));
  return refuse(
    'commitment-exceeded',
    `${nameOf(state)}, ${lineName(line)}: ${formatBaht(requested)} is asked of the commitment ${commitment}, ${formatBaht(outstanding)} is outstanding, ${shortBy} is missing.`,
    accountDetails(state, {
      line,
      commitment,
      requested: formatBaht(requested),
      outstanding: formatBaht(outstanding),
      shortBy,
    }),
  );
}

/** What frees or pays a commitment cannot take effect before it: no balance at any day may be negative. */
export function mustNotPrecede(
  state: AccountState,
  commitment: string,
  held: CommitmentState,
  effectiveOn: CivilDate,
): Refusal | undefined {
  if (effectiveOn >= held.effectiveOn) return undefined;
  return refuse(
    'date-before-commitment',
    `${nameOf(state)}: ${effectiveOn} lies before the commitment ${commitment} of ${held.effectiveOn}; expected that day or later.`,
    accountDetails(state, { commitment, effectiveOn, expected: held.effectiveOn }),
  );
}

export function unknownCommitment(state: AccountState, commitment: string): Refusal {
  return refuse(
    'commitment-unknown',
    `${nameOf(state)} has no commitment ${commitment}.`,
    accountDetails(state, { commitment }),
  );
}
