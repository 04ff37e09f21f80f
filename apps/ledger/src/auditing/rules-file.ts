import { readFileSync } from 'node:fs';
import { type ChosenRule, chooseRules, loadRules, refuseAudit } from '#audit-rules';
import { messageOf } from '#kernel';

/** The audit rules with the parameters of a JSON file; with their defaults where no file is named. */
export async function rulesIn(file: string | undefined): Promise<readonly ChosenRule[]> {
  const rules = await loadRules();
  return file === undefined ? chooseRules(rules) : chooseRules(rules, textOf(file));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const message = `The parameters of the audit rules in "${file}" are not usable: ${messageOf(error)}.`;
    throw refuseAudit('audit-rules-unusable', message, { file });
  }
}
