import { afterEach, expect, it, jest } from '@jest/globals';
import { startCuttingProxy } from '../../testing/cutting-proxy.ts';
import { collect, command, documentsIn, posting } from '../../testing/samples.ts';
import type { ServerControl } from '../../testing/event-databases.ts';
import { Busy, CommandAlreadyRecorded, UnknownOutcome, WrongExpectedRevision } from '../errors.ts';
import type { EventStore, ExpectedRevision } from '../event-store.ts';
import { LogUnderTest } from './remote.fixture.ts';

const CLERKS = 6;
const TURNS = 8;
const FAULT_MS = 180_000;

/** Posts a command over two accounts until the store has answered conclusively that it is there. */
async function postOnce(store: EventStore, name: string, onDone: () => void): Promise<void> {
  const streams = [`account-shared`, `document-${name}`] as const;
  for (;;) {
    try {
      if (await store.findCommand(command(name).key)) break;
      const [last] = await collect(store.readStream(streams[0], { direction: 'backwards', limit: 1 }));
      const expected: ExpectedRevision = last?.revision ?? 'none';
      const writes = [
        { stream: streams[0], expected, events: [posting(`${name}-0`)] },
        { stream: streams[1], expected: 'none', events: [posting(`${name}-1`)] },
      ] as const;
      await store.appendMany(writes, [{ stream: 'period-1', expected: 'none' }], command(name));
      break;
    } catch (error) {
      const known = [WrongExpectedRevision, CommandAlreadyRecorded, UnknownOutcome, Busy];
      if (!known.some((one) => error instanceof one)) throw error;
    }
  }
  onDone();
}

async function postAll(store: EventStore, onDone: () => void = () => undefined): Promise<string[]> {
  const names = Array.from({ length: CLERKS * TURNS }, (_, index) => `c${index % CLERKS}-t${index}`);
  const clerks = Array.from({ length: CLERKS }, async (_, clerk) => {
    for (const name of names.filter((one) => one.startsWith(`c${clerk}-`))) {
      await postOnce(store, name, onDone);
    }
  });
  await Promise.all(clerks);
  return names;
}

/** Every command is there once, whole and marked, and a copy made from nothing says the same. */
async function expectOnce(log: LogUnderTest, store: EventStore, names: readonly string[]): Promise<void> {
  const documents = await documentsIn(store);
  expect(documents.toSorted()).toEqual(names.flatMap((name) => [`${name}-0`, `${name}-1`]).toSorted());
  for (const name of names) expect(await store.findCommand(command(name).key)).toBeDefined();
  const anew = await log.open();
  expect(await collect(anew.readAll())).toEqual(await collect(store.readAll()));
  expect(await collect(anew.readCommands())).toEqual(await collect(store.readCommands()));
}

/** Declares that lost answers lose and double nothing. */
export function itSurvivesLostAnswers(server: string): void {
  jest.setTimeout(FAULT_MS);
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it.each([2569, 2570, 2571])('posts each command once while answers are lost (seed %d)', async (seed) => {
    const [, host = '', port = ''] = /\/\/(?:[^@]*@)?([^:/?]+):(\d+)/.exec(server) ?? [];
    const proxy = await startCuttingProxy({ host, port: Number(port) }, seed);
    const direct = new LogUnderTest(server);
    const behindProxy = server.replace(`${host}:${port}`, `127.0.0.1:${proxy.port}`);
    const throughProxy = new LogUnderTest(behindProxy, direct.home.log);
    ends.push(
      () => throughProxy.end(),
      () => direct.end(),
      () => proxy.close(),
    );
    const retried: string[] = [];
    const store = await throughProxy.open({ observer: { retried: (reason) => retried.push(reason) } });
    proxy.cutAnswers(20);
    const names = await postAll(store);
    proxy.cutAnswers(0);
    expect(proxy.cuts).toBeGreaterThan(1);
    expect(retried).toContain('reconnect');
    await expectOnce(direct, await direct.open(), names);
  });
}

/** Declares that the end of the server, however it comes, loses and doubles nothing. */
export function itSurvivesItsServer(server: string, control: ServerControl): void {
  jest.setTimeout(FAULT_MS);
  let log: LogUnderTest;
  afterEach(() => log.end());

  it.each(['kill', 'stop'] as const)(
    'posts each command once through a %s and a start under load',
    async (how) => {
      log = new LogUnderTest(server);
      const store = await log.open();
      let done = 0;
      const underway = Promise.withResolvers<undefined>();
      const posting = postAll(store, () => {
        done += 1;
        if (done === CLERKS * 2) underway.resolve(undefined);
      });
      await underway.promise;
      await control(how);
      expect(await untilStanding(store, 'disconnected')).toBe('disconnected');
      await control('start');
      const names = await posting;
      expect(await untilStanding(store, 'ready')).toBe('ready');
      await expectOnce(log, store, names);
    },
  );

  it('notices a server that hangs, and goes on when it answers again', async () => {
    log = new LogUnderTest(server);
    const store = await log.open();
    await control('pause');
    expect(await untilStanding(store, 'disconnected')).toBe('disconnected');
    await control('resume');
    const names = await postAll(store);
    await expectOnce(log, store, names);
    expect(await untilStanding(store, 'ready')).toBe('ready');
  });
}

/** Asks until the store stands so; the limit of the test is the limit of the wait. */
async function untilStanding(store: EventStore, state: string): Promise<string> {
  while (store.standing().state !== state) await new Promise((resolve) => setTimeout(resolve, 20));
  return store.standing().state;
}
