import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** One event as the journal lists it; amounts in baht, times in UTC. */
export interface JournalRow {
  readonly position: string;
  readonly organisation: string;
  readonly fiscalYear: number | null;
  readonly project: string | null;
  readonly type: string;
  readonly document: string | null;
  readonly amount: string | null;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly bookedAt: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly source: string | null;
  readonly eventId: string;
  readonly stream: string;
}

export interface JournalFilter {
  readonly organisation: string;
  readonly fiscalYear?: number | undefined;
  readonly project?: string | undefined;
  readonly type?: string | undefined;
  readonly actor?: string | undefined;
  readonly document?: string | undefined;
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
}

const COLUMNS = `CAST(position AS TEXT) AS position, organisation, fiscal_year AS fiscalYear, project, type, document,
  amount, effective_on AS effectiveOn, recorded_at AS recordedAt, booked_at AS bookedAt, actor, reason, source,
  event_id AS eventId, stream`;

const CONDITIONS = {
  fiscalYear: 'fiscal_year = ?',
  project: 'project = ?',
  type: 'type = ?',
  actor: 'actor = ?',
  document: 'document = ?',
  effectiveFrom: 'effective_on >= ?',
  effectiveTo: 'effective_on <= ?',
} as const;

/**
 * The index to walk in the order of the log, by the most telling filter. Left to itself SQLite takes the first
 * one that bounds the position and looks at every event of the organisation. Business dates have no index: they
 * mostly follow the log, and a page of them is found by walking it.
 */
const INDEX_FOR = ['document', 'actor', 'project', 'type'] as const;

const indexFor = (filter: JournalFilter): string =>
  `journal_by_${INDEX_FOR.find((name) => filter[name] !== undefined) ?? 'organisation'}`;

export class JournalQueries {
  readonly #database: DatabaseSync;
  readonly #one;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#one = database.prepare(`SELECT ${COLUMNS} FROM journal_row WHERE position = ?`);
  }

  at(position: string): JournalRow | undefined {
    return this.#one.get(BigInt(position)) as unknown as JournalRow | undefined;
  }

  /** A page of the journal in the order of the log, after one position and up to another. */
  page(filter: JournalFilter, page: { after: bigint; upTo: bigint; limit: number }): JournalRow[] {
    const where = ['organisation = ?'];
    const values: SQLInputValue[] = [filter.organisation];
    for (const [name, condition] of Object.entries(CONDITIONS)) {
      const value = filter[name as keyof typeof CONDITIONS];
      if (value === undefined) continue;
      where.push(condition);
      values.push(value);
    }
    return this.#database
      .prepare(
        `SELECT ${COLUMNS} FROM journal_row INDEXED BY ${indexFor(filter)} WHERE ${where.join(' AND ')} AND journal_row.position > ? AND journal_row.position <= ?
          ORDER BY journal_row.position LIMIT ?`,
      )
      .all(...values, page.after, page.upTo, page.limit) as unknown as JournalRow[];
  }
}
