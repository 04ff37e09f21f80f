import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { codeOf, GOOD, Office, OTHER } from './identities.fixture.ts';

let office: Office;
beforeEach(async () => {
  office = new Office();
  await office.person();
});
afterEach(() => office.close());

const people = () => office.identities.people;
const signIn = (password = GOOD) => people().check('malee', password, '192.0.2.1');
const write = (id: string, contents: object = { person: 'malee' }): void =>
  office.identities.sessions.set(id, contents, (error) => expect(error).toBeUndefined());
const read = (id: string): unknown => {
  let found: unknown;
  office.identities.sessions.get(id, (_error, session) => (found = session));
  return found;
};
const tokenOf = (subject: string): string =>
  office.identities.tokens.issue({
    name: 'cli',
    subject,
    kind: 'person',
    secondFactor: false,
    createdBy: subject,
    expiresAt: '2026-01-01T00:00:00.000Z' as Instant,
  }).token;

describe('a session that was ended', () => {
  it('is not brought back by the answer of a request that was under way', async () => {
    write('id');
    await people().changePassword('malee', GOOD, OTHER);
    write('id');
    expect(read('id')).toBeNull();
  });

  it('is not brought back by a second request after signing out', () => {
    write('id');
    office.identities.sessions.destroy('id', () => undefined);
    write('id');
    expect(read('id')).toBeNull();
  });

  it('keeps nothing of what it held', () => {
    write('id', { person: 'malee', note: 'held-by-the-session' });
    office.identities.sessions.destroy('id', () => undefined);
    office.reopen();
    expect(office.bytes()).not.toContain('held-by-the-session');
  });
});

describe('a session that is made while its account is closed', () => {
  it.each(['close', 'erase'] as const)('lets nobody in after the account is gone: %s', (end) => {
    people()[end]('malee', 'admin');
    write('id');
    expect(read('id')).toBeNull();
  });

  it('does not come to life when the account is opened again', () => {
    people().close('malee', 'admin');
    write('id');
    people().reopen('malee', 'admin');
    expect(read('id')).toBeNull();
    write('another');
    expect(read('another')).not.toBeNull();
  });
});

describe('an account that changes while its password is checked', () => {
  it('signs nobody in when it is closed meanwhile', async () => {
    const signing = codeOf(() => signIn());
    people().close('malee', 'admin');
    expect(await signing).toBe('sign-in-refused');
  });

  it('is given no second password by whoever knew the one before', async () => {
    const { code } = people().invite('malee', 'admin');
    const changing = codeOf(() => people().changePassword('malee', GOOD, 'a password of the thief'));
    const redeeming = people().redeem(code, OTHER);
    await redeeming;
    expect(await changing).toBe('sign-in-refused');
    expect((await signIn(OTHER)).name).toBe('malee');
  });

  it('is given no password by an invitation when it is closed meanwhile', async () => {
    const { code } = people().invite('malee', 'admin');
    const redeeming = codeOf(() => people().redeem(code, OTHER));
    people().close('malee', 'admin');
    expect(await redeeming).toBe('one-time-code-wrong');
    people().reopen('malee', 'admin');
    expect(await codeOf(() => people().redeem(code, OTHER))).toBe('one-time-code-wrong');
    expect((await signIn(GOOD)).name).toBe('malee');
  });

  it('is given no password by a change when it is erased meanwhile', async () => {
    const changing = codeOf(() => people().changePassword('malee', GOOD, OTHER));
    people().erase('malee', 'admin');
    expect(await changing).toBe('sign-in-refused');
    expect(office.bytes()).not.toContain('$argon2id$');
  });
});

describe('a token of somebody whose account is closed', () => {
  it('ends by the hand of whoever closed the account, and does not come back with it', () => {
    const token = tokenOf('malee');
    people().close('malee', 'admin');
    const [closed, ended] = office.identities.happenings.list({ name: 'malee', limit: 2 });
    expect([closed, ended]).toEqual([
      expect.objectContaining({ kind: 'closed', by: 'admin' }),
      expect.objectContaining({ kind: 'token-revoked', by: 'admin' }),
    ]);
    people().reopen('malee', 'admin');
    expect(office.identities.tokens.find(token)).toBeUndefined();
  });
});
