import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BusyLedger } from './busy-ledger.fixture.ts';
import { PostgresWithProjectors, until } from './projected.fixture.ts';
import { askForRebuild, findRequest } from './rebuild-requests.ts';

const CHILD = join(import.meta.dirname, 'project-until-killed.fixture.ts');

let postgres: PostgresWithProjectors;
let ledger: BusyLedger;
const children: ChildProcess[] = [];
beforeAll(async () => {
  postgres = await PostgresWithProjectors.start();
}, 120_000);
afterAll(() => postgres.server.stop());
beforeEach(async () => {
  await postgres.freshDatabase();
  ledger = new BusyLedger('in a file');
  await ledger.work();
});
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  await postgres.cleanUp();
  await ledger.close();
});

/** Starts a projector as a process of its own; all of them share one working copy, one after the other. */
function projectorProcess(): ChildProcess {
  const folder = join(ledger.folder, 'working-copy');
  mkdirSync(folder, { recursive: true });
  const options = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  const log = join(ledger.folder, 'ledger.sqlite');
  const child = spawn(process.execPath, [...options, CHILD, log, postgres.url, folder], { stdio: 'inherit' });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Posts until it is told to stop. */
function underLoad(): { stop(): Promise<void> } {
  const over = new AbortController();
  const posting = (async () => {
    while (!over.signal.aborted) {
      await ledger.chain('P01');
      // Lets the timers of this process run: appends to a file in this thread do not.
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  return {
    stop: () => {
      over.abort();
      return posting;
    },
  };
}

const position = async (): Promise<bigint> => {
  const read = postgres.query<{ position: bigint }>('SELECT position FROM obligo.checkpoint');
  return (await read.catch(() => []))[0]?.position ?? 0n;
};

/** Waits until some more events were taken over. */
async function progress(by = 20n): Promise<void> {
  const from = await position();
  await until(async () => (await position()) > from + by, 'progress');
}

const isBuilding = async () =>
  (await postgres.schemas().catch(() => [])).some((each) => each.endsWith('building'));

describe('under load', () => {
  it('a projector that is killed again and again loses nothing and writes nothing twice', async () => {
    const load = underLoad();
    for (let round = 0; round < 4; round += 1) {
      const child = projectorProcess();
      await progress();
      await kill(child);
    }
    await load.stop();
    projectorProcess();
    await ledger.mustEqual(postgres);
  }, 60_000);

  it('PostgreSQL may lose its power again and again', async () => {
    const running = postgres.run(ledger.store);
    await running.is('following');
    const load = underLoad();
    for (let round = 0; round < 4; round += 1) {
      await progress();
      await postgres.server.restart(true);
    }
    await load.stop();
    await ledger.mustEqual(postgres);
    await running.is('following');
    expect(running.standings.some(({ state }) => state === 'disconnected')).toBe(true);
  }, 60_000);

  it('two projectors as processes leave one line of pages behind, whichever of them is killed', async () => {
    const load = underLoad();
    const one = projectorProcess();
    await progress();
    const two = postgres.run(ledger.store);
    await two.is('standing-by');
    await progress();
    await kill(one);
    await two.is('following');
    await progress();
    await load.stop();
    await ledger.mustEqual(postgres);
    expect(two.losses).toEqual([]);
  }, 60_000);
});

describe('while everything is built anew', () => {
  beforeEach(() => ledger.work('P02', 200), 60_000);

  it('PostgreSQL may restart: the first build begins again and ends', async () => {
    const running = postgres.run(ledger.store);
    for (let round = 0; round < 3; round += 1) {
      await until(isBuilding, 'a build');
      await postgres.server.restart(true);
    }
    await ledger.mustEqual(postgres);
    await running.is('following');
    expect((await postgres.schemas()).map((each) => each.split(' ')[1])).toEqual(['current']);
  }, 60_000);

  it('PostgreSQL may restart: a rebuild beside begins again, and readers keep what they have', async () => {
    const running = postgres.run(ledger.store);
    await running.is('following');
    await postgres.reached(ledger.store);
    const { id } = await askForRebuild(postgres.pool, { mayGoBack: false });
    await until(isBuilding, 'a build');
    await postgres.server.restart(true);
    expect((await postgres.query('SELECT schema FROM obligo.checkpoint'))[0]).toEqual({ schema: 'obligo_1' });
    const outcome = async () =>
      (await findRequest(postgres.pool, id).catch(() => undefined))?.outcome ?? undefined;
    expect(await until(outcome, 'the rebuild')).toMatch(/^switched to obligo_/);
    expect(await ledger.mustEqual(postgres)).not.toBe('obligo_1');
  }, 60_000);

  it('the projector may be killed: the next one removes what was left half done', async () => {
    for (let round = 0; round < 2; round += 1) {
      const child = projectorProcess();
      await until(isBuilding, 'a build');
      await kill(child);
    }
    projectorProcess();
    await ledger.mustEqual(postgres);
    expect((await postgres.schemas()).map((each) => each.split(' ')[1])).toEqual(['current']);
    const schemas = await postgres.query(
      `SELECT nspname FROM pg_namespace WHERE nspname ~ '^obligo_[0-9]+$'`,
    );
    expect(schemas).toHaveLength(1);
  }, 60_000);
});
