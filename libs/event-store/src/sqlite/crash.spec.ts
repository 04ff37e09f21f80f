import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { runAndKill } from '../../testing/child-process.ts';
import { collect, seededRandom } from '../../testing/index.ts';
import { command, documentOf } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { RecordedEvent } from '../event-store.ts';
import { openSqliteEventStore } from './sqlite-event-store.ts';

const POSTER = new URL('./post-until-killed.fixture.ts', import.meta.url).pathname;
const ROUNDS = 6;
const folder = temporaryFolder();
const file = join(folder.dir, 'ledger.sqlite');
afterAll(() => folder.remove());

function integrityOf(path: string): unknown {
  const database = new DatabaseSync(path);
  try {
    return [
      database.prepare('PRAGMA integrity_check').all(),
      database.prepare('PRAGMA foreign_key_check').all(),
    ];
  } finally {
    database.close();
  }
}

/** The parts of each command that are in the log, by its name. */
function partsByCommand(events: readonly RecordedEvent[]): Map<string, string[]> {
  const byCommand = Map.groupBy(events.map(documentOf), (document) => document.replace(/-\d$/, ''));
  return new Map([...byCommand].map(([name, documents]) => [name, documents.map((one) => one.slice(-1))]));
}

describe('a process that is killed while it posts', () => {
  it('loses nothing that it acknowledged and leaves no half of a command', async () => {
    const seed = Date.now() % 1_000_000;
    const random = seededRandom(seed);
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const milliseconds = Math.floor(random() * 300);
      acknowledged.push(...(await runAndKill(milliseconds, POSTER, file, `round${round}`)));
      const found = { seed, round, integrity: integrityOf(file) };
      expect(found).toEqual({ seed, round, integrity: [[{ integrity_check: 'ok' }], []] });
      await checkLog(acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  });
});

async function checkLog(acknowledged: readonly string[]): Promise<void> {
  const store = openSqliteEventStore({ file });
  const events = await collect(store.readAll());
  const stored = partsByCommand(events);
  expect(acknowledged.filter((name) => !stored.has(name))).toEqual([]);
  expect([...stored].filter(([, parts]) => parts.join() !== '0,1,2')).toEqual([]);
  const unmarked: string[] = [];
  for (const name of stored.keys()) {
    const recorded = await store.findCommand(command(name).key);
    if (recorded?.key !== command(name).key) unmarked.push(name);
  }
  expect(unmarked).toEqual([]);
  expect(countCommands()).toBe(stored.size);
  for (const [, stream] of Map.groupBy(events, (event) => event.stream)) {
    expect(stream.map((event) => event.revision)).toEqual(stream.map((_, index) => BigInt(index)));
  }
  await store.close();
}

function countCommands(): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('SELECT count(*) AS count FROM commands').get()?.['count'];
  } finally {
    database.close();
  }
}
