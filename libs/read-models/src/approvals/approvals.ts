import type { DatabaseSync } from 'node:sqlite';
import type { ApprovalEvent } from '#control';
import { type ProjectedEvent, type Projection, type ProjectionWriter, totalsOf } from '../projection.ts';

/** Documents that wait for approval, or have waited: one row each, as they stand now. */
export const approvals: Projection = {
  name: 'approvals',
  version: 1,
  schema: `
CREATE TABLE ap_document (
  organisation TEXT NOT NULL,
  number TEXT NOT NULL,
  maker TEXT NOT NULL,
  summary TEXT NOT NULL,
  amount TEXT NOT NULL,
  tiers TEXT NOT NULL,
  given INTEGER NOT NULL,
  status TEXT NOT NULL,
  submitted_on TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (organisation, number)
) STRICT, WITHOUT ROWID;`,
  open: (database) => new Writer(database),
};

class Writer implements ProjectionWriter {
  readonly categories = new Set(['approval']);
  readonly #database: DatabaseSync;
  readonly #insert;
  readonly #approve;
  readonly #settle;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insert = database.prepare(`INSERT INTO ap_document VALUES (?, ?, ?, ?, ?, ?, 0, 'waiting', ?, ?)`);
    const where = 'WHERE organisation = ? AND number = ?';
    this.#approve = database.prepare(
      `UPDATE ap_document SET given = given + 1, status = ?, position = ? ${where}`,
    );
    this.#settle = database.prepare(`UPDATE ap_document SET status = ?, position = ? ${where}`);
  }

  apply({ event, position, organisation }: ProjectedEvent): void {
    const { type, data, effectiveOn } = event as ApprovalEvent;
    switch (type) {
      case 'DocumentSubmitted': {
        const { number, maker, summary, amount, tiers } = data;
        this.#insert.run(
          organisation,
          number,
          maker,
          summary,
          amount,
          JSON.stringify(tiers),
          effectiveOn,
          position,
        );
        return;
      }
      case 'DocumentApproved':
        this.#approve.run(data.last ? 'approved' : 'waiting', position, organisation, data.number);
        return;
      case 'DocumentRefused':
        this.#settle.run('refused', position, organisation, data.number);
        return;
      case 'DocumentWithdrawn':
        this.#settle.run('withdrawn', position, organisation, data.number);
    }
  }

  controlTotals(): Record<string, string> {
    return totalsOf(
      this.#database.prepare(
        `SELECT count(*) AS documents, coalesce(sum(given), 0) AS given,
                count(*) FILTER (WHERE status = 'waiting') AS waiting,
                coalesce(max(position), 0) AS position FROM ap_document`,
      ),
    );
  }
}
