import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLedger } from '../ledger.ts';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';

let served: ServedLedger;

const fileOf = (name: string) => join(served.data, name);
const start = (data = served.data) =>
  createLedger({ data, create: false, purpose: 'test', logLevel: 'silent' });

async function remove(...names: readonly string[]): Promise<void> {
  await served.ledger.close();
  for (const name of names)
    for (const end of ['', '-wal', '-shm']) rmSync(fileOf(name) + end, { force: true });
}

describe('a ledger whose log of who may do what is lost', () => {
  beforeEach(async () => {
    served = await ServedLedger.open();
    const token = await served.person('malee', ['maker']);
    const body = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: '2025-10-01' };
    await served.must('budget-accounts', { token, body });
  });
  afterEach(() => served.close());

  const lost = (why: string) => ({
    refusal: {
      code: 'access-log-lost',
      kind: 'invalid',
      message: expect.stringMatching(
        new RegExp(`access-log\\.sqlite .*${why}.*restore.*obligo access recover --data`),
      ),
      details: { file: fileOf('access-log.sqlite') },
    },
  });

  it('does not start, says what the file held, and leaves its place free for a backup', async () => {
    await remove('access-log.sqlite');
    await expect(start()).rejects.toMatchObject(lost('3 of its events are sealed'));
    expect(readdirSync(served.data).filter((name) => name.startsWith('access-log'))).toEqual([]);
    await expect(start()).rejects.toMatchObject(lost('sealed'));
  });

  it('does not start on a file that lost its bytes, or that is another without events', async () => {
    await remove('access-log.sqlite');
    writeFileSync(fileOf('access-log.sqlite'), '');
    await expect(start()).rejects.toMatchObject(lost('sealed'));
    expect(existsSync(fileOf('access-log.sqlite'))).toBe(true);
    await expect(start()).rejects.toMatchObject(lost('sealed'));
  });

  it('does not start with an older log, in which rights that were withdrawn count again', async () => {
    await served.ledger.close();
    copyFileSync(fileOf('access-log.sqlite'), fileOf('older'));
    await served.restart();
    await served.person('chai', ['checker']);
    await served.ledger.close();
    const newer = ['', '-wal', '-shm'].map((end) => fileOf('access-log.sqlite') + end);
    for (const file of newer) rmSync(file, { force: true });
    copyFileSync(fileOf('older'), fileOf('access-log.sqlite'));
    await expect(start()).rejects.toMatchObject(lost('4 of its events are sealed, and 3 are there'));
  });

  it('does not start when the seals are lost, too, since decisions name who allowed them', async () => {
    await remove('access-log.sqlite', 'seals.sqlite');
    await expect(start()).rejects.toMatchObject(lost('a posting was allowed by it'));
  });

  it('starts with the log of a backup', async () => {
    await served.ledger.close();
    renameSync(fileOf('access-log.sqlite'), fileOf('kept'));
    await expect(start()).rejects.toMatchObject(lost('sealed'));
    renameSync(fileOf('kept'), fileOf('access-log.sqlite'));
    await served.restart();
    expect(await served.signIn('malee')).toMatch(/^obligo_/);
  });
});

it('a ledger that never had an administrator has nothing to lose', async () => {
  served = await ServedLedger.empty();
  await remove('access-log.sqlite');
  const ledger = await start();
  expect(ledger.embedded.access.state.isSetUp).toBe(false);
  await ledger.close();
  await served.close();
});
