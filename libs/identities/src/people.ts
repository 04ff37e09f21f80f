import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import type { Happenings } from './happenings.ts';
import { type Links, nameBeside } from './links.ts';
import { folded, nameFrom } from './names.ts';
import type { OneTimeCode, OneTimeCodes } from './one-time-codes.ts';
import type { PasswordCheck } from './password-check.ts';
import type { Passwords } from './passwords.ts';
import { allRows, findRow, mustBeOpen, mustBeThere, type Person, personOf } from './person.ts';
import { refuse, signInRefused } from './refusals.ts';
import { atOnce } from './transaction.ts';

export interface NewPerson {
  readonly name: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly demo?: boolean;
  /** Who opens the account. */
  readonly by: string;
}

/** Somebody as a provider knows him. */
export interface ProvidersIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly wanted: string;
  readonly displayName?: string;
}

export interface PeopleParts {
  readonly database: DatabaseSync;
  readonly clock: () => Instant;
  readonly passwords: Passwords;
  readonly passwordCheck: PasswordCheck;
  readonly codes: OneTimeCodes;
  readonly links: Links;
  readonly happenings: Happenings;
  /** Ends every session and token of somebody. */
  readonly signOutEverywhere: (name: string, by: string) => void;
}

/** The accounts of people, and their passwords. */
export class People {
  readonly #parts: PeopleParts;
  readonly #database: DatabaseSync;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
    this.#database = parts.database;
  }

  isEmpty(): boolean {
    return this.#database.prepare('SELECT 1 FROM people LIMIT 1').get() === undefined;
  }

  /** Opens an account without a password. Refuses with `name-malformed` or `name-taken`. */
  open({ name: given, displayName, email, demo = false, by }: NewPerson): Person {
    const { clock, happenings } = this.#parts;
    const name = nameFrom(given);
    if (findRow(this.#database, name))
      throw refuse('name-taken', `There is, or was, an account ${name}; expected another name.`, { name });
    return atOnce(this.#database, () => {
      this.#database
        .prepare(
          'INSERT INTO people (name, folded, display_name, email, demo, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(name, folded(name), displayName ?? null, email ?? null, demo ? 1 : 0, clock());
      happenings.tell('opened', name, by);
      return mustBeThere(this.#database, name);
    });
  }

  get(name: string): Person | undefined {
    const row = findRow(this.#database, name);
    return row && personOf(row);
  }

  /** Refuses with `person-unknown` or `account-closed`. */
  mustBeOpen(name: string): Person {
    return mustBeOpen(this.#database, name);
  }

  list(): Person[] {
    return allRows(this.#database).map(personOf);
  }

  /** A one-time code with which the person chooses a password; the one before counts no more. */
  invite(name: string, by: string): OneTimeCode {
    const { codes, happenings } = this.#parts;
    const person = mustBeOpen(this.#database, name);
    return atOnce(this.#database, () => {
      happenings.tell('invited', person.name, by);
      return codes.issue('invitation', person.name);
    });
  }

  /** Chooses a password with a one-time code; sessions and tokens so far end. Refuses with `one-time-code-wrong` or `password-too-weak`. */
  async redeem(code: string, password: string): Promise<Person> {
    const { codes, passwords, passwordCheck } = this.#parts;
    const { name } = mustBeOpen(this.#database, codes.nameOf('invitation', code));
    const hash = await passwords.hash(password, name);
    return atOnce(this.#database, () => {
      codes.use('invitation', code);
      passwordCheck.forgetFailures(name);
      return this.setPassword(name, hash, 'password-set');
    });
  }

  /** Refuses with `sign-in-refused` when the old password is wrong; it counts as an attempt to sign in. */
  async changePassword(name: string, oldPassword: string, newPassword: string): Promise<void> {
    const { passwords, passwordCheck } = this.#parts;
    const { person, hash: old } = await passwordCheck.check(name, oldPassword);
    const hash = await passwords.hash(newPassword, person.name);
    // Closed, or given another password, while the new one was hashed.
    if (passwordCheck.hashOf(person.name) !== old) throw signInRefused();
    this.setPassword(person.name, hash, 'password-changed');
  }

  /** Who signs in. Refuses with `sign-in-refused`, alike for whatever reason, or with `sign-in-paused`. */
  async check(name: string, password: string, address: string): Promise<Person> {
    const { person } = await this.#parts.passwordCheck.check(name, password, address);
    return person;
  }

  close(name: string, by: string): Person {
    const person = mustBeOpen(this.#database, name);
    return this.#become('closed', person.name, by);
  }

  reopen(name: string, by: string): Person {
    const person = mustBeThere(this.#database, name);
    if (person.erased)
      throw refuse('account-erased', `Everything of ${person.name} is erased; expected another account.`);
    if (!person.closed) throw refuse('account-not-closed', `The account ${person.name} is open.`);
    return this.#become('reopened', person.name, by);
  }

  /** Forgets everything personal; the name stays, since events bear it, and is never given again. */
  erase(name: string, by: string): Person {
    const { name: own, erased } = mustBeThere(this.#database, name);
    if (erased) throw refuse('account-erased', `Everything of ${own} is erased already.`);
    const person = atOnce(this.#database, () => {
      this.#become('erased', own, by);
      this.#database
        .prepare(
          'UPDATE people SET display_name = NULL, email = NULL, password = NULL, factor = NULL, factor_begun = NULL WHERE name = ?',
        )
        .run(own);
      this.#database.prepare('DELETE FROM tokens WHERE subject = ?').run(own);
      this.#database.prepare('UPDATE happenings SET address = NULL WHERE name = ?').run(own);
      return mustBeThere(this.#database, own);
    });
    // Nothing of it is left in the file that runs ahead either.
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return person;
  }

  /** The account that an identity of a provider is linked to; opened at its first sign-in, under a free name. */
  linked({ issuer, subject, wanted, displayName }: ProvidersIdentity): Person {
    const { links } = this.#parts;
    const found = links.find(issuer, subject);
    if (found !== undefined) return mustBeThere(this.#database, found);
    const isTaken = findRow(this.#database, wanted) !== undefined;
    const name = isTaken ? nameBeside(wanted.normalize('NFC'), issuer, subject) : wanted;
    return atOnce(this.#database, () => {
      const person = this.open({
        name,
        by: 'sign-on',
        ...(displayName === undefined ? {} : { displayName }),
      });
      links.add(issuer, subject, person.name);
      return person;
    });
  }

  /** Keeps the hash of a password that was chosen; sessions and tokens so far end. */
  setPassword(name: string, hash: string, kind: 'password-set' | 'password-changed'): Person {
    const { happenings, signOutEverywhere } = this.#parts;
    return atOnce(this.#database, () => {
      this.#database.prepare('UPDATE people SET password = ? WHERE name = ?').run(hash, name);
      signOutEverywhere(name, name);
      happenings.tell(kind, name, name);
      return mustBeThere(this.#database, name);
    });
  }

  #become(kind: 'closed' | 'reopened' | 'erased', name: string, by: string): Person {
    const { codes, happenings, signOutEverywhere } = this.#parts;
    return atOnce(this.#database, () => {
      const state = kind === 'reopened' ? 'open' : kind;
      this.#database.prepare('UPDATE people SET state = ? WHERE name = ?').run(state, name);
      codes.withdraw('invitation', name);
      signOutEverywhere(name, by);
      happenings.tell(kind, name, by);
      return mustBeThere(this.#database, name);
    });
  }
}
