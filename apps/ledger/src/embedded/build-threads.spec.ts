import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChosenRule, chooseRules, loadRules } from '#audit-rules';
import { openSqliteEventStore } from '#event-store';
import { type BuildThreads, Projector } from '#read-models';
import { writeHistory } from '../../../../test/bench/history/write-history.ts';
import { buildThreadsOf } from './build-threads.ts';
import { catalogue } from './catalogue.ts';
import { readModelsWith } from './read-models-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'obligo-build-threads-'));
const file = join(folder, 'history', 'ledger.sqlite');
let rules: readonly ChosenRule[];

beforeAll(async () => {
  // A limit of its own, so that a thread with the usual ones would find less.
  rules = chooseRules(await loadRules(), JSON.stringify({ 'round-sums': { count: 2 } }));
  await writeHistory(join(folder, 'history'), { events: 2_500, projects: 3, lastYear: 2568 });
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function built(name: string, threads?: BuildThreads): Promise<Record<string, string[]>> {
  const store = openSqliteEventStore({ file, readOnly: true });
  const projections = readModelsWith(rules);
  const projector = new Projector({ store, catalogue, projections, path: join(folder, name), threads });
  await projector.catchUp();
  const tables = tablesOf(projector.database);
  projector.close();
  await store.close();
  return tables;
}

/** Every row in its place, and what the file says its tables and indexes are. */
function tablesOf(database: DatabaseSync): Record<string, string[]> {
  // The pieces in which the words of the journal are stored may differ; the words do not.
  database.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'journal_words', 'instance')");
  const names = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'journal\\_words%' ESCAPE '\\'
        UNION ALL SELECT 'sqlite_schema' UNION ALL SELECT 'temp.words'`,
    )
    .all();
  return Object.fromEntries(
    names.map(({ name }) => {
      const columns = name === 'sqlite_schema' ? 'type, name, tbl_name, sql' : '*';
      const rows = database.prepare(`SELECT ${columns} FROM ${String(name)}`);
      rows.setReadBigInts(true);
      rows.setReturnArrays(true);
      return [String(name), rows.all().map((row) => Object.values(row).map(String).join('|'))];
    }),
  );
}

describe('a year of public spending', () => {
  it('is taken to the same rows by threads that share the read models as by one program alone', async () => {
    const alone = await built('alone.sqlite');
    const threads = { ...buildThreadsOf(file, rules), from: 1n };
    for (const count of [2, 3]) {
      expect(await built(`by-${count}.sqlite`, { ...threads, count })).toEqual(alone);
    }
    expect(alone['audit_finding']?.length).toBeGreaterThan(0);
    expect(alone['doc_entry']?.length).toBeGreaterThan(1_000);
    expect(alone['temp.words']?.length).toBeGreaterThan(0);
  }, 120_000);
});
