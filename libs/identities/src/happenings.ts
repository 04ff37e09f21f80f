import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';

export const HAPPENINGS = [
  'opened',
  'invited',
  'password-set',
  'password-changed',
  'signed-in',
  'sign-in-refused',
  'second-factor-set',
  'second-factor-refused',
  'second-factor-removed',
  'token-issued',
  'token-revoked',
  'closed',
  'reopened',
  'erased',
] as const;
export type HappeningKind = (typeof HAPPENINGS)[number];

/** Something that concerned an account. */
export interface Happening {
  readonly number: number;
  readonly at: Instant;
  readonly kind: HappeningKind;
  readonly name: string;
  /** Who did it; the account itself where it signs in. */
  readonly by: string;
  readonly address?: string;
}

/** What concerned accounts, in order; nothing of it is removed or rewritten but the address of who is erased. */
export class Happenings {
  readonly #database: DatabaseSync;
  readonly #clock: () => Instant;

  constructor(database: DatabaseSync, clock: () => Instant) {
    this.#database = database;
    this.#clock = clock;
  }

  tell(kind: HappeningKind, name: string, by: string, address?: string): void {
    this.#database
      .prepare('INSERT INTO happenings (at, kind, name, by, address) VALUES (?, ?, ?, ?, ?)')
      .run(this.#clock(), kind, name, by, address ?? null);
  }

  /** Newest first. */
  list({ name, before = Number.MAX_SAFE_INTEGER, limit }: HappeningFilter): Happening[] {
    const rows = this.#database
      .prepare(
        `SELECT number, at, kind, name, by, address FROM happenings
         WHERE number < ?2 AND (?1 IS NULL OR name = ?1) ORDER BY number DESC LIMIT ?3`,
      )
      .all(name ?? null, before, limit) as unknown as (Omit<Happening, 'address'> & {
      address: string | null;
    })[];
    return rows.map(({ address, ...row }) => ({ ...row, ...(address === null ? {} : { address }) }));
  }
}

export interface HappeningFilter {
  readonly name?: string;
  /** Only those with a smaller number. */
  readonly before?: number;
  readonly limit: number;
}
