import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, listen } from '../../testing/browser.fixture.ts';
import {
  AUDIENCE,
  type IdentityProvider,
  LEDGER_CLIENT,
  type ProviderUser,
  USERS,
} from '../../testing/identity-provider.fixture.ts';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';
import type { AccessEntry } from './access-book.ts';
import { rolesFile, startProvider, stopProviders } from './sign-on/sign-on.fixture.ts';

const HOUR = 3_600_000;
/** Where browsers find the ledger; in front of it stands a proxy. */
const PUBLIC = 'http://127.0.0.1:8080';
const CALLBACK = '/api/v1/session/sign-on/callback';

/** Who is in which group can change between two sign-ins; the provider reads it anew each time. */
let users: Record<string, ProviderUser>;
let provider: IdentityProvider;
let served: ServedLedger;
let url: string;

beforeAll(async () => {
  users = {
    ...USERS,
    'u-500': { preferred_username: 'admin', name: 'Somebody Else', groups: ['finance-makers'] },
    'u-600': { preferred_username: 'nid', groups: ['finance-makers', 'auditors'] },
  };
  provider = await startProvider({ users, redirectUris: [`${PUBLIC}${CALLBACK}`] });
  served = await ServedLedger.open({ settings: settingsAt(provider) });
  url = await listen(served);
});
afterAll(async () => {
  await served.close();
  await stopProviders();
});

const settingsAt = ({ issuer }: IdentityProvider) => ({
  publicUrl: PUBLIC,
  signOn: {
    issuer,
    clientId: LEDGER_CLIENT.id,
    clientSecret: LEDGER_CLIENT.secret,
    audience: AUDIENCE,
    rolesFile: rolesFile(),
  },
});

/** Goes to the provider, signs in on its pages, and comes back with its answer. */
async function answerOf(browser: Browser, login: string, next?: string): Promise<URL> {
  const asked = next === undefined ? '' : `?next=${encodeURIComponent(next)}`;
  const begun = await browser.must(`session/sign-on${asked}`);
  expect(begun.status).toBe(302);
  return provider.signIn(String(begun.headers['location']), login);
}

const comeBack = (browser: Browser, { pathname, search }: URL) =>
  browser.ask(`${pathname}${search}`, { from: 'link-elsewhere' });

async function signIn(login: string, browser = new Browser(url)): Promise<Browser> {
  const done = await comeBack(browser, await answerOf(browser, login));
  expect([done.status, done.headers['location']]).toEqual([302, '/']);
  return browser;
}

const self = async (browser: Browser) => (await browser.must('session')).json;

const historyOf = async (subject: string): Promise<AccessEntry[]> =>
  (await served.ledger.embedded.access.history()).filter(
    ({ data }) => (data as { subject?: string }).subject === subject,
  );

const grantsOf = (subject: string) =>
  served.ledger.embedded.access.state.grants
    .filter((grant) => grant.subject === subject)
    .map(({ role, origin }) => [role, origin]);

describe('somebody who signs in at the identity provider', () => {
  it('comes back with a session, an account of the name there, and the roles of the groups', async () => {
    const browser = await signIn('u-100');
    expect(browser.cookie.name).toBe('obligo');
    expect(await self(browser)).toMatchObject({
      name: 'malee',
      displayName: 'Malee Sukjai',
      via: 'session',
      secondFactor: true,
      roles: [{ role: 'maker', limits: { projects: ['P01'], upTo: '500000.00' } }],
    });
    const { json } = await browser.must('session');
    browser.csrfToken = String(json['csrfToken']);
    const body = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: '2025-10-01' };
    expect((await browser.must('budget-accounts', { body })).status).toBe(201);
  });

  it('comes back to the page that was asked for, and never to another site', async () => {
    for (const [next, page] of [
      ['/fy/2569?unit=baht', '/fy/2569?unit=baht'],
      ['https://elsewhere.example/', '/'],
    ]) {
      const browser = new Browser(url);
      const done = await comeBack(browser, await answerOf(browser, 'u-100', next));
      expect([done.status, done.headers['location']]).toEqual([302, page]);
    }
  });

  it('is told on a page why it was refused, and a program by a problem', async () => {
    const path = 'session/sign-on/callback?code=made-up&state=made-up';
    const page = await new Browser(url).ask(path, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers['location']]).toEqual([302, '/sign-in?refused=sign-on-refused']);
    expect(await new Browser(url).codeOf(path)).toBe('sign-on-refused');
  });

  it('leaves in the log which roles the claims gave, by the sign-on and by nobody else', async () => {
    await signIn('u-200');
    expect(await historyOf('chai')).toEqual([
      expect.objectContaining({
        type: 'RoleGranted',
        by: 'sign-on',
        reason: `Claims of ${provider.issuer}`,
        data: expect.objectContaining({ role: 'checker', origin: 'sign-on' }) as unknown,
      }),
    ]);
    await signIn('u-200');
    expect(await historyOf('chai')).toHaveLength(1);
  });

  it('keeps what is personal out of the log', async () => {
    await signIn('u-300');
    const history = JSON.stringify(await served.ledger.embedded.access.history());
    expect(history).toContain('anong');
    expect(history).not.toMatch(/Rakdee|u-300/);
  });

  it('has the roles of the groups of today at the next sign-in, and keeps what an administrator gave', async () => {
    await signIn('u-200');
    const body = { subject: 'chai', role: 'reader' };
    await served.must('access/grants', { token: served.admin, body });
    users['u-200'] = { ...USERS['u-200'], groups: ['readers', 'finance-makers'] };
    const before = await signIn('u-200');
    expect(grantsOf('chai')).toEqual([
      ['reader', 'administrator'],
      ['maker', 'sign-on'],
      ['reader', 'sign-on'],
    ]);
    users['u-200'] = { ...USERS['u-200'], groups: [] };
    await signIn('u-200');
    expect(grantsOf('chai')).toEqual([['reader', 'administrator']]);
    // What counts is the table: the session that is still open lost its roles, too.
    expect((await self(before))['roles']).toHaveLength(1);
    expect((await historyOf('chai')).filter(({ type }) => type === 'RoleWithdrawn')).toHaveLength(3);
    users['u-200'] = USERS['u-200']!;
  });

  it('may do nothing whom no group gives a role, but is known', async () => {
    const browser = await signIn('u-400');
    expect(await self(browser)).toMatchObject({ name: 'somchai', roles: [] });
    expect(await browser.codeOf('organisations')).toBe('role-missing');
  });

  it('never becomes the one who has the same name here', async () => {
    const browser = await signIn('u-500');
    const { name } = await self(browser);
    expect(name).toMatch(/^admin-[0-9a-f]{6}$/);
    expect(await browser.codeOf('people')).toBe('role-missing');
    expect(grantsOf('admin')).toEqual([['administrator', 'set-up']]);
    expect(await self(await signIn('u-500'))).toMatchObject({ name });
  });

  it('is refused whole when the groups give roles that nobody has together', async () => {
    const browser = new Browser(url);
    const done = await comeBack(browser, await answerOf(browser, 'u-600'));
    expect([done.status, done.json['code']]).toEqual([422, 'roles-apart']);
    expect(await browser.codeOf('session')).toBe('not-signed-in');
    expect(grantsOf('nid')).toEqual([]);
  });

  it('gets a session of a new id, so that nobody else has it', async () => {
    const attacker = await signIn('u-400');
    const victim = new Browser(url);
    const planted = attacker.cookie;
    victim.plant(planted);
    await signIn('u-100', victim);
    expect(victim.cookie.value).not.toBe(planted.value);
    expect(await self(victim)).toMatchObject({ name: 'malee' });
    expect(await self(attacker)).toMatchObject({ name: 'somchai' });
  });

  it('passes a role that takes a second factor when the provider saw one, and not otherwise', async () => {
    const rules = (secondFactor: boolean) =>
      served.must('access/rules', {
        token: served.admin,
        body: { rules: { roles: { maker: { secondFactor }, checker: { secondFactor } } } },
      });
    await rules(true);
    const report = 'reports/budget-status?fiscalYear=2569&project=P01';
    expect(await (await signIn('u-100')).codeOf(report)).toBe('answered');
    const chai = await signIn('u-200');
    expect(await chai.codeOf(report)).toBe('second-factor-needed');
    expect(await self(chai)).toMatchObject({ secondFactor: false, secondFactorNeeded: true });
    await rules(false);
  });

  it('is let in no more once the account is closed, and finds the same account when it is open again', async () => {
    const open = await signIn('u-300');
    expect(await open.codeOf('organisations')).toBe('answered');
    await served.must('people/anong/closings', { token: served.admin, body: {} });
    expect(await open.codeOf('session')).toBe('not-signed-in');
    const browser = new Browser(url);
    const refused = await comeBack(browser, await answerOf(browser, 'u-300'));
    expect([refused.status, refused.json['code']]).toEqual([401, 'token-refused']);
    expect(grantsOf('anong')).toEqual([]);
    await served.must('people/anong/reopenings', { token: served.admin, body: {} });
    expect(await self(await signIn('u-300'))).toMatchObject({ name: 'anong' });
    expect(grantsOf('anong').map(([role]) => role)).toEqual(['auditor', 'reader']);
  });

  it('has no password here, so none can be tried, changed or doubled by an authenticator', async () => {
    const browser = await signIn('u-100');
    browser.csrfToken = String((await self(browser))['csrfToken']);
    const body = { oldPassword: 'anything at all', newPassword: 'correct horse battery' };
    expect(await browser.codeOf('session/password', { body })).toBe('sign-in-refused');
    const sign = { name: 'malee', password: 'anything at all' };
    expect(await browser.codeOf('session', { body: sign })).toBe('sign-in-refused');
  });
});

describe('the way to the provider and back', () => {
  it('is kept in a cookie of minutes that no script reads, for these addresses alone', async () => {
    const browser = new Browser(url);
    const begun = await browser.must('session/sign-on');
    const { cookie } = browser;
    expect(cookie.attributes).toMatchObject({
      httponly: true,
      samesite: 'Lax',
      path: '/api/v1/session/sign-on',
      'max-age': '600',
    });
    const sent = new URL(String(begun.headers['location'])).searchParams;
    expect(sent.get('code_challenge_method')).toBe('S256');
    expect(sent.get('redirect_uri')).toBe(`${PUBLIC}${CALLBACK}`);
    await comeBack(browser, await provider.signIn(String(begun.headers['location']), 'u-100'));
    expect(browser.cookies.map(({ name }) => name)).toEqual(['obligo']);
  });

  it('ends where it began: another browser is not signed in by its answer', async () => {
    const [attacker, victim] = [new Browser(url), new Browser(url)];
    const answer = await answerOf(attacker, 'u-400');
    expect((await comeBack(victim, answer)).json['code']).toBe('sign-on-refused');
    await victim.must('session/sign-on');
    expect((await comeBack(victim, answer)).json['code']).toBe('sign-on-refused');
    expect(victim.cookies.map(({ name }) => name)).toEqual([]);
  });

  it('is gone once: the same answer signs nobody in again', async () => {
    const browser = new Browser(url);
    const answer = await answerOf(browser, 'u-100');
    const flow = browser.cookie;
    await comeBack(browser, answer);
    const again = new Browser(url);
    again.plant(flow);
    expect((await comeBack(again, answer)).json['code']).toBe('sign-on-refused');
    expect(await again.codeOf('session')).toBe('not-signed-in');
  });

  it('is not gone with a cookie that somebody wrote himself', async () => {
    const browser = new Browser(url);
    const answer = await answerOf(browser, 'u-100');
    const { value } = browser.cookie;
    const own = Buffer.from(
      JSON.stringify({ state: 'x', nonce: 'y', codeVerifier: 'z', redirectUri: PUBLIC }),
    );
    for (const made of [own.toString('base64url'), `${value}x`, value.slice(0, -3), '']) {
      browser.plant({ name: 'obligo-sign-on', value: made, attributes: { path: '/' } });
      expect((await comeBack(browser, answer)).json['code']).toBe('sign-on-refused');
    }
  });

  it('is not gone with the cookie of a session in its place', async () => {
    const { cookie } = await signIn('u-100');
    const browser = new Browser(url);
    const answer = await answerOf(browser, 'u-100');
    browser.plant({ ...cookie, name: 'obligo-sign-on' });
    expect((await comeBack(browser, answer)).json['code']).toBe('sign-on-refused');
  });

  it('leads back to the public address, whatever host somebody asks for', async () => {
    const browser = new Browser(url);
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    const { headers } = await browser.must('session/sign-on', { headers: forged });
    const sent = new URL(String(headers['location'])).searchParams;
    expect(sent.get('redirect_uri')).toBe(`${PUBLIC}${CALLBACK}`);
  });

  it('says no more than that it was refused when the person said no', async () => {
    const browser = new Browser(url);
    const { headers } = await browser.must('session/sign-on');
    const state = new URL(String(headers['location'])).searchParams.get('state');
    const answer = new URL(
      `${PUBLIC}${CALLBACK}?error=access_denied&error_description=secret-hint&state=${state!}`,
    );
    const refused = await comeBack(browser, answer);
    expect([refused.status, refused.json['code']]).toEqual([401, 'sign-on-refused']);
    expect(refused.json['detail']).not.toContain('secret-hint');
  });
});

describe('a program that comes with a token of the provider', () => {
  const ask = (token: string, path = 'session') => served.ask(path, { token });

  it('works for its person: with the roles of the groups, and the second factor that the token tells', async () => {
    const { json } = await ask(await provider.accessToken({ login: 'u-100' }));
    expect(json).toMatchObject({
      name: 'malee',
      via: 'bearer',
      secondFactor: true,
      roles: [{ role: 'maker' }],
    });
    const chai = await ask(await provider.accessToken({ login: 'u-200' }));
    expect(chai.json).toMatchObject({ name: 'chai', secondFactor: false });
  });

  it('posts in the name of its person', async () => {
    const token = await provider.accessToken({ login: 'u-100' });
    const posted = await served.must('budget-accounts/2569/P01/allocations', {
      token,
      body: {
        line: { fundSource: 'annual-appropriation', category: 'operating' },
        amount: '1000.00',
        effectiveOn: '2025-10-01',
      },
    });
    const auditor = await served.person('arthit', ['auditor']);
    const { text } = await served.must(`events/${String(posted.json['position'])}`, { token: auditor });
    expect(JSON.parse(text)).toMatchObject({ metadata: { actor: 'malee' } });
  });

  it('opens one account and grants each role once, however many requests come first', async () => {
    users['u-700'] = { preferred_username: 'somsri', groups: ['readers', 'finance-makers'] };
    const token = await provider.accessToken({ login: 'u-700' });
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => ask(token, 'organisations')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await historyOf('somsri')).toHaveLength(2);
    const people = await served.ledger.embedded.identities.people.list();
    const names = people.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('somsri'))).toEqual(['somsri']);
  });

  it('has a password here no more than its person', async () => {
    const token = await provider.accessToken({ login: 'u-100' });
    expect(await served.codeOf('session/second-factor', { token, body: {} })).toBe('not-an-account');
    const body = { oldPassword: 'x', newPassword: 'correct horse battery' };
    expect(await served.codeOf('session/password', { token, body })).toBe('not-an-account');
  });

  it('that has no person behind it reads, and never posts, whatever its groups give', async () => {
    const token = await provider.accessToken();
    const { json } = await ask(token);
    expect(json).toMatchObject({ via: 'bearer', secondFactor: false, roles: [{ role: 'reader' }] });
    const body = { subject: String(json['name']), role: 'maker' };
    await served.must('access/grants', { token: served.admin, body });
    expect((await ask(token, 'organisations')).status).toBe(200);
    const opening = { fiscalYear: 2569, project: 'P09', name: 'P09', effectiveOn: '2025-10-01' };
    const refused = await served.ask('budget-accounts', { token, body: opening });
    expect(refused.json).toMatchObject({ status: 403, code: 'role-missing' });
    expect(refused.json['detail']).toContain('is a service');
  });

  it.each<[string, () => Promise<string> | string]>([
    ['unsigned', () => provider.forged.unsigned(provider.claims())],
    ['signed by a stranger', () => provider.forged.byStranger(provider.claims())],
    ['signed with the public key', () => provider.forged.byPublicKey(provider.claims())],
    ['over', () => provider.signed(provider.claims({ exp: Math.floor(Date.now() / 1_000) - 600 }))],
    ['of another issuer', () => provider.signed(provider.claims({ iss: 'https://evil.example' }))],
    [
      'for another audience',
      () => provider.accessToken({ login: 'u-100', audience: 'https://other.example/api' }),
    ],
    ['an ID token', () => provider.idToken('u-100')],
    ['no token at all', () => 'a.b.c'],
  ])('is refused when the token is %s, and leaves nothing', async (_, made) => {
    const before = await served.ledger.embedded.access.history();
    const refused = await ask(await made(), 'organisations');
    expect([refused.status, refused.json['code']]).toEqual([401, 'token-refused']);
    expect(await served.ledger.embedded.access.history()).toEqual(before);
  });

  it('is let in no more once the account is closed', async () => {
    const token = await provider.accessToken({ login: 'u-700' });
    await served.must('people/somsri/closings', { token: served.admin, body: {} });
    expect((await ask(token, 'organisations')).json['code']).toBe('token-refused');
    expect(grantsOf('somsri')).toEqual([]);
  });
});

describe('the provider', () => {
  it('may change its keys: what is signed by the new one counts, what was signed by the old one no more', async () => {
    const old = await provider.accessToken({ login: 'u-100' });
    expect((await served.ask('session', { token: old })).status).toBe(200);
    await provider.rotateKeys();
    const fresh = await provider.accessToken({ login: 'u-100' });
    // Without a start, too, but only some seconds after the keys were last asked for (sign-on/bearer.spec.ts).
    await served.restart();
    url = await listen(served);
    expect((await served.ask('session', { token: fresh })).status).toBe(200);
    expect((await served.ask('session', { token: old })).json['code']).toBe('token-refused');
    expect(await self(await signIn('u-100'))).toMatchObject({ name: 'malee' });
  });

  it('may be down: who is signed in works on, passwords are taken, and the rest is told to wait', async () => {
    const open = await signIn('u-100');
    await provider.stop();
    try {
      expect(await open.codeOf('session')).toBe('answered');
      await served.restart();
      url = await listen(served);
      const browser = new Browser(url);
      const begun = await browser.ask('session/sign-on');
      expect([begun.status, begun.json['code']]).toEqual([503, 'sign-on-unavailable']);
      expect((await browser.signIn('admin')).status).toBe(200);
      const token = await provider.signed(provider.claims());
      expect((await served.ask('session', { token })).json['code']).toBe('sign-on-unavailable');
    } finally {
      await provider.resume();
    }
    expect(await self(await signIn('u-100'))).toMatchObject({ name: 'malee' });
  });

  it('is not needed, and nobody is sent to it, where none is configured', async () => {
    const plain = await ServedLedger.open();
    try {
      const browser = new Browser(await listen(plain));
      for (const path of ['session/sign-on', 'session/sign-on/callback?code=x&state=y'])
        expect(await browser.codeOf(path)).toBe('sign-on-not-configured');
      const token = await provider.accessToken({ login: 'u-100' });
      expect(await plain.codeOf('session', { token })).toBe('token-refused');
    } finally {
      await plain.close();
    }
  });

  it('ends no session by itself: that ends after its hours here', async () => {
    const browser = await signIn('u-100');
    served.clock.now += 13 * HOUR;
    expect(await browser.codeOf('session')).toBe('not-signed-in');
  });
});
