import type { Database } from '#database';
import type { Attempts } from './attempts.ts';
import type { Happenings } from './happenings.ts';
import { folded } from './names.ts';
import type { Comparison, Passwords } from './passwords.ts';
import { findRow, type Person, personOf, type PersonRow } from './person.ts';
import { signInRefused } from './refusals.ts';

export interface PasswordCheckParts {
  readonly database: Database;
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
    const { passwords } = this.#parts;
    // Whoever is sent away has tried nothing.
    const hash = await passwords.inTurn((compare) => this.#tried(given, password, address, compare));
    await this.#raise(given, password, hash);
    return this.#mustStillBeOpen(given);
  }

  /** What was wrong so far does not count any more. */
  forgetFailures(name: string): Promise<void> {
    return this.#parts.attempts.succeeded(attemptOn(name));
  }

  /** The hash that the password fits; counted as an attempt that was wrong until it was right. */
  async #tried(
    given: string,
    password: string,
    address: string | undefined,
    compare: Comparison,
  ): Promise<string> {
    const { attempts } = this.#parts;
    await attempts.begin(attemptOn(given));
    const hash = await this.#compared(given, password, compare);
    if (hash === undefined) throw await this.#failed(given, address);
    await attempts.succeeded(attemptOn(given));
    return hash;
  }

  async #compared(given: string, password: string, compare: Comparison): Promise<string | undefined> {
    const hash = await this.hashOf(given);
    const fits = await compare(password, hash);
    // The account may have been closed, or its password changed, while it was compared.
    if (fits && (await this.hashOf(given)) !== hash) return this.#compared(given, password, compare);
    return fits ? hash : undefined;
  }

  /** The same statements in one transaction whether there is an account or not: how long the disk takes tells nothing. */
  async #failed(given: string, address: string | undefined): Promise<Error> {
    const { database, attempts, happenings } = this.#parts;
    const what = attemptOn(given);
    await database.transaction(async () => {
      await attempts.failed(what);
      // A name that nobody has may be a password typed into the wrong field.
      await happenings.tellIfThere('sign-in-refused', folded(given), address);
    }, what);
    return signInRefused();
  }

  /** Hashes anew what was hashed at less than today's cost; when others wait, at the next sign-in. */
  async #raise(given: string, password: string, hash: string): Promise<void> {
    const { database, passwords } = this.#parts;
    if (!passwords.isOutdated(hash) || !passwords.hasRoom) return;
    const raised = await passwords.rehash(password);
    await database.run(
      'UPDATE people SET password = ? WHERE folded = ? AND password = ?',
      raised,
      folded(given),
      hash,
    );
  }

  async #mustStillBeOpen(given: string): Promise<Checked> {
    const row = await findRow(this.#parts.database, given);
    const hash = row && hashIn(row);
    if (row && hash !== undefined) return { person: personOf(row), hash };
    throw signInRefused();
  }

  /** What is kept of the password of an open account. */
  async hashOf(name: string): Promise<string | undefined> {
    const row = await findRow(this.#parts.database, name);
    return row && hashIn(row);
  }
}

const hashIn = ({ state, password }: PersonRow): string | undefined =>
  state === 'open' ? (password ?? undefined) : undefined;
