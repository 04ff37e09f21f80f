import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { Browser, listen } from '../../testing/browser.fixture.ts';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { CHEAP, PASSWORD, ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { createLedger, type Ledger } from '../ledger.ts';

const HOUR = 3_600_000;

describe('a ledger that is served for the first time', () => {
  let served: ServedLedger;
  let browser: Browser;
  beforeEach(async () => {
    served = await ServedLedger.empty();
    browser = new Browser(await listen(served));
  });
  afterEach(() => served.close());

  const issue = async () => (await served.ledger.embedded.identities.setUp.issue()).code;
  const setUp = (changed: object = {}) => ({ body: { name: 'admin', password: PASSWORD, ...changed } });
  const isSetUp = () => served.ledger.embedded.access.state.isSetUp;

  it('answers nobody anything of the ledger, and says what it waits for', async () => {
    const closed = served.ledger.routes.filter(({ rule }) => rule !== undefined && !('open' in rule));
    expect(closed.length).toBeGreaterThan(80);
    for (const { method, url } of closed) {
      if (method !== 'GET' && method !== 'POST') continue;
      const path = url.replaceAll(/:\w+/g, '1');
      const answer = await browser.ask(path, { method, ...(method === 'POST' ? { body: {} } : {}) });
      expect([url, answer.status, answer.json['code']]).toEqual([url, 401, 'not-set-up']);
    }
    expect(await served.head()).toBeUndefined();
  });

  it('has no password that anybody could know', async () => {
    for (const name of ['admin', 'administrator', 'root', 'operator', 'set-up']) {
      for (const password of ['admin', 'password', 'obligo', '', PASSWORD])
        expect(await browser.codeOf('session', { body: { name, password } })).toBe('sign-in-refused');
      served.clock.now += HOUR;
    }
    expect(await served.ledger.embedded.identities.people.isEmpty()).toBe(true);
  });

  it('gets its first administrator from whoever has the one-time code', async () => {
    const answer = await browser.must('set-up', setUp({ code: await issue(), displayName: 'Somsri Jaidee' }));
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({ schema: 'obligo.person/1', name: 'admin', roles: ['administrator'] });
    await browser.signIn('admin');
    const { json } = await browser.must('session');
    expect(json).toMatchObject({ displayName: 'Somsri Jaidee', roles: [{ role: 'administrator' }] });
    const [first, second, ...others] = await served.ledger.embedded.access.history();
    expect(others).toEqual([]);
    expect([first, second]).toMatchObject([
      { type: 'AccessSetUp', by: 'set-up', data: { administrator: 'admin' } },
      { type: 'RoleGranted', by: 'set-up', data: { subject: 'admin', role: 'administrator' } },
    ]);
  });

  it('is set up once', async () => {
    const [code, later] = [await issue(), await issue()];
    expect(await browser.codeOf('set-up', setUp({ code }))).toBe('one-time-code-wrong');
    await browser.must('set-up', setUp({ code: later }));
    for (const again of [later, await issue(), undefined]) {
      const second = setUp({ name: 'second', code: again });
      expect(await browser.codeOf('set-up', second)).toBe('already-set-up');
    }
    expect(await served.ledger.embedded.identities.people.get('second')).toBeUndefined();
  });

  it('is set up once, also when two try at the same moment', async () => {
    const code = await issue();
    const names = ['one', 'two', 'three'];
    const codes = await Promise.all(names.map((name) => browser.codeOf('set-up', setUp({ code, name }))));
    expect(codes.filter((each) => each === 'answered')).toHaveLength(1);
    expect(await served.ledger.embedded.identities.people.list()).toHaveLength(1);
    expect(served.ledger.embedded.access.state.grants).toHaveLength(1);
  });

  it.each([
    ['without a code', undefined, 'set-up-code-missing'],
    ['with a code that was guessed', 'x'.repeat(43), 'one-time-code-wrong'],
    ['with nothing for a code', '', 'one-time-code-wrong'],
  ])('is not set up %s, not even from the machine itself', async (_, code, refused) => {
    await issue();
    expect(await browser.codeOf('set-up', setUp({ code }))).toBe(refused);
    expect(isSetUp()).toBe(false);
  });

  it('takes its code for a day, and no more after a start that printed another', async () => {
    const first = await issue();
    await served.restart();
    browser = new Browser(await listen(served));
    const second = await issue();
    expect(await browser.codeOf('set-up', setUp({ code: first }))).toBe('one-time-code-wrong');
    served.clock.now += 24 * HOUR;
    expect(await browser.codeOf('set-up', setUp({ code: second }))).toBe('one-time-code-wrong');
    expect(await browser.codeOf('set-up', setUp({ code: await issue() }))).toBe('answered');
  });

  it.each([
    ['a password that is too short', { password: 'short' }, 'password-too-weak'],
    ['a password of one sign', { password: 'aaaaaaaaaaaaaaaa' }, 'password-too-weak'],
    ['an e-mail address for a name', { name: 'admin@example.org' }, 'input-invalid'],
    ['a name of the ledger itself', { name: 'sign-on' }, 'input-invalid'],
    ['the name of a service', { name: 'service:x' }, 'name-malformed'],
  ])('does not use its code up for %s', async (_, changed, refused) => {
    const code = await issue();
    expect(await browser.codeOf('set-up', setUp({ code, ...changed }))).toBe(refused);
    expect(await served.ledger.embedded.identities.people.isEmpty()).toBe(true);
    expect(await browser.codeOf('set-up', setUp({ code }))).toBe('answered');
  });

  it('whose set-up broke off half-way is set up with a new code, and nobody got in meanwhile', async () => {
    const { identities } = served.ledger.embedded;
    const half = { name: 'half', password: PASSWORD };
    await identities.setUp.redeem(await issue(), half);
    await served.restart();
    browser = new Browser(await listen(served));
    await browser.signIn('half');
    expect(await browser.codeOf('people')).toBe('role-missing');
    expect(await browser.codeOf('set-up', setUp({ code: undefined }))).toBe('set-up-code-missing');
    const code = await issue();
    expect(await browser.codeOf('set-up', setUp({ code, name: 'half' }))).toBe('name-taken');
    await browser.must('set-up', setUp({ code }));
    await browser.signIn('admin');
    const { rows } = (await browser.must('people')).json as { rows: { name: string; roles: unknown[] }[] };
    expect(rows.map(({ name, roles }) => [name, roles.length])).toEqual([
      ['admin', 1],
      ['half', 0],
    ]);
  });

  it('believes nobody who says that he works on the folder', async () => {
    const headers = { 'obligo-actor': 'operator', 'x-forwarded-for': '127.0.0.1' };
    expect(await browser.codeOf('people', { headers })).toBe('not-set-up');
    expect(await browser.codeOf('set-up', { ...setUp(), headers })).toBe('set-up-code-missing');
    const body = { name: 'admin' };
    expect(await browser.codeOf('set-up/recovery', { body, headers })).toBe('folder-needed');
  });
});

describe('a program on the folder itself', () => {
  let local: Ledger;
  let under: LedgerUnderTest;
  beforeEach(async () => {
    under = await LedgerUnderTest.open();
    await under.ledger.close();
    local = await open();
  });
  afterEach(async () => {
    await local.close();
    await under.start();
    await under.close();
  });

  const open = () =>
    createLedger({
      data: under.data,
      create: false,
      purpose: 'test',
      logLevel: 'silent',
      passwordCost: CHEAP,
    });
  const ask = async (method: 'GET' | 'POST', path: string, payload?: object, token?: string) => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const reply = await local.app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: authorization,
      ...(payload === undefined ? {} : { payload }),
    });
    const json = reply.json<Record<string, unknown>>();
    return { status: reply.statusCode, code: json['code'], json };
  };
  const admin = { name: 'admin', password: PASSWORD };

  it('sets up without a code, since the folder is the proof', async () => {
    expect(await ask('POST', 'set-up', admin)).toMatchObject({ status: 201 });
    expect(await ask('POST', 'set-up', { ...admin, name: 'other' })).toMatchObject({
      code: 'already-set-up',
    });
  });

  it('does everything before the set-up; then it reads, and posts and administers only as somebody', async () => {
    const opening = (project: string) => ({
      fiscalYear: 2569,
      project,
      name: project,
      effectiveOn: '2025-10-01',
    });
    expect(await ask('POST', 'budget-accounts', opening('P01'))).toMatchObject({ status: 201 });
    await ask('POST', 'set-up', admin);
    const { json } = await ask('POST', 'session', { ...admin, as: 'token' });
    const token = String(json['token']);
    expect(await ask('GET', 'organisations')).toMatchObject({ status: 200 });
    expect(await ask('GET', 'access/rules')).toMatchObject({ status: 200 });
    expect(await ask('GET', 'people')).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await ask('POST', 'budget-accounts', opening('P02'))).toMatchObject({ code: 'not-signed-in' });
    expect(await ask('POST', 'budget-accounts', opening('P02'), token)).toMatchObject({
      code: 'administrator-posts-nothing',
    });
    expect(await ask('GET', 'people', undefined, token)).toMatchObject({ status: 200 });
    await ask('POST', 'people', { name: 'malee', roles: [{ role: 'maker' }] }, token);
    expect(local.embedded.access.state.grants.map(({ subject }) => subject)).toEqual(['admin', 'malee']);
  });

  it('has no session, and is told so', async () => {
    await ask('POST', 'set-up', admin);
    expect(await ask('POST', 'session', admin)).toMatchObject({ status: 400, code: 'input-invalid' });
    expect(await ask('GET', 'session/sign-on')).toMatchObject({ code: 'sign-on-not-configured' });
    expect(await ask('GET', 'session/sign-on/callback?code=x&state=y')).toMatchObject({
      code: 'sign-on-not-configured',
    });
  });

  it('begins no accounts by asking who it is', async () => {
    expect((await ask('GET', 'session')).json).toMatchObject({ name: 'operator', via: 'local' });
    const { identitiesFile, keyFile } = local.embedded.folder;
    expect([identitiesFile, keyFile].map((file) => existsSync(file))).toEqual([false, false]);
  });

  it('lets a lost administrator in again, whatever way the name is written, and the log says so', async () => {
    await ask('POST', 'set-up', admin);
    const answer = await ask('POST', 'set-up/recovery', { name: 'ADMIN', reason: 'telephone lost' });
    expect(answer).toMatchObject({ status: 201, json: { name: 'admin' } });
    const { code } = answer.json['invitation'] as { code: string };
    const password = 'staples and paper clips';
    await ask('POST', 'invitations/redemptions', { code, password });
    const signedIn = await ask('POST', 'session', { name: 'admin', password, as: 'token' });
    expect(await ask('GET', 'people', undefined, String(signedIn.json['token']))).toMatchObject({
      status: 200,
    });
    const { access } = local.embedded;
    expect(access.state.grants).toHaveLength(1);
    expect((await access.history()).at(-1)).toMatchObject({
      type: 'AccessRecovered',
      by: 'set-up',
      reason: 'telephone lost',
    });
  });
});
