import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { obligo } from '../../apps/cli/testing/obligo.fixture.ts';
import { accountInFolder } from '../../apps/ledger/testing/account-in-folder.fixture.ts';
import { Pipeline } from './pipelined.fixture.ts';
import { type Answer, plainDisk, ServiceOnDisk } from './service-on-disk.fixture.ts';
import { canSlowDisk, slowDisk } from './slow-disk.fixture.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const DAY = '2025-11-01';
/** A disk that is asked too much: each sync takes so much longer. */
const SYNC_MS = 50;
/** How long Kubernetes waits for an answer about health (deploy/kubernetes/api.yaml). */
const PROBE_MS = 3_000;
const AFFORDABLE = 60;
/** Appends that the ledger lets wait for their commit (docs/observability.md). */
const MAY_WAIT = 4_096;
const TOO_MANY = MAY_WAIT + 704;
const CONNECTIONS = 50;

// Every answer waits for the disk.
jest.setTimeout(180_000);

const suite = canSlowDisk() ? describe : describe.skip;

suite('a slow disk (needs strace, and leave to trace a process)', () => {
  let folder: string;
  let data: string;
  let token: string;
  let operator: string;
  let service: ServiceOnDisk;
  let answers: Map<string, Answer | undefined>;

  const setUp = () => join(folder, 'set-up');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'obligo-slow-'));
    token = await accountInFolder(setUp(), 'maker', 'maker');
    operator = await accountInFolder(setUp(), 'somchai', 'operator');
  });
  beforeEach(async () => {
    data = join(folder, 'data');
    for (const part of ['', '.keys']) cpSync(`${setUp()}${part}`, `${data}${part}`, { recursive: true });
    answers = new Map();
    // Here it is the store that says when it is too much.
    service = await ServiceOnDisk.start(data, slowDisk(SYNC_MS), { OBLIGO_POSTINGS_AT_ONCE: '0' });
  });
  afterEach(async () => {
    await (service as ServiceOnDisk | undefined)?.stop('SIGKILL');
    for (const part of ['', '.keys']) rmSync(`${data}${part}`, { recursive: true, force: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens accounts with some budget each. */
  async function accounts(projects: readonly string[], amount: string): Promise<void> {
    const opened = projects.map(async (project) => {
      const account = { fiscalYear: 2569, project, name: project, effectiveOn: DAY };
      const budget = { line: LINE, amount, effectiveOn: DAY };
      const path = `budget-accounts/2569/${project}/allocations`;
      expect(await service.ask('budget-accounts', { token, body: account })).toMatchObject({ status: 201 });
      expect(await service.ask(path, { token, body: budget })).toMatchObject({ status: 201 });
    });
    await Promise.all(opened);
  }

  /** Orders are numbered `<project>-<client>-<order>`; that is their key as well. */
  const orderOf = (number: string) => ({
    path: `budget-accounts/2569/${number.slice(0, number.indexOf('-'))}/commitments`,
    token,
    key: number,
    body: { commitment: number, line: LINE, amount: '1.00', effectiveOn: DAY },
  });
  const commit = (number: string) => service.ask(orderOf(number).path, orderOf(number));

  /** One order after the other, until there are enough or one is neither recorded nor refused. */
  async function client(name: string, orders = Infinity): Promise<void> {
    for (let order = 0; order < orders; order++) {
      const answer = await commit(`${name}-${order}`);
      answers.set(`${name}-${order}`, answer);
      if (answer?.status !== 201 && answer?.status !== 422) return;
    }
  }

  const answeredWith = (status: number) => [...answers].filter(([, answer]) => answer?.status === status);
  const acknowledged = () => answeredWith(201);

  /** What was acknowledged is answered the same again; whatever was not is recorded now, once. */
  async function sendAllAgain(): Promise<void> {
    for (const [number, first] of answers) {
      const again = await commit(number);
      if (first?.status === 201) {
        expect([number, again?.status, again?.body['replayed']]).toEqual([number, 200, true]);
        expect(again?.body['position']).toBe(first.body['position']);
      } else if (first?.status === 422) {
        expect([number, again?.status, again?.body['code']]).toEqual([number, 422, first.body['code']]);
      } else expect([number, [200, 201].includes(again?.status ?? 0)]).toEqual([number, true]);
    }
  }

  const numbersIn = (csv: string): string[] =>
    csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[1] ?? '')
      .sort();

  /** Each of these once and nothing else, in the list, in a rebuild of it, and in what the verifier reads. */
  async function holdsExactly(numbers: readonly string[]): Promise<void> {
    const listed = await service.ask('commitments?fiscalYear=2569&format=csv&limit=10000', { token });
    expect(numbersIn(String(listed?.body['text']))).toEqual([...numbers].sort());
    const rebuilt = await service.ask('projections/rebuild', { token: operator, body: {} });
    expect(rebuilt).toMatchObject({ status: 200, body: { equal: true } });
    expect(await service.stop('SIGTERM')).toBe(0);
    expect(await obligo('verify', data)).toMatchObject({ code: 0 });
  }

  it('slows postings down, and lets one account spend what it has and not more, while probes are answered', async () => {
    await accounts(['HOT'], `${AFFORDABLE}.00`);
    await accounts(['P01', 'P02', 'P03', 'P04'], '1000.00');
    const began = performance.now();
    await client('P01-alone', 1);
    expect(performance.now() - began).toBeGreaterThanOrEqual(SYNC_MS);
    let over = false;
    const waits: number[] = [];
    const probes = ['/health/live', '/health/ready'].map(async (path) => {
      while (!over) {
        const asked = performance.now();
        expect(await service.ask(path)).toMatchObject({ status: 200 });
        waits.push(performance.now() - asked);
        await pause(20);
      }
    });
    await Promise.all([
      ...Array.from({ length: 8 }, (_, one) => client(`HOT-${one}`, AFFORDABLE / 6)),
      ...Array.from({ length: 4 }, (_, one) => client(`P0${one + 1}-0`, AFFORDABLE / 6)),
    ]);
    over = true;
    await Promise.all(probes);
    expect(waits.length).toBeGreaterThan(10);
    expect(Math.max(...waits)).toBeLessThan(PROBE_MS);
    expect(acknowledged().filter(([number]) => number.startsWith('HOT'))).toHaveLength(AFFORDABLE);
    expect(acknowledged()).toHaveLength(AFFORDABLE + 41);
    const refused = answeredWith(422).map(([, answer]) => answer?.body['code']);
    expect(refused).toEqual(Array.from({ length: 20 }, () => 'budget-exceeded'));
    await sendAllAgain();
    await holdsExactly(acknowledged().map(([number]) => number));
  });

  it.each([
    ['SIGTERM', 0],
    ['SIGKILL', null],
  ] as const)('loses nothing by %s under load', async (signal, code) => {
    const projects = ['HOT', 'P01', 'P02'];
    await accounts(projects, '100000.00');
    const clients = Promise.all(
      ['HOT-0', 'HOT-1', 'HOT-2', 'HOT-3', 'HOT-4', 'HOT-5', 'P01-0', 'P02-0'].map((name) => client(name)),
    );
    while (answers.size < 80) await pause(5);
    expect(await service.stop(signal)).toBe(code);
    await clients;
    expect(acknowledged().length).toBeGreaterThanOrEqual(80);
    // Whoever was not answered was told so, or cut off; nobody was refused.
    for (const answer of answers.values()) expect([201, 503, undefined]).toContain(answer?.status);

    service = await ServiceOnDisk.start(data, plainDisk);
    await sendAllAgain();
    await holdsExactly([...answers.keys()]);
  });

  it('turns away what is too much, says when to come again, and has recorded none of it', async () => {
    await accounts(['HOT', 'P01'], '100000.00');
    const numbers = Array.from({ length: TOO_MANY }, (_, n) => `${n % 2 ? 'HOT' : 'P01'}-0-${n}`);
    const connections = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => Pipeline.open(service.url)),
    );
    const flood = connections.map(async (connection, place) => {
      const mine = numbers.filter((_, n) => n % CONNECTIONS === place);
      const answered = await connection.post(mine.map(orderOf));
      for (const [n, answer] of answered.entries()) answers.set(mine[n]!, answer);
      connection.close();
    });
    // It waits with all the others, longer than a probe does, and is answered.
    expect(await service.ask('/health/live')).toMatchObject({ status: 200 });
    await Promise.all(flood);
    const turnedAway = answeredWith(503);
    expect(turnedAway.length).toBeGreaterThan(0);
    expect(acknowledged().length + turnedAway.length).toBe(numbers.length);
    for (const [, answer] of turnedAway) {
      expect(answer?.body['code']).toBe('ledger-busy');
      expect(Number(answer?.retryAfter)).toBeGreaterThanOrEqual(1);
    }
    const backAgain = turnedAway.slice(0, 10).map(([number]) => number);
    for (const number of backAgain) expect(await commit(number)).toMatchObject({ status: 201 });
    await holdsExactly([...acknowledged().map(([number]) => number), ...backAgain]);
  });
});
