import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DATABASES } from '#database/testing';
import { codeOf, GOOD, Office, OTHER } from './identities.fixture.ts';

/** As dear as in earnest: what others do meanwhile is done long before the password is compared. */
const DEAR = { memoryKiB: 65_536, passes: 3 };

const THIEFS = 'a password of the thief';

describe.each(DATABASES)('in %s:', (_name, kind) => {
  const office = new Office(kind, { passwordCost: DEAR });
  beforeEach(async () => {
    await office.begin();
    await office.person();
  });
  afterEach(() => office.end());

  const people = () => office.identities.people;
  const signIn = (password = GOOD) => people().check('malee', password, '192.0.2.1');

  describe('an account that changes while its password is checked', () => {
    it('signs nobody in when it is closed meanwhile', async () => {
      const signing = codeOf(() => signIn());
      await people().close('malee', 'admin');
      expect(await signing).toBe('sign-in-refused');
    });

    it('is given no second password by whoever knew the one before', async () => {
      const { code } = await people().invite('malee', 'admin');
      // Refused, or overtaken where the thief was quicker: which of them is for the machine to say.
      const changing = people()
        .changePassword('malee', GOOD, THIEFS)
        .catch(() => undefined);
      await Promise.all([changing, people().redeem(code, OTHER)]);
      expect((await signIn(OTHER)).name).toBe('malee');
      expect(await codeOf(() => signIn(THIEFS))).toBe('sign-in-refused');
    });

    it('is given no password by an invitation when it is closed meanwhile', async () => {
      const { code } = await people().invite('malee', 'admin');
      const redeeming = codeOf(() => people().redeem(code, OTHER));
      await people().close('malee', 'admin');
      expect(await redeeming).toBe('one-time-code-wrong');
      await people().reopen('malee', 'admin');
      expect(await codeOf(() => people().redeem(code, OTHER))).toBe('one-time-code-wrong');
      expect((await signIn(GOOD)).name).toBe('malee');
    });

    it('is given no password by a change when it is erased meanwhile', async () => {
      const changing = codeOf(() => people().changePassword('malee', GOOD, OTHER));
      await people().erase('malee', 'admin');
      expect(await changing).toBe('sign-in-refused');
      expect(await office.bytes()).not.toContain('$argon2id$');
    });
  });
});
