import { add, formatBaht, type Refusal, type RefusalDetails, RefusalError, type Satang } from '#kernel';
import { type Line, lineKey, lineName } from '../line.ts';
import { refuse } from '../refusals.ts';
import { type AccountContext, policyOf } from './context.ts';
import { accountTotals, type AccountState } from './state.ts';

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

/** Where no rule looks at single lines, any line may be used that a pool of others pays for. */
export function mustHaveLine(state: AccountState, line: Line, context?: AccountContext): Refusal | undefined {
  if (state.lines.has(lineKey(line))) return undefined;
  const byLine = !context || policyOf(context).availability.some(({ key }) => key === 'line');
  if (!byLine && state.lines.size > 0) return undefined;
  const known = [...state.lines.values()].map((held) => held.line);
  const names = known.length > 0 ? known.map(lineName).join(', ') : 'none so far';
  return refuse(
    'line-not-in-account',
    `${nameOf(state)} has no budget on the line ${lineName(line)}; its lines are: ${names}.`,
    accountDetails(state, { line, lines: known }),
  );
}
