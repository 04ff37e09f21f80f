import { guarded } from '#access';
import { type Decider, isBlank, isRefusal, type Refusal, RefusalError } from '#kernel';
import { refuse } from '../refusals.ts';
import { decideAuthority } from './authority/decide.ts';
import { evolveAuthority } from './authority/evolve.ts';
import { decideCash } from './cash/decide.ts';
import { evolveCash } from './cash/evolve.ts';
import { mustStillHoldRetention } from './cash/retention-returned.ts';
import { decodeCommand, encodeCommand } from './command-json.ts';
import type { AccountCommand } from './commands.ts';
import { type AccountContext, makerBehind } from './context.ts';
import { amountOf } from './control/approval.ts';
import { fundSourcesOf } from './control/changes.ts';
import { control } from './control/control.ts';
import { decideCorrect, evolveCorrected } from './chain/correct.ts';
import { decideChain } from './chain/decide.ts';
import { evolveChain } from './chain/evolve.ts';
import type { AccountEvent } from './events.ts';
import { forkAccount, joinAccount } from './fork.ts';
import { accountDetails, nameOf } from './rules.ts';
import { type AccountState, emptyAccount } from './state.ts';
import { mustLieInYear, mustNotBeClosed } from './year-end/dates.ts';
import { decideYearEnd } from './year-end/decide.ts';
import { evolveYearEnd } from './year-end/evolve.ts';

const account: Decider<AccountState, AccountCommand, AccountEvent> = {
  category: 'budgetaccount',
  json: { encode: encodeCommand, decode: decodeCommand },
  initial: emptyAccount,

  decide(state, command, context: AccountContext) {
    try {
      const decided =
        mustBeOpen(state, command) ??
        mustBeComplete(state, command) ??
        mustLieInYear(state, command, context) ??
        mustNotBeClosed(state, command) ??
        mustKeepReturned(state, command) ??
        decideOne(state, command, context);
      return isRefusal(decided) ? decided : control(state, command, decided, context);
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

  fork: forkAccount,
  join: joinAccount,
};

/**
 * The budget account of one project in one fiscal year. Availability is decided here, at a known revision, and who may
 * post what: what was approved is still posted by its maker.
 */
export const budgetAccount = guarded(account, {
  who: makerBehind,
  moves: (command, events, context) => ({
    fundSources: fundSourcesOf(events, context.calendar),
    amount: amountOf(command, events, context),
  }),
});

/** What changes or takes back something that was recorded says why. */
const NEEDS_REASON: ReadonlySet<AccountCommand['type']> = new Set([
  'supplement',
  'cut',
  'transfer-out',
  'transfer-in',
  'revise-plan',
  'amend-commitment',
  'release-request',
  'release-commitment',
  'reverse-commitment',
  'reverse-acceptance',
  'reverse-disbursement',
  'reverse-clearing',
  'refund',
  'correct-quarter',
  'extend-reservation',
  'reverse-year-end-step',
  'return-brought-forward',
]);

function mustBeOpen(state: AccountState, command: AccountCommand): Refusal | undefined {
  if (state.opened || command.type === 'open-account') return undefined;
  return refuse(
    'account-not-open',
    'The project has no account in this fiscal year; expected it to be opened first.',
    {},
  );
}

/** What every command must say: a reason where something is changed or taken back. */
function mustBeComplete(state: AccountState, command: AccountCommand): Refusal | undefined {
  if (!NEEDS_REASON.has(command.type) || !isBlank(command.reason)) return undefined;
  return refuse(
    'reason-missing',
    `${nameOf(state)}: no reason is given; expected why it is posted.`,
    accountDetails(state),
  );
}

/** What was given back to a counterparty cannot be taken back with the payment that it was kept of. */
const mustKeepReturned = (state: AccountState, command: AccountCommand): Refusal | undefined =>
  command.type === 'reverse-disbursement' ? mustStillHoldRetention(state, command) : undefined;

function decideOne(
  state: AccountState,
  command: AccountCommand,
  context: AccountContext,
): AccountEvent[] | Refusal {
  switch (command.type) {
    case 'open-account':
    case 'estimate':
    case 'allocate':
    case 'release-budget':
    case 'supplement':
    case 'cut':
    case 'transfer-out':
    case 'transfer-in':
    case 'report-transfer':
    case 'set-plan':
    case 'revise-plan':
      return decideAuthority(state, command, context);
    case 'correct-quarter':
      return decideCorrect(state, command, context);
    case 'make-request':
    case 'release-request':
    case 'commit':
    case 'amend-commitment':
    case 'release-commitment':
    case 'reverse-commitment':
    case 'take-up-contract-year':
    case 'accept':
    case 'reverse-acceptance':
    case 'disburse':
    case 'reverse-disbursement':
    case 'refund':
    case 'note-off-budget-line':
      return decideChain(state, command, context);
    case 'pay-advance':
    case 'clear-advance':
    case 'return-advance':
    case 'reverse-clearing':
    case 'hold-guarantee':
    case 'return-held':
      return decideCash(state, command, context);
    default:
      return decideYearEnd(state, command, context);
  }
}

function evolveOne(state: AccountState, event: AccountEvent): void {
  switch (event.type) {
    case 'BudgetAccountOpened':
    case 'BudgetEstimated':
    case 'BudgetAllocated':
    case 'BudgetReleased':
    case 'BudgetSupplemented':
    case 'BudgetCut':
    case 'BudgetTransferredOut':
    case 'BudgetTransferredIn':
    case 'TransferReported':
    case 'QuarterlyPlanSet':
    case 'QuarterlyPlanRevised':
      return evolveAuthority(state, event);
    case 'QuarterCorrected':
      return evolveCorrected(state, event);
    case 'RequestMade':
    case 'RequestReleased':
    case 'CommitmentMade':
    case 'CommitmentAmended':
    case 'CommitmentReleased':
    case 'CommitmentReversed':
    case 'ContractYearTakenUp':
    case 'WorkAccepted':
    case 'AcceptanceReleased':
    case 'AcceptanceReversed':
    case 'DisbursementMade':
    case 'DisbursementReversed':
    case 'DisbursementRefunded':
    case 'OffBudgetLineNoted':
      return evolveChain(state, event);
    case 'AdvancePaid':
    case 'AdvanceCleared':
    case 'AdvanceReturned':
    case 'AdvanceClearingReversed':
    case 'GuaranteeHeld':
    case 'HeldCashReturned':
      return evolveCash(state, event);
    default:
      return evolveYearEnd(state, event);
  }
}
