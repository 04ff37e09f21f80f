import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rolesFile } from '../../apps/ledger/src/access/sign-on/sign-on.fixture.ts';
import {
  AUDIENCE,
  IdentityProvider,
  LEDGER_CLIENT,
} from '../../apps/ledger/testing/identity-provider.fixture.ts';
import { type Attempt, AttackedLedger, LINE } from './attacked-ledger.fixture.ts';

const DAY = 24 * 3_600_000;

const order = {
  path: 'budget-accounts/2569/P01/commitments',
  body: { commitment: 'PO-1', line: LINE, amount: '1.00', effectiveOn: '2025-11-01' },
};

let provider: IdentityProvider;
let stranger: IdentityProvider;
let ledger: AttackedLedger;
let retired: string;

beforeAll(async () => {
  provider = await IdentityProvider.start();
  retired = await provider.signed(good());
  await provider.rotateKeys();
  stranger = await IdentityProvider.start();
  ledger = await AttackedLedger.open({
    settings: {
      publicUrl: 'http://127.0.0.1:8080',
      signOn: {
        issuer: provider.issuer,
        clientId: LEDGER_CLIENT.id,
        clientSecret: LEDGER_CLIENT.secret,
        audience: AUDIENCE,
        rolesFile: rolesFile(),
      },
    },
  });
  await ledger.project(await ledger.person('owner', ['budget-owner']), 'P01');
});
afterAll(async () => {
  await ledger.close();
  await provider.stop();
  await stranger.stop();
});

const soon = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;
const good = (changed: Record<string, unknown> = {}) => provider.claims(changed);
const bearer = (token: string): Attempt => ({ token });

/** Tokens of the kind that an identity provider gives, none of them one that it gave for this ledger and this moment. */
const FALSE: readonly (readonly [what: string, token: () => Promise<string> | string])[] = [
  ['alg none', () => provider.forged.unsigned(good())],
  ['alg nOnE', () => provider.forged.unsignedAs('nOnE', good())],
  ['alg RS256 and no signature', () => provider.forged.unsignedAs('RS256', good())],
  ['no alg', () => provider.forged.unsignedAs('', good())],
  ['the public key taken for a shared secret', () => provider.forged.byPublicKey(good())],
  ['a key of somebody else under the right name', () => provider.forged.byStranger(good())],
  ['a key that the provider uses no more', () => retired],
  ['its own key in its header', () => provider.forged.withOwnKey(good())],
  ['an address of keys in its header', () => stranger.signed(good(), { jku: `${stranger.issuer}/jwks` })],
  ['a name of a key that is a path', () => provider.signed(good(), { kid: '../../../../dev/null' })],
  ['a name of a key that is SQL', () => provider.signed(good(), { kid: "' UNION SELECT 'x' --" })],
  ['claims that were changed after signing', () => provider.forged.altered(good({ groups: ['auditors'] }))],
  ['another provider', () => stranger.accessToken({ login: 'u-100' })],
  ['another provider that names the right one', () => stranger.signed(good())],
  ['another audience', () => provider.accessToken({ login: 'u-100', audience: 'https://other.example' })],
  ['the client as its audience', () => provider.signed(good({ aud: LEDGER_CLIENT.id }))],
  [
    'an audience that begins like the ledger',
    () => provider.signed(good({ aud: `${AUDIENCE}.evil.example` })),
  ],
  ['no audience', () => provider.signed(good({ aud: undefined }))],
  ['a life that ended a minute ago', () => provider.signed(good({ exp: soon(-60) }))],
  ['a life without end', () => provider.signed(good({ exp: undefined }))],
  ['an end that is text', () => provider.signed(good({ exp: String(soon(300)) }))],
  ['a life that has not begun', () => provider.signed(good({ nbf: soon(120) }))],
  ['the purpose of an ID token', () => provider.idToken('u-100')],
  ['no subject', () => provider.signed(good({ sub: undefined }))],
  ['a list for a subject', () => provider.signed(good({ sub: ['u-100'] }))],
];

describe('a token that the identity provider did not give for this ledger lets nobody in', () => {
  it.each(FALSE)('with %s', async (_, token) => {
    const jwt = await token();
    for (const attempt of [
      () => ledger.ask('session', bearer(jwt)),
      () => ledger.ask(order.path, { token: jwt, body: order.body }),
    ]) {
      const { text } = await ledger.withstands(attempt, 401, 'token-refused');
      for (const part of jwt.split('.').filter(({ length }) => length > 5)) expect(text).not.toContain(part);
      // Which of the checks failed would tell the next attempt what to change.
      expect(JSON.parse(text)).toMatchObject({
        detail:
          'The access token is not accepted; expected a valid one that the identity provider issued for this ledger.',
      });
    }
  });
});

describe('a good token', () => {
  it('of a provider lets its person in, so that the refusals above are of the attack', async () => {
    const malee = await provider.accessToken({ login: 'u-100' });
    expect((await ledger.ask(order.path, { token: malee, body: order.body })).status).toBe(201);
  });

  it('from before the provider took a role away does not bring it back', async () => {
    const before = await provider.signed(
      good({ sub: 'u-900', preferred_username: 'prasit', iat: soon(-60) }),
    );
    const after = { sub: 'u-900', preferred_username: 'prasit', iat: soon(-1), groups: [] };
    expect(await grants(before)).toEqual(['maker']);
    expect(await grants(await provider.signed(good(after)))).toEqual([]);
    const body = { ...order.body, commitment: 'PO-2' };
    await ledger.withstands(() => ledger.ask(order.path, { token: before, body }), 403, 'role-missing');
    expect(await grants(before)).toEqual([]);
  });

  it('of somebody whose account is closed lets nobody in', async () => {
    const chai = await provider.accessToken({ login: 'u-200' });
    expect(await grants(chai)).toEqual(['checker']);
    await ledger.served.must('people/chai/closings', { token: ledger.served.admin, body: {} });
    await ledger.withstands(() => ledger.ask('session', bearer(chai)), 401, 'token-refused');
  });

  it('that a program got in its own name records nothing, whatever it claims', async () => {
    const claims = good({ sub: 'reports', client_id: 'reports', preferred_username: 'reports' });
    const token = await provider.signed(claims);
    expect(await grants(token)).toEqual(['maker']);
    await ledger.withstands(() => ledger.ask(order.path, { token, body: order.body }), 403, 'role-missing');
  });

  const grants = async (token: string): Promise<string[]> => {
    const { roles } = JSON.parse((await ledger.ask('session', bearer(token))).text) as {
      roles: { role: string }[];
    };
    return roles.map(({ role }) => role);
  };
});

describe('a token of the ledger itself', () => {
  it.each<[string, (token: string) => string]>([
    ['made up', () => `obligo_${'A'.repeat(43)}`],
    ['with another last letter', (token) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['cut short', (token) => token.slice(0, -1)],
    ['with a letter more', (token) => `${token}A`],
    ['in capitals', (token) => token.toUpperCase()],
    ['without its beginning', (token) => token.slice('obligo_'.length)],
    ['that is SQL', () => "obligo_'OR'1'='1"],
    ['of eight thousand letters', () => `obligo_${'A'.repeat(8_000)}`],
  ])('%s lets nobody in', async (_, forge) => {
    const token = forge(ledger.served.admin);
    await ledger.withstands(() => ledger.ask('people', bearer(token)), 401, 'token-refused');
  });

  it('longer than headers may be is not even read', async () => {
    const token = `obligo_${'A'.repeat(20_000)}`;
    await ledger.withstands(() => ledger.ask('people', bearer(token)), 431, 'request-malformed');
  });

  it('lets nobody in where a token does not belong: in the address, in a body, in another header', async () => {
    const token = ledger.served.admin;
    const elsewhere: [string, Attempt][] = [
      [`people?access_token=${token}`, {}],
      [`people?token=${token}`, {}],
      ['people', { body: { name: 'x', access_token: token } }],
      ['people', { headers: { 'x-authorization': `Bearer ${token}` } }],
      ['people', { headers: { 'proxy-authorization': `Bearer ${token}` } }],
      ['people', { headers: { cookie: `obligo=${token}` } }],
    ];
    for (const [path, attempt] of elsewhere) {
      await ledger.withstands(() => ledger.ask(path, attempt), 401, 'not-signed-in');
    }
  });

  it('lets nobody in beside another one', async () => {
    const { admin } = ledger.served;
    for (const authorization of [
      `Basic YTpi, Bearer ${admin}`,
      `Bearer ${admin}, Bearer ${admin}`,
      `Bearer  ${admin}`,
    ]) {
      const attempt = { headers: { authorization } };
      await ledger.withstands(() => ledger.ask('people', attempt), 401, 'token-refused');
    }
    // Twice the same header: the first counts for HTTP; a proxy may have read the other.
    const said = await ledger.leavesNothing(() =>
      ledger.talk(
        `GET /api/v1/people HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer obligo_false\r\nauthorization: Bearer ${admin}\r\n\r\n`,
      ),
    );
    expect(said).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('of another ledger lets nobody in', async () => {
    const other = await AttackedLedger.open();
    try {
      await ledger.withstands(() => ledger.ask('people', bearer(other.served.admin)), 401, 'token-refused');
    } finally {
      await other.close();
    }
  });

  it('of a service records nothing and administers nothing', async () => {
    const token = await ledger.service('dashboards', 'reader');
    const reads = await ledger.ask('reports/quarterly?fiscalYear=2569&quarter=Q1', bearer(token));
    expect(reads.status).toBe(200);
    for (const [path, body] of [
      [order.path, order.body],
      ['people', { name: 'mole' }],
      ['access/grants', { subject: 'service:dashboards', role: 'maker' }],
      ['service-tokens', { name: 'second', role: 'reader', expiresOn: '2026-12-31' }],
      ['approvals/D-1/approvals', { effectiveOn: '2025-11-01' }],
    ] as const) {
      await ledger.withstands(() => ledger.ask(path, { token, body }), 403, 'role-missing');
    }
    for (const role of ['maker', 'checker', 'budget-owner', 'administrator']) {
      const body = { subject: 'service:dashboards', role };
      const granting = () => ledger.ask('access/grants', { token: ledger.served.admin, body });
      await ledger.withstands(granting, 422, 'service-only-reads');
    }
  });

  it('lets nobody in once it was revoked, its person left, or its day is over', async () => {
    const service = await ledger.service('nightly', 'reader');
    const leaver = await ledger.person('somsri', ['maker']);
    const lasting = await ledger.person('wipa', ['maker']);
    await ledger.served.must('service-tokens/nightly/revocations', { token: ledger.served.admin, body: {} });
    await ledger.served.must('people/somsri/closings', { token: ledger.served.admin, body: {} });
    for (const token of [service, leaver]) {
      await ledger.withstands(() => ledger.ask('session', bearer(token)), 401, 'token-refused');
    }
    expect((await ledger.ask('session', bearer(lasting))).status).toBe(200);
    ledger.served.clock.now += DAY;
    await ledger.withstands(() => ledger.ask('session', bearer(lasting)), 401, 'token-refused');
  });
});
