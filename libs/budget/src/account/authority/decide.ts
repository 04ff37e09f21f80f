import type { Refusal } from '#kernel';
import type { AccountContext } from '../context.ts';
import type { AccountState } from '../state.ts';
import { type Allocate, decideAllocate } from './allocate.ts';
import { type Cut, decideCut } from './cut.ts';
import { decideEstimate, type Estimate } from './estimate.ts';
import type { AuthorityEvent } from './events.ts';
import { decideOpen, type OpenAccount } from './open.ts';
import { decideRevisePlan, decideSetPlan, type RevisePlan, type SetPlan } from './plan.ts';
import { decideReleaseBudget, type ReleaseBudget } from './release-budget.ts';
import { decideReport, type ReportTransfer } from './report-transfer.ts';
import { decideSupplement, type Supplement } from './supplement.ts';
import { decideTransferIn, decideTransferOut, type TransferIn, type TransferOut } from './transfer.ts';

/** All that can be asked about the authority to spend: the account, its budget, and its plan. */
export type AuthorityCommand =
  | OpenAccount
  | Estimate
  | Allocate
  | ReleaseBudget
  | Supplement
  | Cut
  | TransferOut
  | TransferIn
  | ReportTransfer
  | SetPlan
  | RevisePlan;

export function decideAuthority(
  state: AccountState,
  command: AuthorityCommand,
  context: AccountContext,
): AuthorityEvent[] | Refusal {
  switch (command.type) {
    case 'open-account':
      return decideOpen(state, command);
    case 'estimate':
      return decideEstimate(state, command);
    case 'allocate':
      return decideAllocate(state, command);
    case 'release-budget':
      return decideReleaseBudget(state, command);
    case 'supplement':
      return decideSupplement(state, command);
    case 'cut':
      return decideCut(state, command);
    case 'transfer-out':
      return decideTransferOut(state, command, context);
    case 'transfer-in':
      return decideTransferIn(state, command);
    case 'report-transfer':
      return decideReport(state, command);
    case 'set-plan':
      return decideSetPlan(state, command);
    case 'revise-plan':
      return decideRevisePlan(state, command, context);
  }
}
