/**
 * What governs postings: the policy and the duties of an organisation, its periods, and the documents that wait for
 * other eyes. Pure; the budget account decides with it.
 */
export { approval } from './approvals/approval.ts';
export type { ApprovalCommand } from './approvals/commands.ts';
export { type ApprovalEvent, approvalEvents } from './approvals/events.ts';
export * from './approvals/state.ts';
export type { ControlContext } from './context.ts';
export { type FiscalPeriodsEvent, fiscalPeriodsEvents } from './periods/events.ts';
export { fiscalPeriods, type FiscalPeriodsCommand } from './periods/fiscal-periods.ts';
export * from './periods/state.ts';
export { carryRuleOf, transferRule } from './policy/choose-rule.ts';
export type { ControlPolicyCommand } from './policy/commands.ts';
export { controlPolicy, readPolicy } from './policy/control-policy.ts';
export { type ControlPolicyEvent, controlPolicyEvents } from './policy/events.ts';
export * from './policy/policy.ts';
export { requiredTiers } from './policy/required-tiers.ts';
export { policySchema } from './policy/schema.ts';
export * from './policy/state.ts';
export { mustBeUsable, type PolicyWorld } from './policy/usable.ts';
export { type RemarksEvent, remarksEvents } from './remarks/events.ts';
export { type AddRemark, remarks, type RemarksState } from './remarks/remarks.ts';
export { type ControlRefusalCode, controlRefusals } from './refusals.ts';
