import {
  type ApprovalState,
  type ControlPolicy,
  DEFAULT_POLICY,
  emptyControl,
  emptyPeriods,
  type Grant,
} from '#control';
import { isRefusal, type Refusal } from '#kernel';
import { budgetAccount } from '../account.ts';
import type { AccountCommand } from '../commands.ts';
import type { AccountContext } from '../context.ts';
import { after, march } from '../testing.fixture.ts';
import type { DecisionRecord } from './record.ts';

/** Decisions under a policy, by somebody, with duties and closed months. */

type Rule = ControlPolicy['availability'][number];

export const rule = (changes: Partial<Rule> = {}): Rule => ({
  name: 'line',
  key: 'line',
  stages: ['request', 'commit', 'disburse'],
  severity: 'stop',
  ...changes,
});

export const under = (
  policy: Partial<ControlPolicy>,
  { grants = [], ...context }: Partial<AccountContext> & { readonly grants?: Grant[] } = {},
): AccountContext => ({
  ...march,
  actor: 'somchai',
  control: { ...emptyControl(), version: 3, policy: { ...DEFAULT_POLICY, ...policy }, grants },
  ...context,
});

export const duty = (name: string, holder = 'somchai'): Grant => ({ duty: name, holder });

export const closedIn = (...months: string[]): AccountContext['periods'] => ({
  ...emptyPeriods(),
  months: new Map(months.map((month) => [month, 'closed'])),
});

export const approvedBy = (tier: string, by: string, maker = 'somchai'): ApprovalState => ({
  number: 'W-1',
  maker,
  summary: '',
  what: [],
  tiers: [tier],
  amount: '0.00',
  given: [{ tier, by }],
  status: 'approved',
});

/** The record of one more command, which must be accepted. */
export function recordOf(
  given: readonly AccountCommand[],
  command: AccountCommand,
  context: AccountContext,
): DecisionRecord {
  const outcome = decided(given, command, context);
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
}

/** The refusal of one more command, which must be refused. */
export function refusalOf(
  given: readonly AccountCommand[],
  command: AccountCommand,
  context: AccountContext,
): Refusal {
  const outcome = decided(given, command, context);
  if (isRefusal(outcome)) return outcome;
  throw new Error(`${command.type} was accepted`);
}

/** What was given was decided before there was a policy. */
function decided(
  given: readonly AccountCommand[],
  command: AccountCommand,
  context: AccountContext,
): DecisionRecord | Refusal {
  const outcome = budgetAccount.decide(after(given).state, command, context);
  return isRefusal(outcome) ? outcome : (outcome[0]?.decision as DecisionRecord);
}
