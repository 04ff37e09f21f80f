import type { DatabaseSync } from 'node:sqlite';
import type { QuarterlyReportEvent } from '#performance';
import { type ProjectedEvent, type Projection, type ProjectionWriter, totalsOf } from '../projection.ts';

/** The quarterly reports with the day they stand for, and the status that each gives to the projects. */
export const publishedReports: Projection = {
  name: 'published-reports',
  version: 1,
  schema: `
CREATE TABLE pr_report (
  organisation TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  report TEXT NOT NULL,
  quarter TEXT NOT NULL,
  as_of TEXT NOT NULL,
  title TEXT,
  position INTEGER NOT NULL,
  PRIMARY KEY (organisation, report, fiscal_year)
) STRICT, WITHOUT ROWID;

CREATE TABLE pr_status (
  organisation TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  report TEXT NOT NULL,
  project TEXT NOT NULL,
  position INTEGER NOT NULL,
  status TEXT NOT NULL,
  text TEXT,
  achieved_items INTEGER,
  PRIMARY KEY (organisation, fiscal_year, report, project, position)
) STRICT, WITHOUT ROWID;
`,
  open: (database) => new Writer(database),
};

/** The stream names the report: `quarterlyreport-<organisation>.<fiscal year>.<report>`. */
function reportOf(stream: string): { fiscalYear: number; report: string } {
  const [, fiscalYear = '', ...report] = stream.split('.');
  return { fiscalYear: Number(fiscalYear), report: report.join('.') };
}

class Writer implements ProjectionWriter {
  readonly categories = new Set(['quarterlyreport']);
  readonly #database: DatabaseSync;
  readonly #insertReport;
  readonly #insertStatus;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insertReport = database.prepare('INSERT INTO pr_report VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#insertStatus = database.prepare('INSERT INTO pr_status VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  }

  apply({ recorded, event, position, organisation }: ProjectedEvent): void {
    const { fiscalYear, report } = reportOf(recorded.stream);
    const reported = event as QuarterlyReportEvent;
    if (reported.type === 'QuarterlyReportDated') {
      const { quarter, asOf, title } = reported.data;
      this.#insertReport.run(organisation, fiscalYear, report, quarter, asOf, title ?? null, position);
    } else {
      const { project, status, text, achievedItems } = reported.data;
      this.#insertStatus.run(
        organisation,
        fiscalYear,
        report,
        project,
        position,
        status,
        text ?? null,
        achievedItems ?? null,
      );
    }
  }

  controlTotals(): Record<string, string> {
    return totalsOf(
      this.#database.prepare(
        `SELECT (SELECT count(*) FROM pr_report) AS reports, (SELECT count(*) FROM pr_status) AS statuses`,
      ),
    );
  }
}
