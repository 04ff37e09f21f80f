import { describe, expect, it } from '@jest/globals';
import { GOOD } from './identities.fixture.ts';
import { argon2id, DEFAULT_COST, Passwords, type PasswordCost } from './passwords.ts';

const CHEAP = { memoryKiB: 64, passes: 1 };

describe('a hashed password', () => {
  it('costs 64 MiB and three passes of argon2id by default', async () => {
    expect(DEFAULT_COST).toEqual({ memoryKiB: 65_536, passes: 3 });
    const passwords = new Passwords();
    const hash = await passwords.hash(GOOD, 'malee');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await passwords.matches(GOOD, hash)).toBe(true);
    expect(await passwords.matches(`${GOOD}x`, hash)).toBe(false);
  });

  it('is the one that other programs of argon2id make', async () => {
    // From the tests of the reference implementation: 64 MiB, two passes, "password" with the salt "somesalt".
    const reference =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await new Passwords(CHEAP).matches('password', reference)).toBe(true);
    expect(await new Passwords(CHEAP).matches('passwort', reference)).toBe(false);
  });

  it('is another one each time', async () => {
    const passwords = new Passwords(CHEAP);
    expect(await passwords.hash(GOOD, 'malee')).not.toBe(await passwords.hash(GOOD, 'malee'));
  });

  it('made at a lower cost still counts, and is known to be outdated', async () => {
    const hash = await new Passwords(CHEAP).hash(GOOD, 'malee');
    const dearer = new Passwords({ memoryKiB: 128, passes: 1 });
    expect(await dearer.matches(GOOD, hash)).toBe(true);
    expect(dearer.isOutdated(hash)).toBe(true);
    expect(new Passwords(CHEAP).isOutdated(hash)).toBe(false);
  });

  it('costs as much to compare for a name that nobody has as for one who is there', async () => {
    const asked: PasswordCost[] = [];
    const passwords = new Passwords(CHEAP, (text, salt, cost) => {
      asked.push(cost);
      return argon2id(text, salt, cost);
    });
    const hash = await passwords.hash(GOOD, 'malee');
    expect(await passwords.matches(`${GOOD}x`, hash)).toBe(false);
    expect(await passwords.matches(`${GOOD}x`, undefined)).toBe(false);
    expect(await passwords.matches(GOOD, undefined)).toBe(false);
    expect(asked).toEqual([CHEAP, CHEAP, CHEAP, CHEAP]);
  });

  it('is not computed for everybody at once: whoever floods the service is sent away', async () => {
    const passwords = new Passwords(CHEAP);
    const hash = await passwords.hash(GOOD, 'malee');
    const settled = await Promise.allSettled(
      Array.from({ length: 100 }, () => passwords.matches(GOOD, hash)),
    );
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(66);
    expect(await passwords.matches(GOOD, hash)).toBe(true);
  });
});
