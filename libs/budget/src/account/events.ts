import { BudgetAllocated } from './authority/allocate.ts';
import { CommitmentAmended } from './chain/amend.ts';
import { CommitmentMade } from './chain/commit.ts';
import { QuarterCorrected } from './chain/correct.ts';
import { BudgetCut } from './authority/cut.ts';
import { DisbursementMade } from './chain/disburse.ts';
import { BudgetAccountOpened } from './authority/open.ts';
import { QuarterlyPlanRevised, QuarterlyPlanSet } from './authority/plan.ts';
import { CommitmentReleased } from './chain/release.ts';
import { DisbursementReversed } from './chain/reverse.ts';
import { BudgetSupplemented } from './authority/supplement.ts';
import { BudgetTransferredIn, BudgetTransferredOut } from './authority/transfer.ts';

/** Every event of a budget account, in the order of its life. */
export const accountEvents = [
  BudgetAccountOpened,
  BudgetAllocated,
  BudgetSupplemented,
  BudgetCut,
  BudgetTransferredOut,
  BudgetTransferredIn,
  QuarterlyPlanSet,
  QuarterlyPlanRevised,
  CommitmentMade,
  CommitmentAmended,
  CommitmentReleased,
  DisbursementMade,
  DisbursementReversed,
  QuarterCorrected,
] as const;

export type AccountEvent =
  | BudgetAccountOpened
  | BudgetAllocated
  | BudgetSupplemented
  | BudgetCut
  | BudgetTransferredOut
  | BudgetTransferredIn
  | QuarterlyPlanSet
  | QuarterlyPlanRevised
  | CommitmentMade
  | CommitmentAmended
  | CommitmentReleased
  | DisbursementMade
  | DisbursementReversed
  | QuarterCorrected;
