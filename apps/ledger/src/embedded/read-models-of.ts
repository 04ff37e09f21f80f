import type { Projection } from '#read-models';
import { rulesIn } from '../auditing/rules-file.ts';
import { readModelsWith } from './read-models-with.ts';

/** The read models that a ledger keeps: those of the library, and the findings of its audit rules. */
export async function readModelsOf(auditRulesFile: string | undefined): Promise<readonly Projection[]> {
  return readModelsWith(await rulesIn(auditRulesFile));
}
