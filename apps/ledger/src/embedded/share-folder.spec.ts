import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { createLedger } from '../ledger.ts';
import { shareFolder, takeBack } from './share-folder.ts';

const NUMBER = 'Q2-2569';
const publishing = {
  ...{ number: NUMBER, reason: 'เสนอคณะกรรมการ', effectiveOn: '2026-04-05' },
  ...{ template: 'summary', withoutPdf: true },
};

describe('a folder with a published report', () => {
  let server: TestPostgres;
  let ledger: LedgerUnderTest;
  let sharing: { data: string; postgres: string; keyFile: string };
  let published: Readonly<Record<string, string>>;

  /** The files of the report, as a service over the folder answers them. */
  async function filesBy(options: { readonly postgres?: string; readonly keyFile?: string }) {
    const { data } = ledger;
    const service = await createLedger({
      ...{ data, create: false, purpose: 'test', logLevel: 'silent' },
      ...options,
    });
    try {
      const files: Record<string, string> = {};
      for (const name of ['report.json', 'report.xlsx', 'amounts.csv']) {
        const url = `/api/v1/publications/${NUMBER}/files/${name}`;
        const { statusCode, rawPayload } = await service.app.inject({ method: 'GET', url });
        files[name] = `${String(statusCode)} ${rawPayload.toString('base64')}`;
      }
      return files;
    } finally {
      await service.close();
    }
  }

  beforeAll(async () => {
    server = await postgresForTests();
    ledger = await LedgerUnderTest.open();
    await ledger.import();
    await ledger.must(`quarterly-reports/2569/${NUMBER}/publications`, publishing);
    // The folder has a key from its first account on.
    await ledger.ledger.embedded.identities.people.open({ name: 'malee', by: 'admin' });
    await ledger.ledger.close();
    const keyFile = `${ledger.data}.key`;
    copyFileSync(join(ledger.data, 'access.key'), keyFile);
    sharing = { data: ledger.data, postgres: await server.createDatabase(), keyFile };
    published = await filesBy({});
    expect(Object.values(published).every((file) => file.startsWith('200 '))).toBe(true);
  }, 120_000);
  afterAll(async () => {
    await ledger.start();
    await ledger.close();
    rmSync(sharing.keyFile);
    await server.stop();
  });

  it('gives its files to PostgreSQL, once, and a service that shares it answers them', async () => {
    expect((await shareFolder(sharing)).published).toBe(1);
    expect((await shareFolder(sharing)).published).toBe(1);
    rmSync(join(ledger.data, 'published'), { recursive: true });
    expect(await filesBy(sharing)).toEqual(published);
  });

  it('has them back byte for byte, with the list of their digests', async () => {
    await expect(takeBack(sharing)).rejects.toMatchObject({ refusal: { code: 'shared-tables-taken' } });
    // As a folder is that only the log was moved to.
    for (const name of readdirSync(ledger.data))
      if (/^(?:identities|desk|readings)\.sqlite/.test(name)) rmSync(join(ledger.data, name));
    expect((await takeBack(sharing)).published).toBe(1);
    expect(await filesBy({})).toEqual(published);
    const sums = readFileSync(join(ledger.data, 'published/etda/2569', NUMBER, 'SHA256SUMS'), 'utf8');
    expect(sums).toContain('report.json');
  });

  it('is told when PostgreSQL does not answer, and stays free for others', async () => {
    const postgres = 'postgres://obligo:the-secret@127.0.0.1:1/obligo';
    const refused = shareFolder({ ...sharing, postgres });
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'shared-tables-unavailable' } });
    await expect(refused).rejects.not.toThrow('the-secret');
    expect(await filesBy({})).toEqual(published);
  });

  it('is told when PostgreSQL lets nobody in under that password', async () => {
    const address = new URL(sharing.postgres);
    address.password = 'not-the-password';
    const refused = shareFolder({ ...sharing, postgres: address.href });
    await expect(refused).rejects.toMatchObject({
      refusal: { code: 'shared-tables-unavailable', message: expect.stringContaining('obligo_identities') },
    });
    await expect(refused).rejects.not.toThrow('not-the-password');
  });

  it('is refused with a key that is none', async () => {
    const keyFile = join(ledger.data, 'no.key');
    writeFileSync(keyFile, 'not a key\n');
    const refused = shareFolder({ ...sharing, keyFile });
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'key-unusable' } });
  });
});
