import { categoryOf } from '#kernel';
import type { DatabaseSync } from 'node:sqlite';
import { type AccountEvent, documentOf } from '#budget';
import { accountOf } from '../plan-versus-actual/projection.ts';
import { type ProjectedEvent, type Projection, type ProjectionWriter, totalsOf } from '../projection.ts';

/** Every event in the order of the log, with what people look for: project, document, amount, author, reason. */
export const journal: Projection = {
  name: 'journal',
  version: 2,
  schema: `
CREATE TABLE journal_row (
  position INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  fiscal_year INTEGER,
  project TEXT,
  type TEXT NOT NULL,
  document TEXT,
  amount TEXT,
  effective_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  booked_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  source TEXT,
  event_id TEXT NOT NULL,
  stream TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_organisation ON journal_row (organisation, position);
CREATE INDEX journal_by_project ON journal_row (organisation, project, position);
CREATE INDEX journal_by_type ON journal_row (organisation, type, position);
CREATE INDEX journal_by_actor ON journal_row (organisation, actor, position);
CREATE INDEX journal_by_document ON journal_row (organisation, document, position);
`,
  open: (database) => new Writer(database),
};

class Writer implements ProjectionWriter {
  readonly #insert;
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insert = database.prepare(`INSERT INTO journal_row VALUES (${Array(15).fill('?').join(', ')})`);
  }

  apply({ recorded, event, position, organisation }: ProjectedEvent): void {
    const { metadata } = recorded;
    const data = event.data as Readonly<Record<string, unknown>>;
    const isAccount = categoryOf(recorded.stream) === 'budgetaccount';
    const account = isAccount ? accountOf(recorded.stream) : undefined;
    const document = isAccount ? documentOf(event as AccountEvent)?.number : undefined;
    this.#insert.run(
      position,
      organisation,
      account?.fiscalYear ?? number(data['fiscalYear']),
      account?.project ?? text(data['project']),
      event.type,
      document ?? null,
      amountOf(data),
      event.effectiveOn,
      recorded.recordedAt,
      recorded.bookedAt,
      metadata.actor,
      metadata.reason ?? null,
      metadata.source ?? null,
      recorded.id,
      recorded.stream,
    );
  }

  controlTotals(): Record<string, string> {
    return totalsOf(
      this.#database.prepare(
        `SELECT count(*) AS rows, coalesce(max(position), 0) AS position FROM journal_row`,
      ),
    );
  }
}

/** The amount that the event is about, as written in it. */
function amountOf(data: Readonly<Record<string, unknown>>): string | null {
  return text(data['amount']) ?? text(data['change']) ?? null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
