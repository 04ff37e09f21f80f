import type { CivilDate, FiscalCalendar } from '#kernel';
import { budgetYear, checkBudget } from './check/budget.ts';
import { type Frame, frameOf } from './check/frame.ts';
import { knownReports } from './check/known-reports.ts';
import { settingsFor } from './check/organisation.ts';
import { checkQuarters } from './check/quarters.ts';
import { checkReferences } from './check/references.ts';
import { checkSummaries } from './check/summaries.ts';
import { Findings } from './fault.ts';
import type { ImportPlan, ImportStep } from './import-plan.ts';
import { type KnownLedger, loadStates } from './known-ledger.ts';
import { planBudget } from './plan/budget.ts';
import { Planning } from './plan/planning.ts';
import { planReport } from './plan/report.ts';
import { ScratchLedger } from './plan/scratch-ledger.ts';
import { planSetup } from './plan/setup.ts';
import { holdsBudget, type Published, readFolder } from './published.ts';
import type { SourceFile } from './source/source-file.ts';
import { organisationTable } from './tables/organisation.ts';
import { readTable } from './source/read-table.ts';

/**
 * Turns a folder of published tables into postings, in the order in which the organisation learnt the
 * figures. Every posting was tried on the state of the ledger. With any fault there are no postings.
 */
export async function planImport(files: readonly SourceFile[], known: KnownLedger): Promise<ImportPlan> {
  const findings = new Findings();
  const published = readFolder(files, findings);
  const { calendar } = settingsFor(published, known, findings);
  const take = holdsBudget(files) ? takeBudget : takeReports;
  const { postings, steps, skipped } = await take({ published, calendar, known, findings });
  return {
    organisation: known.organisation,
    faults: findings.faults(),
    notes: findings.notes,
    ...(findings.faulty ? NOTHING : { postings, steps }),
    skipped: [...skipped],
  };
}

interface Folder {
  readonly published: Published;
  readonly calendar: FiscalCalendar;
  readonly known: KnownLedger;
  readonly findings: Findings;
}

type Taken = Pick<ImportPlan, 'postings' | 'steps'> & { readonly skipped: ReadonlySet<string> };

async function takeReports({ published, calendar, known, findings }: Folder): Promise<Taken> {
  const frame = frameOf(published, calendar, findings);
  const states = frame && (await loadStates(published, frame, known));
  const skipped = frame && states ? knownReports(published, frame, states, findings) : new Set<string>();
  checkReferences(published, findings);
  checkQuarters(published, frame, findings);
  checkSummaries(published, frame, (report) => !skipped.has(report), findings);
  const plan: Pick<ImportPlan, 'postings' | 'steps'> =
    frame && states && !findings.faulty
      ? planSteps(new Planning(published, frame, known, states, findings), skipped)
      : NOTHING;
  return { ...plan, skipped };
}

async function takeBudget({ published, calendar, known, findings }: Folder): Promise<Taken> {
  const year = budgetYear(published, calendar, findings);
  checkBudget(published, findings);
  if (!year || findings.faulty) return { ...NOTHING, skipped: new Set() };
  const ledger = new ScratchLedger(calendar, findings);
  const skipped = await planBudget({ published, year, known, findings, ledger });
  const { postings } = ledger;
  const step = { bookedOn: year.first, first: 0, count: postings.length };
  return { postings, steps: postings.length > 0 ? [step] : [], skipped };
}

const NOTHING = { postings: [], steps: [] };

function planSteps(planning: Planning, skipped: ReadonlySet<string>): Pick<ImportPlan, 'postings' | 'steps'> {
  const { frame, ledger } = planning;
  const steps: ImportStep[] = [];
  const step = (bookedOn: CivilDate, report: string | undefined, plan: () => void): void => {
    const first = ledger.postings.length;
    plan();
    const count = ledger.postings.length - first;
    if (count > 0) steps.push({ ...(report === undefined ? {} : { report }), bookedOn, first, count });
  };
  const beginning = beginningOf(frame, skipped);
  step(beginning, undefined, () => planSetup(planning, beginning));
  for (const [index, report] of frame.reports.entries()) {
    if (skipped.has(report.report)) continue;
    const before = frame.reports[index - 1];
    step(report.asOf, report.report, () => planReport({ planning, report, before }));
  }
  return { postings: ledger.postings, steps };
}

/** The first day of the year; where reports were taken over already, what is new was learnt with the next one. */
function beginningOf({ first, newest, reports }: Frame, skipped: ReadonlySet<string>): CivilDate {
  if (skipped.size === 0) return first;
  return (reports.find(({ report }) => !skipped.has(report)) ?? newest).asOf;
}

/** The code of the organisation that a folder names, so that its ledger can be found. */
export function organisationOf(files: readonly SourceFile[]): string | undefined {
  const source = files.find(({ name }) => name === organisationTable.file);
  return source && readTable(organisationTable, source, new Findings()).rows[0]?.code;
}
