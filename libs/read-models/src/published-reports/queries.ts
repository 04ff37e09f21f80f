import type { DatabaseSync } from 'node:sqlite';
import type { ProjectStatus, PublishedFile } from '#performance';
import type { Quarter } from '#kernel';

export interface PublishedReportRow {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly report: string;
  readonly quarter: Quarter;
  /** The day that the figures stand for. */
  readonly asOf: string;
  readonly title: string | null;
}

export interface ProjectStatusRow {
  readonly report: string;
  readonly project: string;
  readonly status: ProjectStatus;
  readonly text: string | null;
  readonly achievedItems: number | null;
  /** Where the log says so. */
  readonly position: string;
}

/** One publication of a report: a numbered set of files. */
export interface PublicationRow {
  readonly number: string;
  readonly fiscalYear: number;
  readonly report: string;
  readonly quarter: Quarter;
  readonly title: string;
  readonly template: string;
  readonly language: 'th' | 'en';
  /** Up to where the figures were known. */
  readonly knownAt: string;
  readonly digest: string;
  readonly files: readonly PublishedFile[];
  /** Where the log says that it was published. */
  readonly position: string;
}

const PUBLICATION = `number, fiscal_year AS fiscalYear, report, quarter, title, template, language,
  CAST(known_at AS TEXT) AS knownAt, digest, files, CAST(position AS TEXT) AS position`;

const publicationOf = (row: unknown): PublicationRow => {
  const { files, ...rest } = row as Omit<PublicationRow, 'files'> & { readonly files: string };
  return { ...rest, files: JSON.parse(files) as PublishedFile[] };
};

const REPORT = 'organisation, fiscal_year AS fiscalYear, report, quarter, as_of AS asOf, title';

export class PublishedReportsQueries {
  readonly #named;
  readonly #list;
  readonly #statuses;
  readonly #publications;
  readonly #publication;

  constructor(database: DatabaseSync) {
    this.#named = database.prepare(
      `SELECT ${REPORT} FROM pr_report WHERE organisation = ? AND report = ? ORDER BY fiscal_year DESC`,
    );
    this.#list = database.prepare(
      `SELECT ${REPORT} FROM pr_report WHERE organisation = ? AND fiscal_year = ? AND position <= ? ORDER BY as_of, report`,
    );
    this.#statuses = database.prepare(
      `SELECT s.report, s.project, s.status, s.text, s.achieved_items AS achievedItems,
              CAST(s.position AS TEXT) AS position FROM pr_status s
        WHERE s.organisation = ? AND s.fiscal_year = ? AND s.report = ? AND s.position =
              (SELECT max(l.position) FROM pr_status l WHERE l.organisation = s.organisation
                AND l.fiscal_year = s.fiscal_year AND l.report = s.report AND l.project = s.project AND l.position <= ?)
        ORDER BY s.project`,
    );
    this.#publications = database.prepare(
      `SELECT ${PUBLICATION} FROM pr_publication p WHERE organisation = ? AND p.position <= ?
        ORDER BY p.position DESC LIMIT ?`,
    );
    this.#publication = database.prepare(
      `SELECT ${PUBLICATION} FROM pr_publication WHERE organisation = ? AND number = ?
        ORDER BY fiscal_year DESC LIMIT 1`,
    );
  }

  /** The reports of a code, which is unique in a fiscal year; that of the newest year first. */
  named(organisation: string, report: string): PublishedReportRow[] {
    return this.#named.all(organisation, report) as unknown as PublishedReportRow[];
  }

  list(organisation: string, fiscalYear: number, knownAt: bigint): PublishedReportRow[] {
    return this.#list.all(organisation, fiscalYear, knownAt) as unknown as PublishedReportRow[];
  }

  statuses(organisation: string, fiscalYear: number, report: string, knownAt: bigint): ProjectStatusRow[] {
    return this.#statuses.all(organisation, fiscalYear, report, knownAt) as unknown as ProjectStatusRow[];
  }

  /** What was published up to a position, the newest first. */
  publications(organisation: string, knownAt: bigint, limit: number): PublicationRow[] {
    return this.#publications.all(organisation, knownAt, limit).map(publicationOf);
  }

  publication(organisation: string, number: string): PublicationRow | undefined {
    const row = this.#publication.get(organisation, number);
    return row && publicationOf(row);
  }
}
