import type { DatabaseSync } from 'node:sqlite';

export class KpiScoreboardQueries {
  readonly #facts;

  constructor(database: DatabaseSync) {
    this.#facts = database.prepare(
      `SELECT f.kpi, f.fact, f.value FROM kpi_fact f
        WHERE f.organisation = ? AND f.fiscal_year = ? AND f.position =
              (SELECT max(l.position) FROM kpi_fact l WHERE l.organisation = f.organisation
                AND l.fiscal_year = f.fiscal_year AND l.kpi = f.kpi AND l.fact = f.fact AND l.position <= ?)
        ORDER BY f.kpi, f.fact`,
    );
  }

  /** The newest facts of every KPI of a fiscal year, as known at a position. */
  facts(organisation: string, fiscalYear: number, knownAt: bigint): Map<string, Map<string, unknown>> {
    const kpis = new Map<string, Map<string, unknown>>();
    for (const row of this.#facts.iterate(organisation, fiscalYear, knownAt)) {
      const kpi = row['kpi'] as string;
      const facts = kpis.get(kpi) ?? new Map<string, unknown>();
      facts.set(row['fact'] as string, JSON.parse(row['value'] as string));
      kpis.set(kpi, facts);
    }
    return kpis;
  }
}
