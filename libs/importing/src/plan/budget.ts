import { type AccountCommand, type AccountEvent, type AccountState, budgetAccount, lineKey } from '#budget';
import { formatBaht, streams, ZERO } from '#kernel';
import { allocatedBy, documentsOf } from '../check/budget.ts';
import type { Year } from '../check/frame.ts';
import type { Findings } from '../fault.ts';
import type { KnownLedger } from '../known-ledger.ts';
import type { Published } from '../published.ts';
import type { Located } from '../source/read-table.ts';
import type { BudgetRow } from '../tables/budget.ts';
import type { ProjectRow } from '../tables/projects.ts';
import { isOpen } from './account-view.ts';
import type { ScratchLedger, ScratchStream } from './scratch-ledger.ts';
import { registerOrganisation } from './setup.ts';

/** The planning of a budget: its tables, its year, and the ledger as it will be. */
export interface BudgetPlan {
  readonly published: Published;
  readonly year: Year;
  readonly known: KnownLedger;
  readonly findings: Findings;
  readonly ledger: ScratchLedger;
}

/**
 * Plans the documents of a budget on the first day of its year: the organisation, then each project with what is
 * estimated and allocated to its lines. A project that the ledger holds is left as it is; its documents are answered.
 */
export async function planBudget(plan: BudgetPlan): Promise<ReadonlySet<string>> {
  const { published, year } = plan;
  registerOrganisation(plan, year.first);
  const recorded = new Set<string>();
  for (const row of published.projects.rows) {
    const documents = documentsOf(published.budget.rows, row.project);
    const held = await plan.known.account(year.fiscalYear, row.project);
    if (held && isOpen(held)) {
      for (const { document } of documents) recorded.add(document);
      compare(held, documents, plan.findings);
    } else openProject(plan, row, documents);
  }
  return recorded;
}

type Documents = readonly (BudgetRow & Located)[];

function openProject(plan: BudgetPlan, row: ProjectRow & Located, documents: Documents): void {
  const { known, year, ledger } = plan;
  const { project, name, nameEn, programme } = row;
  const account: ScratchStream<AccountState, AccountCommand, AccountEvent> = {
    decider: budgetAccount,
    stream: streams.budgetAccount(known.organisation, year.fiscalYear, project),
    state: budgetAccount.initial(),
  };
  const effectiveOn = year.first;
  const post = (from: Located, command: AccountCommand): void => {
    const source = `${from.file} line ${from.line}`;
    ledger.post(account, command, { place: from, source, bookedOn: year.first });
  };
  const names = { organisation: known.organisation, fiscalYear: year.fiscalYear, project };
  post(row, { type: 'open-account', ...names, name, nameEn, programme, effectiveOn });
  for (const each of documents) {
    const { document, fundSource, category, estimated = ZERO, allocated = ZERO } = each;
    const line = { fundSource, category };
    if (estimated > 0) post(each, { type: 'estimate', line, amount: estimated, document, effectiveOn });
    if (allocated > 0) post(each, { type: 'allocate', line, amount: allocated, document, effectiveOn });
  }
}

/** Says where the ledger holds another budget than the documents; it may have been changed since they were taken over. */
function compare(held: AccountState, documents: Documents, findings: Findings): void {
  const lines = Map.groupBy(documents, lineKey);
  for (const [key, rows] of lines) {
    const given = allocatedBy(rows);
    const holds = held.lines.get(key)?.allocated ?? ZERO;
    const [row] = rows;
    if (!row || holds === given) continue;
    const { file, line, project, fundSource, category } = row;
    const message = `The ledger holds ${formatBaht(holds)} baht for ${project} on ${fundSource}/${category}; ${file} allocates ${formatBaht(given)}, which is not posted.`;
    findings.note({ file, line, column: 'allocated_m' }, 'already-recorded', message);
  }
}
