import type { Database } from '#database';
import type { OneTimeCode, OneTimeCodes } from './one-time-codes.ts';
import type { Passwords } from './passwords.ts';
import type { People } from './people.ts';
import type { Person } from './person.ts';

export interface SetUpParts {
  readonly database: Database;
  readonly codes: OneTimeCodes;
  readonly people: People;
  readonly passwords: Passwords;
}

/** Whoever becomes the first administrator. */
export interface FirstPerson {
  readonly name: string;
  readonly password: string;
  readonly displayName?: string;
}

/** The first administrator: named by whoever has the one-time code. */
export class SetUp {
  readonly #parts: SetUpParts;

  constructor(parts: SetUpParts) {
    this.#parts = parts;
  }

  /** The code, for a day; the one before counts no more. */
  issue(): Promise<OneTimeCode> {
    return this.#parts.codes.issue('set-up');
  }

  /**
   * Opens the account with its password. Refuses with `one-time-code-wrong`, `password-too-weak`, or for its name; only
   * success uses the code up.
   */
  async redeem(code: string, { name, password, displayName }: FirstPerson): Promise<Person> {
    const { database, codes, people, passwords } = this.#parts;
    await codes.nameOf('set-up', code);
    const hash = await passwords.hash(password, name);
    return database.transaction(async () => {
      await codes.use('set-up', code);
      const person = await people.open({
        name,
        by: 'set-up',
        ...(displayName === undefined ? {} : { displayName }),
      });
      return people.setPassword(person.name, hash, 'password-set');
    });
  }
}
