import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { argon2 } from 'node:crypto';
import { codeOf, GOOD, Office, refusalOf } from './identities.fixture.ts';
import { Passwords } from './passwords.ts';

let office: Office;
beforeEach(async () => {
  office = new Office();
  await office.person();
});
afterEach(() => office.close());

const people = () => office.identities.people;
const signIn = (password: string, name = 'malee') => people().check(name, password, '192.0.2.1');

describe('whoever guesses', () => {
  it('leaves nothing of what was typed as a name in the file', async () => {
    await codeOf(() => signIn(GOOD, 'tYped-in-The-wrong-field'));
    expect(office.bytes().toLowerCase()).not.toContain('typed-in-the-wrong-field');
  });

  it('makes the file written as often for a name that nobody has as for one with another password', async () => {
    await codeOf(() => signIn('first wrong one', 'malee'));
    await codeOf(() => signIn('first wrong one', 'nobody-here'));
    const written = async (name: string): Promise<number> => {
      const before = office.commits();
      await codeOf(() => signIn('wrong password here', name));
      return office.commits() - before;
    };
    expect(await written('nobody-here')).toBe(await written('malee'));
  });

  it('is not counted while too many passwords are being checked', async () => {
    const many = Array.from({ length: 66 }, (_, index) => signIn('wrong password here', `name-${index}`));
    const settled = Promise.allSettled(many);
    for (let attempt = 0; attempt < 10; attempt++)
      expect(await codeOf(() => signIn(GOOD))).toBe('sign-in-busy');
    await settled;
    expect((await signIn(GOOD)).name).toBe('malee');
  });

  it('cannot fill the disk with names', async () => {
    const { limited } = Office;
    const small = limited({ most: 20 });
    try {
      for (let name = 0; name < 50; name++) small.begin(`name-${name}`);
      expect(small.kept()).toBe(20);
    } finally {
      small.close();
    }
  });
});
