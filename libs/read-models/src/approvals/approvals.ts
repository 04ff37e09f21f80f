import type { DatabaseSync } from 'node:sqlite';
import type { ApprovalEvent } from '#control';
import type { ProjectedEvent } from '../projected-event.ts';
import type { Projection, ProjectionWriter } from '../projection.ts';

/** Documents that wait for approval, or have waited: a row each, and a row per step with how the document stands after it. */
export const approvals: Projection = {
  name: 'approvals',
  version: 3,
  schema: `
CREATE TABLE ap_document (
  organisation TEXT NOT NULL,
  number TEXT NOT NULL,
  maker TEXT NOT NULL,
  summary TEXT NOT NULL,
  amount TEXT NOT NULL,
  tiers TEXT NOT NULL,
  submitted_on TEXT NOT NULL,
  submitted_at TEXT NOT NULL,
  position INTEGER NOT NULL,
  kinds TEXT NOT NULL,
  accounts TEXT NOT NULL,
  PRIMARY KEY (organisation, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ap_step (
  organisation TEXT NOT NULL,
  number TEXT NOT NULL,
  position INTEGER NOT NULL,
  effective_on TEXT NOT NULL,
  given INTEGER NOT NULL,
  status TEXT NOT NULL,
  booked_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (organisation, number, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX ap_step_decided ON ap_step (organisation, position) WHERE status <> 'waiting';`,
  totals: `SELECT (SELECT count(*) FROM ap_document) AS documents, count(*) AS steps,
                count(*) FILTER (WHERE status = 'waiting') AS waiting, coalesce(sum(given), 0) AS given,
                coalesce(max(position), 0) AS position FROM ap_step`,
  open: (database) => new Writer(database),
};

class Writer implements ProjectionWriter {
  readonly categories = new Set(['approval']);
  readonly #insert;
  readonly #given;
  readonly #step;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO ap_document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#given = database.prepare(
      `SELECT given FROM ap_step WHERE organisation = ? AND number = ? ORDER BY position DESC LIMIT 1`,
    );
    this.#step = database.prepare('INSERT INTO ap_step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  }

  apply({ recorded, event, position, organisation }: ProjectedEvent): void {
    const { type, data, effectiveOn } = event as ApprovalEvent;
    const { bookedAt, metadata } = recorded;
    if (type === 'DocumentSubmitted') {
      const { number, maker, summary, amount, tiers, what } = data;
      const kinds = unique(what.map(({ command: { type: kind } }) => (typeof kind === 'string' ? kind : '')));
      const accounts = unique(what.map(({ stream }) => accountIn(stream)));
      this.#insert.run(
        ...[organisation, number, maker, summary, amount, JSON.stringify(tiers), effectiveOn],
        ...[bookedAt, position, kinds, accounts],
      );
    }
    const given = this.#given.get(organisation, data.number)?.['given'] as number | undefined;
    const isGiven = type === 'DocumentApproved';
    this.#step.run(
      ...[organisation, data.number, position, effectiveOn],
      ...[(given ?? 0) + (isGiven ? 1 : 0), statusAfter(event as ApprovalEvent)],
      ...[bookedAt, metadata.actor, metadata.reason ?? null],
    );
  }
}

const unique = (texts: readonly string[]): string => JSON.stringify([...new Set(texts)]);

/** The account of a project and year that a stream holds, as `year.project`. */
const accountIn = (stream: string): string => stream.slice(stream.indexOf('.') + 1);

function statusAfter({ type, data }: ApprovalEvent): string {
  switch (type) {
    case 'DocumentSubmitted':
      return 'waiting';
    case 'DocumentApproved':
      return data.last ? 'approved' : 'waiting';
    case 'DocumentRefused':
      return 'refused';
    case 'DocumentWithdrawn':
      return 'withdrawn';
  }
}
