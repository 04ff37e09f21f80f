import type { DatabaseSync } from 'node:sqlite';
import type { AccountEvent } from '#budget';
import { add, negate, type Satang, ZERO } from '#kernel';
import { accountOf } from '../plan-versus-actual/projection.ts';
import { changeOf, commitmentOf } from './change.ts';
import { type ProjectedEvent, type Projection, type ProjectionWriter, totalsOf } from '../projection.ts';

/** Orders and contracts with what is still outstanding of each, by position. */
export const outstandingCommitments: Projection = {
  name: 'outstanding-commitments',
  version: 2,
  schema: `
CREATE TABLE oc_commitment (
  id INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  project TEXT NOT NULL,
  commitment TEXT NOT NULL,
  fund_source TEXT NOT NULL,
  category TEXT NOT NULL,
  made_on TEXT NOT NULL,
  description TEXT,
  counterparty TEXT,
  UNIQUE (organisation, fiscal_year, project, commitment)
) STRICT;

CREATE TABLE oc_entry (
  commitment INTEGER NOT NULL,
  position INTEGER NOT NULL,
  effective_on TEXT NOT NULL,
  committed INTEGER NOT NULL,
  disbursed INTEGER NOT NULL,
  outstanding INTEGER NOT NULL,
  PRIMARY KEY (commitment, position)
) STRICT, WITHOUT ROWID;
`,
  open: (database) => new Writer(database),
};

/** A commitment as it stands before the next event. */
interface Running {
  readonly id: number;
  readonly committed: Satang;
  readonly disbursed: Satang;
}

class Writer implements ProjectionWriter {
  readonly categories = new Set(['budgetaccount']);
  readonly #database: DatabaseSync;
  readonly #find;
  readonly #insert;
  readonly #insertEntry;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#find = database.prepare(
      `SELECT c.id, e.committed, e.disbursed FROM oc_commitment c JOIN oc_entry e ON e.commitment = c.id
        WHERE c.organisation = ? AND c.fiscal_year = ? AND c.project = ? AND c.commitment = ?
        ORDER BY e.position DESC LIMIT 1`,
    );
    this.#insert = database.prepare(
      `INSERT INTO oc_commitment (organisation, fiscal_year, project, commitment, fund_source, category, made_on,
         description, counterparty) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertEntry = database.prepare('INSERT INTO oc_entry VALUES (?, ?, ?, ?, ?, ?)');
  }

  apply({ recorded, event, position, organisation }: ProjectedEvent): void {
    const accountEvent = event as AccountEvent;
    const commitment = commitmentOf(accountEvent);
    if (commitment === undefined) return;
    const { fiscalYear, project } = accountOf(recorded.stream);
    const running =
      accountEvent.type === 'CommitmentMade'
        ? this.#start(organisation, fiscalYear, project, accountEvent)
        : this.#running(organisation, fiscalYear, project, commitment);
    const change = changeOf(accountEvent, running.disbursed);
    if (!change) return;
    const committed = add(running.committed, change.committed);
    const disbursed = add(running.disbursed, change.disbursed);
    const outstanding = add(committed, negate(disbursed));
    this.#insertEntry.run(running.id, position, event.effectiveOn, committed, disbursed, outstanding);
  }

  controlTotals(): Record<string, string> {
    return totalsOf(
      this.#database.prepare(
        `SELECT count(*) AS commitments, coalesce(sum(committed), 0) AS committed, coalesce(sum(disbursed), 0) AS disbursed,
                (SELECT count(*) FROM oc_entry) AS entries
           FROM oc_entry e WHERE position = (SELECT max(position) FROM oc_entry l WHERE l.commitment = e.commitment)`,
      ),
    );
  }

  #start(
    organisation: string,
    fiscalYear: number,
    project: string,
    { data, effectiveOn }: Extract<AccountEvent, { type: 'CommitmentMade' }>,
  ): Running {
    const { commitment, line, description, counterparty } = data;
    const { lastInsertRowid } = this.#insert.run(
      organisation,
      fiscalYear,
      project,
      commitment,
      line.fundSource,
      line.category,
      effectiveOn,
      description ?? null,
      counterparty ?? null,
    );
    return { id: Number(lastInsertRowid), committed: ZERO, disbursed: ZERO };
  }

  #running(organisation: string, fiscalYear: number, project: string, commitment: string): Running {
    const row = this.#find.get(organisation, fiscalYear, project, commitment);
    if (!row) throw new Error(`the commitment ${commitment} of ${project} was never made`);
    return row as unknown as Running;
  }
}
