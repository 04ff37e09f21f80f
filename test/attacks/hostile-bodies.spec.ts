import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Attempt, AttackedLedger, heardOf, LINE, PASSWORD } from './attacked-ledger.fixture.ts';

const MEBIBYTE = 1024 * 1024;
const ORDERS = 'budget-accounts/2569/P01/commitments';
const order = { commitment: 'PO-1', line: LINE, amount: '1.00', effectiveOn: '2025-11-01' };

let ledger: AttackedLedger;
let maker: string;
let owner: string;

beforeAll(async () => {
  ledger = await AttackedLedger.open();
  owner = await ledger.person('owner', ['budget-owner']);
  maker = await ledger.person('malee', ['maker']);
  await ledger.project(owner, 'P01');
});
afterAll(() => ledger.close());

const posting =
  (body: unknown, path = ORDERS, more: Attempt = {}) =>
  () =>
    ledger.ask(path, { token: maker, body, ...more });

/** A text of JSON that has this many lists or objects within one another. */
const nested = (depth: number) => `${'{"line":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('a list where an object belongs', () => {
  it.each<[string, unknown]>([
    ['no line', []],
    ['a line', [LINE]],
    ['a list of no line', [[]]],
  ])('is refused before anything is decided: %s', async (_, line) => {
    await ledger.withstands(posting({ ...order, line }), 400, 'input-invalid');
  });

  it.each<[string, unknown]>([
    ['a list', [[]]],
    ['a list of what belongs there', [[{ role: 'reader' }]]],
  ])('is refused among others: %s', async (_, roles) => {
    const body = { name: 'anong', roles };
    const opening = () => ledger.ask('people', { token: ledger.served.admin, body });
    await ledger.withstands(opening, 400, 'input-invalid');
  });
});

describe('a body that is too much', () => {
  it.each<[string, unknown, string]>([
    ['a field of two megabytes', { ...order, description: 'x'.repeat(2 * MEBIBYTE) }, 'body-too-large'],
    [
      'a hundred thousand fields',
      Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`f${String(at)}`, 1])),
      'body-too-large',
    ],
    ['a list of three hundred thousand', `[${'1,'.repeat(300_000)}1]`, 'body-too-large'],
    ['a hundred thousand lists within one another', '['.repeat(100_000), 'body-too-deep'],
    ['thirty-three objects within one another', nested(33), 'body-too-deep'],
    [
      'text that only looks nested, and is',
      `{"commitment":"\\"${'{'.repeat(40)}","line":${nested(32)}}`,
      'body-too-deep',
    ],
  ])('with %s is refused', async (_, body, code) => {
    await ledger.withstands(posting(body), 400, code);
  });

  it('with thousands of faults is answered with a hundred of them', async () => {
    const body = { ...order, evidence: Array.from({ length: 3_000 }, () => 'x') };
    const { text } = await ledger.withstands(posting(body), 400, 'input-invalid');
    const { detail, errors } = JSON.parse(text) as { detail: string; errors: unknown[] };
    expect(errors).toHaveLength(100);
    expect(detail).toMatch(/^\d{4,} fields are not as expected: .* The first 100 are listed\.$/);
  });

  it('is refused by the length that it claims, before it is sent', async () => {
    const head = `POST /api/v1/${ORDERS} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${maker}\r\ncontent-type: application/json\r\n`;
    const said = await ledger.leavesNothing(() => ledger.talk(`${head}content-length: 9999999999\r\n\r\n`));
    expect(heardOf(said)).toMatchObject({ status: 400, code: 'body-too-large' });
  });

  it('is not read at all from somebody who may not post', async () => {
    const reader = await ledger.person('anong', ['reader']);
    const deep = '['.repeat(100_000);
    await ledger.withstands(posting(deep, ORDERS, { token: reader }), 403, 'role-missing');
    const nobody = () => ledger.ask(ORDERS, { body: deep });
    await ledger.withstands(nobody, 401, 'not-signed-in');
  });

  it('is refused where anybody may send one, too', async () => {
    for (const path of ['session', 'set-up', 'invitations/redemptions']) {
      await ledger.withstands(() => ledger.ask(path, { body: nested(50) }), 400, 'body-too-deep');
      const large = { name: 'x'.repeat(2 * MEBIBYTE), password: PASSWORD };
      await ledger.withstands(() => ledger.ask(path, { body: large }), 400, 'body-too-large');
    }
  });

  it('has no name, password or code longer than any that there can be', async () => {
    const long = 'x'.repeat(100_000);
    for (const [path, body] of [
      ['session', { name: long, password: PASSWORD }],
      ['session', { name: 'malee', password: long }],
      ['session', { name: 'malee', password: PASSWORD, secondFactorCode: long }],
      ['invitations/redemptions', { code: long, password: PASSWORD }],
      ['invitations/redemptions', { code: 'x', password: long }],
      ['set-up', { code: long, name: 'mole', password: PASSWORD }],
    ] as const) {
      const { text } = await ledger.withstands(() => ledger.ask(path, { body }), 400, 'input-invalid');
      expect(text.length).toBeLessThan(1_000);
    }
  });
});

describe('a body that is packed, of another kind, or no text', () => {
  it.each<[string, Record<string, string>, string | Buffer | object]>([
    ['compressed', { 'content-encoding': 'gzip' }, Buffer.from([0x1f, 0x8b, 8, 0])],
    [
      'XML',
      { 'content-type': 'application/xml' },
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    ],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'commitment=PO-1'],
    ['YAML', { 'content-type': 'application/yaml' }, 'commitment: PO-1'],
    ['in another encoding', { 'content-type': 'application/json; charset=utf-7' }, '+AHs-'],
    [
      'no UTF-8',
      {},
      Buffer.concat([Buffer.from('{"commitment":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    ],
    ['in the encoding of old Thai programs', { 'content-type': 'application/json; charset=TIS-620' }, order],
    ['in UTF-16', { 'content-type': 'application/json;charset="utf-16"' }, order],
    ['half of JSON', {}, '{"commitment":'],
    ['JSON with comments', {}, '{/* x */"commitment":"PO-1"}'],
  ])('%s is refused', async (_, headers, body) => {
    await ledger.withstands(posting(body, ORDERS, { headers }), 400, 'body-malformed');
  });
});

describe('a body that reaches for what all objects share', () => {
  const admin = { isAdmin: true, may: ['administer'], role: 'administrator' };
  it.each([
    ['__proto__', `{"__proto__":${JSON.stringify(admin)},"commitment":"PO-1"}`],
    ['__proto__ in escapes', String.raw`{"\u005f_proto__":{"isAdmin":true}}`],
    ['__proto__ deep inside', `{"line":{"fundSource":{"__proto__":${JSON.stringify(admin)}}}}`],
    ['constructor.prototype', `{"constructor":{"prototype":${JSON.stringify(admin)}}}`],
  ])('by %s is refused everywhere', async (_, body) => {
    const { admin: token } = ledger.served;
    await ledger.withstands(posting(body), 400, 'body-malformed');
    await ledger.withstands(posting(body, 'control/policy', { token: owner }), 400, 'body-malformed');
    for (const path of ['access/rules', 'access/grants', 'people', 'service-tokens']) {
      await ledger.withstands(posting(body, path, { token }), 400, 'body-malformed');
    }
    for (const path of ['session', 'set-up']) {
      await ledger.withstands(() => ledger.ask(path, { body }), 400, 'body-malformed');
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  it.each(['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])(
    'finds no member that nobody put there: %s',
    async (name) => {
      const { admin: token } = ledger.served;
      const limits = JSON.parse(`{"${name}":{"x":1}}`) as object;
      const body = { subject: 'malee', role: 'reader', limits };
      await ledger.withstands(posting(body, 'access/grants', { token }), 400, 'limits-malformed');
      const ofRole = { rules: { roles: JSON.parse(`{"${name}":{"may":["administer"]}}`) as object } };
      await ledger.withstands(posting(ofRole, 'access/rules', { token }), 400, 'rules-malformed');
      const role = { subject: 'malee', role: name };
      await ledger.withstands(posting(role, 'access/grants', { token }), 400, 'input-invalid');
      const field = posting({ ...order, [name]: 'reached' }, `${ORDERS}?dryRun=true`);
      expect((await ledger.leavesNothing(field)).text).not.toContain('reached');
    },
  );

  it('finds no year in an object that cannot be said', async () => {
    for (const fiscalYear of [{ toString: 1 }, { valueOf: 1, toString: 2 }, [{ toString: 1 }]]) {
      for (const path of ['board-reports/previews', 'control/re-runs', 'reconcile']) {
        const body = { fiscalYear, report: 'Q1-2569', quarter: 'Q1' };
        await ledger.withstands(posting(body, path, { token: owner }), 400, 'input-invalid');
      }
    }
  });

  it('reaches nothing by the query either', async () => {
    for (const query of [
      '__proto__[isAdmin]=1',
      '__proto__=x',
      'constructor[prototype][isAdmin]=1',
      'organisation[__proto__]=x',
    ]) {
      const { status } = await ledger.leavesNothing(() =>
        ledger.ask(`reports/quarterly?fiscalYear=2569&quarter=Q1&${query}`, { token: maker }),
      );
      expect(status).toBeLessThan(500);
      expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
    }
  });
});

describe('a body that says more than is asked', () => {
  it.each([
    ['who posts', { actor: 'owner' }],
    ['in whose place', { onBehalfOf: 'owner' }],
    ['when it was stored', { recordedAt: '2020-01-01T00:00:00.000Z' }],
    ['when it was booked', { bookedAt: '2020-01-01T00:00:00.000Z' }],
    ['by which decision', { decision: { access: { revision: '0', grants: [1] } } }],
    ['under which approval', { approval: { number: 'D-1', approved: true } }],
    ['of which project', { project: 'P02' }],
    ['of which organisation', { organisation: 'other' }],
    ['which command', { type: 'allocate' }],
  ])('%s, is refused', async (_, more) => {
    await ledger.withstands(posting({ ...order, ...more }), 400, 'input-invalid');
  });

  it.each<[string, unknown]>([
    ['an object for an amount', { $gt: 0 }],
    ['a list for an amount', ['1.00', '2.00']],
    ['an amount in scientific writing', '1e9'],
    ['an amount that is no number', 'NaN'],
    ['an amount beyond counting', '9'.repeat(400)],
    ['an amount with a NUL', '1.00\u0000'],
    ['an amount in other digits', '１.００'],
    ['SQL for an amount', "1.00'); DROP TABLE events; --"],
  ])('%s, is refused', async (_, amount) => {
    await ledger.withstands(posting({ ...order, amount }), 400, 'input-invalid');
  });
});
