import type { DatabaseSync } from 'node:sqlite';
import { type CivilDate, Recent } from '#kernel';
import { type BriefRow, DocumentQueries, JournalQueries } from '#read-models';
import type { StandingCommitment } from '../rule.ts';
import type { FindingFilter } from './finding.ts';

/** When something is asked: what was known, and the day that it is judged on. */
export interface Judged {
  readonly knownAt: bigint;
  readonly day: CivilDate;
}

/** Years whose commitments are kept, and how many commitments of one at most: some ten megabytes in all. */
const YEARS_AT_HAND = 8;
const MOST_KEPT = 10_000;

/**
 * The commitments of an organisation of which something was outstanding at the end of a day. A year of them is kept until
 * anything is posted in the organisation, since who reads findings page by page asks for the same ones again and again.
 */
export class StandingCommitments {
  readonly #documents: DocumentQueries;
  readonly #journal: JournalQueries;
  readonly #years;
  readonly #kept = new Recent<string, readonly StandingCommitment[]>(YEARS_AT_HAND);

  constructor(database: DatabaseSync) {
    this.#documents = new DocumentQueries(database);
    this.#journal = new JournalQueries(database);
    this.#years = database.prepare(
      'SELECT DISTINCT fiscal_year AS year FROM doc_book WHERE organisation = ? ORDER BY fiscal_year',
    );
  }

  of(filter: FindingFilter, { knownAt, day }: Judged): StandingCommitment[] {
    const { organisation, project } = filter;
    const newest = this.#journal.newest(organisation, knownAt);
    if (newest === undefined) return [];
    return this.#yearsOf(filter).flatMap((fiscalYear) => {
      const name = JSON.stringify([organisation, fiscalYear, project ?? null, day, String(newest)]);
      const known = this.#kept.get(name);
      if (known !== undefined) return known;
      const found = this.#documents
        .openBrief({ organisation, fiscalYear, project }, ['commitment'], knownAt, day)
        .map((row) => standing(row, fiscalYear));
      if (found.length <= MOST_KEPT) this.#kept.set(name, found);
      return found;
    });
  }

  #yearsOf({ organisation, fiscalYear }: FindingFilter): number[] {
    if (fiscalYear !== undefined) return [fiscalYear];
    return this.#years.all(organisation).map(({ year }) => year as number);
  }
}

const standing = (row: BriefRow, fiscalYear: number): StandingCommitment => ({
  fiscalYear,
  project: row.project,
  number: row.number,
  item: row.item,
  madeOn: row.madeOn as CivilDate,
  lastMovedOn: row.lastMovedOn as CivilDate,
  amount: row.amount,
  outstanding: row.outstanding,
});
