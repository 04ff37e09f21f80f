import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { digestOf, newSecret } from './box.ts';
import { refuse } from './refusals.ts';
import { atOnce } from './transaction.ts';

/** A code that counts once, for some time; shown to whoever passes it on, kept as a digest. */
export interface OneTimeCode {
  readonly code: string;
  readonly expiresAt: Instant;
}

type Kind = 'set-up' | 'invitation';

const HOUR_MS = 3_600_000;
const HOURS: Readonly<Record<Kind, number>> = { 'set-up': 24, invitation: 72 };

export class OneTimeCodes {
  readonly #database: DatabaseSync;
  readonly #clock: () => Instant;

  constructor(database: DatabaseSync, clock: () => Instant) {
    this.#database = database;
    this.#clock = clock;
  }

  /** A new code; the one before, of the same kind and name, counts no more. */
  issue(kind: Kind, name?: string): OneTimeCode {
    const code = newSecret();
    const expiresAt = new Date(Date.parse(this.#clock()) + HOURS[kind] * HOUR_MS).toISOString() as Instant;
    atOnce(this.#database, () => {
      this.withdraw(kind, name);
      this.#database
        .prepare('INSERT INTO codes (digest, kind, name, expires_at) VALUES (?, ?, ?, ?)')
        .run(digestOf(code), kind, name ?? null, expiresAt);
    });
    return { code, expiresAt };
  }

  /** The code that was issued counts no more. */
  withdraw(kind: Kind, name?: string): void {
    this.#database.prepare('DELETE FROM codes WHERE kind = ? AND name IS ?').run(kind, name ?? null);
  }

  /** Whom a code is for; refuses with `one-time-code-wrong`. */
  nameOf(kind: Kind, code: string): string {
    const found = this.#database
      .prepare('SELECT name FROM codes WHERE digest = ? AND kind = ? AND expires_at > ?')
      .get(digestOf(code), kind, this.#clock()) as { name: string | null } | undefined;
    if (found) return found.name ?? '';
    throw codeWrong();
  }

  /** Uses a code up; refuses with `one-time-code-wrong` whoever comes second. */
  use(kind: Kind, code: string): void {
    const { changes } = this.#database
      .prepare('DELETE FROM codes WHERE digest = ? AND kind = ? AND expires_at > ?')
      .run(digestOf(code), kind, this.#clock());
    if (changes === 0) throw codeWrong();
  }
}

const codeWrong = () =>
  refuse('one-time-code-wrong', 'The one-time code is wrong, used or expired; expected a new one.');
