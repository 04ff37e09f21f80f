import type { DatabaseSync } from 'node:sqlite';
import type { QuarterlyReportEvent, ReportPublished } from '#performance';
import type { ProjectedEvent } from '../projected-event.ts';
import type { Projection, ProjectionWriter } from '../projection.ts';

/** The quarterly reports with the day they stand for, the status that each gives to the projects, and their editions. */
export const publishedReports: Projection = {
  name: 'published-reports',
  version: 2,
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

CREATE TABLE pr_publication (
  organisation TEXT NOT NULL,
  number TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  report TEXT NOT NULL,
  quarter TEXT NOT NULL,
  title TEXT NOT NULL,
  template TEXT NOT NULL,
  language TEXT NOT NULL,
  known_at INTEGER NOT NULL,
  digest TEXT NOT NULL,
  files TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (organisation, number, fiscal_year)
) STRICT, WITHOUT ROWID;
CREATE INDEX pr_publication_by_position ON pr_publication (organisation, position);
`,
  totals: `SELECT (SELECT count(*) FROM pr_report) AS reports, (SELECT count(*) FROM pr_status) AS statuses,
                (SELECT count(*) FROM pr_publication) AS publications`,
  open: (database) => new Writer(database),
};

/** The stream names the report: `quarterlyreport-<organisation>.<fiscal year>.<report>`. */
function reportOf(stream: string): { fiscalYear: number; report: string } {
  const [, fiscalYear = '', ...report] = stream.split('.');
  return { fiscalYear: Number(fiscalYear), report: report.join('.') };
}

class Writer implements ProjectionWriter {
  readonly categories = new Set(['quarterlyreport']);
  readonly #insertReport;
  readonly #insertStatus;
  readonly #insertPublication;

  constructor(database: DatabaseSync) {
    this.#insertReport = database.prepare('INSERT INTO pr_report VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#insertStatus = database.prepare('INSERT INTO pr_status VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertPublication = database.prepare(
      'INSERT INTO pr_publication VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  apply({ recorded, event, position, organisation }: ProjectedEvent): void {
    const { fiscalYear, report } = reportOf(recorded.stream);
    const reported = event as QuarterlyReportEvent;
    if (reported.type === 'QuarterlyReportDated') {
      const { quarter, asOf, title } = reported.data;
      this.#insertReport.run(organisation, fiscalYear, report, quarter, asOf, title ?? null, position);
    } else if (reported.type === 'ReportPublished') {
      this.#publish(organisation, fiscalYear, report, reported.data, position);
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

  #publish(
    organisation: string,
    fiscalYear: number,
    report: string,
    { number, quarter, title, template, language, knownAt, digest, files }: ReportPublished['data'],
    position: bigint,
  ): void {
    const content = [quarter, title, template, language, BigInt(knownAt), digest, JSON.stringify(files)];
    this.#insertPublication.run(organisation, number, fiscalYear, report, ...content, position);
  }
}
