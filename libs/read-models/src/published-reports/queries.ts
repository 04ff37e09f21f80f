import type { DatabaseSync } from 'node:sqlite';
import type { ProjectStatus } from '#performance';
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
}

const REPORT = 'organisation, fiscal_year AS fiscalYear, report, quarter, as_of AS asOf, title';

export class PublishedReportsQueries {
  readonly #find;
  readonly #list;
  readonly #statuses;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      `SELECT ${REPORT} FROM pr_report WHERE organisation = ? AND report = ? ORDER BY fiscal_year DESC LIMIT 1`,
    );
    this.#list = database.prepare(
      `SELECT ${REPORT} FROM pr_report WHERE organisation = ? AND fiscal_year = ? AND position <= ? ORDER BY as_of, report`,
    );
    this.#statuses = database.prepare(
      `SELECT s.report, s.project, s.status, s.text, s.achieved_items AS achievedItems FROM pr_status s
        WHERE s.organisation = ? AND s.fiscal_year = ? AND s.report = ? AND s.position =
              (SELECT max(l.position) FROM pr_status l WHERE l.organisation = s.organisation
                AND l.fiscal_year = s.fiscal_year AND l.report = s.report AND l.project = s.project AND l.position <= ?)
        ORDER BY s.project`,
    );
  }

  find(organisation: string, report: string): PublishedReportRow | undefined {
    return this.#find.get(organisation, report) as unknown as PublishedReportRow | undefined;
  }

  list(organisation: string, fiscalYear: number, knownAt: bigint): PublishedReportRow[] {
    return this.#list.all(organisation, fiscalYear, knownAt) as unknown as PublishedReportRow[];
  }

  statuses(organisation: string, fiscalYear: number, report: string, knownAt: bigint): ProjectStatusRow[] {
    return this.#statuses.all(organisation, fiscalYear, report, knownAt) as unknown as ProjectStatusRow[];
  }
}
