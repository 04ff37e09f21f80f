import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { DocumentStage } from './change.ts';
import type { KnownDocuments } from './known-documents.ts';
import { Listing, type ListingOptions } from './listing.ts';

export interface DocumentScope {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project?: string | undefined;
}

const SCOPE = 'b.organisation = ?4 AND b.fiscal_year = ?5 AND b.stage IN (SELECT value FROM json_each(?6))';
const ORDER = 'b.project, b.stage, r.number, r.item';

/** The documents of some stages of a year or of one project in it, in project, stage and number order. */
export class ScopedList {
  readonly #ofYear;
  readonly #ofProject;

  constructor(
    database: DatabaseSync,
    documents: KnownDocuments,
    { open = false, columns }: Pick<ListingOptions, 'open' | 'columns'>,
  ) {
    const listing = (where: string) =>
      new Listing(database, documents, { from: 'book', where, order: ORDER, columns, open });
    this.#ofYear = listing(SCOPE);
    this.#ofProject = listing(`${SCOPE} AND b.project = ?7`);
  }

  /** The statement, and what to ask it. */
  asked(
    { organisation, fiscalYear, project }: DocumentScope,
    stages: readonly DocumentStage[],
    knownAt: bigint,
    on: string | undefined,
  ): [StatementSync, ...SQLInputValue[]] {
    const year = [organisation, fiscalYear, JSON.stringify(stages)] as const;
    return project === undefined
      ? this.#ofYear.asked(knownAt, on, ...year)
      : this.#ofProject.asked(knownAt, on, ...year, project);
  }
}
