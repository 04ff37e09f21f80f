import { type ChosenRule, chooseRules, loadRules } from '#audit-rules/folding';
import { openSqliteEventStore } from '#event-store';
import type { ThreadLog } from '#read-models';
import { catalogue } from './catalogue.ts';
import { readModelsWith } from './read-models-with.ts';

/** From what a thread opens the log of a ledger beside the service: plain data. */
export interface ThreadData {
  /** The file with the log. */
  readonly file: string;
  /** JSON with the parameters of the audit rules that the service runs with. */
  readonly auditRules: string;
}

export const threadDataOf = (file: string, rules: readonly ChosenRule[]): ThreadData => ({
  file,
  auditRules: JSON.stringify(Object.fromEntries(rules.map(({ rule, written }) => [rule.id, written]))),
});

/** Opens the log for reading, with the read models that the service keeps. */
export async function openThreadLog({ file, auditRules }: ThreadData): Promise<ThreadLog> {
  const projections = readModelsWith(chooseRules(await loadRules(), auditRules));
  return { store: openSqliteEventStore({ file, readOnly: true }), catalogue, projections };
}
