/**
 * The budget account: one project in one fiscal year. Its commands, its events, and the decisions
 * between them. Nothing may exceed what is available; a refusal names the line and the missing amount.
 */
export { budgetAccount } from './account/account.ts';
export type { Accept } from './account/chain/accept.ts';
export type { Commit } from './account/chain/commit.ts';
export type { Disburse } from './account/chain/disburse.ts';
export type { ForeignPart } from './account/chain/foreign.ts';
export type { MakeRequest } from './account/chain/request.ts';
export type { Withheld } from './account/chain/withheld.ts';
export type { AccountCommand, AccountFacts } from './account/commands.ts';
export { decodeCommand, encodeCommand } from './account/command-json.ts';
export type { AccountContext } from './account/context.ts';
export { amountOf, tiersNeeded } from './account/control/approval.ts';
export { changesOf } from './account/control/changes.ts';
export {
  type PastDecision,
  type Proposal,
  reRun,
  shortOf,
  type WouldBeRefused,
} from './account/control/re-run.ts';
export type { DecisionRecord } from './account/control/record.ts';
export { ACCOUNT_COMMANDS } from './account/command-names.ts';
export { type AccountEvent, accountEvents } from './account/events.ts';
export type { PlanByQuarter } from './account/authority/plan.ts';
export {
  type AccountState,
  accountTotals,
  available,
  documentKey,
  type DocumentState,
  type Foreign,
  type DisbursementState,
  movedBetween,
} from './account/state.ts';
export { type ReportDue, reportsDue } from './account/authority/report-transfer.ts';
export { releasedAlong, transferOut } from './account/authority/transfer-ends.ts';
export { advancesOutstanding, type OutstandingAdvance } from './account/cash/advance.ts';
export { type CashHeld, cashHeld } from './account/cash/cash-held.ts';
export { heldUnder } from './account/cash/held-cash.ts';
export { broughtForward, takeBack } from './account/year-end/carry.ts';
export type { StagedDocument } from './account/year-end/document.ts';
export {
  type PlannedDocument,
  type PlannedLine,
  type YearEndPlan,
  yearEndPlan,
} from './account/year-end/plan.ts';
export type { ReservationState } from './account/year-end/state.ts';
export * from './folding.ts';
export { type BudgetRefusalCode, budgetRefusals } from './refusals.ts';
