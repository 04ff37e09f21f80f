import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Service } from '../faults/service.fixture.ts';
import { DEPLOY, ROOT } from './deployed.fixture.ts';

const BACKUP = path.join(DEPLOY, 'backup/backup.mjs');
const OBLIGO = path.join(ROOT, 'dist/apps/cli/src/main.js');
const FLAGS = ['--disable-warning=ExperimentalWarning'];
const ACCOUNT = 'budget-accounts/2569/P01';
const line = { fundSource: 'annual-appropriation', category: 'operating' };
const effectiveOn = '2025-11-03';

let folder = '';
const within = (name: string) => path.join(folder, name);
const data = () => within('data');
const copies = () => readdirSync(within('copies')).sort();

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Beside the tests, so that postings go on meanwhile. */
function backUp(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...FLAGS, BACKUP, ...args]);
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    child.on('close', (status) => resolve({ status, ...said }));
  });
}

const obligo = (...args: string[]) =>
  spawnSync(process.execPath, [...FLAGS, OBLIGO, ...args], { encoding: 'utf8', timeout: 60_000 });
const report = (of: string, ...args: string[]) =>
  obligo('report', 'quarterly', '--fiscal-year', '2569', '--quarter', 'Q1', '--csv', '--data', of, ...args)
    .stdout;

/** Pays one baht after the other until it is told to stop; tells what was acknowledged. */
async function payUntil(service: Service, isOver: () => boolean): Promise<number> {
  let paid = 0;
  while (!isOver()) {
    const body = { disbursement: `PV-${paid}`, line, amount: '1.00', effectiveOn };
    const answer = await service.post(`${ACCOUNT}/disbursements`, body, `pay-${paid}`);
    expect(answer?.status).toBe(201);
    paid += 1;
  }
  return paid;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'obligo-backup-'));
  const service = await Service.start(data());
  await service.post(
    'budget-accounts',
    { fiscalYear: 2569, project: 'P01', name: 'One', effectiveOn },
    'open',
  );
  await service.post(`${ACCOUNT}/allocations`, { line, amount: '900000.00', effectiveOn }, 'allocate');
  await service.stop('SIGTERM');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a backup', () => {
  it('is a sound ledger of one moment, while postings go on', async () => {
    const service = await Service.start(data());
    let over = false;
    const paying = payUntil(service, () => over);
    const first = await backUp('--data', data(), '--to', within('copies'));
    const second = await backUp('--data', data(), '--to', within('copies'));
    over = true;
    const paid = await paying;
    await service.stop('SIGTERM');
    expect([first, second]).toMatchObject([{ status: 0 }, { status: 0 }]);
    expect(paid).toBeGreaterThan(1);
    const manifests = copies().map((name) => manifestOf(within(`copies/${name}`)));
    expect(manifests).toHaveLength(2);
    const [early, late] = manifests.map(({ verified }) => verified.events) as [number, number];
    expect(early).toBeGreaterThan(2);
    expect(late).toBeGreaterThan(early);
    expect(late).toBeLessThanOrEqual(paid + 3);
  }, 120_000);

  it('has every file by its digest, no key, and nothing that is made again', () => {
    const copy = within(`copies/${copies()[0]!}`);
    const names = readdirSync(copy).sort();
    expect(Object.keys(manifestOf(copy).files).sort()).toEqual(
      names.filter((name) => name !== 'backup.json'),
    );
    expect(names).toEqual(
      expect.arrayContaining(['ledger.sqlite', 'access-log.sqlite', 'identities.sqlite']),
    );
    expect(names.filter((name) => /key|owner|projections|-wal|-shm/.test(name))).toEqual([]);
  });

  it('put back with its keys is the ledger as it was known then, and goes on', async () => {
    const copy = within(`copies/${copies().at(-1)!}`);
    cpSync(copy, within('restored'), { recursive: true });
    cpSync(path.join(data(), 'access.key'), within('restored/access.key'));
    cpSync(`${data()}.keys`, within('restored.keys'), { recursive: true });
    cpSync(`${data()}.token`, within('restored.token'));
    const knownThen = report(data(), '--known-at', String(manifestOf(copy).verified.events));
    expect(knownThen).toContain('P01');
    expect(report(within('restored'))).toBe(knownThen);
    const service = await Service.start(within('restored'));
    const more = await service.post(`${ACCOUNT}/allocations`, { line, amount: '1.00', effectiveOn }, 'after');
    await service.stop('SIGTERM');
    expect(more?.status).toBe(201);
    expect(obligo('verify', within('restored'))).toMatchObject({ status: 0 });
    rmSync(within('restored'), { recursive: true });
  }, 60_000);

  it('keeps so many as it is told, the newest ones', async () => {
    const newest = copies().at(-1);
    const { status, stdout } = await backUp('--data', data(), '--to', within('copies'), '--keep', '2');
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { removed: string[] }).removed).toHaveLength(1);
    expect(copies()).toHaveLength(2);
    expect(copies()[0]).toBe(newest);
  }, 60_000);

  it('of a ledger that was changed is told, kept apart, and costs no older one', async () => {
    cpSync(data(), within('changed'), { recursive: true });
    const database = new DatabaseSync(within('changed/ledger.sqlite'));
    const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
    for (const { name } of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
    database.exec(`UPDATE events SET data = CAST(replace(data, '"900000.00"', '"900001.00"') AS BLOB)`);
    database.close();
    const before = copies();
    const { status, stderr } = await backUp(
      '--data',
      within('changed'),
      '--to',
      within('copies'),
      '--keep',
      '1',
    );
    expect(status).toBe(6);
    expect(stderr).toContain('decision-differs');
    const added = copies().filter((name) => !before.includes(name));
    expect(added).toEqual([expect.stringMatching(/^\d{8}T\d{9}Z\.findings$/)]);
    expect(before.filter((name) => !copies().includes(name))).toEqual([]);
  }, 60_000);

  it('says what is wrong with how it was asked, and leaves nothing behind', async () => {
    const wrong: [string[], string][] = [
      [['--to', within('nowhere')], 'expected --data FOLDER and --to FOLDER'],
      [['--data', folder, '--to', within('nowhere')], 'is no data folder'],
      [['--data', data(), '--to', path.join(data(), 'copies')], 'is in the data folder'],
      [['--data', data(), '--to', within('nowhere'), '--keep', '0'], 'expected a whole number from 1 on'],
      [['--data', data(), '--to', within('nowhere'), '--all'], "Unknown option '--all'"],
    ];
    for (const [args, said] of wrong)
      expect(await backUp(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(said) });
    expect(existsSync(within('nowhere'))).toBe(false);
  }, 60_000);
});

const manifestOf = (copy: string) =>
  JSON.parse(readFileSync(path.join(copy, 'backup.json'), 'utf8')) as {
    verified: { events: number; findings: number };
    files: Record<string, string>;
  };
