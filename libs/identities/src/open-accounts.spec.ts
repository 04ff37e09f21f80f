import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { DATABASES, POSTGRES, SQLITE } from '#database/testing';
import { codeOf, GOOD, Office, readSession, refusalOf, writeSession } from './identities.fixture.ts';

describe.each(DATABASES)('the accounts in %s', (_name, kind) => {
  const office = new Office(kind);
  beforeEach(async () => {
    await office.begin();
    await office.person();
  });
  afterEach(() => office.end());

  it('are refused under another key, and open again under their own', async () => {
    const refused = await refusalOf(() => office.reopen({ key: Buffer.alloc(32, 8) }));
    expect(refused).toMatchObject({ code: 'identities-file-unusable', kind: 'unavailable' });
    expect(refused.message).toContain('another key');
    await office.reopen();
    expect((await office.identities.people.check('malee', GOOD, '192.0.2.1')).name).toBe('malee');
  });

  it.each([
    ['removed', 'DELETE FROM happenings', 'stays'],
    ['given another author', "UPDATE happenings SET by = 'somchai'", 'not rewritten'],
    ['given another address', "UPDATE happenings SET address = '10.0.0.1'", 'not rewritten'],
  ])('let nothing that happened be %s, whoever opens them', async (_what, statement, why) => {
    await expect(office.foreign(statement)).rejects.toThrow(why);
  });

  it('hold nothing personal of whoever was erased among many', async () => {
    const { people } = office.identities;
    const names = Array.from({ length: 60 }, (_, index) => `person-${String(index).padStart(3, '0')}`);
    for (const name of names) {
      const displayName = `Somebody ${'x'.repeat(Number(name.slice(-2)))} of ${name}`;
      await people.open({ name, displayName, email: `${name}@example.org`, by: 'admin' });
    }
    const erased = names.filter((_, index) => index % 3 !== 0);
    for (const name of erased) await people.erase(name, 'admin');
    const left = await office.bytes();
    for (const name of erased) {
      expect(left).not.toContain(`${name}@example.org`);
      expect(left).not.toContain(` of ${name}`);
    }
    expect(left).toContain('person-000@example.org');
  });
});

describe('the file of accounts', () => {
  const office = new Office(SQLITE);
  beforeEach(async () => {
    await office.begin();
    await office.person();
  });
  afterEach(() => office.end());

  it('is for its user alone', () => {
    for (const suffix of ['', '-wal', '-shm'])
      expect(statSync(`${office.file}${suffix}`).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['of a newer program', 'PRAGMA user_version = 99', 'newer program'],
    ['something else', 'PRAGMA user_version = 0', 'something else'],
  ])('is refused when it is %s', async (_what, statement, why) => {
    await office.identities.close();
    await office.foreign(statement);
    const refused = await refusalOf(() => office.reopen());
    expect([refused.code, refused.message]).toEqual([
      'identities-file-unusable',
      expect.stringContaining(why),
    ]);
  });

  it('is refused when it is no database, and where it cannot be made', async () => {
    await office.identities.close();
    writeFileSync(office.file, 'a letter, not a file of accounts'.repeat(200));
    expect(await codeOf(() => office.reopen())).toBe('identities-file-unusable');
    rmSync(office.file);
    expect(await codeOf(() => office.reopen({ home: { file: `${office.file}/below` } }))).toBe(
      'identities-file-unusable',
    );
  });

  it('lets nothing that happened be replaced, whoever opens it', async () => {
    const statement = "INSERT OR REPLACE INTO happenings VALUES (1, '', 'opened', 'malee', 'somchai', NULL)";
    await expect(office.foreign(statement)).rejects.toThrow('not replaced');
  });

  it('tells nobody by how often it is written whether a name is there', async () => {
    const { people } = office.identities;
    await people.open({ name: 'new', by: 'admin' });
    await office.person('gone');
    await people.close('gone', 'admin');
    const written = async (name: string): Promise<number> => {
      const before = office.commits();
      const refused = await codeOf(() => people.check(name, 'wrong password here', '192.0.2.1'));
      expect(refused).toBe('sign-in-refused');
      return office.commits() - before;
    };
    const ofMalee = await written('malee');
    expect(ofMalee).toBeGreaterThan(0);
    for (const name of ['nobody-here', 'new', 'gone']) expect(await written(name)).toBe(ofMalee);
  });

  it('is written when a session changes, and to say that it is used, but not for each answer', async () => {
    const cookie = (expires: number) => ({ cookie: { originalMaxAge: 60_000, expires } });
    const keep = async (contents: object): Promise<number> => {
      const before = office.commits();
      await writeSession(office.identities, 'id', { person: 'malee', ...contents });
      return office.commits() - before;
    };
    expect(await keep(cookie(1))).toBe(1);
    office.wait(59_999);
    expect(await keep(cookie(2))).toBe(0);
    expect(await keep({ ...cookie(3), csrf: 'new' })).toBe(1);
    office.wait(60_000);
    expect(await keep({ ...cookie(4), csrf: 'new' })).toBe(1);
    const kept = await readSession(office.identities, 'id');
    expect(kept).toEqual({ person: 'malee', ...cookie(4), csrf: 'new' });
  });
});

describe('the accounts in PostgreSQL', () => {
  const office = new Office(POSTGRES);
  beforeEach(() => office.begin());
  afterEach(() => office.end());

  it('are refused when a newer program has written them', async () => {
    await office.foreign("INSERT INTO obligo_identities.migration (name) VALUES ('2 from tomorrow')");
    const refused = await refusalOf(() => office.reopen());
    expect([refused.code, refused.message]).toEqual([
      'identities-file-unusable',
      expect.stringContaining('newer program'),
    ]);
  });

  it('are refused where nobody answers, and their connection string is not told', async () => {
    const postgres = 'postgres://obligo:the-secret@127.0.0.1:1/obligo';
    const refused = await refusalOf(() => office.another({ home: { postgres } }));
    expect(refused).toMatchObject({ code: 'accounts-unavailable', kind: 'unavailable' });
    expect(JSON.stringify(refused)).not.toContain('the-secret');
  });

  it('let nothing that happened be emptied', async () => {
    await expect(office.foreign('TRUNCATE happenings')).rejects.toThrow('stays');
  });
});
