import type { AccountState } from '../state.ts';
import { evolveAccepted } from './accept.ts';
import { evolveAmended } from './amend.ts';
import { evolveCommitted } from './commit.ts';
import { evolveDisbursed } from './disburse.ts';
import type { ChainEvent } from './events.ts';
import { evolveNoted } from './off-budget.ts';
import { evolveRefunded } from './refund.ts';
import { evolveAcceptanceReleased } from './release-acceptance.ts';
import { evolveReleased } from './release.ts';
import { evolveRequested, evolveRequestReleased } from './request.ts';
import { evolveAcceptanceReversed, evolveCommitmentReversed } from './reverse-document.ts';
import { evolveReversed } from './reverse.ts';
import { evolveTakenUp } from './take-up-contract-year.ts';

export function evolveChain(state: AccountState, event: ChainEvent): void {
  switch (event.type) {
    case 'RequestMade':
      return evolveRequested(state, event);
    case 'RequestReleased':
      return evolveRequestReleased(state, event);
    case 'CommitmentMade':
      return evolveCommitted(state, event);
    case 'CommitmentAmended':
      return evolveAmended(state, event);
    case 'CommitmentReleased':
      return evolveReleased(state, event);
    case 'CommitmentReversed':
      return evolveCommitmentReversed(state, event);
    case 'ContractYearTakenUp':
      return evolveTakenUp(state, event);
    case 'WorkAccepted':
      return evolveAccepted(state, event);
    case 'AcceptanceReleased':
      return evolveAcceptanceReleased(state, event);
    case 'AcceptanceReversed':
      return evolveAcceptanceReversed(state, event);
    case 'DisbursementMade':
      return evolveDisbursed(state, event);
    case 'DisbursementReversed':
      return evolveReversed(state, event);
    case 'DisbursementRefunded':
      return evolveRefunded(state, event);
    case 'OffBudgetLineNoted':
      return evolveNoted(state, event);
  }
}
