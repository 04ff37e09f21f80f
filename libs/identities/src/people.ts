import type { Database } from '#database';
import type { Instant } from '#kernel';
import type { Happenings } from './happenings.ts';
import { linkedPerson, type LinkedPerson, type ProvidersIdentity } from './linked-person.ts';
import type { Links } from './links.ts';
import { folded, nameFrom } from './names.ts';
import type { OneTimeCode, OneTimeCodes } from './one-time-codes.ts';
import type { PasswordCheck } from './password-check.ts';
import type { Passwords } from './passwords.ts';
import { allRows, findRow, mustBeOpen, mustBeThere, type Person, personOf } from './person.ts';
import { refuse, signInRefused } from './refusals.ts';

export interface NewPerson {
  readonly name: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly demo?: boolean;
  /** Who opens the account. */
  readonly by: string;
}

export interface PeopleParts {
  readonly database: Database;
  readonly clock: () => Instant;
  readonly passwords: Passwords;
  readonly passwordCheck: PasswordCheck;
  readonly codes: OneTimeCodes;
  readonly links: Links;
  readonly happenings: Happenings;
  /** Ends every session and token of somebody. */
  readonly signOutEverywhere: (name: string, by: string) => Promise<void>;
}

/** The accounts of people, and their passwords. */
export class People {
  readonly #parts: PeopleParts;
  readonly #database: Database;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
    this.#database = parts.database;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#database.get('SELECT 1 FROM people LIMIT 1')) === undefined;
  }

  /** Opens an account without a password. Refuses with `name-malformed` or `name-taken`. */
  async open({ name: given, displayName, email, demo = false, by }: NewPerson): Promise<Person> {
    const { clock, happenings } = this.#parts;
    const name = nameFrom(given);
    return this.#database.transaction(async () => {
      if (await findRow(this.#database, name))
        throw refuse('name-taken', `There is, or was, an account ${name}; expected another name.`, { name });
      await this.#database.run(
        'INSERT INTO people (name, folded, display_name, email, demo, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        ...[name, folded(name), displayName ?? null, email ?? null, demo ? 1 : 0, clock()],
      );
      await happenings.tell('opened', name, by);
      return mustBeThere(this.#database, name);
    });
  }

  async get(name: string): Promise<Person | undefined> {
    const row = await findRow(this.#database, name);
    return row && personOf(row);
  }

  /** Refuses with `person-unknown` or `account-closed`. */
  mustBeOpen(name: string): Promise<Person> {
    return mustBeOpen(this.#database, name);
  }

  async list(): Promise<Person[]> {
    return (await allRows(this.#database)).map(personOf);
  }

  /** A one-time code with which the person chooses a password; the one before counts no more. */
  invite(name: string, by: string): Promise<OneTimeCode> {
    const { codes, happenings } = this.#parts;
    return this.#database.transaction(async () => {
      const person = await mustBeOpen(this.#database, name);
      await happenings.tell('invited', person.name, by);
      return codes.issue('invitation', person.name);
    });
  }

  /** Chooses a password with a one-time code; sessions and tokens so far end. Refuses with `one-time-code-wrong` or `password-too-weak`. */
  async redeem(code: string, password: string): Promise<Person> {
    const { codes, passwords, passwordCheck } = this.#parts;
    const { name } = await this.#database.transaction(async () =>
      mustBeOpen(this.#database, await codes.nameOf('invitation', code)),
    );
    const hash = await passwords.hash(password, name);
    return this.#database.transaction(async () => {
      await codes.use('invitation', code);
      await passwordCheck.forgetFailures(name);
      return this.setPassword(name, hash, 'password-set');
    });
  }

  /** Refuses with `sign-in-refused` when the old password is wrong; it counts as an attempt to sign in. */
  async changePassword(name: string, oldPassword: string, newPassword: string): Promise<void> {
    const { passwords, passwordCheck } = this.#parts;
    const { person, hash: old } = await passwordCheck.check(name, oldPassword);
    const hash = await passwords.hash(newPassword, person.name);
    await this.#database.transaction(async () => {
      // Closed, or given another password, while the new one was hashed.
      if ((await passwordCheck.hashOf(person.name)) !== old) throw signInRefused();
      await this.setPassword(person.name, hash, 'password-changed');
    });
  }

  /** Who signs in. Refuses with `sign-in-refused`, alike for whatever reason, or with `sign-in-paused`. */
  async check(name: string, password: string, address: string): Promise<Person> {
    const { person } = await this.#parts.passwordCheck.check(name, password, address);
    return person;
  }

  close(name: string, by: string): Promise<Person> {
    return this.#database.transaction(async () => {
      const person = await mustBeOpen(this.#database, name);
      return this.#become('closed', person.name, by);
    });
  }

  reopen(name: string, by: string): Promise<Person> {
    return this.#database.transaction(async () => {
      const person = await mustBeThere(this.#database, name);
      if (person.erased)
        throw refuse('account-erased', `Everything of ${person.name} is erased; expected another account.`);
      if (!person.closed) throw refuse('account-not-closed', `The account ${person.name} is open.`);
      return this.#become('reopened', person.name, by);
    });
  }

  /** Forgets everything personal; the name stays, since events bear it, and is never given again. */
  async erase(name: string, by: string): Promise<Person> {
    const { links } = this.#parts;
    const person = await this.#database.transaction(async () => {
      const { name: own, erased } = await mustBeThere(this.#database, name);
      if (erased) throw refuse('account-erased', `Everything of ${own} is erased already.`);
      await this.#become('erased', own, by);
      await this.#database.run(
        `UPDATE people SET display_name = NULL, email = NULL, password = NULL, factor = NULL, factor_begun = NULL
         WHERE name = ?`,
        own,
      );
      await this.#database.run('DELETE FROM tokens WHERE subject = ?', own);
      await this.#database.run('UPDATE happenings SET address = NULL WHERE name = ?', own);
      await links.forget(own);
      return mustBeThere(this.#database, own);
    });
    // Nothing of it is left in the file that runs ahead either.
    await this.#database.wipe();
    return person;
  }

  /** The account that an identity of a provider is linked to; opened at its first sign-in, under a free name. */
  linked(identity: ProvidersIdentity): Promise<LinkedPerson> {
    const { links } = this.#parts;
    return linkedPerson({ database: this.#database, links, people: this }, identity);
  }

  /** Keeps the hash of a password that was chosen; sessions and tokens so far end. */
  setPassword(name: string, hash: string, kind: 'password-set' | 'password-changed'): Promise<Person> {
    const { happenings, signOutEverywhere } = this.#parts;
    return this.#database.transaction(async () => {
      await this.#database.run('UPDATE people SET password = ? WHERE name = ?', hash, name);
      await signOutEverywhere(name, name);
      await happenings.tell(kind, name, name);
      return mustBeThere(this.#database, name);
    });
  }

  async #become(kind: 'closed' | 'reopened' | 'erased', name: string, by: string): Promise<Person> {
    const { codes, happenings, signOutEverywhere } = this.#parts;
    const state = kind === 'reopened' ? 'open' : kind;
    await this.#database.run('UPDATE people SET state = ? WHERE name = ?', state, name);
    await codes.withdraw('invitation', name);
    await signOutEverywhere(name, by);
    await happenings.tell(kind, name, by);
    return mustBeThere(this.#database, name);
  }
}
