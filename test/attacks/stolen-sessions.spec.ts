import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac, randomBytes } from 'node:crypto';
import { Browser, type Cookie } from '../../apps/ledger/testing/browser.fixture.ts';
import { AttackedLedger, heardOf, LINE, PASSWORD } from './attacked-ledger.fixture.ts';

let ledger: AttackedLedger;

beforeAll(async () => {
  ledger = await AttackedLedger.open();
  await ledger.project(await ledger.person('owner', ['budget-owner']), 'P01');
  await ledger.person('malee', ['maker']);
  await ledger.person('anong', ['auditor']);
});
afterAll(() => ledger.close());

const order = { commitment: 'PO-1', line: LINE, amount: '1.00', effectiveOn: '2025-11-01' };
const NO_KEY = Buffer.alloc(32);
const ORDERS = 'budget-accounts/2569/P01/commitments';

async function signedIn(name: string): Promise<Browser> {
  const browser = new Browser(ledger.url);
  expect((await browser.signIn(name)).status).toBe(200);
  return browser;
}

const inCookie = ({ name, value }: Cookie) => ({ cookie: `${name}=${value}` });
const planted = (value: string): Cookie => ({ name: 'obligo', value, attributes: { path: '/' } });

describe('a cookie that was stolen, or sent by a page elsewhere', () => {
  it('changes nothing on any address of the ledger without the token of its own page', async () => {
    const { cookie } = await signedIn('malee');
    const admin = (await signedIn('admin')).cookie;
    const closed = ledger.served.ledger.routes.filter(
      ({ method, rule }) => method === 'POST' && rule !== undefined && !('open' in rule),
    );
    expect(closed.length).toBeGreaterThan(70);
    for (const { url } of closed) {
      const path = url.replaceAll(/:\w+/g, '1');
      for (const stolen of [cookie, admin]) {
        const attempt = { headers: inCookie(stolen), body: {} };
        await ledger.withstands(() => ledger.ask(path, attempt), 403, 'csrf-token-missing');
      }
    }
  });

  it('is not helped by a token that is made up, old, of another session, or in the wrong place', async () => {
    const malee = await signedIn('malee');
    const anong = await signedIn('anong');
    const headers = inCookie(malee.cookie);
    const token = malee.csrfToken!;
    const tries: [string, Record<string, string>, object][] = [
      [ORDERS, { 'obligo-csrf': 'made-up' }, order],
      [ORDERS, { 'obligo-csrf': '' }, order],
      [ORDERS, { 'obligo-csrf': anong.csrfToken! }, order],
      [ORDERS, { 'obligo-csrf': token.slice(0, -1) }, order],
      [ORDERS, { 'x-csrf-token': token }, order],
      [ORDERS, { 'csrf-token': token }, { ...order, _csrf: token }],
      [`${ORDERS}?_csrf=${encodeURIComponent(token)}`, {}, order],
      [ORDERS, { origin: ledger.url, referer: `${ledger.url}/` }, order],
    ];
    for (const [path, proof, body] of tries) {
      const attempt = { headers: { ...headers, ...proof }, body };
      await ledger.withstands(() => ledger.ask(path, attempt), 403, 'csrf-token-missing');
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'changes nothing as the form of a page elsewhere, which sends %s',
    async (type) => {
      const headers = { ...inCookie((await signedIn('malee')).cookie), 'content-type': type };
      const attempt = { headers, body: JSON.stringify(order) };
      await ledger.withstands(() => ledger.ask(ORDERS, attempt), 403, 'csrf-token-missing');
    },
  );

  it('changes nothing by a method that only looks', async () => {
    const headers = inCookie((await signedIn('malee')).cookie);
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const attempt = { method, headers, body: order };
      await ledger.withstands(() => ledger.ask(ORDERS, attempt), 404, 'route-unknown');
    }
    await ledger.withstands(() => ledger.ask(ORDERS, { headers }), 404, 'route-unknown');
    for (const header of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
      const looking = { headers: { ...headers, [header]: 'POST' } };
      const { status } = await ledger.leavesNothing(() => ledger.ask('people', looking));
      expect(status).toBe(403);
    }
    const asked = `${ORDERS}?_method=POST`;
    await ledger.withstands(() => ledger.ask(asked, { headers }), 404, 'route-unknown');
  });

  it('is worth nothing once its person has signed out or was sent away', async () => {
    const malee = await signedIn('malee');
    const kept = inCookie(malee.cookie);
    await malee.must('session/end', { body: {} });
    await ledger.withstands(() => ledger.ask('session', { headers: kept }), 401, 'not-signed-in');
    await ledger.person('leaver', ['maker']);
    const left = inCookie((await signedIn('leaver')).cookie);
    await ledger.served.must('people/leaver/closings', { token: ledger.served.admin, body: {} });
    await ledger.withstands(() => ledger.ask('session', { headers: left }), 401, 'not-signed-in');
  });
});

describe('a session', () => {
  it.each([
    ['that was never begun', () => 'made-up'],
    ['of an attacker', async () => (await signedIn('anong')).cookie.value],
    [
      'with the signature of another',
      async () => `guess.${(await signedIn('anong')).cookie.value.split('.')[1]!}`,
    ],
  ])('id %s, planted before the sign-in, is not the one after it', async (_, value) => {
    const victim = new Browser(ledger.url);
    const before = planted(await value());
    victim.plant(before);
    await victim.signIn('malee');
    expect(victim.cookie.value).not.toBe(before.value);
    expect(victim.cookie.value.split('.')[0]).not.toBe(before.value.split('.')[0]);
    const attempt = { headers: inCookie(before) };
    await ledger.withstands(() => ledger.ask('session', attempt), 401, 'not-signed-in');
  });

  it('is never in an address, so that none can be planted by a link', async () => {
    const { value } = (await signedIn('malee')).cookie;
    for (const path of [`session?obligo=${value}`, `session;obligo=${value}`, `session?sessionId=${value}`]) {
      const { status } = await ledger.leavesNothing(() => ledger.ask(path));
      expect([401, 404]).toContain(status);
    }
  });

  it('is not guessed', async () => {
    const { value } = (await signedIn('admin')).cookie;
    const [id = '', signature = ''] = decodeURIComponent(value).split('.');
    // 128 bits at least, as OWASP asks for.
    expect(Buffer.from(id, 'base64url').length).toBeGreaterThanOrEqual(16);
    const guesses = [
      '',
      '.',
      id,
      `${id}.`,
      `.${signature}`,
      `${id}.${signature.slice(0, -2)}AA`,
      `${id.slice(0, -1)}.${signature}`,
      `${id}.${createHmac('sha256', '').update(id).digest('base64')}`,
      `${id}.${createHmac('sha256', 'obligo sessions').update(id).digest('base64')}`,
      `${id}.${createHmac('sha256', NO_KEY).update(id).digest('base64')}`,
      '%00',
      '%zz',
      "' OR '1'='1",
      'x'.repeat(4_000),
      ...Array.from({ length: 20 }, () => `${randomBytes(24).toString('base64url')}.${signature}`),
    ];
    for (const guess of guesses) {
      const attempt = { headers: { cookie: `obligo=${guess}` } };
      await ledger.withstands(() => ledger.ask('people', attempt), 401, 'not-signed-in');
    }
  });

  it('of another ledger, under another key, is none here', async () => {
    const other = await AttackedLedger.open();
    try {
      const browser = new Browser(other.url);
      await browser.signIn('admin');
      const attempt = { headers: inCookie(browser.cookie) };
      await ledger.withstands(() => ledger.ask('people', attempt), 401, 'not-signed-in');
    } finally {
      await other.close();
    }
  });

  it('and a token together are one of them, never the rights of both', async () => {
    const admin = await signedIn('admin');
    const malee = await ledger.served.signIn('malee');
    const headers = { ...inCookie(admin.cookie), 'obligo-csrf': admin.csrfToken! };
    const asMalee = await ledger.ask('session', { headers, token: malee });
    expect(JSON.parse(asMalee.text)).toMatchObject({ name: 'malee', via: 'token' });
    const opening = { headers, token: malee, body: { name: 'mole' } };
    await ledger.withstands(() => ledger.ask('people', opening), 403, 'role-missing');
    const ordering = { headers, token: ledger.served.admin, body: order };
    await ledger.withstands(() => ledger.ask(ORDERS, ordering), 403, 'administrator-posts-nothing');
    const falsely = { headers, token: 'obligo_false' };
    await ledger.withstands(() => ledger.ask('people', falsely), 401, 'token-refused');
  });

  it('is one, where two cookies of the name are sent: it is nobody, or whom the first names', async () => {
    const admin = (await signedIn('admin')).cookie;
    const malee = (await signedIn('malee')).cookie;
    const both = { headers: { cookie: `obligo=${malee.value}; obligo=${admin.value}` } };
    await ledger.withstands(() => ledger.ask('people', both), 403, 'role-missing');
  });

  it('is not begun by who asks in the clear for the cookie of TLS', async () => {
    const { value } = (await signedIn('admin')).cookie;
    const attempt = { headers: { cookie: `__Host-obligo=${value}` } };
    await ledger.withstands(() => ledger.ask('people', attempt), 401, 'not-signed-in');
  });
});

describe('a page elsewhere', () => {
  it('can neither read an answer nor sign somebody in as somebody else', async () => {
    const headers = { origin: 'https://evil.example' };
    const body = JSON.stringify({ name: 'anong', password: PASSWORD });
    const form = { headers: { ...headers, 'content-type': 'text/plain' }, body };
    const signedIn = await ledger.withstands(() => ledger.ask('session', form), 400, 'body-malformed');
    expect(signedIn.headers['set-cookie']).toBeUndefined();
    const { headers: answered } = await ledger.ask('/health', { headers });
    expect(Object.keys(answered).filter((name) => name.startsWith('access-control'))).toEqual([]);
    const preflight = await ledger.talk(
      'OPTIONS /api/v1/session HTTP/1.1\r\nhost: x\r\norigin: https://evil.example\r\naccess-control-request-method: POST\r\nconnection: close\r\n\r\n',
    );
    expect(heardOf(preflight).status).toBe(404);
    expect(preflight).not.toMatch(/access-control/i);
  });
});
