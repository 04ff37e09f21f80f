/**
 * The budget account: one project in one fiscal year. Its commands, its events, and the decisions
 * between them. Nothing may exceed what is available; a refusal names the line and the missing amount.
 */
export { budgetAccount } from './account/account.ts';
export type { AccountCommand } from './account/commands.ts';
export { type AccountEvent, accountEvents } from './account/events.ts';
export type { PlanByQuarter } from './account/authority/plan.ts';
export {
  type AccountState,
  accountTotals,
  available,
  type CommitmentState,
  type DisbursementState,
  movedBetween,
} from './account/state.ts';
export { transferOut } from './account/authority/transfer.ts';
export { type Line, lineKey, lineName } from './line.ts';
export { type DocumentReference, documentOf, type Measure, type Movement, movementsOf } from './movements.ts';
export { type BudgetRefusalCode, budgetRefusals } from './refusals.ts';
