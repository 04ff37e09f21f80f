import { requiredTiers } from '#control';
import { formatBaht, parseBaht, type Refusal, type Satang, ZERO } from '#kernel';
import { refuse } from '../../refusals.ts';
import type { AccountCommand } from '../commands.ts';
import { type AccountContext, policyOf } from '../context.ts';
import type { AccountEvent } from '../events.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { movementsOnce } from './movements-once.ts';
import { closedMonths, RESTATEMENT_TIER } from './periods.ts';

/**
 * The size of a decision: its largest movement, that of the whole document it is a line of, or what a contract comes to
 * over all its years, since whoever signs it binds the organisation to all of them.
 */
export function amountOf(
  command: AccountCommand,
  events: readonly AccountEvent[],
  { calendar }: AccountContext,
): Satang {
  const moved = events
    .flatMap((event) => movementsOnce(event, calendar))
    .map(({ amount }) => Math.abs(amount));
  return Math.max(ZERO, ...moved, command.documentTotal ?? ZERO, contractTotal(command)) as Satang;
}

const contractTotal = (command: AccountCommand): Satang =>
  command.type === 'commit' && command.contract ? parseBaht(command.contract.total) : ZERO;

/** The other eyes that a decision needs: what the policy says, and one more for a restatement of a closed period. */
export function tiersNeeded(
  command: AccountCommand,
  events: readonly AccountEvent[],
  context: AccountContext,
): string[] {
  const tiers = requiredTiers(policyOf(context), command.type, amountOf(command, events, context));
  const restates = closedMonths(events, context).length > 0;
  return restates ? [...new Set([...tiers, RESTATEMENT_TIER])] : [...tiers];
}

/**
 * What needs other eyes is recorded only out of a document that they have approved. Whoever made the document is none
 * of them; the same rule stands here and where approvals are given, so that a replay of the account proves it.
 */
export function mustBeApproved(
  state: AccountState,
  command: AccountCommand,
  events: readonly AccountEvent[],
  context: AccountContext,
): Refusal | undefined {
  const tiers = tiersNeeded(command, events, context);
  if (tiers.length === 0 || isReservation(command, context)) return undefined;
  const { approval, trial = false } = context;
  // A document on its way in is tried before it waits.
  if (approval?.status === 'waiting' && trial) return undefined;
  const given = approval?.status === 'approved' ? approval.given : [];
  const missing = tiers.filter(
    (tier) => !given.some((each) => each.tier === tier && each.by !== approval?.maker),
  );
  if (missing.length === 0) return undefined;
  const amount = formatBaht(amountOf(command, events, context));
  return refuse(
    'approval-needed',
    `${nameOf(state)}: ${command.type} of ${amount} needs the approval of ${missing.join(', then ')}; expected it to be submitted for approval.`,
    accountDetails(state, { command: command.type, amount, tiers, missing }),
  );
}

/** Holding money for a waiting document, and giving it back, belongs to the document and needs no approval of its own. */
export const isReservation = (command: AccountCommand, { approval }: AccountContext): boolean =>
  approval !== undefined &&
  (command.type === 'make-request' || command.type === 'release-request') &&
  command.request === approval.number;
