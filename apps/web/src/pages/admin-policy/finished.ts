import { valueAt, withValueAt } from './path.ts';
import { LISTS } from './settings.ts';

const codesIn = (typed: string): string[] => typed.split(/[\s,]+/).filter((code) => code !== '');

/** A policy as the ledger takes it: lists of codes are lists, whatever was typed between them. */
export function finishedPolicy(policy: unknown): Readonly<Record<string, unknown>> {
  let finished = policy;
  for (const { path, entry } of LISTS) {
    const found = valueAt(policy, path);
    const rules: readonly unknown[] = Array.isArray(found) ? found : [];
    for (const [at, rule] of rules.entries()) {
      for (const setting of entry(rule)) {
        const place = [...path, at, ...setting.path];
        const value = valueAt(policy, place);
        if (setting.kind === 'codes' && typeof value === 'string')
          finished = withValueAt(finished, place, codesIn(value));
      }
    }
  }
  return finished as Readonly<Record<string, unknown>>;
}
