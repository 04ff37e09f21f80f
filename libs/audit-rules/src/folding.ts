/** What it takes to have the rules look at every event of a log, without the questions about what they found. */
export { type ChosenRule, chooseRules } from './chosen-rules.ts';
export { auditFindings } from './findings/projection.ts';
export { loadRules } from './load-rules.ts';
