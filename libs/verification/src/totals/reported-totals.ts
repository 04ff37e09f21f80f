import type { TotalsRow } from '#audit-trail';
import type { DatabaseSync } from 'node:sqlite';
import type { Measure, MovementQuarter } from '#budget';
import { satang } from '#kernel';
import { TotalsTable } from './totals-table.ts';

const CELLS = `
SELECT organisation, fiscal_year, project, quarter, measure, (
  SELECT e.balance FROM pva_entry e WHERE e.cell = c.id AND e.position <= ? ORDER BY e.position DESC LIMIT 1
) AS balance FROM pva_cell c WHERE measure IN ('plan', 'budget', 'committed', 'disbursed')`;

/** The totals that a ledger reports, from the tables of plan versus actual, as known at a position of the store. */
export function reportedTotals(projections: DatabaseSync, knownAt: bigint): TotalsRow[] {
  const table = new TotalsTable();
  for (const row of projections.prepare(CELLS).iterate(knownAt)) {
    if (row['balance'] === null) continue;
    const account = {
      organisation: String(row['organisation']),
      fiscalYear: Number(row['fiscal_year']),
      project: String(row['project']),
    };
    const quarter = row['quarter'] as MovementQuarter;
    table.add(account, quarter, row['measure'] as Measure, satang(row['balance'] as number));
  }
  return table.rows();
}
