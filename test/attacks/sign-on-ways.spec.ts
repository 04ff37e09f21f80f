import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rolesFile } from '../../apps/ledger/src/access/sign-on/sign-on.fixture.ts';
import { Browser } from '../../apps/ledger/testing/browser.fixture.ts';
import {
  AUDIENCE,
  IdentityProvider,
  LEDGER_CLIENT,
} from '../../apps/ledger/testing/identity-provider.fixture.ts';
import { AttackedLedger } from './attacked-ledger.fixture.ts';

const PUBLIC = 'http://127.0.0.1:8080';
const CALLBACK = '/api/v1/session/sign-on/callback';

let provider: IdentityProvider;
let ledger: AttackedLedger;
/** Nobody told it under which address browsers find it. */
let unnamed: AttackedLedger;

beforeAll(async () => {
  provider = await IdentityProvider.start({ redirectUris: [`${PUBLIC}${CALLBACK}`] });
  const signOn = {
    issuer: provider.issuer,
    clientId: LEDGER_CLIENT.id,
    clientSecret: LEDGER_CLIENT.secret,
    audience: AUDIENCE,
    rolesFile: rolesFile(),
  };
  ledger = await AttackedLedger.open({ settings: { publicUrl: PUBLIC, signOn } });
  unnamed = await AttackedLedger.open({ settings: { signOn } });
});
afterAll(async () => {
  await ledger.close();
  await unnamed.close();
  await provider.stop();
});

/** Where the ledger wants browsers to come back to. */
const wayBack = (location: unknown) => new URL(String(location)).searchParams.get('redirect_uri');

/** Goes to the provider and signs in there; answers the browser and the address that it is sent back to. */
async function answered(login = 'u-100') {
  const browser = new Browser(ledger.url);
  const { headers } = await browser.must('session/sign-on');
  return { browser, answer: await provider.signIn(String(headers['location']), login) };
}

const FORGED_HOSTS = [
  'evil.example',
  'evil.example:443',
  '127.0.0.1.evil.example',
  '127.0.0.1@evil.example',
  'localhost:80@evil.example',
];

describe('who forges the host that was asked for', () => {
  it.each(FORGED_HOSTS)('does not have browsers sent back to it: %s', async (host) => {
    const headers = {
      host,
      'x-forwarded-host': host,
      forwarded: `host=${host}`,
      'x-forwarded-proto': 'https',
    };
    const begun = await ledger.leavesNothing(() => ledger.ask('session/sign-on', { headers }));
    expect([begun.status, wayBack(begun.headers['location'])]).toEqual([302, `${PUBLIC}${CALLBACK}`]);
    expect(begun.text).not.toContain('evil.example');
  });

  it.each(FORGED_HOSTS)('is refused where the ledger was not told its address: %s', async (host) => {
    const begin = () => unnamed.ask('session/sign-on', { headers: { host } });
    const { headers } = await unnamed.withstands(begin, 404, 'sign-on-not-configured');
    expect(headers).not.toHaveProperty('location');
  });

  it('is not believed as a proxy that nobody named', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const begun = await unnamed.leavesNothing(() => unnamed.ask('session/sign-on', { headers }));
    expect(wayBack(begun.headers['location'])).toBe(`${unnamed.url}${CALLBACK}`);
  });

  it('finds it in no other answer', async () => {
    for (const path of ['/', '/docs', 'session', 'nowhere', '/openapi.json', '/docs/']) {
      const { text, headers } = await ledger.ask(path, { headers: { host: 'evil.example' } });
      expect(`${JSON.stringify(headers)}${text}`).not.toContain('evil.example');
    }
  });
});

describe('the way back from the identity provider', () => {
  it('leads to the start page, wherever somebody wants it to lead', async () => {
    const { browser, answer } = await answered();
    const wanted = 'https%3A%2F%2Fevil.example';
    const query = `${answer.search}&redirect=${wanted}&returnTo=%2F%2Fevil.example&next=${wanted}`;
    const done = await browser.ask(`${CALLBACK}${query}`, { from: 'link-elsewhere' });
    expect([done.status, done.headers['location']]).toEqual([302, '/']);
  });

  it('begins nowhere else either', async () => {
    for (const query of [
      'redirect_uri=https://evil.example',
      'issuer=https://evil.example',
      'returnTo=//evil.example',
    ]) {
      const { status, headers } = await ledger.leavesNothing(() => ledger.ask(`session/sign-on?${query}`));
      // What names another way is turned away, and leads nowhere at all.
      expect([status, headers['location']]).toEqual([400, undefined]);
    }
    const { headers } = await ledger.ask('session/sign-on');
    const to = new URL(String(headers['location']));
    expect([to.origin, wayBack(to)]).toEqual([provider.issuer, `${PUBLIC}${CALLBACK}`]);
  });

  it('is gone once', async () => {
    const { browser, answer } = await answered();
    const flow = browser.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    await browser.must(`${CALLBACK}${answer.search}`, { from: 'link-elsewhere' });
    const again = () => ledger.ask(`${CALLBACK}${answer.search}`, { headers: { cookie: flow } });
    await ledger.withstands(again, 401, 'sign-on-refused');
  });

  it('is gone by the browser that began it alone, so that nobody is signed in as the attacker', async () => {
    const { answer } = await answered();
    const victim = new Browser(ledger.url);
    const lured = () => ledger.ask(`${CALLBACK}${answer.search}`);
    await ledger.withstands(lured, 401, 'sign-on-refused');
    await victim.must('session/sign-on');
    const headers = { cookie: victim.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const crossed = () => ledger.ask(`${CALLBACK}${answer.search}`, { headers });
    await ledger.withstands(crossed, 401, 'sign-on-refused');
  });

  it.each([
    'code=made-up&state=made-up',
    'error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E',
    'error=%0d%0aset-cookie:%20obligo=x',
    'code[]=x&state[]=y',
    'iss=https://evil.example&code=x&state=y',
    '',
  ])('takes no answer that somebody made up: %s', async (query) => {
    const browser = new Browser(ledger.url);
    await browser.must('session/sign-on');
    const headers = { cookie: browser.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const made = () => ledger.ask(`${CALLBACK}?${query}`, { headers });
    const { text, headers: said } = await ledger.withstands(made, 401, 'sign-on-refused');
    expect(text).not.toMatch(/<script/);
    expect(String(said['set-cookie'])).not.toMatch(/obligo=x/);
  });
});
