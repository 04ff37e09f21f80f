import { WorkAccepted } from './accept.ts';
import { CommitmentAmended } from './amend.ts';
import { CommitmentMade } from './commit.ts';
import { DisbursementMade } from './disburse.ts';
import { OffBudgetLineNoted } from './off-budget.ts';
import { DisbursementRefunded } from './refund.ts';
import { AcceptanceReleased } from './release-acceptance.ts';
import { CommitmentReleased } from './release.ts';
import { RequestMade, RequestReleased } from './request.ts';
import { AcceptanceReversed, CommitmentReversed } from './reverse-document.ts';
import { DisbursementReversed } from './reverse.ts';
import { ContractYearTakenUp } from './take-up-contract-year.ts';

/** Every event of the chain from request to payment, in the order of a document's life. */
export const chainEvents = [
  RequestMade,
  RequestReleased,
  CommitmentMade,
  CommitmentAmended,
  CommitmentReleased,
  CommitmentReversed,
  ContractYearTakenUp,
  WorkAccepted,
  AcceptanceReleased,
  AcceptanceReversed,
  DisbursementMade,
  DisbursementReversed,
  DisbursementRefunded,
  OffBudgetLineNoted,
] as const;

export type ChainEvent =
  | RequestMade
  | RequestReleased
  | CommitmentMade
  | CommitmentAmended
  | CommitmentReleased
  | CommitmentReversed
  | ContractYearTakenUp
  | WorkAccepted
  | AcceptanceReleased
  | AcceptanceReversed
  | DisbursementMade
  | DisbursementReversed
  | DisbursementRefunded
  | OffBudgetLineNoted;
