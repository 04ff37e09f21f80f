import { type AccountState, budgetAccount } from '#budget';
import type { FiscalYear } from '#kernel';
import type { OrganisationSettings } from '#organisation';
import { kpi, type KpiState, quarterlyReport, type QuarterlyReportState } from '#performance';
import type { Frame } from './check/frame.ts';
import type { Published } from './published.ts';

/** What the ledger holds already; nothing where it holds nothing. The states are not changed. */
export interface KnownLedger {
  readonly organisation: string;
  readonly settings: OrganisationSettings | undefined;
  account(fiscalYear: FiscalYear, project: string): Promise<AccountState | undefined>;
  kpi(fiscalYear: FiscalYear, kpi: string): Promise<KpiState | undefined>;
  report(fiscalYear: FiscalYear, report: string): Promise<QuarterlyReportState | undefined>;
}

/** Own copies of the states of all that the folder speaks of, so that postings can be tried on them. */
export interface LedgerStates {
  readonly accounts: ReadonlyMap<string, AccountState>;
  readonly kpis: ReadonlyMap<string, KpiState>;
  readonly reports: ReadonlyMap<string, QuarterlyReportState>;
}

export async function loadStates(
  { projects, kpis }: Published,
  { fiscalYear, reports }: Frame,
  known: KnownLedger,
): Promise<LedgerStates> {
  const accounts = new Map<string, AccountState>();
  for (const { project } of projects.rows) {
    accounts.set(project, copy(await known.account(fiscalYear, project)) ?? budgetAccount.initial());
  }
  const states = new Map<string, KpiState>();
  for (const row of kpis.rows)
    states.set(row.kpi, copy(await known.kpi(fiscalYear, row.kpi)) ?? kpi.initial());
  const dated = new Map<string, QuarterlyReportState>();
  for (const { report } of reports) {
    dated.set(report, copy(await known.report(fiscalYear, report)) ?? quarterlyReport.initial());
  }
  return { accounts, kpis: states, reports: dated };
}

const copy = <State>(state: State | undefined): State | undefined =>
  state === undefined ? undefined : structuredClone(state);
