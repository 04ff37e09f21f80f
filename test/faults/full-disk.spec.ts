import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accountInFolder } from '../../apps/ledger/testing/account-in-folder.fixture.ts';
import { type Answer, ServiceOnDisk } from './service-on-disk.fixture.ts';
import { canMountDisk, fillDisk, smallDisk } from './small-disk.fixture.ts';

const MEBIBYTES = 16;
const READY_WITHIN_MS = 10_000;

jest.setTimeout(120_000);

const suite = canMountDisk() ? describe : describe.skip;

suite('a full disk (needs leave to mount one)', () => {
  let folder: string;
  let disk: string;
  let token: string;
  let service: ServiceOnDisk;
  let opened = 0;

  const setUp = () => join(folder, 'set-up');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'obligo-full-'));
    disk = join(folder, 'disk');
    for (const made of [setUp(), disk]) mkdirSync(made);
    token = await accountInFolder(join(setUp(), 'data'), 'maker', 'maker');
  });
  beforeEach(async () => {
    service = await ServiceOnDisk.start(join(disk, 'data'), smallDisk(disk, MEBIBYTES, setUp()));
  });
  afterEach(() => service.stop('SIGKILL'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function open(): Promise<Answer | undefined> {
    const project = `P${String((opened += 1))}`;
    const body = { fiscalYear: 2569, project, name: project, effectiveOn: '2025-10-01' };
    return service.ask('budget-accounts', { token, body });
  }

  /** Opens accounts until the log has no room for one; the read models, which have a file of their own, may be first. */
  async function openUntilNoRoom(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS;
    for (let isReady = true; isReady; isReady = (await service.ask('/health/ready'))?.status === 200) {
      let answer = await open();
      while (answer?.status === 201) answer = await open();
      expect(answer).toMatchObject({ status: 503, body: { code: 'storage-failed' } });
      if (Date.now() > until) throw new Error('the service went on being ready');
    }
  }

  async function readyAgain(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS;
    while ((await service.ask('/health/ready'))?.status !== 200) {
      if (Date.now() > until) throw new Error('the service did not become ready');
      await pause(50);
    }
  }

  it('makes a service not ready that cannot record any more, which is ready again when there is room', async () => {
    expect((await open())?.status).toBe(201);
    const giveBack = fillDisk(service.pid ?? 0, disk);
    await openUntilNoRoom();
    for (const path of ['/health', '/health/ready']) {
      const health = await service.ask(path);
      expect(health).toMatchObject({ status: 503, body: { code: 'storage-failed' } });
      expect(health?.body['reasons']).toEqual(['storage-failed']);
      // Anybody may ask: nothing tells where the folder is.
      expect(JSON.stringify(health?.body)).not.toContain(folder);
    }
    expect(await service.ask('/health/live')).toMatchObject({ status: 200 });
    giveBack();
    // Nothing was sent meanwhile, as by a proxy that asks for health.
    await readyAgain();
    expect((await open())?.status).toBe(201);
    expect(await service.ask('/health/ready')).toMatchObject({ status: 200 });
  });
});
