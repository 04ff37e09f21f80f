import type { Database, Row } from '#database';
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
  readonly #database: Database;
  readonly #clock: () => Instant;

  constructor(database: Database, clock: () => Instant) {
    this.#database = database;
    this.#clock = clock;
  }

  async tell(kind: HappeningKind, name: string, by: string, address?: string): Promise<void> {
    await this.#database.run(
      'INSERT INTO happenings (at, kind, name, by, address) VALUES (?, ?, ?, ?, ?)',
      this.#clock(),
      kind,
      name,
      by,
      address ?? null,
    );
  }

  /** As `tell`, of an account that may not be there: it costs the same whether it is. Somebody unknown did it. */
  async tellIfThere(kind: HappeningKind, foldedName: string, address?: string): Promise<void> {
    await this.#database.run(
      `INSERT INTO happenings (at, kind, name, by, address)
       SELECT ?, ?, name, 'nobody', ? FROM people WHERE folded = ?`,
      this.#clock(),
      kind,
      address ?? null,
      foldedName,
    );
  }

  /** Newest first. */
  async list({ name, before = Number.MAX_SAFE_INTEGER, limit }: HappeningFilter): Promise<Happening[]> {
    const rows = await this.#database.all(
      `SELECT number, at, kind, name, by, address FROM happenings
       WHERE number < ? ${name === undefined ? '' : 'AND name = ?'} ORDER BY number DESC LIMIT ?`,
      ...[before, ...(name === undefined ? [] : [name]), limit],
    );
    return rows.map(happeningOf);
  }
}

function happeningOf({ number, address, ...row }: Row): Happening {
  return {
    ...(row as unknown as Omit<Happening, 'number' | 'address'>),
    number: Number(number),
    ...(typeof address === 'string' ? { address } : {}),
  };
}

export interface HappeningFilter {
  readonly name?: string;
  /** Only those with a smaller number. */
  readonly before?: number;
  readonly limit: number;
}
