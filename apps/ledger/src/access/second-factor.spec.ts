import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Authenticator } from '../../testing/authenticator.fixture.ts';
import { Browser, listen } from '../../testing/browser.fixture.ts';
import { PASSWORD, ServedLedger } from '../../testing/served-ledger.fixture.ts';

let served: ServedLedger;
let url: string;
beforeEach(async () => {
  served = await ServedLedger.open();
  url = await listen(served);
});
afterEach(() => served.close());

/** Sets a second factor up as its person does; answers the authenticator. */
async function enrol(token: string): Promise<Authenticator> {
  const { json } = await served.must('session/second-factor', { token, body: {} });
  const authenticator = new Authenticator(String(json['secret']), served);
  await served.must('session/second-factor/confirmation', { token, body: { code: authenticator.shown } });
  return authenticator;
}

const signIn = (name: string, secondFactorCode?: string, password = PASSWORD) =>
  served.ask('session', { body: { name, password, as: 'token', secondFactorCode } });

const codeOfSignIn = async (...of: Parameters<typeof signIn>): Promise<string> => {
  const { status, json } = await signIn(...of);
  return status === 200 ? 'signed in' : String(json['code']);
};

const tokenWith = async (name: string, code: string): Promise<string> =>
  String((await signIn(name, code)).json['token']);

const demand = (role: string, secondFactor = true) =>
  served.must('access/rules', {
    token: served.admin,
    body: { rules: { roles: { [role]: { secondFactor } } } },
  });

describe('a second factor', () => {
  it('is set up by its person, and asked for at every sign-in from then on', async () => {
    const authenticator = await enrol(await served.person('malee', ['maker']));
    expect(await codeOfSignIn('malee')).toBe('second-factor-code-missing');
    const token = await tokenWith('malee', authenticator.next);
    expect((await served.must('session', { token })).json).toMatchObject({ secondFactor: true });
  });

  it('is shown as the text and the address that authenticators read, for this account of this service', async () => {
    const token = await served.person('malee');
    const { json } = await served.must('session/second-factor', { token, body: {} });
    const uri = new URL(String(json['uri']));
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(uri.pathname)).toBe('/Obligo:malee');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      secret: json['secret'],
      issuer: 'Obligo',
      digits: '6',
      period: '30',
    });
    expect(String(json['secret'])).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('does not count before it was confirmed with a code', async () => {
    const token = await served.person('malee');
    await served.must('session/second-factor', { token, body: {} });
    const wrong = { token, body: { code: '000000' } };
    expect(await served.codeOf('session/second-factor/confirmation', wrong)).toBe('sign-in-refused');
    expect(await codeOfSignIn('malee')).toBe('signed in');
  });

  it('is not confirmed before it was begun', async () => {
    const token = await served.person('malee');
    expect(
      await served.codeOf('session/second-factor/confirmation', { token, body: { code: '000000' } }),
    ).toBe('second-factor-not-begun');
  });

  it('lets nobody in by itself, without the password', async () => {
    const authenticator = await enrol(await served.person('malee'));
    expect(await codeOfSignIn('malee', authenticator.next, 'not the password')).toBe('sign-in-refused');
  });

  it('takes each code once, and refuses a wrong one without saying which was wrong', async () => {
    const authenticator = await enrol(await served.person('malee'));
    const code = authenticator.next;
    expect(await codeOfSignIn('malee', code)).toBe('signed in');
    expect(await codeOfSignIn('malee', code)).toBe('sign-in-refused');
    expect(await codeOfSignIn('malee', '123 45')).toBe('sign-in-refused');
    expect(await codeOfSignIn('malee', '')).toBe('sign-in-refused');
  });

  it('makes whoever guesses it wait, also with the right code', async () => {
    const authenticator = await enrol(await served.person('malee'));
    for (let tries = 0; tries < 6; tries += 1) await signIn('malee', '000000');
    const { status, headers, json } = await signIn('malee', authenticator.shown);
    expect([status, json['code']]).toEqual([429, 'sign-in-paused']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    served.clock.now += Number(json['retryAfterMs']);
    expect(await codeOfSignIn('malee', authenticator.next)).toBe('signed in');
  });

  it('is replaced only by whoever signed in with the old one', async () => {
    const before = await served.person('malee');
    const old = await enrol(before);
    // The token that it was set up with knew no second factor; nor does a thief of the password get further.
    expect(await served.codeOf('session/second-factor', { token: before, body: {} })).toBe(
      'second-factor-needed',
    );
    const fresh = await enrol(await tokenWith('malee', old.next));
    expect(await codeOfSignIn('malee', old.next)).toBe('sign-in-refused');
    expect(await codeOfSignIn('malee', fresh.next)).toBe('signed in');
  });

  it('stays the old one while the new one is not confirmed', async () => {
    const old = await enrol(await served.person('malee'));
    const token = await tokenWith('malee', old.next);
    const { json } = await served.must('session/second-factor', { token, body: {} });
    const fresh = new Authenticator(String(json['secret']), served);
    expect(await codeOfSignIn('malee', fresh.next)).toBe('sign-in-refused');
    expect(await codeOfSignIn('malee', old.next)).toBe('signed in');
  });

  it('lies sealed in the files', async () => {
    const token = await served.person('malee');
    const { json } = await served.must('session/second-factor', { token, body: {} });
    expect(served.files()).not.toContain(json['secret']);
  });

  it('belongs to people who have a password here, and to no service', async () => {
    const issued = await served.must('service-tokens', {
      token: served.admin,
      body: { name: 'dashboards', role: 'reader', expiresOn: '2026-01-31' },
    });
    const token = String(issued.json['token']);
    expect(await served.codeOf('session/second-factor', { token, body: {} })).toBe('not-an-account');
  });
});

describe('a role that takes a second factor', () => {
  it('leaves whoever has it only the own account until it is set up', async () => {
    const browser = new Browser(url);
    await served.person('malee', ['maker']);
    await browser.signIn('malee');
    expect(await browser.codeOf('organisations')).toBe('answered');
    await demand('maker');
    for (const path of ['organisations', 'reports/status?fiscalYear=2569', 'journal'])
      expect(await browser.codeOf(path)).toBe('second-factor-needed');
    expect(await browser.codeOf('budget-accounts', { body: {} })).toBe('second-factor-needed');
    expect((await browser.must('session')).json).toMatchObject({
      secondFactor: false,
      secondFactorNeeded: true,
    });
    const { json } = await browser.must('session/second-factor', { body: {} });
    const authenticator = new Authenticator(String(json['secret']), served);
    const before = browser.cookie.value;
    await browser.must('session/second-factor/confirmation', { body: { code: authenticator.shown } });
    // Whoever may do more gets a session of a new id.
    expect(browser.cookie.value).not.toBe(before);
    const { json: now } = await browser.must('session');
    expect(now).toMatchObject({ secondFactor: true, secondFactorNeeded: false });
    expect(await browser.codeOf('organisations')).toBe('answered');
  });

  it('keeps a token out that was given before, and lets one in that was given for a code', async () => {
    const old = await served.person('malee', ['maker']);
    await demand('maker');
    const authenticator = await enrol(old);
    expect(await served.codeOf('organisations', { token: old })).toBe('second-factor-needed');
    const token = await tokenWith('malee', authenticator.next);
    expect(await served.codeOf('organisations', { token })).toBe('answered 200');
  });

  it('can be the administrator’s, who then does nothing before, but is not locked out', async () => {
    await demand('administrator');
    expect(await served.codeOf('people', { token: served.admin })).toBe('second-factor-needed');
    const roles = { rules: { roles: { administrator: { secondFactor: false } } } };
    expect(await served.codeOf('access/rules', { token: served.admin, body: roles })).toBe(
      'second-factor-needed',
    );
    const authenticator = await enrol(served.admin);
    const token = await tokenWith('admin', authenticator.next);
    expect(await served.codeOf('people', { token })).toBe('answered 200');
  });

  it('asks nobody who has another role, and nobody any more when the table is set back', async () => {
    const reader = await served.person('anong', ['reader']);
    const maker = await served.person('malee', ['maker']);
    await demand('maker');
    expect(await served.codeOf('organisations', { token: reader })).toBe('answered 200');
    expect(await served.codeOf('organisations', { token: maker })).toBe('second-factor-needed');
    await demand('maker', false);
    expect(await served.codeOf('organisations', { token: maker })).toBe('answered 200');
  });

  it('asks for it as long as the grant is in force, and not before', async () => {
    await demand('checker');
    const token = await served.person('chai', ['reader'], ['checker', { first: '2025-12-06' }]);
    expect(await served.codeOf('organisations', { token })).toBe('answered 200');
    served.clock.now += 86_400_000;
    const later = await served.signIn('chai');
    expect(await served.codeOf('organisations', { token: later })).toBe('second-factor-needed');
  });
});

describe('a lost authenticator', () => {
  it('is taken from its person by an administrator; what was open with it ends', async () => {
    const authenticator = await enrol(await served.person('malee', ['maker']));
    const found = await tokenWith('malee', authenticator.next);
    const browser = new Browser(url);
    await browser.signIn('malee', { code: authenticator.next });
    expect(await browser.codeOf('session')).toBe('answered');
    const removal = { token: served.admin, body: {} };
    const answer = await served.must('people/MALEE/second-factor/removals', removal);
    expect(answer.json).toMatchObject({ name: 'malee', secondFactor: false });
    expect(await served.codeOf('session', { token: found })).toBe('token-refused');
    expect(await browser.codeOf('session')).toBe('not-signed-in');
    expect(await codeOfSignIn('malee')).toBe('signed in');
  });

  it('leaves its person nothing but the own account where the role takes one', async () => {
    const authenticator = await enrol(await served.person('malee', ['maker']));
    await demand('maker');
    expect(await codeOfSignIn('malee', authenticator.next)).toBe('signed in');
    await served.must('people/malee/second-factor/removals', { token: served.admin, body: {} });
    const token = await served.signIn('malee');
    expect(await served.codeOf('organisations', { token })).toBe('second-factor-needed');
    await enrol(token);
  });

  it('stands among the happenings, with whoever took it', async () => {
    await enrol(await served.person('malee'));
    await served.must('people/malee/second-factor/removals', { token: served.admin, body: {} });
    const { json } = await served.must('access/happenings?name=malee', { token: served.admin });
    const kinds = (json['rows'] as { kind: string; by: string }[]).map(({ kind, by }) => [kind, by]);
    expect(kinds).toContainEqual(['second-factor-set', 'malee']);
    expect(kinds).toContainEqual(['second-factor-removed', 'admin']);
  });

  it('is taken by nobody else, not even from himself', async () => {
    const token = await served.person('malee', ['maker']);
    await enrol(token);
    expect(await served.codeOf('people/malee/second-factor/removals', { token, body: {} })).toBe(
      'role-missing',
    );
    expect(
      await served.codeOf('people/nobody-known/second-factor/removals', { token: served.admin, body: {} }),
    ).toBe('person-unknown');
  });
});
