import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttackedLedger, heardOf, LINE } from './attacked-ledger.fixture.ts';

const ORDERS = '/api/v1/budget-accounts/2569/P01/commitments';
const order = JSON.stringify({ commitment: 'PO-1', line: LINE, amount: '1.00', effectiveOn: '2025-11-01' });

let ledger: AttackedLedger;
let maker: string;

beforeAll(async () => {
  ledger = await AttackedLedger.open();
  maker = await ledger.person('malee', ['maker']);
  await ledger.project(await ledger.person('owner', ['budget-owner']), 'P01');
});
afterAll(() => ledger.close());

const head = (first: string, ...headers: string[]) =>
  `${[first, 'host: x', ...headers].join('\r\n')}\r\n\r\n`;
const asMaker = () => [`authorization: Bearer ${maker}`, 'content-type: application/json'];
/** How many answers came. */
const answers = (said: string) => said.match(/HTTP\/1\.1 \d/g)?.length ?? 0;
const SMUGGLED = () =>
  head(`POST ${ORDERS} HTTP/1.1`, ...asMaker(), `content-length: ${String(order.length)}`) + order;

describe('a request that two programs could read differently', () => {
  it.each<[string, readonly string[], string]>([
    ['a length and chunks', ['content-length: 4', 'transfer-encoding: chunked'], '0\r\n\r\n'],
    ['chunks and a length', ['transfer-encoding: chunked', 'content-length: 4'], '0\r\n\r\n'],
    ['two lengths', ['content-length: 0', 'content-length: 5'], 'hello'],
    ['two lengths in one', ['content-length: 0, 5'], 'hello'],
    ['a length with a sign', ['content-length: +0'], ''],
    ['a length of hexadecimal digits', ['content-length: 0x0'], ''],
    ['a negative length', ['content-length: -1'], ''],
    ['chunks that are spelt in a way of their own', ['transfer-encoding: xchunked'], '0\r\n\r\n'],
    ['chunks that are not the last coding', ['transfer-encoding: chunked, identity'], '0\r\n\r\n'],
    ['a space before the colon', ['content-length : 0'], ''],
    ['a chunk of no size', ['transfer-encoding: chunked'], 'zz\r\n\r\n'],
    ['a line that goes on', ['x: a', ' b: c'], ''],
    ['a bare line feed', ['x: a\nb: c', 'content-length : 0'], ''],
    ['a bare carriage return', ['x: a\rb: c'], ''],
    ['a NUL in a header', ['x: a\u0000b'], ''],
  ])('with %s is refused, and what follows it on the line is not done', async (_, headers, body) => {
    const first = head(`POST ${ORDERS} HTTP/1.1`, ...asMaker(), ...headers) + body;
    const said = await ledger.leavesNothing(() => ledger.talk(first, SMUGGLED()));
    expect([answers(said), heardOf(said).status]).toEqual([1, 400]);
    expect(heardOf(said).code).toBe('request-malformed');
  });

  it('in the old way, without a host or with two, is answered by nobody else’s', async () => {
    for (const first of [
      `GET /api/v1/people HTTP/1.1\r\n\r\n`,
      `GET /api/v1/people HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n`,
      `GET http://elsewhere.example/api/v1/people HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
    ]) {
      const said = await ledger.leavesNothing(() => ledger.talk(first));
      expect([400, 401, 404]).toContain(heardOf(said).status);
    }
  });

  it('does not become another by what it wants to upgrade to', async () => {
    for (const upgrade of ['h2c', 'websocket', 'TLS/1.3']) {
      const asked = head('GET /api/v1/people HTTP/1.1', `upgrade: ${upgrade}`, 'connection: upgrade, close');
      expect(heardOf(await ledger.leavesNothing(() => ledger.talk(asked))).status).toBe(401);
    }
  });
});

describe('an address', () => {
  it.each([
    ['NUL', '%00'],
    ['NUL behind a name', 'P01%00'],
    ['a line break', 'P01%0d%0aset-cookie:%20obligo=x'],
    ['half an escape', 'P01%'],
    ['no UTF-8', '%ff%fe'],
    ['UTF-8 that is too long', '%c0%ae%c0%ae%c0%af'],
    ['a way up', '..%2f..%2fP01'],
    ['a way up in two escapes', '%252e%252e%252f'],
    ['a backslash', '..%5cP01'],
    ['half a letter of UTF-16', '%ed%a0%80'],
    ['a name without end', 'P'.repeat(150)],
    ['a wildcard', '*'],
    ['a part of a stream', 'P01.other'],
    ['SQL', "P01'--"],
  ])('that holds %s leads to no account', async (_, project) => {
    const asking = () =>
      ledger.ask(`budget-accounts/2569/${project}/commitments`, { token: maker, body: order });
    const { status, headers, code } = await ledger.leavesNothing(asking);
    expect([400, 404]).toContain(status);
    expect(['input-invalid', 'request-malformed', 'route-unknown']).toContain(code);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each([
    '/api/v1/..%2fpeople',
    '/api/v1/%2e%2e/people',
    '/api//v1/people',
    '//api/v1/people',
    '/api/v1/people/',
    '/API/V1/PEOPLE',
    '/api/v1/people;x=1',
    '/api/v1/people%2f',
    '/api/v1/people%00',
    '/api/v1/people%20',
    '/api/v1/./people',
    '/api/v1/health/../people',
    '/health/../api/v1/people',
    '/docs/../api/v1/people',
    '/api/v1/people#x',
    '/api/v1/people?',
    '/api/v1/people.json',
  ])('leads to nobody’s accounts without a sign-in, however it is written: %s', async (path) => {
    const { status } = await ledger.leavesNothing(() => ledger.ask(path));
    expect([400, 401, 404]).toContain(status);
  });

  it.each([
    '/docs/..%2f..%2fpackage.json',
    '/docs/%2e%2e/%2e%2e/etc/passwd',
    '/docs/....//access.key',
    '/access.key',
    '/ledger.sqlite',
    '/.env',
    '/.git/config',
  ])('leads to no file: %s', async (path) => {
    const { status, text } = await ledger.leavesNothing(() => ledger.ask(path));
    expect([400, 404]).toContain(status);
    expect(text).not.toMatch(/devDependencies|root:|SQLite format|\[core\]/);
  });

  it('longer than any is refused', async () => {
    const path = `session?${'x'.repeat(20_000)}`;
    await ledger.withstands(() => ledger.ask(path), 431, 'request-malformed');
    const many = Array.from({ length: 2_000 }, (_, at) => `f${String(at)}=1`).join('&');
    const { status } = await ledger.leavesNothing(() =>
      ledger.ask(`reports/quarterly?fiscalYear=2569&quarter=Q1&${many}`, { token: maker }),
    );
    expect(status).toBe(400);
  });
});

describe('a header', () => {
  it.each([
    ['a name that breaks the line', 'idempotency-key', 'a b'],
    ['a key of the length of a book', 'idempotency-key', 'x'.repeat(10_000)],
    ['a key in another script', 'idempotency-key', Buffer.from('กุญแจ').toString('latin1')],
  ])('%s is no key of a posting', async (_, name, value) => {
    const attempt = { token: maker, body: order, headers: { [name]: value } };
    await ledger.withstands(() => ledger.ask(ORDERS, attempt), 400, 'idempotency-key-malformed');
  });

  it('names nobody but the one who signed in', async () => {
    for (const named of ['owner', 'admin', 'nobody-here', 'MALEE', 'malee%00', 'local', 'set-up']) {
      const attempt = { token: maker, body: order, headers: { 'obligo-actor': named } };
      const { code, status } = await ledger.leavesNothing(() => ledger.ask(ORDERS, attempt));
      expect([400, 403]).toContain(status);
      expect(['actor-differs', 'actor-malformed']).toContain(code);
    }
    const nobody = { body: order, headers: { 'obligo-actor': 'malee' } };
    await ledger.withstands(() => ledger.ask(ORDERS, nobody), 401, 'not-signed-in');
  });

  it('that somebody breaks the line of does not reach the answer', async () => {
    const broken = encodeURIComponent('x\r\nset-cookie: obligo=stolen\r\n\r\n<script>');
    for (const path of [
      `journal?actor=${broken}`,
      `reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=${broken}`,
      `reports/quarterly?fiscalYear=2569&quarter=Q1&organisation=${broken}`,
      `commitments?fiscalYear=2569&project=${broken}`,
      `nowhere/${broken}`,
    ]) {
      const { headers } = await ledger.leavesNothing(() => ledger.ask(path, { token: maker }));
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['content-type']).not.toMatch(/html/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('that says twice who asks is refused: a proxy might go by the other one', async () => {
    for (const other of ['Bearer x', `Bearer ${maker}`]) {
      for (const said of [
        [maker, other.slice(7)],
        [other.slice(7), maker],
      ]) {
        const headers = said.map((token) => `authorization: Bearer ${token}\r\n`).join('');
        const asked = `GET /api/v1/session HTTP/1.1\r\nhost: x\r\n${headers}connection: close\r\n\r\n`;
        const heard = heardOf(await ledger.leavesNothing(() => ledger.talk(asked)));
        expect(heard).toMatchObject({ status: 401, code: 'token-refused' });
      }
    }
  });

  it('in hundreds, or of endless length, is refused', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `x-${String(at)}: 1`);
    const said = await ledger.leavesNothing(() => ledger.talk(head('GET /api/v1/session HTTP/1.1', ...many)));
    expect(heardOf(said)).toMatchObject({ status: 431, code: 'request-malformed' });
    const cookies = { headers: { cookie: 'a=b; '.repeat(5_000) } };
    await ledger.withstands(() => ledger.ask('session', cookies), 431, 'request-malformed');
  });

  it('leads past no door: those of proxies, of other frameworks, of a program on this machine', async () => {
    for (const headers of [
      { 'x-original-url': '/health' },
      { 'x-rewrite-url': '/health' },
      { 'x-forwarded-prefix': '/health' },
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-forwarded-user': 'admin' },
      { 'remote-user': 'admin' },
      { 'x-remote-user': 'admin' },
      { 'x-obligo-local': 'true' },
      { via: 'local' },
    ]) {
      await ledger.withstands(() => ledger.ask('people', { headers }), 401, 'not-signed-in');
    }
  });
});

describe('a request by HEAD', () => {
  it('tells of a protected address no more than GET does: it is refused alike, and has no body', async () => {
    for (const path of [
      'people',
      'journal',
      'events/1',
      'readings',
      'approvals/D-1',
      'reports/quarterly?fiscalYear=2569&quarter=Q1',
    ]) {
      const [looked, asked] = [await ledger.ask(path, { method: 'HEAD' }), await ledger.ask(path)];
      expect([looked.status, looked.text, asked.status]).toEqual([401, '', 401]);
      expect(looked.headers['content-length']).toBe(asked.headers['content-length']);
      const reader = await ledger.leavesNothing(() => ledger.ask('people', { method: 'HEAD', token: maker }));
      expect(reader.status).toBe(403);
    }
  });

  it('is recorded as a reading, as GET is', async () => {
    const { readings } = ledger.served.ledger.embedded;
    const [before] = await readings.list({ limit: 1 });
    expect((await ledger.ask('journal', { method: 'HEAD', token: maker })).status).toBe(200);
    const [last] = await readings.list({ limit: 1 });
    expect(last?.reading).not.toEqual(before?.reading);
    expect(last).toMatchObject({ who: 'malee', route: 'journal', method: 'HEAD', status: 200 });
  });
});

describe('whatever was refused', () => {
  it('stands in the reading log without the secrets that it brought along', async () => {
    const token = ledger.served.admin;
    await ledger.ask(`journal?access_token=${token}&password=hunter2hunter2&document=${token}`, {
      token: maker,
    });
    const files = ledger.served.files();
    expect(files).not.toContain(token);
    expect(files).not.toContain('hunter2hunter2');
  });
});
