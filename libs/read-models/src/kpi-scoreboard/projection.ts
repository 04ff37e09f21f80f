import type { DatabaseSync } from 'node:sqlite';
import type { KpiEvent } from '#performance';
import type { ProjectedEvent } from '../projected-event.ts';
import type { Projection, ProjectionWriter } from '../projection.ts';
import { kpiFactsOf } from './facts.ts';

/** What is known of each KPI, fact by fact, with the position at which each fact became known. */
export const kpiScoreboard: Projection = {
  name: 'kpi-scoreboard',
  version: 1,
  schema: `
CREATE TABLE kpi_fact (
  organisation TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  kpi TEXT NOT NULL,
  fact TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (organisation, fiscal_year, kpi, fact, position)
) STRICT, WITHOUT ROWID;
`,
  totals: `SELECT count(*) AS facts, coalesce(sum(length(value)), 0) AS characters FROM kpi_fact`,
  open: (database) => new Writer(database),
};

/** The stream names the KPI: `kpi-<organisation>.<fiscal year>.<kpi>`. */
function kpiOf(stream: string): { fiscalYear: number; kpi: string } {
  const [, fiscalYear = '', ...kpi] = stream.split('.');
  return { fiscalYear: Number(fiscalYear), kpi: kpi.join('.') };
}

class Writer implements ProjectionWriter {
  readonly categories = new Set(['kpi']);
  readonly #insert;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO kpi_fact VALUES (?, ?, ?, ?, ?, ?)');
  }

  apply({ recorded, event, position, organisation }: ProjectedEvent): void {
    const { fiscalYear, kpi } = kpiOf(recorded.stream);
    for (const { key, value } of kpiFactsOf(event as KpiEvent, recorded.revision)) {
      this.#insert.run(organisation, fiscalYear, kpi, key, position, JSON.stringify(value));
    }
  }
}
