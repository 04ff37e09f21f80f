import type { Refusal } from '#kernel';
import type { AccountContext } from '../context.ts';
import type { AccountState } from '../state.ts';
import { type Accept, decideAccept } from './accept.ts';
import { type AmendCommitment, decideAmend } from './amend.ts';
import { type Commit, decideCommit } from './commit.ts';
import { decideDisburse, type Disburse } from './disburse.ts';
import type { ChainEvent } from './events.ts';
import { decideNote, type NoteOffBudgetLine } from './off-budget.ts';
import { decideRefund, type Refund } from './refund.ts';
import { decideRelease, type ReleaseCommitment } from './release.ts';
import { decideReleaseRequest, decideRequest, type MakeRequest, type ReleaseRequest } from './request.ts';
import {
  decideReverseAcceptance,
  decideReverseCommitment,
  type ReverseAcceptance,
  type ReverseCommitment,
} from './reverse-document.ts';
import { decideReverse, type ReverseDisbursement } from './reverse.ts';
import { decideTakeUp, type TakeUpContractYear } from './take-up-contract-year.ts';

/** All that can be asked of the chain from request to payment. */
export type ChainCommand =
  | MakeRequest
  | ReleaseRequest
  | Commit
  | AmendCommitment
  | ReleaseCommitment
  | ReverseCommitment
  | TakeUpContractYear
  | Accept
  | ReverseAcceptance
  | Disburse
  | ReverseDisbursement
  | Refund
  | NoteOffBudgetLine;

export function decideChain(
  state: AccountState,
  command: ChainCommand,
  context: AccountContext,
): ChainEvent[] | Refusal {
  switch (command.type) {
    case 'make-request':
      return decideRequest(state, command, context);
    case 'release-request':
      return decideReleaseRequest(state, command);
    case 'commit':
      return decideCommit(state, command, context);
    case 'amend-commitment':
      return decideAmend(state, command);
    case 'release-commitment':
      return decideRelease(state, command);
    case 'reverse-commitment':
      return decideReverseCommitment(state, command);
    case 'take-up-contract-year':
      return decideTakeUp(state, command);
    case 'accept':
      return decideAccept(state, command, context);
    case 'reverse-acceptance':
      return decideReverseAcceptance(state, command);
    case 'disburse':
      return decideDisburse(state, command, context);
    case 'reverse-disbursement':
      return decideReverse(state, command);
    case 'refund':
      return decideRefund(state, command);
    case 'note-off-budget-line':
      return decideNote(state, command);
  }
}
