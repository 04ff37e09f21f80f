import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Finding, FindingCursor, FindingFilter } from './finding.ts';

type Row = Omit<Finding, 'sentence' | 'people' | 'events'> & {
  readonly sentence: string;
  readonly sentenceTh: string;
};

const SELECT = `SELECT f.id, f.rule, v.severity, v.sentence, v.sentence_th AS sentenceTh, v.project, v.fiscal_year AS fiscalYear,
         v.effective_on AS effectiveOn, v.amount, CAST(f.position AS TEXT) AS foundAt,
         CAST(v.since AS TEXT) AS since, CASE v.holds WHEN 0 THEN CAST(v.position AS TEXT) END AS until
    FROM audit_finding f
    JOIN audit_finding_version v ON v.finding = f.id AND v.position =
         (SELECT max(position) FROM audit_finding_version l WHERE l.finding = f.id AND l.position <= ?)`;

const CONDITIONS = {
  rule: 'f.rule = ?',
  project: 'v.project = ?',
  fiscalYear: 'v.fiscal_year = ?',
  effectiveTo: 'v.effective_on <= ?',
  person:
    'EXISTS (SELECT 1 FROM audit_finding_person p WHERE p.finding = f.id AND p.person = ? AND p.linked_at <= ?)',
} as const;

/** Findings that events make, as known at a position. */
export class FindingQueries {
  readonly #database: DatabaseSync;
  readonly #one;
  readonly #people;
  readonly #events;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#one = database.prepare(`${SELECT} WHERE f.organisation = ? AND f.id = ?`);
    this.#people = database.prepare(
      'SELECT person FROM audit_finding_person WHERE finding = ? AND linked_at <= ? ORDER BY person',
    );
    this.#events = database.prepare(
      `SELECT CAST(event AS TEXT) AS event FROM audit_finding_event
        WHERE finding = ? AND linked_at <= ? ORDER BY audit_finding_event.event`,
    );
  }

  find(organisation: string, id: string, knownAt: bigint): Finding | undefined {
    const row = this.#one.get(knownAt, organisation, id) as unknown as Row | undefined;
    return row && this.#whole(row, knownAt);
  }

  /** A page in the order in which they were found first. */
  page(filter: FindingFilter, knownAt: bigint, after: FindingCursor, limit: number): Finding[] {
    const { organisation, withEnded = false } = filter;
    const where = [
      'f.organisation = ?',
      'f.position <= ?',
      '(f.position, f.id) > (?, ?)',
      ...(withEnded ? [] : ['v.holds = 1']),
    ];
    const values: SQLInputValue[] = [knownAt, organisation, knownAt, after.foundAt, after.id];
    for (const [name, condition] of Object.entries(CONDITIONS)) {
      const value = filter[name as keyof typeof CONDITIONS];
      if (value === undefined) continue;
      where.push(condition);
      values.push(value, ...(name === 'person' ? [knownAt] : []));
    }
    const rows = this.#database
      .prepare(`${SELECT} WHERE ${where.join(' AND ')} ORDER BY f.position, f.id LIMIT ?`)
      .all(...values, limit) as unknown as Row[];
    return rows.map((row) => this.#whole(row, knownAt));
  }

  #whole({ sentence, sentenceTh, ...row }: Row, knownAt: bigint): Finding {
    return {
      ...row,
      sentence: { en: sentence, th: sentenceTh },
      people: this.#people.all(row.id, knownAt).map(({ person }) => person as string),
      events: this.#events.all(row.id, knownAt).map(({ event }) => event as string),
    };
  }
}
