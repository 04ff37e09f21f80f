import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DATABASES } from '#database/testing';
import { isSubject } from '#access';
import { codeOf, GOOD, Office, OTHER, readSession, refusalOf, writeSession } from './identities.fixture.ts';

describe.each(DATABASES)('in %s:', (_name, kind) => {
  const office = new Office(kind);
  beforeEach(() => office.begin());
  afterEach(() => office.end());

  const people = () => office.identities.people;
  const signIn = (password = GOOD, name = 'malee') => people().check(name, password, '192.0.2.1');

  describe('an account', () => {
    it('has no password until its person chooses one with the invitation', async () => {
      await people().open({ name: 'malee', by: 'admin' });
      expect(await codeOf(() => signIn())).toBe('sign-in-refused');
      const { code } = await people().invite('malee', 'admin');
      await people().redeem(code, GOOD);
      expect((await signIn()).name).toBe('malee');
    });

    it('is one, however its name is written', async () => {
      await people().open({ name: 'Malee', by: 'admin' });
      expect(await codeOf(() => people().open({ name: 'malee', by: 'admin' }))).toBe('name-taken');
      expect((await people().get('MALEE'))?.name).toBe('Malee');
    });

    it.each(['malee@etda.or.th', 'a b', '', '-x', 'x'.repeat(33), 'a\nb', 'service:x'])(
      'is not called %j',
      async (name) => {
        expect(await codeOf(() => people().open({ name, by: 'admin' }))).toBe('name-malformed');
      },
    );

    it.each([
      ['letters of two scripts that look alike', 'm\u0430lee'],
      ['Greek among Latin', 'male\u03b5'],
      ['a sign that nobody sees', 'malee\u034f'],
      ['a choice of form that nobody sees', 'malee\ufe0f'],
      ['a letter that nobody sees', 'malee\u3164'],
    ])('is not called like another, with %s', async (_, name) => {
      expect(await codeOf(() => people().open({ name, by: 'admin' }))).toBe('name-malformed');
    });

    it.each(['มาลี', 'มาลี.s', 'малика', 'μαρία', '田中さくら', 'José'])('may be called %s', async (name) => {
      expect((await people().open({ name, by: 'admin' })).name).toBe(name);
    });

    it('that is closed signs nobody in, ends its sessions and tokens, and can be opened again', async () => {
      await office.person();
      const { tokens } = office.identities;
      const { token } = await tokens.issue({
        name: 'cli',
        subject: 'malee',
        kind: 'person',
        secondFactor: false,
        createdBy: 'malee',
        expiresAt: '2026-01-01T00:00:00.000Z' as never,
      });
      await writeSession(office.identities, 'id');
      await people().close('malee', 'admin');
      expect(await codeOf(() => signIn())).toBe('sign-in-refused');
      expect(await tokens.find(token)).toBeUndefined();
      expect(await readSession(office.identities, 'id')).toBeNull();
      await people().reopen('malee', 'admin');
      expect((await signIn()).name).toBe('malee');
    });

    it('that is erased leaves nothing personal in the file, and its name is never given again', async () => {
      await office.person();
      await signIn();
      await office.identities.happenings.tell('signed-in', 'malee', 'malee', '192.0.2.99');
      expect(await office.bytes()).toContain('Malee Jaidee');
      await people().erase('malee', 'admin');
      const left = await office.bytes();
      for (const personal of ['Malee Jaidee', 'malee@example.org', '192.0.2.99', '$argon2id$'])
        expect(left).not.toContain(personal);
      expect(left).toContain('malee');
      expect(await codeOf(() => people().open({ name: 'malee', by: 'admin' }))).toBe('name-taken');
      expect(await codeOf(() => people().reopen('malee', 'admin'))).toBe('account-erased');
    });
  });

  describe('a name', () => {
    it.each([
      'set-up',
      'sign-on',
      'local',
      'operator',
      'Nobody',
      'ledger',
      'malee',
      'มาลี',
      'a@b',
      'service:x',
    ])('%s is that of an account when roles can be given to it', async (name) => {
      const isOpened = await codeOf(() => people().open({ name, by: 'admin' })).catch(() => 'opened');
      expect(isOpened).toBe(isSubject(name) && !name.includes(':') ? 'opened' : 'name-malformed');
    });
  });

  describe('a one-time code', () => {
    it('counts once', async () => {
      await people().open({ name: 'malee', by: 'admin' });
      const { code } = await people().invite('malee', 'admin');
      await people().redeem(code, GOOD);
      expect(await codeOf(() => people().redeem(code, OTHER))).toBe('one-time-code-wrong');
      expect((await signIn()).name).toBe('malee');
    });

    it('counts once, also when it is used twice at the same moment', async () => {
      await people().open({ name: 'malee', by: 'admin' });
      const { code } = await people().invite('malee', 'admin');
      const both = await Promise.allSettled([people().redeem(code, GOOD), people().redeem(code, OTHER)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('ends with the next one, and after three days', async () => {
      await people().open({ name: 'malee', by: 'admin' });
      const first = (await people().invite('malee', 'admin')).code;
      const second = (await people().invite('malee', 'admin')).code;
      expect(await codeOf(() => people().redeem(first, GOOD))).toBe('one-time-code-wrong');
      office.wait(72 * 3_600_000);
      expect(await codeOf(() => people().redeem(second, GOOD))).toBe('one-time-code-wrong');
    });

    it('is not used up by a password that is too weak', async () => {
      await people().open({ name: 'malee', by: 'admin' });
      const { code } = await people().invite('malee', 'admin');
      expect(await codeOf(() => people().redeem(code, 'short'))).toBe('password-too-weak');
      await people().redeem(code, GOOD);
    });

    it('stands nowhere in the file', async () => {
      await people().open({ name: 'malee', by: 'admin' });
      const { code } = await people().invite('malee', 'admin');
      expect(await office.bytes()).not.toContain(code);
    });
  });

  describe('the set-up of a ledger', () => {
    it('opens the first account with its code, once', async () => {
      const { setUp } = office.identities;
      const { code } = await setUp.issue();
      expect((await setUp.redeem(code, { name: 'admin', password: GOOD })).name).toBe('admin');
      expect((await signIn(GOOD, 'admin')).name).toBe('admin');
      expect(await codeOf(() => setUp.redeem(code, { name: 'second', password: GOOD }))).toBe(
        'one-time-code-wrong',
      );
      expect(await people().get('second')).toBeUndefined();
    });

    it('does not use its code up for a name that is taken, and opens nothing for whoever comes second', async () => {
      const { setUp } = office.identities;
      await people().open({ name: 'malee', by: 'admin' });
      const { code } = await setUp.issue();
      expect(await codeOf(() => setUp.redeem(code, { name: 'Malee', password: GOOD }))).toBe('name-taken');
      const both = await Promise.allSettled(
        ['first', 'second'].map((name) => setUp.redeem(code, { name, password: GOOD })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await people().list()).toHaveLength(2);
    });

    it('takes no code of an invitation, no old code, and none after a day', async () => {
      const { setUp } = office.identities;
      await people().open({ name: 'malee', by: 'admin' });
      const invitation = (await people().invite('malee', 'admin')).code;
      const old = (await setUp.issue()).code;
      const late = (await setUp.issue()).code;
      for (const code of [invitation, old, '']) {
        expect(await codeOf(() => setUp.redeem(code, { name: 'admin', password: GOOD }))).toBe(
          'one-time-code-wrong',
        );
      }
      office.wait(24 * 3_600_000);
      expect(await codeOf(() => setUp.redeem(late, { name: 'admin', password: GOOD }))).toBe(
        'one-time-code-wrong',
      );
    });
  });

  describe('a password', () => {
    it.each([
      ['too short', 'elevenchars'],
      ['too long', 'ab'.repeat(129)],
      ['too plain', 'abababababababab'],
      ['the name of the account and little more', 'maleemalee12'],
    ])('is refused when it is %s', async (_what, password) => {
      await people().open({ name: 'malee', by: 'admin' });
      const { code } = await people().invite('malee', 'admin');
      const refused = await refusalOf(() => people().redeem(code, password));
      expect(refused.code).toBe('password-too-weak');
      expect(JSON.stringify(refused)).not.toContain(password);
    });

    it('may be a sentence in Thai, and is the same in every way of typing it', async () => {
      await people().open({ name: 'malee', by: 'admin' });
      await people().redeem((await people().invite('malee', 'admin')).code, 'น้ำพึ่งเรือ เสือพึ่งป่า');
      expect((await signIn('น้ำพึ่งเรือ เสือพึ่งป่า'.normalize('NFD'))).name).toBe('malee');
    });

    it('is changed by whoever knows the old one; sessions and tokens end', async () => {
      await office.person();
      const { tokens } = office.identities;
      const { token } = await tokens.issue({
        name: 'cli',
        subject: 'malee',
        kind: 'person',
        secondFactor: false,
        createdBy: 'malee',
        expiresAt: '2026-01-01T00:00:00.000Z' as never,
      });
      expect(await codeOf(() => people().changePassword('malee', OTHER, OTHER))).toBe('sign-in-refused');
      await people().changePassword('malee', GOOD, OTHER);
      expect(await tokens.find(token)).toBeUndefined();
      expect(await codeOf(() => signIn(GOOD))).toBe('sign-in-refused');
      expect((await signIn(OTHER)).name).toBe('malee');
    });
  });

  describe('whoever tries names and passwords', () => {
    it('is told the same of a wrong password, an unknown name, a closed account and one without a password', async () => {
      await office.person();
      await office.person('gone');
      await people().close('gone', 'admin');
      await people().open({ name: 'new', by: 'admin' });
      const answers = [
        await refusalOf(() => signIn('wrong password here')),
        await refusalOf(() => signIn(GOOD, 'nobody-here')),
        await refusalOf(() => signIn(GOOD, 'gone')),
        await refusalOf(() => signIn(GOOD, 'new')),
      ];
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    });

    it('waits after five wrong ones, twice as long each time, for unknown names alike', async () => {
      await office.person();
      for (const name of ['malee', 'nobody-here']) {
        for (let attempt = 0; attempt < 5; attempt++)
          expect(await codeOf(() => signIn('wrong password here', name))).toBe('sign-in-refused');
        const waits: unknown[] = [];
        for (let attempt = 0; attempt < 4; attempt++) {
          const refused = await refusalOf(() => signIn('wrong password here', name));
          expect(refused.code).toBe('sign-in-paused');
          const { retryAfterMs } = refused.details as { retryAfterMs: number };
          waits.push(retryAfterMs);
          office.wait(retryAfterMs);
          expect(await codeOf(() => signIn('wrong password here', name))).toBe('sign-in-refused');
        }
        expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
      }
    });

    it('never waits longer than a quarter of an hour', async () => {
      await office.person();
      for (let attempt = 0; attempt < 5 + 12; attempt++) {
        await codeOf(() => signIn('wrong password here'));
        office.wait(900_000);
      }
      await codeOf(() => signIn('wrong password here'));
      expect((await refusalOf(() => signIn(GOOD))).details).toEqual({ retryAfterMs: 900_000 });
    });

    it('still waits after the service was started again', async () => {
      await office.person();
      for (let attempt = 0; attempt < 5; attempt++) await codeOf(() => signIn('wrong password here'));
      await office.reopen();
      expect(await codeOf(() => signIn())).toBe('sign-in-paused');
    });

    it('tries no more than five at the same moment', async () => {
      await office.person();
      const tries = Array.from({ length: 40 }, () => codeOf(() => signIn('wrong password here')));
      const codes = await Promise.all(tries);
      expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5);
      expect(codes.filter((code) => code === 'sign-in-paused')).toHaveLength(35);
    });

    it('is let in at once with the right one, and what was wrong before is forgotten', async () => {
      await office.person();
      for (let attempt = 0; attempt < 4; attempt++) await codeOf(() => signIn('wrong password here'));
      await signIn();
      for (let attempt = 0; attempt < 4; attempt++)
        expect(await codeOf(() => signIn('wrong password here'))).toBe('sign-in-refused');
      await signIn();
    });
  });

  describe('an identity of a provider', () => {
    const provider = 'https://connect.example';

    it('finds its account again, whatever it is called by then', async () => {
      const first = await people().linked({ issuer: provider, subject: '1', wanted: 'somsri' });
      const again = await people().linked({ issuer: provider, subject: '1', wanted: 'renamed' });
      expect(again.name).toBe(first.name);
    });

    it('does not come back under another name when its account was erased, and the file does not tell who it was', async () => {
      const identity = { issuer: provider, subject: 'malee.j@example.org', wanted: 'malee' };
      await people().linked({ ...identity, displayName: 'Malee Jaidee' });
      await people().erase('malee', 'admin');
      expect(await people().linked(identity)).toMatchObject({ name: 'malee', closed: true, erased: true });
      expect(await office.bytes()).not.toContain('malee.j@example.org');
    });

    it('never gets the account of another who is called the same', async () => {
      await office.person('somsri');
      const linked = await people().linked({ issuer: provider, subject: '2', wanted: 'somsri' });
      expect(linked.name).toMatch(/^somsri-[0-9a-f]{6}$/);
      const other = await people().linked({
        issuer: 'https://other.example',
        subject: '2',
        wanted: 'somsri',
      });
      expect(other.name).not.toBe(linked.name);
    });
  });

  describe('what happened', () => {
    it('is told newest first, and is not rewritten', async () => {
      await office.person();
      await codeOf(() => signIn('wrong password here'));
      const told = await office.identities.happenings.list({ limit: 10 });
      expect(told.map(({ kind, name, by }) => [kind, name, by])).toEqual([
        ['sign-in-refused', 'malee', 'nobody'],
        ['password-set', 'malee', 'malee'],
        ['invited', 'malee', 'admin'],
        ['opened', 'malee', 'admin'],
      ]);
    });

    it('does not hold what was typed for a name that nobody has', async () => {
      await codeOf(() => signIn(GOOD, 'mypassword-in-the-wrong-field'));
      expect(await office.identities.happenings.list({ limit: 10 })).toEqual([]);
    });
  });
});
