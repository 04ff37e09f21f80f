import { auditFindings, type ChosenRule } from '#audit-rules/folding';
import { type Projection, projections } from '#read-models/folding';

/** The read models that a ledger keeps, its audit rules being chosen. */
export const readModelsWith = (rules: readonly ChosenRule[]): readonly Projection[] => [
  ...projections,
  auditFindings(rules),
];
