import type { DatabaseSync } from 'node:sqlite';
import type { Attempts } from './attempts.ts';
import type { Happenings } from './happenings.ts';
import { folded } from './names.ts';
import type { Passwords } from './passwords.ts';
import { findRow, type Person, personOf } from './person.ts';
import { signInRefused } from './refusals.ts';
import { atOnce } from './transaction.ts';

export interface PasswordCheckParts {
  readonly database: DatabaseSync;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly happenings: Happenings;
}

/** Who was found to know the password, and the hash that is kept of it. */
export interface Checked {
  readonly person: Person;
  readonly hash: string;
}

const attemptOn = (name: string): string => `password ${folded(name)}`;

/** Compares a name and a password with what is kept. An unknown name takes the same work and is refused alike. */
export class PasswordCheck {
  readonly #parts: PasswordCheckParts;

  constructor(parts: PasswordCheckParts) {
    this.#parts = parts;
  }

  /** Refuses with `sign-in-refused`, alike for whatever reason, with `sign-in-paused` or with `sign-in-busy`. */
  async check(given: string, password: string, address?: string): Promise<Checked> {
    const { passwords, attempts } = this.#parts;
    // Whoever is sent away has tried nothing.
    passwords.mustHaveRoom();
    attempts.begin(attemptOn(given));
    const hash = await this.#compared(given, password);
    if (hash === undefined) throw this.#failed(given, address);
    attempts.succeeded(attemptOn(given));
    await this.#raise(given, password, hash);
    return this.#mustStillBeOpen(given);
  }

  /** What was wrong so far does not count any more. */
  forgetFailures(name: string): void {
    this.#parts.attempts.succeeded(attemptOn(name));
  }

  /** The hash that the password fits. */
  async #compared(given: string, password: string): Promise<string | undefined> {
    const hash = this.hashOf(given);
    const fits = await this.#parts.passwords.matches(password, hash);
    // The account may have been closed, or its password changed, while it was compared.
    if (fits && this.hashOf(given) !== hash) return this.#compared(given, password);
    return fits ? hash : undefined;
  }

  /** One transaction whether there is an account or not: how long the disk takes tells nothing. */
  #failed(given: string, address: string | undefined): Error {
    const { database, attempts, happenings } = this.#parts;
    atOnce(database, () => {
      attempts.failed(attemptOn(given));
      // A name that nobody has may be a password typed into the wrong field.
      const row = findRow(database, given);
      if (row) happenings.tell('sign-in-refused', row.name, 'nobody', address);
    });
    return signInRefused();
  }

  /** Hashes anew what was hashed at less than today's cost; when others wait, at the next sign-in. */
  async #raise(given: string, password: string, hash: string): Promise<void> {
    const { database, passwords } = this.#parts;
    if (!passwords.isOutdated(hash) || !passwords.hasRoom) return;
    const raised = await passwords.rehash(password);
    database
      .prepare('UPDATE people SET password = ? WHERE folded = ? AND password = ?')
      .run(raised, folded(given), hash);
  }

  #mustStillBeOpen(given: string): Checked {
    const row = findRow(this.#parts.database, given);
    const hash = this.hashOf(given);
    if (row && hash !== undefined) return { person: personOf(row), hash };
    throw signInRefused();
  }

  /** What is kept of the password of an open account. */
  hashOf(name: string): string | undefined {
    const row = findRow(this.#parts.database, name);
    return row?.state === 'open' ? (row.password ?? undefined) : undefined;
  }
}
