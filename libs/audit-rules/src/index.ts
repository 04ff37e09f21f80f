/**
 * Continuous audit rules: each watches the log for one thing that auditors look for. A rule is a file in `rules`;
 * what it finds is a read model, told as known at any moment and linked to the events that show it.
 */
export { type Finding, type FindingCursor, type FindingFilter, FIRST_PAGE } from './findings/finding.ts';
export { AUDIT_FINDINGS } from './findings/projection.ts';
export { FindingBook } from './findings/finding-book.ts';
export type { Judged } from './findings/standing-commitments.ts';
export * from './folding.ts';
export { auditRulesRefusals, refuse as refuseAudit } from './refusals.ts';
export { SEVERITIES } from './rule.ts';
