import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import { Browser, listen } from '../../testing/browser.fixture.ts';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';

let server: TestPostgres;
let dir: string;
let keyFile: string;
beforeAll(async () => {
  server = await postgresForTests({ restartable: true });
  dir = mkdtempSync(join(tmpdir(), 'obligo-beside-'));
  keyFile = join(dir, 'shared.key');
  writeFileSync(keyFile, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
}, 120_000);
afterAll(async () => {
  rmSync(dir, { recursive: true, force: true });
  await server.stop();
});

describe('two services that share PostgreSQL beside their logs', () => {
  let one: ServedLedger;
  let other: ServedLedger;
  beforeAll(async () => {
    const options = { postgres: await server.createDatabase(), keyFile };
    one = await ServedLedger.open(options);
    other = await ServedLedger.empty(options);
  });
  afterAll(async () => {
    await one.close();
    await other.close();
  });

  it('keep nothing of it in their folders', () => {
    expect(one.files()).not.toContain('argon2id');
    expect(one.files()).not.toContain('CREATE TABLE people');
  });

  it('know each other’s tokens, and refuse one that was ended at the other', async () => {
    const token = await one.signIn('admin');
    expect((await other.must('session', { token })).json['name']).toBe('admin');
    await other.must('session/end', { token, body: {} });
    expect(await one.codeOf('session', { token })).toBe('token-refused');
  });

  it('know each other’s sessions, as a proxy without a memory sends them', async () => {
    const here = new Browser(await listen(one));
    await here.signIn('admin');
    const there = new Browser(await listen(other));
    there.plant(here.cookie);
    there.csrfToken = here.csrfToken;
    expect((await there.must('session')).json['name']).toBe('admin');
    await there.must('session/end', { body: {} });
    expect(await here.codeOf('session')).toBe('not-signed-in');
  });

  it('show the drafts and the readings of the other', async () => {
    const draft = { kind: 'post', title: 'ร่าง', content: '{}', revision: 0 };
    const keeping = { token: one.admin, method: 'PUT', body: draft } as const;
    await one.must('desk/drafts/d1', keeping);
    expect((await other.must('desk/drafts/d1', { token: one.admin })).json).toMatchObject({ revision: 1 });
    expect(await other.codeOf('desk/drafts/d1', keeping)).toBe('draft-changed-elsewhere');
    await one.ask('journal?fiscalYear=2569', { token: one.admin });
    const listed = await other.ledger.embedded.readings.list({ limit: 10 });
    expect(listed.map(({ route }) => route)).toContain('journal');
  });

  it('find the files of a report that the other published, and take away only those of a try that failed', async () => {
    const files = ['figures', 'texts'].map((text) => ({
      name: `${text}.csv`,
      type: 'text/csv',
      bytes: new TextEncoder().encode(text),
    }));
    const set = { organisation: 'etda', fiscalYear: 2569, number: 'Q1-1' };
    const published = (text: string) => {
      const sha256 = createHash('sha256').update(text).digest('hex');
      return { name: `${text}.csv`, type: 'text/csv', sha256, bytes: text.length };
    };
    const failed = await one.ledger.embedded.publishedFiles.keep(set, files);
    await other.ledger.embedded.publishedFiles.keep(set, files.slice(0, 1));
    await failed.drop();
    const read = (text: string) => one.ledger.embedded.publishedFiles.read(set, published(text));
    expect((await read('figures')).toString()).toBe('figures');
    await expect(read('texts')).rejects.toMatchObject({ refusal: { code: 'published-file-damaged' } });
  });
});

describe('a service whose PostgreSQL is started again', () => {
  it('lets nobody in meanwhile, says so with a code, and goes on by itself', async () => {
    const served = await ServedLedger.open({ postgres: await server.createDatabase(), keyFile });
    const browser = new Browser(await listen(served));
    await browser.signIn('admin');
    const ask = () => served.ask('session', { token: served.admin });
    expect((await ask()).status).toBe(200);
    await server.down(true);
    const refusals = [await ask(), await browser.ask('session'), await browser.signIn('admin')];
    expect(refusals.map(({ status, json }) => [status, json['code']])).toEqual(
      refusals.map(() => [503, 'accounts-unavailable']),
    );
    expect(refusals[0]?.headers['retry-after']).toBe('1');
    await server.up();
    expect((await ask()).status).toBe(200);
    expect((await browser.ask('session')).status).toBe(200);
    await served.close();
  });
});

describe('a service that shares PostgreSQL', () => {
  it('is not started without the key that the others have, nor with another one', async () => {
    const postgres = await server.createDatabase();
    await (await ServedLedger.empty({ postgres, keyFile })).close();
    const missing = ServedLedger.empty({ postgres, keyFile: join(dir, 'nowhere.key') });
    await expect(missing).rejects.toMatchObject({ refusal: { code: 'key-unusable' } });
    const own = join(dir, 'own.key');
    writeFileSync(own, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    const foreign = ServedLedger.empty({ postgres, keyFile: own });
    await expect(foreign).rejects.toMatchObject({ refusal: { code: 'identities-file-unusable' } });
  });
});
