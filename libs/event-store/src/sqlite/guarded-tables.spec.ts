import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { collect, command, posting } from '../../testing/index.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openSqliteEventStore } from './sqlite-event-store.ts';

/** A foreign tool opens the file with the defaults of SQLite. */
describe('nobody changes or removes what is in the log', () => {
  const folder = temporaryFolder();
  let foreign: DatabaseSync;
  let before: string;

  const content = () =>
    JSON.stringify(
      ['streams', 'events', 'commands'].map((table) => foreign.prepare(`SELECT * FROM ${table}`).all()),
    );

  beforeEach(async () => {
    const file = join(folder.dir, `${crypto.randomUUID()}.sqlite`);
    const store = openSqliteEventStore({ file });
    for (const account of ['account-1', 'account-2']) {
      await store.append({ stream: account, expected: 'none', events: [posting(account)] }, command(account));
    }
    await collect(store.readAll());
    await store.close();
    foreign = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    before = content();
  });
  afterEach(() => {
    foreign.close();
  });

  const EVENT =
    '(position, event_id, stream_id, revision, type, schema_version, data, metadata, recorded_at, booked_at)';
  const values = (position: string, id: string, stream: string, revision: string) =>
    `VALUES (${position}, ${id}, ${stream}, ${revision}, 'Forged', 1, x'7b7d', x'7b7d', 0, 0)`;
  const fresh = 'randomblob(16)';
  const known = '(SELECT event_id FROM events WHERE position = 1)';
  const endless = "x'7b7d', x'7b7d', 0, 0";

  it.each([
    ['changes an amount', "UPDATE events SET data = x'7b7d'"],
    ['changes nothing, formally', 'UPDATE events SET data = data WHERE position = 1'],
    ['sets a member to NULL', 'UPDATE events SET metadata = NULL'],
    ['changes past conflicts', 'UPDATE OR REPLACE events SET position = 1 WHERE position = 2'],
    ['changes and ignores', 'UPDATE OR IGNORE events SET revision = 9'],
    ['moves an account', 'UPDATE streams SET name = NULL'],
    ['renames an account over another', "UPDATE OR REPLACE streams SET name = 'account-2'"],
    ['changes an answer', "UPDATE commands SET answer = x'7b7d'"],
    ['deletes one event', 'DELETE FROM events WHERE position = 1'],
    ['empties the log', 'DELETE FROM events'],
    ['empties the accounts', 'DELETE FROM streams'],
    ['empties the commands', 'DELETE FROM commands'],
    ['replaces a position', `INSERT OR REPLACE INTO events ${EVENT} ${values('2', fresh, '1', '7')}`],
    ['replaces a position given as text', `REPLACE INTO events ${EVENT} ${values("'2'", fresh, '1', '7')}`],
    [
      'replaces by the hidden row number',
      `REPLACE INTO events (rowid${EVENT.slice(9)} ${values('2', fresh, '1', '7')}`,
    ],
    ['replaces an identity', `INSERT OR REPLACE INTO events ${EVENT} ${values('NULL', known, '1', '7')}`],
    ['replaces a revision', `INSERT OR REPLACE INTO events ${EVENT} ${values('NULL', fresh, '1', '0')}`],
    [
      'replaces a revision given as text',
      `REPLACE INTO events ${EVENT} ${values('NULL', fresh, "'1'", "'0'")}`,
    ],
    [
      'replaces a revision given as a real',
      `REPLACE INTO events ${EVENT} ${values('NULL', fresh, '1.0', '0.0')}`,
    ],
    ['replaces two at once', `REPLACE INTO events ${EVENT} ${values('2', known, '1', '7')}`],
    ['leaves the identity out', `REPLACE INTO events ${EVENT} ${values('1', 'NULL', '1', '0')}`],
    ['leaves identity and position out', `REPLACE INTO events ${EVENT} ${values('NULL', 'NULL', '1', '7')}`],
    ['leaves the account out', `REPLACE INTO events ${EVENT} ${values('NULL', fresh, 'NULL', '0')}`],
    ['leaves the revision out', `REPLACE INTO events ${EVENT} ${values('NULL', fresh, '1', 'NULL')}`],
    ['writes before the end', `INSERT INTO events ${EVENT} ${values('-5', fresh, '1', '7')}`],
    [
      'updates by way of an insert',
      `INSERT INTO events ${EVENT} ${values('2', fresh, '1', '7')} ON CONFLICT DO UPDATE SET type = 'Forged'`,
    ],
    [
      'updates an identity by way of an insert',
      `INSERT INTO events ${EVENT} ${values('NULL', known, '1', '7')} ON CONFLICT (event_id) DO UPDATE SET data = ${endless.slice(0, 7)}`,
    ],
    ['replaces an account', "REPLACE INTO streams (stream_id, name) VALUES (1, 'account-9')"],
    ['replaces an account by name', "REPLACE INTO streams (stream_id, name) VALUES (NULL, 'account-1')"],
    ['replaces an answer', "REPLACE INTO commands VALUES ('etda/account-1', randomblob(32), x'7b7d', 1, 0)"],
    [
      'replaces an answer by the hidden row number',
      "REPLACE INTO commands (rowid, key, input_hash, answer, position, recorded_at) VALUES (1, 'etda/forged', randomblob(32), x'7b7d', 1, 0)",
    ],
    ['moves an answer', "UPDATE OR REPLACE commands SET rowid = 1 WHERE key = 'etda/account-2'"],
    ['leaves the key out', "REPLACE INTO commands VALUES (NULL, randomblob(32), x'7b7d', 1, 0)"],
    [
      'updates an answer by way of an insert',
      "INSERT INTO commands VALUES ('etda/account-1', randomblob(32), x'7b7d', 1, 0) ON CONFLICT DO UPDATE SET answer = excluded.answer",
    ],
  ])('refuses a tool that %s', (_, sql) => {
    expect(() => foreign.exec(sql)).toThrow(/never|only added|constraint failed|datatype/);
    expect(content()).toBe(before);
  });

  it('refuses a tool that fills a hole in the numbers', () => {
    foreign.exec("UPDATE sqlite_sequence SET seq = 100 WHERE name = 'events'");
    foreign.exec(`INSERT INTO events ${EVENT} ${values('NULL', fresh, '1', '1')}`);
    const fill = () => foreign.exec(`INSERT INTO events ${EVENT} ${values('50', fresh, '1', '2')}`);
    expect(fill).toThrow('a row is only added at the end');
    expect(() => foreign.exec(`REPLACE INTO events ${EVENT} ${values('50', fresh, '1', '2')}`)).toThrow(
      'a row is only added at the end',
    );
  });
});
