import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChosenRule, chooseRules, loadRules } from '#audit-rules';
import { openSqliteEventStore, type RecordedEvent } from '#event-store';
import { collect } from '#event-store/testing';
import { type BuildThreads, Projector } from '#read-models';
import { writeHistory } from '../../../../test/bench/history/write-history.ts';
import { buildThreadsOf } from './build-threads.ts';
import { catalogue } from './catalogue.ts';
import { readModelsWith } from './read-models-with.ts';

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

  it('stops in a thread at an event of a later version with the words that it stops with here', async () => {
    const later = join(folder, 'later.sqlite');
    copyFileSync(file, later);
    const store = openSqliteEventStore({ file: later });
    const [last] = await collect(store.readAll({ direction: 'backwards', limit: 1 }));
    const { stream, revision, metadata, type } = last as RecordedEvent;
    const events = [{ id: randomUUID(), type, schemaVersion: 99, data: {}, metadata }];
    await store.append({ stream, expected: revision, events });
    await store.close();
    const stopped = async (threads?: BuildThreads): Promise<unknown> => {
      const log = openSqliteEventStore({ file: later, readOnly: true });
      const path = join(folder, `later-${threads ? 'threads' : 'here'}.sqlite`);
      const projector = new Projector({
        store: log,
        catalogue,
        projections: readModelsWith(rules),
        path,
        threads,
      });
      const { message } = (await projector.rebuild().catch((error: unknown) => error)) as Error;
      projector.close();
      await log.close();
      return message;
    };
    const here = await stopped();
    expect(here).toContain('version 99');
    expect(await stopped({ ...buildThreadsOf(later, rules), from: 1n, count: 2 })).toBe(here);
  }, 120_000);
});
