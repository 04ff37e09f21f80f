import type { Database } from '#database';
import type { Instant } from '#kernel';
import { digestOf, newSecret } from './box.ts';
import { refuse } from './refusals.ts';

/** A code that counts once, for some time; shown to whoever passes it on, kept as a digest. */
export interface OneTimeCode {
  readonly code: string;
  readonly expiresAt: Instant;
}

type Kind = 'set-up' | 'invitation';

const HOUR_MS = 3_600_000;
const HOURS: Readonly<Record<Kind, number>> = { 'set-up': 24, invitation: 72 };

export class OneTimeCodes {
  readonly #database: Database;
  readonly #clock: () => Instant;

  constructor(database: Database, clock: () => Instant) {
    this.#database = database;
    this.#clock = clock;
  }

  /** A new code; the one before, of the same kind and name, counts no more. */
  async issue(kind: Kind, name?: string): Promise<OneTimeCode> {
    const code = newSecret();
    const expiresAt = new Date(Date.parse(this.#clock()) + HOURS[kind] * HOUR_MS).toISOString() as Instant;
    await this.#database.transaction(async () => {
      await this.withdraw(kind, name);
      await this.#database.run(
        'INSERT INTO codes (digest, kind, name, expires_at) VALUES (?, ?, ?, ?)',
        digestOf(code),
        kind,
        name ?? null,
        expiresAt,
      );
    });
    return { code, expiresAt };
  }

  /** The code that was issued counts no more. */
  async withdraw(kind: Kind, name?: string): Promise<void> {
    await this.#database.run(
      'DELETE FROM codes WHERE kind = ? AND name IS NOT DISTINCT FROM ?',
      kind,
      name ?? null,
    );
  }

  /** Whom a code is for; refuses with `one-time-code-wrong`. */
  async nameOf(kind: Kind, code: string): Promise<string> {
    const found = (await this.#database.get(
      'SELECT name FROM codes WHERE digest = ? AND kind = ? AND expires_at > ?',
      digestOf(code),
      kind,
      this.#clock(),
    )) as { name: string | null } | undefined;
    if (found) return found.name ?? '';
    throw codeWrong();
  }

  /** Uses a code up; refuses with `one-time-code-wrong` whoever comes second. */
  async use(kind: Kind, code: string): Promise<void> {
    const changes = await this.#database.run(
      'DELETE FROM codes WHERE digest = ? AND kind = ? AND expires_at > ?',
      digestOf(code),
      kind,
      this.#clock(),
    );
    if (changes === 0) throw codeWrong();
  }
}

const codeWrong = () =>
  refuse('one-time-code-wrong', 'The one-time code is wrong, used or expired; expected a new one.');
