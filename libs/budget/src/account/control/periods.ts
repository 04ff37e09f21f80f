import { periodStatus } from '#control';
import { isBlank, type Refusal } from '#kernel';
import { refuse } from '../../refusals.ts';
import type { AccountCommand } from '../commands.ts';
import { type AccountContext, namesBehind } from '../context.ts';
import type { AccountEvent } from '../events.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { holdsAny } from './duties.ts';

/** Correcting a quarter is a restatement by its nature; anything else says that it is one. */
export const isRestatement = (command: AccountCommand): boolean =>
  command.restates === true || command.type === 'correct-quarter';

/** The tier that lets a restatement into a closed period. */
export const RESTATEMENT_TIER = 'approve-restatement';

/** Months of the decision that are closed. */
export function closedMonths(events: readonly AccountEvent[], { periods }: AccountContext): string[] {
  if (!periods) return [];
  const days = events.map(({ effectiveOn }) => effectiveOn);
  const closed = days.filter((day) => periodStatus(periods, day) === 'closed');
  return [...new Set(closed.map((day) => day.slice(0, 7)))];
}

/**
 * Nothing is backdated into a period that is closed, unless it is a restatement by somebody whose duty it is and that
 * another has approved; a period that is closed softly takes postings of those whose duty it is.
 */
export function mustBeInOpenPeriod(
  state: AccountState,
  command: AccountCommand,
  events: readonly AccountEvent[],
  context: AccountContext,
): Refusal | undefined {
  const { periods } = context;
  if (!periods) return undefined;
  const [closed] = closedMonths(events, context);
  if (closed !== undefined) return mustBeRestatement(state, command, closed, context);
  const soft = events.find(({ effectiveOn }) => periodStatus(periods, effectiveOn) === 'soft-closed');
  if (!soft || holdsAny(context, namesBehind(context), 'post-after-soft-close')) return undefined;
  const month = soft.effectiveOn.slice(0, 7);
  return refuse(
    'period-soft-closed',
    `${nameOf(state)}: ${month} is closed softly; expected a poster whose duty is post-after-soft-close, or a date in an open month.`,
    accountDetails(state, { period: month, duty: 'post-after-soft-close' }),
  );
}

function mustBeRestatement(
  state: AccountState,
  command: AccountCommand,
  month: string,
  context: AccountContext,
): Refusal | undefined {
  if (!isRestatement(command)) {
    return refuse(
      'period-closed',
      `${nameOf(state)}: ${month} is closed; expected a date in an open month, or a restatement with its reason and approval.`,
      accountDetails(state, { period: month }),
    );
  }
  if (isBlank(command.reason)) {
    return refuse(
      'reason-missing',
      `${nameOf(state)}: a restatement of ${month} gives no reason; expected why it is restated.`,
      accountDetails(state, { period: month }),
    );
  }
  if (holdsAny(context, [context.approval?.maker ?? context.actor], 'restate')) return undefined;
  return refuse(
    'restatement-not-allowed',
    `${nameOf(state)}: ${month} is closed and ${context.approval?.maker ?? context.actor ?? 'nobody'} may not restate it; expected the duty restate.`,
    accountDetails(state, { period: month, duty: 'restate' }),
  );
}
