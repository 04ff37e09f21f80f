import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accountInFolder } from '../../apps/ledger/testing/account-in-folder.fixture.ts';
import { canFailDisk, failDisk } from './failing-disk.fixture.ts';
import { type Answer, plainDisk, ServiceOnDisk } from './service-on-disk.fixture.ts';

const READY_WITHIN_MS = 20_000;

jest.setTimeout(120_000);

const suite = canFailDisk() ? describe : describe.skip;

suite('a disk that fails while the service runs (needs strace, and leave to trace a process)', () => {
  let folder: string;
  let token: string;
  let service: ServiceOnDisk;
  let opened = 0;
  let mend: () => Promise<void>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'obligo-failing-'));
    token = await accountInFolder(join(folder, 'data'), 'maker', 'maker');
    service = await ServiceOnDisk.start(join(folder, 'data'), plainDisk);
    mend = () => Promise.resolve();
  });
  afterEach(async () => {
    await mend();
    await service.stop('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const filesOf = (...names: readonly string[]): string[] =>
    names.flatMap((name) => ['', '-wal', '-shm'].map((end) => join(folder, 'data', name + end)));

  async function open(key?: string): Promise<Answer | undefined> {
    const project = key ?? `P${String((opened += 1))}`;
    const body = { fiscalYear: 2569, project, name: project, effectiveOn: '2025-10-01' };
    return service.ask('budget-accounts', { token, body, ...(key === undefined ? {} : { key }) });
  }

  async function readyAgain(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS;
    while ((await service.ask('/health/ready'))?.status !== 200) {
      if (Date.now() > until) throw new Error('the service did not become ready');
      await pause(50);
    }
  }

  it.each(['EIO', 'EROFS'] as const)(
    'with %s: what is not recorded is told, the service is not ready, and goes on by itself once it is mended',
    async (error) => {
      expect((await open())?.status).toBe(201);
      const files = filesOf('ledger.sqlite', 'access-log.sqlite', 'projections.sqlite', 'room.probe');
      mend = await failDisk(service.pid ?? 0, files, error);
      // What was on its way when the disk failed may be on it.
      const first = await open('K1');
      expect(first?.status).toBe(503);
      expect(['outcome-unknown', 'storage-failed']).toContain(first?.body['code']);
      // From then on nothing is tried that would be of unknown outcome.
      for (let again = 0; again < 3; again += 1)
        expect(await open()).toMatchObject({ status: 503, body: { code: 'storage-failed' } });
      for (const path of ['/health', '/health/ready']) {
        const health = await service.ask(path);
        expect(health).toMatchObject({ status: 503, body: { code: 'storage-failed' } });
        expect(JSON.stringify(health?.body)).not.toContain(folder);
      }
      expect(await service.ask('/health/live')).toMatchObject({ status: 200 });
      await mend();
      await readyAgain();
      // Under its key, as whoever asked was told.
      expect((await open('K1'))?.status).toBe(201);
      expect((await open('K1'))?.status).toBe(200);
      expect((await open())?.status).toBe(201);
    },
  );

  it('that fails the read models alone is told by what reads them and by readiness, and nothing is lost', async () => {
    mend = await failDisk(service.pid ?? 0, filesOf('projections.sqlite'), 'EIO');
    expect((await open())?.status).toBe(201);
    expect(await service.ask('journal', { token })).toMatchObject({
      status: 503,
      body: { code: 'storage-failed' },
    });
    const ready = await service.ask('/health/ready');
    expect(ready).toMatchObject({ status: 503, body: { code: 'storage-failed' } });
    expect(JSON.stringify(ready?.body)).not.toContain(folder);
    await mend();
    await readyAgain();
    expect((await service.ask('journal', { token }))?.status).toBe(200);
  });
});
