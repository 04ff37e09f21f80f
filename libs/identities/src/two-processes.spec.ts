import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { POSTGRES } from '#database/testing';
import type { Instant } from '#kernel';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import {
  CHEAP,
  codeOf,
  destroySession,
  GOOD,
  Office,
  OTHER,
  readSession,
  refusalOf,
  shownBy,
  writeSession,
} from './identities.fixture.ts';
import { Identities } from './identities.ts';

const ADDRESS = '192.0.2.1';

describe('two processes that share the accounts in PostgreSQL', () => {
  const office = new Office(POSTGRES);
  let here: Identities;
  let there: Identities;
  beforeEach(async () => {
    await office.begin();
    await office.person();
    here = office.identities;
    there = await office.another();
  });
  afterEach(async () => {
    await there.close();
    await office.end();
  });

  const both = () => [here, there];
  const issue = (name = 'cli') =>
    here.tokens.issue({
      name,
      subject: 'malee',
      kind: 'person',
      secondFactor: false,
      createdBy: 'malee',
      expiresAt: '2026-01-01T00:00:00.000Z' as Instant,
    });

  it('both know whoever signs in at one of them, and let nobody in who signed out at the other', async () => {
    await writeSession(here, 'id');
    expect(await readSession(there, 'id')).toEqual({ person: 'malee' });
    await destroySession(there, 'id');
    expect(await readSession(here, 'id')).toBeNull();
    // The answer of a request that was under way here does not bring it back.
    await writeSession(here, 'id');
    expect(await readSession(there, 'id')).toBeNull();
  });

  it('refuse a token at once that was revoked at the other', async () => {
    const { token, record } = await issue();
    expect(await there.tokens.find(token)).toMatchObject({ subject: 'malee' });
    await there.tokens.revoke(record.id, 'admin');
    expect(await here.tokens.find(token)).toBeUndefined();
  });

  it('let nobody in whose account was closed, or whose password was changed, at the other', async () => {
    const { token } = await issue();
    await writeSession(here, 'id');
    await there.people.changePassword('malee', GOOD, OTHER);
    expect([await here.tokens.find(token), await readSession(here, 'id')]).toEqual([undefined, null]);
    expect(await codeOf(() => here.people.check('malee', GOOD, ADDRESS))).toBe('sign-in-refused');
    expect((await here.people.check('malee', OTHER, ADDRESS)).name).toBe('malee');
    await there.people.close('malee', 'admin');
    expect(await codeOf(() => here.people.check('malee', OTHER, ADDRESS))).toBe('sign-in-refused');
  });

  it('count a guess at one of them at the other: five wrong ones lock both', async () => {
    for (const { people } of [here, there, here, there, here])
      expect(await codeOf(() => people.check('malee', 'wrong password here', ADDRESS))).toBe(
        'sign-in-refused',
      );
    for (const { people } of both())
      expect(await codeOf(() => people.check('malee', GOOD, ADDRESS))).toBe('sign-in-paused');
  });

  it('try no more than five passwords at the same moment together', async () => {
    const tries = Array.from({ length: 20 }, () => both()).flat();
    const codes = await Promise.all(
      tries.map(({ people }) => codeOf(() => people.check('malee', 'wrong password here', ADDRESS))),
    );
    expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sign-in-paused')).toHaveLength(35);
  });

  it('redeem one invitation once, also at the same moment', async () => {
    const { code } = await here.people.invite('malee', 'admin');
    const tried = await Promise.allSettled(
      both().map(({ people }, index) => people.redeem(code, `${OTHER} ${String(index)}`)),
    );
    expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const winner = tried.findIndex(({ status }) => status === 'fulfilled');
    for (const { people } of both())
      expect((await people.check('malee', `${OTHER} ${String(winner)}`, ADDRESS)).name).toBe('malee');
  });

  it('take one code of an authenticator once, also at the same moment', async () => {
    const { secret } = await here.secondFactors.begin('malee');
    await there.secondFactors.confirm('malee', shownBy(secret, office.now));
    office.wait(30_000);
    const code = shownBy(secret, office.now);
    const codes = await Promise.all(
      both().map(({ secondFactors }) =>
        codeOf(() => secondFactors.verify('malee', code)).catch(() => 'let in'),
      ),
    );
    expect(codes.toSorted()).toEqual(['let in', 'sign-in-refused']);
    expect(await codeOf(() => here.secondFactors.verify('malee', code))).toBe('sign-in-refused');
  });

  it('give one name to one account, and link one identity of a provider once', async () => {
    const opened = await Promise.allSettled(
      both().map(({ people }) => people.open({ name: 'somsri', by: 'admin' })),
    );
    expect(opened.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const identity = { issuer: 'https://connect.example', subject: '1', wanted: 'kanda' };
    const linked = await Promise.all([...both(), ...both()].map(({ people }) => people.linked(identity)));
    expect(new Set(linked.map(({ name }) => name))).toEqual(new Set(['kanda']));
  });

  it('know what a provider said last, wherever it was said', async () => {
    const identity = { issuer: 'https://connect.example', subject: '1', wanted: 'kanda' };
    const said = async ({ people }: Identities, spokenAt?: number) =>
      (await people.linked({ ...identity, ...(spokenAt === undefined ? {} : { spokenAt }) })).isLatest;
    expect([await said(here, 1_000), await said(there, 2_000)]).toEqual([true, true]);
    expect([await said(here, 1_000), await said(here), await said(here, 2_000)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('set a ledger up once, also when both are asked at the same moment', async () => {
    const { code } = await here.setUp.issue();
    const tried = await Promise.allSettled(
      both().map(({ setUp }, index) =>
        setUp.redeem(code, { name: `admin-${String(index)}`, password: GOOD }),
      ),
    );
    expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await there.people.list()).toHaveLength(2);
  });
});

describe('accounts in a PostgreSQL that is started again', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await postgresForTests({ restartable: true });
  }, 120_000);
  afterAll(() => server.stop());

  it('are refused as unavailable meanwhile, whatever is asked, and answer afterwards by themselves', async () => {
    const identities = Identities.at({
      home: { postgres: await server.createDatabase() },
      key: Buffer.alloc(32, 7),
      clock: () => '2025-12-05T02:00:00.000Z' as Instant,
      passwordCost: CHEAP,
    });
    const { people, tokens, sessions } = identities;
    await people.open({ name: 'malee', by: 'admin' });
    await server.down(true);
    const asked = [
      () => tokens.find('obligo_whatever'),
      () => people.check('malee', GOOD, ADDRESS),
      () => people.invite('malee', 'admin'),
      () => sessions.endAll('malee'),
      () => readSession(identities, 'id'),
      () => writeSession(identities, 'id'),
      () => identities.ready(),
    ];
    for (const ask of asked) {
      expect(await refusalOf(ask)).toMatchObject({ code: 'accounts-unavailable', kind: 'unavailable' });
    }
    await server.up();
    await identities.ready();
    expect((await people.get('malee'))?.name).toBe('malee');
    await identities.close();
  });
});
