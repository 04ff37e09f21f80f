import {
  type Decider,
  type DecisionContext,
  fiscalYearRange,
  type FiscalYear,
  isRefusal,
  type Refusal,
  RefusalError,
} from '#kernel';
import { refuse } from '../refusals.ts';
import { decideAllocate, evolveAllocated } from './authority/allocate.ts';
import { decideAmend, evolveAmended } from './chain/amend.ts';
import type { AccountCommand } from './commands.ts';
import { decideCommit, evolveCommitted } from './chain/commit.ts';
import { decideCorrect, evolveCorrected } from './chain/correct.ts';
import { decideCut, evolveCut } from './authority/cut.ts';
import { decideDisburse, evolveDisbursed } from './chain/disburse.ts';
import type { AccountEvent } from './events.ts';
import { decideOpen, evolveOpened } from './authority/open.ts';
import { decideRevisePlan, decideSetPlan, evolvePlanned } from './authority/plan.ts';
import { decideRelease, evolveReleased } from './chain/release.ts';
import { decideReverse, evolveReversed } from './chain/reverse.ts';
import { decideSupplement, evolveSupplemented } from './authority/supplement.ts';
import {
  decideTransferIn,
  decideTransferOut,
  evolveTransferredIn,
  evolveTransferredOut,
} from './authority/transfer.ts';
import { accountDetails, nameOf } from './rules.ts';
import { type AccountState, emptyAccount } from './state.ts';

/** The budget account of one project in one fiscal year. Availability is decided here, at a known revision. */
export const budgetAccount: Decider<AccountState, AccountCommand, AccountEvent> = {
  category: 'budgetaccount',
  initial: emptyAccount,

  decide(state, command, context) {
    try {
      return (
        mustBeOpen(state, command) ??
        mustBeComplete(state, command, context) ??
        decideOne(state, command, context)
      );
    } catch (error) {
      // Arithmetic refuses what leaves the range of amounts; here that is a refusal like any other.
      if (error instanceof RefusalError && isRefusal(error.refusal)) return error.refusal;
      throw error;
    }
  },

  evolve(state, event) {
    evolveOne(state, event);
    return state;
  },
};

/** What changes or takes back something that was recorded says why. */
const NEEDS_REASON: ReadonlySet<AccountCommand['type']> = new Set([
  'supplement',
  'cut',
  'transfer-out',
  'transfer-in',
  'revise-plan',
  'amend-commitment',
  'release-commitment',
  'reverse-disbursement',
  'correct-quarter',
]);

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';

function mustBeOpen(state: AccountState, command: AccountCommand): Refusal | undefined {
  if (state.opened || command.type === 'open-account') return undefined;
  return refuse(
    'account-not-open',
    'The project has no account in this fiscal year; expected it to be opened first.',
    {},
  );
}

/** What every command must say: a day of the fiscal year, and a reason where something is changed or taken back. */
function mustBeComplete(
  state: AccountState,
  command: AccountCommand,
  context: DecisionContext,
): Refusal | undefined {
  if (NEEDS_REASON.has(command.type) && isBlank((command as { reason?: unknown }).reason)) {
    return refuse(
      'reason-missing',
      `${nameOf(state)}: no reason is given; expected why it is posted.`,
      accountDetails(state),
    );
  }
  const { effectiveOn } = command;
  if (effectiveOn === undefined) return undefined;
  const year = (
    command.type === 'open-account' ? command.fiscalYear : (state.opened?.fiscalYear ?? 0)
  ) as FiscalYear;
  const { first, last } = fiscalYearRange(year, context.calendar);
  if (effectiveOn >= first && effectiveOn <= last) return undefined;
  return refuse(
    'date-outside-fiscal-year',
    `${effectiveOn} does not lie in the fiscal year ${year}; expected ${first} to ${last}.`,
    accountDetails(state, { fiscalYear: year, effectiveOn, first, last }),
  );
}

function decideOne(
  state: AccountState,
  command: AccountCommand,
  context: DecisionContext,
): AccountEvent[] | Refusal {
  switch (command.type) {
    case 'open-account':
      return decideOpen(state, command);
    case 'allocate':
      return decideAllocate(state, command);
    case 'supplement':
      return decideSupplement(state, command);
    case 'transfer-out':
      return decideTransferOut(state, command);
    case 'transfer-in':
      return decideTransferIn(state, command);
    case 'cut':
      return decideCut(state, command);
    case 'set-plan':
      return decideSetPlan(state, command);
    case 'revise-plan':
      return decideRevisePlan(state, command);
    case 'commit':
      return decideCommit(state, command);
    case 'amend-commitment':
      return decideAmend(state, command);
    case 'release-commitment':
      return decideRelease(state, command);
    case 'disburse':
      return decideDisburse(state, command);
    case 'reverse-disbursement':
      return decideReverse(state, command);
    case 'correct-quarter':
      return decideCorrect(state, command, context);
  }
}

function evolveOne(state: AccountState, event: AccountEvent): void {
  switch (event.type) {
    case 'BudgetAccountOpened':
      return evolveOpened(state, event);
    case 'BudgetAllocated':
      return evolveAllocated(state, event);
    case 'BudgetSupplemented':
      return evolveSupplemented(state, event);
    case 'BudgetTransferredOut':
      return evolveTransferredOut(state, event);
    case 'BudgetTransferredIn':
      return evolveTransferredIn(state, event);
    case 'BudgetCut':
      return evolveCut(state, event);
    case 'QuarterlyPlanSet':
    case 'QuarterlyPlanRevised':
      return evolvePlanned(state, event);
    case 'CommitmentMade':
      return evolveCommitted(state, event);
    case 'CommitmentAmended':
      return evolveAmended(state, event);
    case 'CommitmentReleased':
      return evolveReleased(state, event);
    case 'DisbursementMade':
      return evolveDisbursed(state, event);
    case 'DisbursementReversed':
      return evolveReversed(state, event);
    case 'QuarterCorrected':
      return evolveCorrected(state, event);
  }
}
