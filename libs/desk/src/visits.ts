import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';

/** Where the log ended when somebody last looked. */
export interface LastVisit {
  readonly at: Instant;
  readonly position: string;
}

/** Looks that lie no further apart belong to one visit. */
const ONE_VISIT_MS = 30 * 60_000;

/** When everybody last looked, so that they can be shown what changed since. */
export class Visits {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The end of the visit before the one that lasts; nothing on the first. */
  before(owner: string, now: Instant): LastVisit | undefined {
    const row = this.#database.prepare('SELECT * FROM visits WHERE owner = ?').get(owner);
    if (!row) return undefined;
    if (isOver(row, now)) return visit(row['seen_at'], row['seen_position']);
    return row['before_at'] === null ? undefined : visit(row['before_at'], row['before_position']);
  }

  /** Somebody looks at the ledger up to a position. */
  see(owner: string, position: string, now: Instant): void {
    const before = this.before(owner, now);
    this.#database
      .prepare('INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?)')
      .run(owner, before ? Date.parse(before.at) : null, before?.position ?? null, Date.parse(now), position);
  }
}

const isOver = (row: Readonly<Record<string, unknown>>, now: Instant): boolean =>
  Date.parse(now) - Number(row['seen_at']) > ONE_VISIT_MS;

const visit = (at: unknown, position: unknown): LastVisit => ({
  at: new Date(Number(at)).toISOString() as Instant,
  position: String(position),
});
