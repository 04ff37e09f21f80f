import { type ChosenRule, chooseRules, loadRules } from '#audit-rules';
import { LogScan, openSqliteEventStore } from '#event-store';
import type { ScannedLog, ThreadLog } from '#read-models';
import { catalogue } from './catalogue.ts';
import { readModelsWith } from './read-models-of.ts';

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

/**
 * What was asked, and what the decision saw beside what it was allowed: only whoever takes decisions again looks at them, and
 * they are half of the metadata.
 */
const LEFT_OUT = ['asked', 'decision.balances', 'decision.revisions'];

/** Opens the log for reading, with the read models that the service keeps. */
export async function openThreadLog(data: ThreadData): Promise<ThreadLog> {
  const projections = await projectionsOf(data);
  return { store: openSqliteEventStore({ file: data.file, readOnly: true }), catalogue, projections };
}

/** Opens the log for reading it once, with the read models that the service keeps. */
export async function scanThreadLog(data: ThreadData): Promise<ScannedLog> {
  const projections = await projectionsOf(data);
  return { scan: new LogScan({ file: data.file, leftOut: LEFT_OUT }), catalogue, projections };
}

const projectionsOf = async ({ auditRules }: ThreadData) =>
  readModelsWith(chooseRules(await loadRules(), auditRules));
