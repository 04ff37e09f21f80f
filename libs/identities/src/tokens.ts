import { randomUUID } from 'node:crypto';
import type { Instant } from '#kernel';
import { digestOf, newSecret } from './box.ts';
import type { CountedDatabase } from './changes.ts';
import type { Happenings } from './happenings.ts';

/** What is known of a token beside itself. */
export interface TokenRecord {
  readonly id: string;
  readonly name: string;
  /** Who acts with it: the name of an account, or `service:` and the name of the service. */
  readonly subject: string;
  readonly kind: 'service' | 'person';
  readonly secondFactor: boolean;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly expiresAt: Instant;
  /** To the minute. */
  readonly lastUsedAt?: Instant;
  readonly revokedAt?: Instant;
}

export type NewToken = Pick<
  TokenRecord,
  'name' | 'subject' | 'kind' | 'secondFactor' | 'createdBy' | 'expiresAt'
>;

interface Row extends Omit<TokenRecord, 'secondFactor' | 'lastUsedAt' | 'revokedAt'> {
  readonly secondFactor: number;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** What was found since the tables were last changed. */
interface Found {
  readonly changes: number | undefined;
  readonly byDigest: Map<string, TokenRecord>;
}

const PREFIX = 'obligo_';
/** Programs that ask at the same time; far more than there are. */
const MOST_KEPT = 1_000;
const MINUTE_MS = 60_000;
const FORGET_MS = 30 * 24 * 60 * MINUTE_MS;
const COLUMNS = `t.id, t.name, t.subject, t.kind, t.second_factor AS "secondFactor",
  t.created_at AS "createdAt", t.created_by AS "createdBy", t.expires_at AS "expiresAt",
  t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt"`;

/** Tokens of services, and of programs of people: shown once, kept as digests. */
export class Tokens {
  readonly #database: CountedDatabase;
  readonly #clock: () => Instant;
  readonly #happenings: Happenings;
  #found: Found = { changes: 0, byDigest: new Map() };

  constructor(database: CountedDatabase, clock: () => Instant, happenings: Happenings) {
    this.#database = database;
    this.#clock = clock;
    this.#happenings = happenings;
  }

  async issue(asked: NewToken): Promise<{ readonly token: string; readonly record: TokenRecord }> {
    const { name, subject, kind, secondFactor, createdBy, expiresAt } = asked;
    const token = `${PREFIX}${newSecret()}`;
    const record = {
      id: randomUUID(),
      name,
      subject,
      kind,
      secondFactor,
      createdAt: this.#clock(),
      createdBy,
      expiresAt,
    };
    await this.#database.transaction(async () => {
      await this.#forgetOld();
      await this.#insert(record, token);
      await this.#happenings.tell('token-issued', subject, createdBy);
    });
    return { token, record };
  }

  async #insert(record: TokenRecord, token: string): Promise<void> {
    const { id, name, subject, kind, secondFactor, createdAt, createdBy, expiresAt } = record;
    await this.#database.run(
      `INSERT INTO tokens (id, digest, name, subject, kind, second_factor, created_at, created_by, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, digestOf(token), name, subject, kind, secondFactor ? 1 : 0, createdAt, createdBy, expiresAt],
    );
  }

  /** Tokens of people end within the day and are many; those of services stay, so that no name comes to mean another. */
  async #forgetOld(): Promise<void> {
    const before = new Date(Date.parse(this.#clock()) - FORGET_MS).toISOString();
    await this.#database.run("DELETE FROM tokens WHERE kind = 'person' AND expires_at < ?", before);
  }

  /** Whose a token is; nothing when it is unknown, expired or revoked, or its owner's account is closed. */
  async find(token: string): Promise<TokenRecord | undefined> {
    if (!token.startsWith(PREFIX)) return undefined;
    const now = this.#clock();
    const digest = digestOf(token);
    const found = this.#foundSinceChange();
    const kept = found.byDigest.get(digest);
    if (kept !== undefined && kept.expiresAt > now && !isUseToNote(kept, now)) return kept;
    const row = (await this.#database.get(
      `SELECT ${COLUMNS} FROM tokens t LEFT JOIN people p ON t.kind = 'person' AND p.name = t.subject
       WHERE t.digest = ? AND t.expires_at > ? AND t.revoked_at IS NULL AND (t.kind = 'service' OR p.state = 'open')`,
      digest,
      now,
    )) as Row | undefined;
    if (!row) return undefined;
    const record = recordOf(row);
    if (isUseToNote(record, now)) {
      await this.#database.run('UPDATE tokens SET last_used_at = ? WHERE id = ?', now, row.id);
    } else if (found.byDigest.size < MOST_KEPT) found.byDigest.set(digest, record);
    return record;
  }

  /** A revocation, an account that is closed: whatever changes the tables makes everything be asked again. */
  #foundSinceChange(): Found {
    const changes = this.#database.changes();
    if (changes === undefined || changes !== this.#found.changes) {
      this.#found = { changes, byDigest: new Map() };
    }
    return this.#found;
  }

  /** Oldest first, ended ones among them. */
  async list({
    subject,
    kind,
  }: { readonly subject?: string; readonly kind?: TokenRecord['kind'] } = {}): Promise<TokenRecord[]> {
    const only = Object.entries({ subject, kind }).flatMap(([column, value]) =>
      value === undefined ? [] : [{ condition: `t.${column} = ?`, value }],
    );
    const where = only.length === 0 ? '' : `WHERE ${only.map(({ condition }) => condition).join(' AND ')}`;
    const rows = await this.#database.all(
      `SELECT ${COLUMNS} FROM tokens t ${where} ORDER BY t.created_at, t.id`,
      ...only.map(({ value }) => value),
    );
    return (rows as unknown as Row[]).map(recordOf);
  }

  /** `by` the owner of the token when nobody else is named. */
  async revoke(id: string, by?: string): Promise<void> {
    await this.#database.transaction(async () => {
      const found = (await this.#database.get(
        'UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL RETURNING subject',
        this.#clock(),
        id,
      )) as { subject: string } | undefined;
      if (found) await this.#happenings.tell('token-revoked', found.subject, by ?? found.subject);
    });
  }

  /** Ends every token of somebody. */
  async revokeAll(subject: string, by = subject): Promise<void> {
    await this.#database.transaction(async () => {
      for (const { id, revokedAt } of await this.list({ subject }))
        if (revokedAt === undefined) await this.revoke(id, by);
    });
  }
}

const isUseToNote = ({ lastUsedAt }: TokenRecord, now: Instant): boolean =>
  lastUsedAt === undefined || Date.parse(now) - Date.parse(lastUsedAt) >= MINUTE_MS;

const recordOf = ({ secondFactor, lastUsedAt, revokedAt, ...row }: Row): TokenRecord => ({
  ...row,
  secondFactor: secondFactor === 1,
  ...(lastUsedAt === null ? {} : { lastUsedAt }),
  ...(revokedAt === null ? {} : { revokedAt }),
});
