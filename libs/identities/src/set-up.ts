import type { OneTimeCode, OneTimeCodes } from './one-time-codes.ts';
import type { Passwords } from './passwords.ts';
import type { People, Person } from './people.ts';

/** The first administrator: named by whoever has the one-time code. */
export class SetUp {
  readonly #codes: OneTimeCodes;
  readonly #people: People;
  readonly #passwords: Passwords;

  constructor(codes: OneTimeCodes, people: People, passwords: Passwords) {
    this.#codes = codes;
    this.#people = people;
    this.#passwords = passwords;
  }

  /** The code, for a day; the one before counts no more. */
  issue(): OneTimeCode {
    return this.#codes.issue('set-up');
  }

  /** Opens the account with its password. Refuses with `one-time-code-wrong`, `password-too-weak`, or for its name. */
  async redeem(
    code: string,
    {
      name,
      password,
      displayName,
    }: { readonly name: string; readonly password: string; readonly displayName?: string },
  ): Promise<Person> {
    this.#codes.nameOf('set-up', code);
    const hash = await this.#passwords.hash(password, name);
    const person = this.#people.open({
      name,
      by: 'set-up',
      ...(displayName === undefined ? {} : { displayName }),
    });
    this.#codes.use('set-up', code);
    return this.#people.setPassword(person.name, hash, 'password-set');
  }
}
