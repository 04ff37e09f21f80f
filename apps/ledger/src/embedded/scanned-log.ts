import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chooseRules, loadRules } from '#audit-rules/folding';
import { LogScan, programBeside } from '#event-store/folding';
import { NewestForms } from '#kernel/folding';
import type { ScannedLog } from '#read-models/folding';
import type * as Catalogue from './catalogue.ts';
import { readModelsWith } from './read-models-with.ts';
import type { ThreadData } from './thread-log.ts';

/** From what a thread scans the log of a ledger: plain data. */
export interface ScanData extends ThreadData {
  /** The newest version of each type of events. */
  readonly versions: ReadonlyMap<string, number>;
}

/**
 * What was asked, and what the decision saw beside what it was allowed: only whoever takes decisions again looks at them, and
 * they are half of the metadata.
 */
const LEFT_OUT = ['asked', 'decision.balances', 'decision.revisions'];

/** Opens the log for reading it once, with the read models that the service keeps. */
export async function scanLog({ file, auditRules, versions }: ScanData): Promise<ScannedLog> {
  const projections = readModelsWith(chooseRules(await loadRules(), auditRules));
  const catalogue = new NewestForms(versions, wholeCatalogue);
  return { scan: new LogScan({ file, leftOut: LEFT_OUT }), catalogue, projections };
}

/** With the schemas of all events: half of what a thread would hold, and hardly ever needed. */
function wholeCatalogue() {
  const file = fileURLToPath(programBeside('catalogue', import.meta.url));
  return (createRequire(import.meta.url)(file) as typeof Catalogue).catalogue;
}
