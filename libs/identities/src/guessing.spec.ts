import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '#database';
import { DATABASES } from '#database/testing';
import type { Instant } from '#kernel';
import { Attempts } from './attempts.ts';
import { Box } from './box.ts';
import { CHEAP, codeOf, GOOD, Office, OTHER, shownBy } from './identities.fixture.ts';
import { SHAPE } from './schema.ts';

const WRONG = 'wrong password here';

describe.each(DATABASES)('in %s:', (_name, kind) => {
  const office = new Office(kind);
  beforeEach(async () => {
    await office.begin();
    await office.person();
  });
  afterEach(() => office.end());

  const people = () => office.identities.people;
  const signIn = (password: string, name = 'malee') => people().check(name, password, '192.0.2.1');

  describe('whoever guesses', () => {
    it('leaves nothing in the file of what was typed as a name', async () => {
      await codeOf(() => signIn(GOOD, 'Typed-in-the-wrong-field'));
      expect((await office.bytes()).toLowerCase()).not.toContain('typed-in-the-wrong-field');
    });

    it('keeps nobody else waiting by trying so much that others are sent away', async () => {
      const flood = Array.from({ length: 66 }, (_, index) => codeOf(() => signIn(WRONG, `name-${index}`)));
      for (let attempt = 0; attempt < 10; attempt++)
        expect(await codeOf(() => signIn(GOOD))).toBe('sign-in-busy');
      expect(new Set(await Promise.all(flood))).toEqual(new Set(['sign-in-refused']));
      expect((await signIn(GOOD)).name).toBe('malee');
    });

    it('is counted for so many names and no more, the oldest forgotten first', async () => {
      const database = await openDatabase(office.home, SHAPE);
      const clock = () => new Date(office.now).toISOString() as Instant;
      const attempts = new Attempts(database, clock, new Box(Buffer.alloc(32, 1)), 20);
      for (let name = 0; name < 50; name++) {
        office.wait(1);
        await attempts.begin(`name-${String(name)}`);
      }
      const counted = await database.get('SELECT count(*) AS count FROM attempts');
      expect(Number(counted?.['count'])).toBe(20);
      for (let attempt = 0; attempt < 4; attempt++) await attempts.begin('name-49');
      expect(await codeOf(() => attempts.begin('name-49'))).toBe('sign-in-paused');
      await database.close();
    });

    it('of a second factor is told, since he knew the password', async () => {
      const { secondFactors, happenings } = office.identities;
      const { secret } = await secondFactors.begin('malee');
      await secondFactors.confirm('malee', shownBy(secret, office.now));
      expect(await codeOf(() => secondFactors.verify('malee', '000000', '192.0.2.7'))).toBe(
        'sign-in-refused',
      );
      expect(await happenings.list({ limit: 1 })).toEqual([
        expect.objectContaining({
          kind: 'second-factor-refused',
          name: 'malee',
          by: 'nobody',
          address: '192.0.2.7',
        }),
      ]);
    });

    it('is forgotten after a day without an attempt', async () => {
      for (let attempt = 0; attempt < 8; attempt++) {
        expect(await codeOf(() => signIn(WRONG))).toBe('sign-in-refused');
        office.wait(16 * 60_000);
      }
      office.wait(24 * 3_600_000);
      for (let attempt = 0; attempt < 5; attempt++)
        expect(await codeOf(() => signIn(WRONG))).toBe('sign-in-refused');
      expect(await codeOf(() => signIn(WRONG))).toBe('sign-in-paused');
    });

    it('holds nobody up who chooses a new password with an invitation', async () => {
      for (let attempt = 0; attempt < 5; attempt++) await codeOf(() => signIn(WRONG));
      expect(await codeOf(() => signIn(GOOD))).toBe('sign-in-paused');
      await people().redeem((await people().invite('malee', 'admin')).code, OTHER);
      expect((await signIn(OTHER)).name).toBe('malee');
    });
  });

  describe('a password that was hashed at less than today’s cost', () => {
    it('is hashed anew at the next sign-in', async () => {
      const kept = (await office.bytes()).match(/\$argon2id\$v=19\$m=64,t=1,/g);
      expect(kept).not.toBeNull();
      await office.reopen({ passwordCost: { ...CHEAP, passes: 2 } });
      await signIn(GOOD);
      await office.reopen({ passwordCost: { ...CHEAP, passes: 2 } });
      expect(await office.bytes()).not.toContain('$argon2id$v=19$m=64,t=1,');
      expect(await office.bytes()).toContain('$argon2id$v=19$m=64,t=2,');
      expect((await signIn(GOOD)).name).toBe('malee');
    });

    it('lets two sign in at the same moment', async () => {
      await office.reopen({ passwordCost: { ...CHEAP, passes: 2 } });
      const both = await Promise.all([signIn(GOOD), signIn(GOOD)]);
      expect(both.map(({ name }) => name)).toEqual(['malee', 'malee']);
    });
  });
});
