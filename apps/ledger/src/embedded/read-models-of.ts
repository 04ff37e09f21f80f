import { auditFindings, type ChosenRule } from '#audit-rules';
import { type Projection, projections } from '#read-models';
import { rulesIn } from '../auditing/rules-file.ts';

/** The read models that a ledger keeps: those of the library, and the findings of its audit rules. */
export async function readModelsOf(auditRulesFile: string | undefined): Promise<readonly Projection[]> {
  return readModelsWith(await rulesIn(auditRulesFile));
}

/** The same with rules that are chosen already. */
export const readModelsWith = (rules: readonly ChosenRule[]): readonly Projection[] => [
  ...projections,
  auditFindings(rules),
];
