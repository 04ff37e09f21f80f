import { BudgetAllocated } from './allocate.ts';
import { BudgetCut } from './cut.ts';
import { BudgetEstimated } from './estimate.ts';
import { BudgetAccountOpened } from './open.ts';
import { QuarterlyPlanRevised, QuarterlyPlanSet } from './plan.ts';
import { BudgetReleased } from './release-budget.ts';
import { TransferReported } from './report-transfer.ts';
import { BudgetSupplemented } from './supplement.ts';
import { BudgetTransferredIn, BudgetTransferredOut } from './transfer-events.ts';

/** Every event of the authority to spend, in the order of a year. */
export const authorityEvents = [
  BudgetAccountOpened,
  BudgetEstimated,
  BudgetAllocated,
  BudgetReleased,
  BudgetSupplemented,
  BudgetCut,
  BudgetTransferredOut,
  BudgetTransferredIn,
  TransferReported,
  QuarterlyPlanSet,
  QuarterlyPlanRevised,
] as const;

export type AuthorityEvent =
  | BudgetAccountOpened
  | BudgetEstimated
  | BudgetAllocated
  | BudgetReleased
  | BudgetSupplemented
  | BudgetCut
  | BudgetTransferredOut
  | BudgetTransferredIn
  | TransferReported
  | QuarterlyPlanSet
  | QuarterlyPlanRevised;
