import { BudgetAllocated } from './allocate.ts';
import { CommitmentAmended } from './amend.ts';
import { CommitmentMade } from './commit.ts';
import { QuarterCorrected } from './correct.ts';
import { BudgetCut } from './cut.ts';
import { DisbursementMade } from './disburse.ts';
import { BudgetAccountOpened } from './open.ts';
import { QuarterlyPlanRevised, QuarterlyPlanSet } from './plan.ts';
import { CommitmentReleased } from './release.ts';
import { DisbursementReversed } from './reverse.ts';
import { BudgetSupplemented } from './supplement.ts';
import { BudgetTransferredIn, BudgetTransferredOut } from './transfer.ts';

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
