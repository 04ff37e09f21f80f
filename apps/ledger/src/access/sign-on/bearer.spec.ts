import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AUDIENCE,
  type IdentityProvider,
  LEDGER_CLIENT,
} from '../../../testing/identity-provider.fixture.ts';
import { refused, signOnAt, startProvider, stopProviders } from './sign-on.fixture.ts';
import type { SignOn } from './sign-on.ts';

let provider: IdentityProvider;
let signOn: SignOn;

beforeAll(async () => {
  provider = await startProvider();
  signOn = await signOnAt(provider);
});

afterAll(stopProviders);

const seconds = (fromNow: number) => Math.floor(Date.now() / 1_000) + fromNow;

describe('an access token of the identity provider', () => {
  it('lets a program in for the person it works for', async () => {
    expect(await signOn.bearer(await provider.accessToken({ login: 'u-100' }))).toEqual({
      issuer: provider.issuer,
      subject: 'u-100',
      wanted: 'malee',
      displayName: 'Malee Sukjai',
      kind: 'person',
      secondFactor: true,
      roles: [{ role: 'maker', limits: { projects: ['P01'], upTo: '500000.00' } }],
      issuedAt: expect.any(Number) as unknown,
    });
  });

  it('lets a program in by its own name, as a service without a second factor whatever the provider assures', async () => {
    const assured = await signOnAt(provider, { assuresSecondFactor: true });
    expect(await assured.bearer(await provider.accessToken())).toMatchObject({
      subject: 'reports',
      kind: 'service',
      secondFactor: false,
      roles: [{ role: 'reader' }],
    });
  });

  it('is taken under the types that providers write', async () => {
    for (const typ of ['at+jwt', 'application/at+jwt', 'JWT']) {
      const token = await provider.signed(provider.claims(), { typ });
      expect(await signOn.bearer(token)).toMatchObject({ subject: 'u-100' });
    }
  });

  it('is taken among several audiences', async () => {
    const token = await provider.signed(provider.claims({ aud: ['https://other.example', AUDIENCE] }));
    expect(await signOn.bearer(token)).toMatchObject({ subject: 'u-100' });
  });
});

type Attack = readonly [what: string, token: () => string | Promise<string>, reason: RegExp];

const attacks: readonly Attack[] = [
  ['has no signature', () => provider.forged.unsigned(provider.claims()), /algorithm/],
  ['has no signature, spelt nOnE', () => provider.forged.unsignedAs('nOnE', provider.claims()), /algorithm/],
  ['says RS256 and has no signature', () => provider.forged.unsignedAs('RS256', provider.claims()), /./],
  [
    'is signed by the public key as a secret',
    () => provider.forged.byPublicKey(provider.claims()),
    /algorithm/,
  ],
  ['is signed by a foreign key', () => provider.forged.byStranger(provider.claims()), /signature/],
  ['brings the key that signed it', () => provider.forged.withOwnKey(provider.claims()), /key/],
  [
    'was altered after signing',
    () => provider.forged.altered(provider.claims({ groups: ['auditors'] })),
    /signature/,
  ],
  ['is of another issuer', () => provider.signed(provider.claims({ iss: 'https://evil.example' })), /issuer/],
  ['names no issuer', () => provider.signed(provider.claims({ iss: undefined })), /issuer/],
  [
    'is of an issuer that is this one but for a slash',
    () => provider.signed(provider.claims({ iss: `${provider.issuer}/` })),
    /iss/,
  ],
  ['is for another audience', () => provider.accessToken({ audience: 'https://other.example' }), /aud/],
  ['is for nobody', () => provider.signed(provider.claims({ aud: undefined })), /aud/],
  ['is expired', () => provider.signed(provider.claims({ exp: seconds(-31) })), /exp/],
  ['never expires', () => provider.signed(provider.claims({ exp: undefined })), /exp/],
  ['is not valid yet', () => provider.signed(provider.claims({ nbf: seconds(60) })), /nbf/],
  ['names no subject', () => provider.signed(provider.claims({ sub: undefined })), /sub/],
  ['names an empty subject', () => provider.signed(provider.claims({ sub: '' })), /subject/],
  ['is an ID token', () => provider.idToken('u-100'), /./],
  [
    'is an ID token for the audience of the ledger',
    () => provider.signed(provider.claims({ nonce: 'n' }), { typ: 'JWT' }),
    /nonce/,
  ],
  ['is a logout token', () => provider.signed(provider.claims(), { typ: 'logout+jwt' }), /type/],
  ['says no type', () => provider.signed(provider.claims(), { typ: undefined }), /type/],
  [
    'is bound to a key that its holder must prove',
    () => provider.signed(provider.claims({ cnf: { jkt: 'thumb' } })),
    /bound/,
  ],
  [
    'makes a demand that the ledger does not know',
    () => provider.signed(provider.claims(), { crit: ['urn:demand'], 'urn:demand': 1 }),
    /./,
  ],
  ['is no JWT', () => 'rubbish', /no JWT/],
  ['is empty', () => '', /no JWT/],
  ['is five parts long', () => 'a.b.c.d.e', /no JWT/],
];

describe('a bearer token is refused that', () => {
  it.each(attacks)('%s', async (_, token, reason) => {
    const jwt = await token();
    const { refusal, reason: told } = await refused(signOn.bearer(jwt));
    expect(refusal).toEqual({
      refused: true,
      code: 'token-refused',
      kind: 'unauthenticated',
      message:
        'The access token is not accepted; expected a valid one that the identity provider issued for this ledger.',
      details: {},
    });
    expect(told).toMatch(reason);
    for (const part of jwt.split('.').filter(({ length }) => length > 5)) expect(told).not.toContain(part);
  });

  it('comes to a ledger that is no audience of any', async () => {
    const closed = await signOnAt(provider, { audience: undefined });
    expect((await refused(closed.bearer(await provider.accessToken({ login: 'u-100' })))).reason).toMatch(
      /no audience/,
    );
  });

  it('is an ID token for the ledger itself, from its own sign-in', async () => {
    const own = await provider.signed(provider.claims({ aud: LEDGER_CLIENT.id, nonce: 'n' }), { typ: 'JWT' });
    expect((await refused(signOn.bearer(own))).refusal.code).toBe('token-refused');
  });
});

describe('the keys of the provider', () => {
  it('may change while the ledger runs: the new one counts at once, the old one no more', async () => {
    const turning = await startProvider();
    const at = await signOnAt(turning);
    const old = await turning.accessToken({ login: 'u-100' });
    await at.bearer(old);
    await turning.rotateKeys();
    expect(await at.bearer(await turning.accessToken({ login: 'u-100' }))).toMatchObject({
      subject: 'u-100',
    });
    expect((await refused(at.bearer(old))).reason).toMatch(/key/);
  });

  it('are fetched once for many tokens, and not again for each that names a key that there is not', async () => {
    const calm = await signOnAt(provider, {}, {});
    const before = provider.asked('/jwks');
    const good = await provider.accessToken({ login: 'u-100' });
    await Promise.all(Array.from({ length: 10 }, () => calm.bearer(good)));
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const unknown = await provider.signed(provider.claims(), { kid: `unknown-${attempt}` });
      expect((await refused(calm.bearer(unknown))).refusal.code).toBe('token-refused');
    }
    expect(provider.asked('/jwks')).toBe(before + 1);
  });

  it('are not asked for by rubbish', async () => {
    const fresh = await signOnAt(provider);
    const before = provider.asked('/.well-known/openid-configuration');
    await refused(fresh.bearer('rubbish'));
    await refused(fresh.bearer(provider.forged.unsigned(provider.claims())));
    await refused(fresh.bearer(await provider.forged.byPublicKey(provider.claims())));
    await refused(fresh.bearer(await provider.signed(provider.claims({ iss: 'https://evil.example' }))));
    expect(provider.asked('/.well-known/openid-configuration')).toBe(before);
  });

  it('that were fetched go on counting while the provider is away', async () => {
    const frail = await startProvider();
    const at = await signOnAt(frail);
    const token = await frail.accessToken({ login: 'u-100' });
    await at.bearer(token);
    await frail.stop();
    expect(await at.bearer(token)).toMatchObject({ subject: 'u-100' });
  });
});
