import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IdentityProvider } from '../../../testing/identity-provider.fixture.ts';
import { refused, signOnAt, startProvider, stopProviders } from './sign-on.fixture.ts';
import type { SignOn } from './sign-on.ts';

let provider: IdentityProvider;
let signOn: SignOn;

beforeAll(async () => {
  provider = await startProvider();
  signOn = await signOnAt(provider);
});

afterAll(stopProviders);

const signIn = async (login: string, at: SignOn = signOn, whose: IdentityProvider = provider) => {
  const { url, flow } = await at.begin(whose.redirectUri);
  return { flow, callback: await whose.signIn(url, login) };
};

describe('signing in at the identity provider', () => {
  it('tells who came back and what the groups of the person give', async () => {
    const { callback, flow } = await signIn('u-100');
    expect(await signOn.finish(callback, flow)).toEqual({
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

  it('sees a password alone as one factor, and whom no group fits as without a role', async () => {
    const chai = await signIn('u-200');
    expect(await signOn.finish(chai.callback, chai.flow)).toMatchObject({
      secondFactor: false,
      roles: [{ role: 'checker' }],
    });
    const somchai = await signIn('u-400');
    expect(await signOn.finish(somchai.callback, somchai.flow)).toMatchObject({
      wanted: 'somchai',
      secondFactor: false,
      roles: [],
    });
  });

  it('takes the word of the operator that the provider lets nobody in by a password alone', async () => {
    const assured = await signOnAt(provider, { assuresSecondFactor: true });
    const { callback, flow } = await signIn('u-200', assured);
    expect(await assured.finish(callback, flow)).toMatchObject({ secondFactor: true });
  });

  it('asks with PKCE, which the provider insists on, and with a state and a nonce of their own each time', async () => {
    const [one, other] = [await signOn.begin(provider.redirectUri), await signOn.begin(provider.redirectUri)];
    expect(one.url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(one.url.searchParams.get('code_challenge')).not.toBe(one.flow.codeVerifier);
    for (const part of ['state', 'nonce', 'codeVerifier'] as const) {
      expect(one.flow[part].length).toBeGreaterThanOrEqual(43);
      expect(one.flow[part]).not.toBe(other.flow[part]);
    }
    const without = new URL(one.url);
    without.searchParams.delete('code_challenge');
    without.searchParams.delete('code_challenge_method');
    const sentBack = await provider.signIn(without, 'u-100');
    expect(sentBack.searchParams.get('error')).toBe('invalid_request');
  });

  it('needs no secret where the ledger is registered as a public client', async () => {
    const open = await startProvider({ publicClient: true });
    const publicly = await signOnAt(open, { clientSecret: undefined });
    const { url, flow } = await publicly.begin(open.redirectUri);
    expect(await publicly.finish(await open.signIn(url, 'u-100'), flow)).toMatchObject({ wanted: 'malee' });
  });
});

describe('an answer that does not belong to the sign-in begun in this browser', () => {
  const expectRefused = async (run: Promise<unknown>, reason: RegExp) => {
    const { refusal, reason: told } = await refused(run);
    expect({ ...refusal, told }).toMatchObject({
      code: 'sign-on-refused',
      kind: 'unauthenticated',
      details: {},
      told: expect.stringMatching(reason) as unknown,
    });
    return refusal;
  };

  it('is refused when the state is another one, or none', async () => {
    const { callback, flow } = await signIn('u-100');
    await expectRefused(signOn.finish(callback, { ...flow, state: 'of-somebody-else' }), /state/);
    callback.searchParams.delete('state');
    await expectRefused(signOn.finish(callback, flow), /state/);
  });

  it('is refused when the nonce is another one', async () => {
    const { callback, flow } = await signIn('u-100');
    await expectRefused(signOn.finish(callback, { ...flow, nonce: 'of-somebody-else' }), /nonce/);
  });

  it('is refused when the code was stolen and the verifier stayed behind', async () => {
    const [victim, thief] = [await signIn('u-300'), await signOn.begin(provider.redirectUri)];
    const stolen = new URL(victim.callback);
    stolen.searchParams.set('state', thief.flow.state);
    await expectRefused(signOn.finish(stolen, thief.flow), /invalid_grant/);
  });

  it('is refused when the code was used before', async () => {
    const { callback, flow } = await signIn('u-100');
    await signOn.finish(callback, flow);
    await expectRefused(signOn.finish(callback, flow), /invalid_grant/);
  });

  it('is refused when it says to come from another issuer', async () => {
    const { callback, flow } = await signIn('u-100');
    callback.searchParams.set('iss', 'https://evil.example');
    await expectRefused(signOn.finish(callback, flow), /iss/);
  });

  it('is refused when the person said no, and repeats nothing of the address to the page', async () => {
    const { flow } = await signOn.begin(provider.redirectUri);
    const said = { error: 'access_denied', error_description: '<b>call 555</b>', state: flow.state };
    const callback = new URL(
      `${provider.redirectUri}?${String(new URLSearchParams({ ...said, iss: provider.issuer }))}`,
    );
    const refusal = await expectRefused(signOn.finish(callback, flow), /access_denied/);
    expect(JSON.stringify(refusal)).not.toMatch(/555|access_denied/);
  });

  it('is refused without a code, or with two', async () => {
    const { callback, flow } = await signIn('u-100');
    const twice = new URL(callback);
    twice.searchParams.append('code', 'another');
    await expectRefused(signOn.finish(twice, flow), /code/);
    callback.searchParams.delete('code');
    await expectRefused(signOn.finish(callback, flow), /code/);
  });

  it('is refused when the identity was not signed by a key of the provider', async () => {
    const doubtful = await startProvider();
    await doubtful.publishForeignKey();
    const at = await signOnAt(doubtful);
    const { url, flow } = await at.begin(doubtful.redirectUri);
    await expectRefused(at.finish(await doubtful.signIn(url, 'u-100'), flow), /signature/);
  });

  it('is judged by its query; a forged host changes nothing', async () => {
    const { callback, flow } = await signIn('u-100');
    const forged = new URL(callback.search, 'https://evil.example/elsewhere');
    expect(await signOn.finish(forged, flow)).toMatchObject({ wanted: 'malee' });
  });

  it('leaves no code, token or secret in the reason', async () => {
    const { callback, flow } = await signIn('u-100');
    await signOn.finish(callback, flow);
    const { reason } = await refused(signOn.finish(callback, flow));
    expect(reason).not.toContain(callback.searchParams.get('code'));
    expect(reason).not.toContain(flow.codeVerifier);
  });
});

describe('a provider that is down or wrongly set up', () => {
  it('does not keep the ledger from starting, and is asked again when it is back', async () => {
    const frail = await startProvider();
    await frail.stop();
    const late = await signOnAt(frail);
    const { refusal, reason } = await refused(late.begin(frail.redirectUri));
    expect(refusal).toMatchObject({ code: 'sign-on-unavailable', kind: 'unavailable' });
    expect(reason).toMatch(/ECONNREFUSED/);
    expect((await refused(late.bearer(await frail.signed(frail.claims())))).refusal.code).toBe(
      'sign-on-unavailable',
    );
    await frail.resume();
    const { url, flow } = await late.begin(frail.redirectUri);
    expect(await late.finish(await frail.signIn(url, 'u-100'), flow)).toMatchObject({ wanted: 'malee' });
  });

  it('that goes away between beginning and end is unavailable, not a wrong sign-in', async () => {
    const frail = await startProvider();
    const short = await signOnAt(frail);
    const { url, flow } = await short.begin(frail.redirectUri);
    const callback = await frail.signIn(url, 'u-100');
    await frail.stop();
    expect((await refused(short.finish(callback, flow))).refusal.code).toBe('sign-on-unavailable');
  });

  it('that ends the connections that it said it keeps is asked on new ones', async () => {
    const forgetful = await startProvider({ forgetful: true });
    const at = await signOnAt(forgetful);
    for (const login of ['u-100', 'u-200']) {
      const { callback, flow } = await signIn(login, at, forgetful);
      expect(await at.finish(callback, flow)).toMatchObject({ subject: login });
      await forgetful.rotateKeys();
    }
  });

  it('that fails inside is unavailable, whether it says so to the browser or to the ledger', async () => {
    const { flow } = await signOn.begin(provider.redirectUri);
    const said = { error: 'temporarily_unavailable', state: flow.state, iss: provider.issuer };
    const callback = new URL(`${provider.redirectUri}?${String(new URLSearchParams(said))}`);
    expect((await refused(signOn.finish(callback, flow))).refusal.code).toBe('sign-on-unavailable');

    const broken = {
      get name(): string {
        throw new Error('the directory of people is down');
      },
    };
    const failing = await startProvider({ users: { 'u-500': broken } });
    const at = await signOnAt(failing);
    const begun = await at.begin(failing.redirectUri);
    const end = at.finish(await failing.signIn(begun.url, 'u-500'), begun.flow);
    const { refusal, reason } = await refused(end);
    expect(reason).toMatch(/HTTP response status/);
    expect(refusal.code).toBe('sign-on-unavailable');
  });

  it('that does not answer in time is given up', async () => {
    const silent = await startProvider({ silent: true });
    const hasty = await signOnAt(silent, {}, { timeoutMs: 50 });
    expect((await refused(hasty.reach())).refusal.code).toBe('sign-on-unavailable');
  });

  it('is asked once by many who wait', async () => {
    const before = provider.asked('/.well-known/openid-configuration');
    const fresh = await signOnAt(provider);
    await Promise.all([fresh.reach(), fresh.reach(), fresh.begin(provider.redirectUri)]);
    expect(provider.asked('/.well-known/openid-configuration')).toBe(before + 1);
  });

  it.each([['guessed'], [undefined]])(
    'that does not take the secret of the ledger (%s) is a matter of the operator',
    async (clientSecret) => {
      const wrong = await signOnAt(provider, { clientSecret });
      const { callback, flow } = await signIn('u-100', wrong);
      const { refusal, reason } = await refused(wrong.finish(callback, flow));
      expect(refusal.code).toBe('sign-on-unavailable');
      expect(reason).toMatch(/invalid_client/);
      expect(reason).not.toContain('guessed');
    },
  );

  it('is not believed under another name than it gives itself', async () => {
    const renamed = await signOnAt(provider, {
      issuer: provider.issuer.replace('127.0.0.1', 'localhost'),
    });
    expect((await refused(renamed.reach())).reason).toMatch(/issuer/);
  });
});

describe('new keys of the provider', () => {
  it('sign people in without a restart of the ledger', async () => {
    const turning = await startProvider();
    const at = await signOnAt(turning);
    const before = await at.begin(turning.redirectUri);
    await at.finish(await turning.signIn(before.url, 'u-100'), before.flow);
    await turning.rotateKeys();
    const after = await at.begin(turning.redirectUri);
    expect(await at.finish(await turning.signIn(after.url, 'u-100'), after.flow)).toMatchObject({
      subject: 'u-100',
    });
  });
});
