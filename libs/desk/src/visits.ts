import type { Database } from '#database';
import type { Instant } from '#kernel';

/** Where the log ended when somebody last looked at an organisation. */
export interface LastVisit {
  readonly at: Instant;
  readonly position: string;
}

/** Looks that lie no further apart belong to one visit. */
const ONE_VISIT_MS = 30 * 60_000;

/** Whose visit it is, and to which organisation. */
export interface Visitor {
  readonly owner: string;
  /** Empty where nobody says which. Visits of before they were told apart count for every organisation. */
  readonly organisation: string;
}

/** When everybody last looked at each organisation, so that they can be shown what changed since. */
export class Visits {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The end of the visit before the one that lasts; nothing on the first. */
  async before({ owner, organisation }: Visitor, now: Instant): Promise<LastVisit | undefined> {
    const row = await this.#database.get(
      `SELECT before_at, before_position, seen_at, seen_position FROM visits
        WHERE owner = ? AND organisation IN (?, '') ORDER BY organisation DESC LIMIT 1`,
      ...[owner, organisation],
    );
    if (!row) return undefined;
    if (isOver(row, now)) return visit(row['seen_at'], row['seen_position']);
    return row['before_at'] === null ? undefined : visit(row['before_at'], row['before_position']);
  }

  /** Somebody looks at an organisation up to a position. */
  see(visitor: Visitor, position: string, now: Instant): Promise<void> {
    const { owner, organisation } = visitor;
    return this.#database.transaction(async () => {
      const before = await this.before(visitor, now);
      await this.#database.run(
        `INSERT INTO visits (owner, organisation, before_at, before_position, seen_at, seen_position)
           VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (owner, organisation) DO UPDATE SET before_at = excluded.before_at, before_position = excluded.before_position,
           seen_at = excluded.seen_at, seen_position = excluded.seen_position`,
        ...[
          owner,
          organisation,
          before ? Date.parse(before.at) : null,
          before?.position ?? null,
          Date.parse(now),
          position,
        ],
      );
    }, `visit ${owner}`);
  }
}

const isOver = (row: Readonly<Record<string, unknown>>, now: Instant): boolean =>
  Date.parse(now) - Number(row['seen_at']) > ONE_VISIT_MS;

const visit = (at: unknown, position: unknown): LastVisit => ({
  at: new Date(Number(at)).toISOString() as Instant,
  position: String(position),
});
