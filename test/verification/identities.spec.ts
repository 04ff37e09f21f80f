import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { behindItsBack, findingsIn, sql, StoredLedger } from './stored-ledger.fixture.ts';

const LEDGER = 'ledger.sqlite';
const [EARLIER, LATER] = [3, 9];
let stored: StoredLedger;
beforeAll(async () => {
  stored = await StoredLedger.lived();
});
afterAll(() => stored.remove());

/** What SQLite says of its tables is changed, and not what they hold. */
function redescribe(file: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(file, { defensive: false });
  database.exec(`PRAGMA writable_schema = ON; ${statements.join('; ')}; PRAGMA wal_checkpoint(TRUNCATE)`);
  database.close();
}

const ONCE = 'event_id BLOB NOT NULL UNIQUE';
const OFTEN = 'event_id BLOB NOT NULL';
const describedAs = (there: string, described: string): string =>
  `UPDATE sqlite_schema SET sql = replace(sql, '${there}', '${described}') WHERE name = 'events'`;
const renamed = (from: string, to: string): string =>
  `UPDATE sqlite_schema SET name = '${to}' WHERE name = '${from}'`;
const [OF_IDENTITIES, OF_REVISIONS] = ['sqlite_autoindex_events_1', 'sqlite_autoindex_events_2'];

/** The index over identities is gone, and the table is described without it. */
const withoutIndex = (file: string): void =>
  redescribe(
    file,
    describedAs(ONCE, OFTEN),
    `DELETE FROM sqlite_schema WHERE name = '${OF_IDENTITIES}'`,
    renamed(OF_REVISIONS, OF_IDENTITIES),
  );

/** The table is described as it was made, whatever index there is. */
const asItWasMade = (file: string, ...statements: readonly string[]): void =>
  redescribe(file, describedAs(OFTEN, ONCE), renamed(OF_IDENTITIES, OF_REVISIONS), ...statements);

const plainIndex = (file: string): void => {
  const database = new DatabaseSync(file);
  database.exec('CREATE INDEX plain ON events (event_id); PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
};

/** An event gets the identity of an earlier one. */
const twice = (file: string): void =>
  behindItsBack(
    file,
    sql(
      'UPDATE events SET event_id = (SELECT event_id FROM events WHERE position = ?) WHERE position = ?',
      EARLIER,
      LATER,
    ),
  );

describe('an identity that stands twice in the file of a ledger', () => {
  const ways: Readonly<Record<string, (file: string) => void>> = {
    'whose index over identities was taken away': (file) => {
      withoutIndex(file);
      twice(file);
    },
    'whose index was taken away, and which is described as if it were there': (file) => {
      withoutIndex(file);
      twice(file);
      asItWasMade(file);
    },
    'whose index was replaced by one that allows it': (file) => {
      withoutIndex(file);
      twice(file);
      plainIndex(file);
    },
    'whose index was replaced by one that allows it, under the same name': (file) => {
      withoutIndex(file);
      twice(file);
      plainIndex(file);
      asItWasMade(
        file,
        `UPDATE sqlite_schema SET name = '${OF_IDENTITIES}', sql = NULL WHERE name = 'plain'`,
      );
    },
  };
  it.each(Object.entries(ways))('%s is found where it stands', async (_, tamper) => {
    const folder = stored.copy();
    tamper(join(folder, LEDGER));
    const { found, codes } = await findingsIn(folder);
    expect(codes.filter((code) => code === 'log-damaged' || code === 'log-unreadable')).not.toEqual([]);
    expect(found.filter(({ code }) => code === 'duplicate-event')).toEqual([
      {
        code: 'duplicate-event',
        file: LEDGER,
        line: LATER,
        stream: expect.any(String),
        revision: expect.stringMatching(/^\d+$/),
        message: expect.stringMatching(
          /^Event \d+ of .+, line 9 of ledger\.sqlite: the id .{36} stands before\.$/,
        ),
      },
    ]);
  });
});

describe('a file whose index over identities was taken away', () => {
  it('shows that, and no identity twice where none is', async () => {
    const folder = stored.copy();
    withoutIndex(join(folder, LEDGER));
    const { codes } = await findingsIn(folder);
    expect(codes).toContain('log-damaged');
    expect(codes).not.toContain('duplicate-event');
  });
});
