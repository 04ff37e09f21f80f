import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { StoreStanding } from '#event-store';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { readyAnswer } from './operations.answers.ts';
import { readinessOf } from './readiness.ts';
import { RoomProbe } from './room-probe.ts';

// A database that does not answer is waited for.
jest.setTimeout(60_000);

const probe = async (ledger: LedgerUnderTest) => {
  const { status, json } = await ledger.get('/health/ready');
  return { status, code: json['code'], reasons: json['reasons'] };
};

describe('a service that is about to stop', () => {
  let ledger: LedgerUnderTest;
  beforeEach(async () => {
    ledger = await LedgerUnderTest.open();
  });
  afterEach(() => ledger.close());

  it('is alive and not ready, answers what it is still asked, and closes the connection with the answer', async () => {
    const ready = await ledger.get('/health/ready');
    expect([ready.status, readyAnswer.parse(ready.json)]).toEqual([200, ready.json]);
    await ledger.ledger.drain(0);
    expect(await probe(ledger)).toEqual({ status: 503, code: 'shutting-down', reasons: ['shutting-down'] });
    expect((await ledger.get('/health')).status).toBe(503);
    expect((await ledger.get('/health/live')).status).toBe(200);
    const open = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: '2025-10-01' };
    const recorded = await ledger.post('budget-accounts', open);
    expect([recorded.status, recorded.headers['connection']]).toEqual([201, 'close']);
  });
});

describe('a copy of a log', () => {
  let ledger: LedgerUnderTest;
  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
  });
  afterAll(() => ledger.close());

  const standing = (said: StoreStanding, hasRoom = true) => {
    const { embedded } = ledger.ledger;
    const { access, projector, seals } = embedded;
    const store = { standing: () => said, head: () => embedded.store.head() };
    const reachesShared = () => Promise.resolve(true);
    const ways = { reachesShared, hasRoom: () => Promise.resolve(hasRoom) };
    return readinessOf({ isStopping: false, isShared: true, access, projector, seals, ...ways, store });
  };

  it.each<[string, StoreStanding, readonly string[]]>([
    ['that has everything is ready', { state: 'ready' }, []],
    ['that is a little behind, as under load, is ready', { state: 'catching-up', lagMs: 900 }, []],
    ['that is far behind is not', { state: 'catching-up', lagMs: 60_000 }, ['store-not-ready']],
    ['that does not know how far it is behind is not', { state: 'catching-up' }, ['store-not-ready']],
    [
      'that lost its database is not',
      { state: 'disconnected', detail: 'no contact with node1:2113' },
      ['store-not-ready'],
    ],
    [
      'of a log in which something was deleted is not',
      { state: 'alarm', detail: 'obligo/x was deleted' },
      ['store-not-ready'],
    ],
  ])('%s', async (_, said, codes) => {
    const { reasons } = await standing(said);
    expect(reasons.map(({ code }) => code)).toEqual(codes);
    // Anybody may ask: nothing tells where the database is.
    expect(JSON.stringify(reasons)).not.toMatch(/node1|obligo\/x/);
  });
});

describe('a service whose disk took no posting', () => {
  let ledger: LedgerUnderTest;
  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
  });
  afterAll(() => ledger.close());

  const reasons = async (writeFailure: string | undefined, hasRoom: boolean) => {
    const { embedded } = ledger.ledger;
    const { access, projector, seals } = embedded;
    const said: StoreStanding = { state: 'ready', ...(writeFailure === undefined ? {} : { writeFailure }) };
    const store = { standing: () => said, head: () => embedded.store.head() };
    const ways = { reachesShared: () => Promise.resolve(true), hasRoom: () => Promise.resolve(hasRoom) };
    const asked = { isStopping: false, isShared: false, access, projector, seals, store, ...ways };
    return (await readinessOf(asked)).reasons;
  };

  it('is not ready while there is no room, and does not say where the folder is', async () => {
    const found = await reasons('/srv/D/ledger.sqlite cannot be opened (disk I/O error)', false);
    expect(found.map(({ code }) => code)).toEqual(['storage-failed']);
    expect(JSON.stringify(found)).not.toContain('/srv/D');
  });

  it('is ready once there is room, or once something was recorded', async () => {
    expect(await reasons('database or disk is full', true)).toEqual([]);
    expect(await reasons(undefined, false)).toEqual([]);
  });

  it('looks for room by a file that it takes away again', async () => {
    const probe = new RoomProbe(ledger.data);
    expect([await probe.hasRoom(), existsSync(join(ledger.data, 'room.probe'))]).toEqual([true, false]);
    expect(await new RoomProbe(join(ledger.data, 'nowhere')).hasRoom()).toBe(false);
  });
});

describe('a service whose accounts are in PostgreSQL', () => {
  const key = join(tmpdir(), `obligo-key-${randomBytes(6).toString('hex')}`);
  let postgres: TestPostgres;
  let ledger: LedgerUnderTest;

  beforeAll(async () => {
    postgres = await postgresForTests({ restartable: true });
    writeFileSync(key, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    ledger = await LedgerUnderTest.open({ postgres: await postgres.createDatabase(), keyFile: key });
  });
  afterAll(async () => {
    await ledger.close();
    await postgres.stop();
    rmSync(key);
  });

  it('is ready while it answers, not ready while it is gone, and ready again by itself', async () => {
    expect(await probe(ledger)).toMatchObject({ status: 200 });
    await postgres.down(true);
    await expectSoon({ status: 503, code: 'accounts-unavailable', reasons: ['accounts-unavailable'] });
    await postgres.up();
    await expectSoon({ status: 200 });
  });

  /** A probe may give the answer of a moment before. */
  async function expectSoon(expected: object): Promise<void> {
    const until = Date.now() + 20_000;
    let found = await probe(ledger);
    while (found.status !== (expected as { status: number }).status && Date.now() < until)
      found = await probe(ledger);
    expect(found).toMatchObject(expected);
  }
});
