import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DATABASES } from '#database/testing';
import { Secret } from 'otpauth';
import { codeOf, Office, shownBy } from './identities.fixture.ts';

describe.each(DATABASES)('in %s:', (_name, kind) => {
  const office = new Office(kind);
  beforeEach(async () => {
    await office.begin();
    await office.person();
  });
  afterEach(() => office.end());

  const factors = () => office.identities.secondFactors;

  const shown = (secret: string, at = office.now): string => shownBy(secret, at);

  async function setUp(): Promise<string> {
    const { secret } = await factors().begin('malee');
    await factors().confirm('malee', shown(secret));
    office.wait(30_000);
    return secret;
  }

  describe('a second factor', () => {
    it.each([
      // RFC 6238, appendix B, SHA-1, the last six of eight digits.
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_111_111_111, '050471'],
      [1_234_567_890, '005924'],
      [2_000_000_000, '279037'],
      [20_000_000_000, '353130'],
    ])('is the code of RFC 6238 at %i seconds', async (seconds, code) => {
      const secret = Secret.fromLatin1('12345678901234567890').base32;
      expect(shown(secret, seconds * 1000)).toBe(code);
    });

    it('counts only once it is confirmed', async () => {
      const { secret, uri } = await factors().begin('malee');
      expect(uri).toContain('otpauth://totp/Obligo:malee?');
      expect(await factors().has('malee')).toBe(false);
      expect(await codeOf(() => factors().confirm('malee', '000000'))).toBe('sign-in-refused');
      await factors().confirm('malee', shown(secret));
      expect(await factors().has('malee')).toBe(true);
    });

    it('takes the code of now, of the step before and of the one after', async () => {
      const secret = await setUp();
      office.wait(60_000);
      await factors().verify('malee', shown(secret, office.now - 30_000));
      await factors().verify('malee', shown(secret, office.now));
      await factors().verify('malee', shown(secret, office.now + 30_000));
      office.wait(300_000);
      expect(await codeOf(() => factors().verify('malee', shown(secret, office.now - 60_000)))).toBe(
        'sign-in-refused',
      );
    });

    it('takes no code twice, and none that is older than one that was used', async () => {
      const secret = await setUp();
      office.wait(60_000);
      const code = shown(secret);
      await factors().verify('malee', code);
      expect(await codeOf(() => factors().verify('malee', code))).toBe('sign-in-refused');
      expect(await codeOf(() => factors().verify('malee', shown(secret, office.now - 30_000)))).toBe(
        'sign-in-refused',
      );
    });

    it('makes whoever guesses wait, also when the password was right each time', async () => {
      await setUp();
      for (let attempt = 0; attempt < 5; attempt++) {
        await office.identities.people.check('malee', 'correct horse battery', '192.0.2.1');
        expect(await codeOf(() => factors().verify('malee', '000000'))).toBe('sign-in-refused');
      }
      expect(await codeOf(() => factors().verify('malee', '000000'))).toBe('sign-in-paused');
    });

    it('is kept sealed: the file does not give it away', async () => {
      const secret = await setUp();
      const bytes = await office.bytes();
      expect(bytes).not.toContain(secret);
      expect(bytes).not.toContain(Buffer.from(Secret.fromBase32(secret).bytes).toString('latin1'));
    });

    it('survives a start of the service, under the same key', async () => {
      const secret = await setUp();
      await office.reopen();
      office.wait(60_000);
      await factors().verify('malee', shown(secret));
    });

    it('is taken by an administrator from whoever lost it', async () => {
      await setUp();
      await factors().remove('malee', 'admin');
      expect(await factors().has('malee')).toBe(false);
    });
  });
});
