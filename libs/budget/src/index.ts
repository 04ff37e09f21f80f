/**
 * The budget account: one project in one fiscal year. Its commands, its events, and the decisions
 * between them. Nothing may exceed what is available; a refusal names the line and the missing amount.
 */
export type { AccountCommand } from './account/commands.ts';
export { type AccountEvent, accountEvents } from './account/events.ts';
export type { PlanByQuarter } from './account/plan.ts';
export { type Line, lineName } from './line.ts';
