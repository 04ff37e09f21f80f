import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { codeOf, GOOD, Office, refusalOf } from './identities.fixture.ts';

let office: Office;
beforeEach(async () => {
  office = new Office();
  await office.person();
});
afterEach(() => office.close());

/** What a foreign tool does to the file. */
function foreign(statement: string): void {
  const database = new DatabaseSync(office.file);
  try {
    database.exec(statement);
  } finally {
    database.close();
  }
}

describe('the file of accounts', () => {
  it('is for its user alone', () => {
    for (const suffix of ['', '-wal', '-shm'])
      expect(statSync(`${office.file}${suffix}`).mode & 0o777).toBe(0o600);
  });

  it('is refused under another key, and opens again under its own', async () => {
    const refused = await refusalOf(() => office.reopen({ key: Buffer.alloc(32, 8) }));
    expect(refused).toMatchObject({ code: 'identities-file-unusable', kind: 'unavailable' });
    expect(refused.message).toContain('another key');
    office.reopen();
    expect((await office.identities.people.check('malee', GOOD, '192.0.2.1')).name).toBe('malee');
  });

  it.each([
    ['of a newer program', 'PRAGMA user_version = 99', 'newer program'],
    ['something else', 'PRAGMA user_version = 0', 'something else'],
  ])('is refused when it is %s', async (_what, statement, why) => {
    office.identities.close();
    foreign(statement);
    const refused = await refusalOf(() => office.reopen());
    expect([refused.code, refused.message]).toEqual([
      'identities-file-unusable',
      expect.stringContaining(why),
    ]);
  });

  it('is refused when it is no database, and where it cannot be made', async () => {
    office.identities.close();
    writeFileSync(office.file, 'a letter, not a file of accounts'.repeat(200));
    expect(await codeOf(() => office.reopen())).toBe('identities-file-unusable');
    rmSync(office.file);
    expect(await codeOf(() => office.reopen({ file: `${office.file}/below` }))).toBe(
      'identities-file-unusable',
    );
  });

  it.each([
    ['removed', 'DELETE FROM happenings', 'stays'],
    ['given another author', "UPDATE happenings SET by = 'somchai'", 'not rewritten'],
    ['given another address', "UPDATE happenings SET address = '10.0.0.1'", 'not rewritten'],
    [
      'replaced',
      "INSERT OR REPLACE INTO happenings VALUES (1, '', 'opened', 'malee', 'somchai', NULL)",
      'not replaced',
    ],
  ])('lets nothing that happened be %s, whoever opens it', (_what, statement, why) => {
    expect(() => foreign(statement)).toThrow(why);
  });

  it('holds nothing personal of whoever was erased among many', () => {
    const { people } = office.identities;
    const names = Array.from({ length: 300 }, (_, index) => `person-${String(index).padStart(3, '0')}`);
    for (const name of names) {
      const displayName = `Somebody ${'x'.repeat(Number(name.slice(-2)))} of ${name}`;
      people.open({ name, displayName, email: `${name}@example.org`, by: 'admin' });
    }
    for (const [index, name] of names.entries()) if (index % 3 !== 0) people.erase(name, 'admin');
    const left = office.bytes();
    const erased = names.filter((_, index) => index % 3 !== 0);
    for (const name of erased) {
      expect(left).not.toContain(`${name}@example.org`);
      expect(left).not.toContain(` of ${name}`);
    }
    expect(left).toContain('person-000@example.org');
  });
});
