import type { DatabaseSync } from 'node:sqlite';
import { createHash } from 'node:crypto';
import type { Instant } from '#kernel';
import type { Attempts } from './attempts.ts';
import type { Happenings } from './happenings.ts';
import type { OneTimeCode, OneTimeCodes } from './one-time-codes.ts';
import type { Passwords } from './passwords.ts';
import { refuse, signInRefused } from './refusals.ts';

/** The account of a person. Its name stands in events; everything else of it is here alone. */
export interface Person {
  readonly name: string;
  readonly displayName?: string;
  readonly email?: string;
  /** Made by the demonstration. */
  readonly demo?: true;
  readonly closed: boolean;
  readonly erased: boolean;
  readonly createdAt: Instant;
}

export interface NewPerson {
  readonly name: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly demo?: boolean;
  /** Who opens the account. */
  readonly by: string;
}

export interface PeopleParts {
  readonly database: DatabaseSync;
  readonly clock: () => Instant;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly codes: OneTimeCodes;
  readonly happenings: Happenings;
  /** Ends every session and token of somebody. */
  readonly signOutEverywhere: (name: string) => void;
}

interface Row {
  readonly name: string;
  readonly displayName: string | null;
  readonly email: string | null;
  readonly demo: number;
  readonly state: 'open' | 'closed' | 'erased';
  readonly createdAt: Instant;
  readonly password: string | null;
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,31}$/u;
const COLUMNS = 'name, display_name AS displayName, email, demo, state, created_at AS createdAt, password';

/** Names that look alike are one. */
export const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The accounts of people, and their passwords. */
export class People {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  isEmpty(): boolean {
    return this.#parts.database.prepare('SELECT 1 FROM people LIMIT 1').get() === undefined;
  }

  /** Opens an account without a password. Refuses with `name-malformed` or `name-taken`. */
  open({ name: given, displayName, email, demo = false, by }: NewPerson): Person {
    const { database, clock, happenings } = this.#parts;
    const name = given.normalize('NFC');
    if (!NAME.test(name)) {
      throw refuse(
        'name-malformed',
        `"${name.slice(0, 40)}" cannot be the name of an account; expected up to 32 letters, digits, dots, hyphens and underscores.`,
      );
    }
    if (this.#row(name))
      throw refuse('name-taken', `There is, or was, an account ${name}; expected another name.`, { name });
    database
      .prepare(
        'INSERT INTO people (name, folded, display_name, email, demo, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(name, folded(name), displayName ?? null, email ?? null, demo ? 1 : 0, clock());
    happenings.tell('opened', name, by);
    return this.#must(name);
  }

  get(name: string): Person | undefined {
    const row = this.#row(name);
    return row && personOf(row);
  }

  list(): Person[] {
    const rows = this.#parts.database.prepare(`SELECT ${COLUMNS} FROM people ORDER BY name`).all();
    return (rows as unknown as Row[]).map(personOf);
  }

  /** A one-time code with which the person chooses a password; the one before counts no more. */
  invite(name: string, by: string): OneTimeCode {
    const person = this.#mustBeOpen(name);
    this.#parts.happenings.tell('invited', person.name, by);
    return this.#parts.codes.issue('invitation', person.name);
  }

  /** Chooses a password with a one-time code; sessions and tokens so far end. Refuses with `one-time-code-wrong` or `password-too-weak`. */
  async redeem(code: string, password: string): Promise<Person> {
    const { codes, passwords } = this.#parts;
    const name = codes.nameOf('invitation', code);
    const { name: own } = this.#mustBeOpen(name);
    const hash = await passwords.hash(password, own);
    codes.use('invitation', code);
    return this.setPassword(own, hash, 'password-set');
  }

  /** Refuses with `sign-in-refused` when the old password is wrong; it counts as an attempt to sign in. */
  async changePassword(name: string, oldPassword: string, newPassword: string): Promise<void> {
    const { name: own } = await this.#checked(name, oldPassword, undefined);
    this.setPassword(own, await this.#parts.passwords.hash(newPassword, own), 'password-changed');
  }

  /** Who signs in. Refuses with `sign-in-refused`, alike for whatever reason, or with `sign-in-paused`. */
  async check(name: string, password: string, address: string): Promise<Person> {
    return this.#checked(name, password, address);
  }

  close(name: string, by: string): Person {
    const person = this.#mustBeOpen(name);
    this.#become('closed', person.name, by);
    return this.#must(person.name);
  }

  reopen(name: string, by: string): Person {
    const person = this.#must(name);
    if (person.erased)
      throw refuse('account-erased', `Everything of ${person.name} is erased; expected another account.`);
    if (!person.closed) throw refuse('account-not-closed', `The account ${person.name} is open.`);
    this.#become('reopened', person.name, by);
    return this.#must(person.name);
  }

  /** Forgets everything personal; the name stays, since events bear it, and is never given again. */
  erase(name: string, by: string): Person {
    const { database } = this.#parts;
    const person = this.#must(name);
    if (person.erased) throw refuse('account-erased', `Everything of ${person.name} is erased already.`);
    this.#become('erased', person.name, by);
    database
      .prepare(
        'UPDATE people SET display_name = NULL, email = NULL, password = NULL, factor = NULL, factor_begun = NULL WHERE name = ?',
      )
      .run(person.name);
    for (const table of ['links', 'codes', 'tokens']) {
      const owner = table === 'tokens' ? 'subject' : 'name';
      database.prepare(`DELETE FROM ${table} WHERE ${owner} = ?`).run(person.name);
    }
    database.prepare('UPDATE happenings SET address = NULL WHERE name = ?').run(person.name);
    // Nothing of it is left in the file that runs ahead either.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return this.#must(person.name);
  }

  /** The account that an identity of a provider is linked to; opened at its first sign-in, under a free name. */
  linked({
    issuer,
    subject,
    wanted,
    displayName,
  }: {
    readonly issuer: string;
    readonly subject: string;
    readonly wanted: string;
    readonly displayName?: string;
  }): Person {
    const { database } = this.#parts;
    const found = database
      .prepare('SELECT name FROM links WHERE issuer = ? AND subject = ?')
      .get(issuer, subject) as { name: string } | undefined;
    if (found) return this.#must(found.name);
    const name = this.#freeName(wanted, `${issuer} ${subject}`);
    const person = this.open({ name, by: 'sign-on', ...(displayName === undefined ? {} : { displayName }) });
    database
      .prepare('INSERT INTO links (issuer, subject, name) VALUES (?, ?, ?)')
      .run(issuer, subject, person.name);
    return person;
  }

  /** Keeps the hash of a password that was chosen. */
  setPassword(name: string, hash: string, kind: 'password-set' | 'password-changed'): Person {
    const { database, happenings, signOutEverywhere } = this.#parts;
    database.prepare('UPDATE people SET password = ? WHERE name = ?').run(hash, name);
    signOutEverywhere(name);
    happenings.tell(kind, name, name);
    return this.#must(name);
  }

  async #checked(given: string, password: string, address: string | undefined): Promise<Person> {
    const { database, passwords, attempts, happenings } = this.#parts;
    const what = `password ${folded(given)}`;
    attempts.begin(what);
    const row = this.#row(given);
    const hash = row?.state === 'open' ? (row.password ?? undefined) : undefined;
    if (!(await passwords.matches(password, hash)) || !row || hash === undefined) {
      // A name that nobody has may be a password typed into the wrong field.
      if (row) happenings.tell('sign-in-refused', row.name, 'nobody', address);
      throw signInRefused();
    }
    attempts.succeeded(what);
    if (passwords.isOutdated(hash)) {
      const raised = await passwords.rehash(password);
      database
        .prepare('UPDATE people SET password = ? WHERE name = ? AND password = ?')
        .run(raised, row.name, hash);
    }
    return personOf(row);
  }

  #become(kind: 'closed' | 'reopened' | 'erased', name: string, by: string): void {
    const { database, happenings, signOutEverywhere } = this.#parts;
    const state = kind === 'reopened' ? 'open' : kind;
    database.prepare('UPDATE people SET state = ? WHERE name = ?').run(state, name);
    signOutEverywhere(name);
    happenings.tell(kind, name, by);
  }

  #freeName(wanted: string, identity: string): string {
    const name = wanted.normalize('NFC');
    if (!this.#row(name)) return name;
    const suffix = createHash('sha256').update(identity).digest('hex').slice(0, 6);
    return `${Array.from(name).slice(0, 25).join('')}-${suffix}`;
  }

  #row(name: string): Row | undefined {
    return this.#parts.database
      .prepare(`SELECT ${COLUMNS} FROM people WHERE folded = ?`)
      .get(folded(name)) as Row | undefined;
  }

  #must(name: string): Person {
    const row = this.#row(name);
    if (row) return personOf(row);
    throw refuse('person-unknown', `There is no account ${name.slice(0, 40)}; expected the name of one.`, {
      name: name.slice(0, 40),
    });
  }

  #mustBeOpen(name: string): Person {
    const person = this.#must(name);
    if (!person.closed) return person;
    throw refuse('account-closed', `The account ${person.name} is closed; expected an open one.`, {
      name: person.name,
    });
  }
}

const personOf = ({ name, displayName, email, demo, state, createdAt }: Row): Person => ({
  name,
  ...(displayName === null ? {} : { displayName }),
  ...(email === null ? {} : { email }),
  ...(demo === 1 ? { demo: true as const } : {}),
  closed: state !== 'open',
  erased: state === 'erased',
  createdAt,
});
