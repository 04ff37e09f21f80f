import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Browser, listen } from '../../testing/browser.fixture.ts';
import { PASSWORD, ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { NO_LIMITS } from '../edges/edge-under-test.fixture.ts';
import { selfSigned } from '../edges/self-signed.fixture.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Opens an account as any page of a session does that changes something. */
const opening = (name: string) => ({ body: { name } });

describe('the session of a page', () => {
  let served: ServedLedger;
  let url: string;
  beforeAll(async () => {
    served = await ServedLedger.open();
    url = await listen(served);
    await served.person('malee', ['maker']);
  });
  afterAll(() => served.close());

  const signedIn = async (name = 'admin'): Promise<Browser> => {
    const browser = new Browser(url);
    expect((await browser.signIn(name)).status).toBe(200);
    return browser;
  };

  it('is a cookie that no script reads and no other site sends', async () => {
    const { cookie } = await signedIn();
    expect(cookie.name).toBe('obligo');
    expect(cookie.attributes).toMatchObject({ httponly: true, samesite: 'Strict', path: '/' });
    expect(cookie.attributes).not.toHaveProperty('domain');
    expect(cookie.value).not.toContain('admin');
  });

  it('tells who signed in and with which roles, and never a password', async () => {
    const malee = await signedIn('malee');
    const { json, text } = await malee.must('session');
    expect(json).toMatchObject({
      signedIn: true,
      name: 'malee',
      via: 'session',
      secondFactor: false,
      roles: [{ role: 'maker' }],
    });
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain('argon2');
  });

  it('that cannot be kept fails a request once, so that the answer which tells of it goes out', async () => {
    const file = new DatabaseSync(join(served.data, 'identities.sqlite'));
    file.exec("CREATE TRIGGER full BEFORE INSERT ON sessions BEGIN SELECT RAISE(ABORT, 'no room'); END");
    const session = {};
    const kept = () =>
      new Promise((resolve) => served.ledger.embedded.identities.sessions.set('an id', session, resolve));
    expect(await kept()).toMatchObject({ message: 'no room' });
    expect(await kept()).toBeUndefined();
    file.exec('DROP TRIGGER full');
    file.close();
    await signedIn('malee');
  });

  it('is not begun by looking around', async () => {
    const browser = new Browser(url);
    for (const path of ['/health', 'session', 'people', 'nowhere', '/openapi.json']) await browser.ask(path);
    expect(browser.cookies).toEqual([]);
  });

  it('is not begun by a sign-in that is refused', async () => {
    const browser = new Browser(url);
    expect((await browser.signIn('malee', { password: 'not the password' })).status).toBe(401);
    expect(browser.cookies).toEqual([]);
  });

  it('gets a new id at sign-in, so that one planted before is worth nothing', async () => {
    const attacker = await signedIn('malee');
    const planted = attacker.cookie;
    const victim = new Browser(url);
    victim.plant(planted);
    await victim.signIn('admin');
    expect(victim.cookie.value).not.toBe(planted.value);
    expect((await victim.must('session')).json).toMatchObject({ name: 'admin' });
    // Whoever planted it is nobody now, not even himself.
    expect(await attacker.codeOf('session')).toBe('not-signed-in');
  });

  it('is not begun under an id that somebody made up', async () => {
    const [value] = (await signedIn()).cookie.value.split('.');
    const victim = new Browser(url);
    for (const made of ['made-up', `${value!}.made-up`, '', '%00', `${'x'.repeat(3_000)}.y`]) {
      victim.plant({ name: 'obligo', value: made, attributes: { path: '/' } });
      expect(await victim.codeOf('session')).toBe('not-signed-in');
      await victim.signIn('malee');
      expect(victim.cookie.value).not.toBe(made);
      expect(victim.cookie.value.split('.')[0]).not.toBe(value);
    }
  });

  it('gets a new id, too, when the same person signs in again', async () => {
    const browser = await signedIn();
    const before = browser.cookie.value;
    const old = new Browser(url);
    old.plant(browser.cookie);
    await browser.signIn('admin');
    expect(browser.cookie.value).not.toBe(before);
    expect(await old.codeOf('session')).toBe('not-signed-in');
  });

  it('changes nothing without the token of its own page, and shows everything', async () => {
    const browser = await signedIn();
    expect(await browser.codeOf('people', { ...opening('somsri'), csrf: false })).toBe('csrf-token-missing');
    const made = { ...opening('somsri'), csrf: false, headers: { 'obligo-csrf': 'made-up' } };
    expect(await browser.codeOf('people', made)).toBe('csrf-token-missing');
    expect((await browser.must('people', { csrf: false })).text).not.toContain('somsri');
    expect((await browser.must('people', opening('somsri'))).status).toBe(201);
  });

  it('takes the token of no other session', async () => {
    const admin = await signedIn();
    admin.csrfToken = (await signedIn('malee')).csrfToken;
    expect(await admin.codeOf('people', opening('prasit'))).toBe('csrf-token-missing');
    expect(await served.ledger.embedded.identities.people.get('prasit')).toBeUndefined();
  });

  it('has a token for every page that asks for one, and all of them count', async () => {
    const browser = await signedIn();
    const first = browser.csrfToken;
    browser.csrfToken = String((await browser.must('session')).json['csrfToken']);
    expect(browser.csrfToken).not.toBe(first);
    await browser.must('people', opening('kanya'));
    browser.csrfToken = first;
    await browser.must('people', opening('wichai'));
  });

  it('is not there for a page elsewhere, whatever that sends along', async () => {
    const browser = await signedIn();
    for (const from of ['page-elsewhere', 'link-elsewhere'] as const) {
      expect(await browser.codeOf('people', { from })).toBe('not-signed-in');
      expect(await browser.codeOf('people', { ...opening('chai'), from })).toBe('not-signed-in');
    }
  });

  it('is not opened by the token for programs, which needs no proof of a page', async () => {
    const browser = await signedIn();
    const { status } = await browser.ask('people', {
      ...opening('anong'),
      csrf: false,
      headers: { authorization: `Bearer ${await served.signIn('admin')}` },
    });
    expect(status).toBe(201);
    // Two proofs are not added up: a false token is refused beside a good session.
    const false_ = { headers: { authorization: 'Bearer obligo_false' } };
    expect(await browser.codeOf('session', false_)).toBe('token-refused');
  });

  it('ends when its person signs out, there and nowhere else', async () => {
    const [here, there] = [await signedIn('malee'), await signedIn('malee')];
    const kept = here.cookie;
    await here.must('session/end', { body: {} });
    here.plant(kept);
    expect(await here.codeOf('session')).toBe('not-signed-in');
    expect(await there.codeOf('session')).toBe('answered');
  });

  it('is not signed out by a page elsewhere', async () => {
    const browser = await signedIn('malee');
    expect(await browser.codeOf('session/end', { body: {}, csrf: false })).toBe('csrf-token-missing');
    expect(await browser.codeOf('session')).toBe('answered');
  });

  it('stays over a restart of the service', async () => {
    const browser = await signedIn('malee');
    await served.restart();
    url = await listen(served);
    const again = new Browser(url);
    again.plant(browser.cookie);
    expect((await again.must('session')).json).toMatchObject({ name: 'malee' });
  });
});

describe('a session ends', () => {
  let served: ServedLedger;
  let url: string;
  beforeAll(async () => {
    const session = { idleMinutes: 30, hours: 8 };
    served = await ServedLedger.open({ session, settings: { session } });
    url = await listen(served);
    await served.person('malee');
  });
  afterAll(() => served.close());

  const signedIn = async (name = 'malee', password = PASSWORD): Promise<Browser> => {
    const browser = new Browser(url);
    await browser.signIn(name, { password });
    expect(await browser.codeOf('session')).toBe('answered');
    return browser;
  };

  it('after the minutes without a request that the setting says', async () => {
    const browser = await signedIn();
    served.clock.now += 29 * MINUTE;
    expect(await browser.codeOf('session')).toBe('answered');
    served.clock.now += 29 * MINUTE;
    expect(await browser.codeOf('session')).toBe('answered');
    served.clock.now += 31 * MINUTE;
    expect(await browser.codeOf('session')).toBe('not-signed-in');
  });

  it('after its hours, however busy it is', async () => {
    const browser = await signedIn();
    const end = served.clock.now + 8 * HOUR;
    while (served.clock.now + 20 * MINUTE < end) {
      expect(await browser.codeOf('session')).toBe('answered');
      served.clock.now += 20 * MINUTE;
    }
    served.clock.now = end + MINUTE;
    expect(await browser.codeOf('session')).toBe('not-signed-in');
  });

  it('with its cookie no sooner than with the service', async () => {
    const browser = await signedIn();
    const { expires } = browser.cookie.attributes;
    const minutes = (Date.parse(String(expires)) - Date.now()) / MINUTE;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThanOrEqual(30);
  });

  it('with all others, and all tokens, of somebody who changes the password', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const token = await served.signIn('malee');
    const admin = await signedIn('admin');
    const body = { oldPassword: PASSWORD, newPassword: 'staples and paper clips' };
    const wrong = { ...body, oldPassword: 'not the password' };
    expect(await here.codeOf('session/password', { body: wrong })).toBe('sign-in-refused');
    expect(await there.codeOf('session')).toBe('answered');
    await here.must('session/password', { body });
    for (const browser of [here, there]) expect(await browser.codeOf('session')).toBe('not-signed-in');
    expect(await served.codeOf('session', { token })).toBe('token-refused');
    expect(await admin.codeOf('session')).toBe('answered');
    expect(await new Browser(url).codeOf('session', { body: { name: 'malee', password: PASSWORD } })).toBe(
      'sign-in-refused',
    );
    await signedIn('malee', body.newPassword);
  });

  it('never for a password that is refused as too weak', async () => {
    const browser = await signedIn('admin');
    const body = { oldPassword: PASSWORD, newPassword: 'short' };
    expect(await browser.codeOf('session/password', { body })).toBe('password-too-weak');
    expect(await browser.codeOf('session')).toBe('answered');
  });

  it('leaving its id nowhere in the files', async () => {
    const browser = await signedIn('admin');
    const [id = ''] = decodeURIComponent(browser.cookie.value).split('.');
    expect(id.length).toBeGreaterThan(20);
    expect(served.files()).not.toContain(id);
  });
});

describe('a token for programs', () => {
  let served: ServedLedger;
  beforeAll(async () => {
    served = await ServedLedger.open();
  });
  afterAll(() => served.close());

  it('ends after twelve hours, or when its person signs out', async () => {
    const [first, second] = [await served.signIn('admin'), await served.signIn('admin')];
    await served.must('session/end', { token: first, body: {} });
    expect(await served.codeOf('session', { token: first })).toBe('token-refused');
    expect((await served.must('session', { token: second })).json).toMatchObject({ via: 'token' });
    served.clock.now += 12 * HOUR;
    expect(await served.codeOf('session', { token: second })).toBe('token-refused');
  });

  it('is in none of the files, nor is a password', async () => {
    const token = await served.signIn('admin');
    expect(served.files()).not.toContain(token.slice('obligo_'.length));
    expect(served.files()).not.toContain(PASSWORD);
  });

  it.each(['Basic YWRtaW46eA==', 'Bearer', 'Bearer a b', 'bearer obligo_', 'obligo_x'])(
    'is not taken as %j',
    async (authorization) => {
      expect(await served.codeOf('session', { headers: { authorization } })).toBe('token-refused');
    },
  );
});

describe('a session over TLS', () => {
  const tls = selfSigned();
  let served: ServedLedger | undefined;
  afterEach(() => served?.close());

  it('is in a cookie that browsers take from this host over TLS alone', async () => {
    served = await ServedLedger.open({ edges: { ...NO_LIMITS, tls } });
    const { port } = new URL(await listen(served));
    const browser = new Browser(`https://localhost:${port}`, { ca: tls.cert });
    await browser.signIn('admin');
    const { name, attributes } = browser.cookie;
    expect(name).toBe('__Host-obligo');
    expect(attributes).toMatchObject({ secure: true, httponly: true, samesite: 'Strict', path: '/' });
    expect(attributes).not.toHaveProperty('domain');
    expect((await browser.must('session')).json).toMatchObject({ name: 'admin' });
    expect((await browser.must('people', opening('malee'))).status).toBe(201);
  });

  it('is the same behind a proxy that does TLS', async () => {
    served = await ServedLedger.open({
      edges: { ...NO_LIMITS, trustProxy: ['127.0.0.1'] },
      settings: { publicUrl: 'https://ledger.example' },
    });
    const browser = new Browser(await listen(served));
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ledger.example' };
    const body = { name: 'admin', password: PASSWORD };
    await browser.must('session', { body, headers: forwarded });
    expect(browser.cookie).toMatchObject({ name: '__Host-obligo', attributes: { secure: true } });
    expect((await browser.must('session', { headers: forwarded })).json).toMatchObject({ name: 'admin' });
  });

  it('is not begun without TLS where browsers would not keep it, and it is said what is missing', async () => {
    served = await ServedLedger.open({ settings: { publicUrl: 'https://ledger.example' } });
    const browser = new Browser(await listen(served));
    const refused = await browser.signIn('admin');
    expect([refused.status, refused.json['code']]).toEqual([400, 'tls-needed']);
    expect(refused.json['detail']).toContain('--trust-proxy');
    expect(browser.cookies).toEqual([]);
    // Nobody who is not believed as a proxy makes it look like TLS.
    const forwarded = { 'x-forwarded-proto': 'https' };
    const body = { name: 'admin', password: PASSWORD };
    expect(await browser.codeOf('session', { body, headers: forwarded })).toBe('tls-needed');
    expect(await served.signIn('admin')).toMatch(/^obligo_/);
  });
});
