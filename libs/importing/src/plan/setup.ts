import type { PlanByQuarter } from '#budget';
import { type CivilDate, streams, ZERO } from '#kernel';
import { organisation, type OrganisationState } from '#organisation';
import type { Report } from '../check/frame.ts';
import { million, type ProjectQuarters, firstPrinting, quartersOf, summaryRow } from '../check/quarters.ts';
import type { Located } from '../source/read-table.ts';
import type { ProjectRow } from '../tables/projects.ts';
import { LINE, postTo } from './account-desk.ts';
import { budgetOf, isOpen, planOf } from './account-view.ts';
import { planKnownThen } from './plan-known-then.ts';
import type { Planning } from './planning.ts';

/** Plans what stands at the beginning of the year: the organisation, and each project with budget and plan. */
export function planSetup(planning: Planning, bookedOn: CivilDate): void {
  registerOrganisation(planning, bookedOn);
  const { published, frame } = planning;
  for (const row of published.projects.rows) {
    const first = firstPrinting(published, frame, row.project);
    if (first === undefined || first === frame.reports[0] || first.asOf < bookedOn) {
      openProject(planning, row, { bookedOn, effectiveOn: frame.first });
    }
  }
}

/** Registers the organisation that the tables name, unless the ledger knows it. */
export function registerOrganisation(
  { published, known, ledger }: Pick<Planning, 'published' | 'known' | 'ledger'>,
  bookedOn: CivilDate,
): void {
  const row = published.organisation.rows[0];
  if (!row || known.settings) return;
  const state: OrganisationState = organisation.initial();
  const target = { decider: organisation, stream: streams.organisation(row.code), state };
  const { code, settings } = row;
  ledger.post(
    target,
    { type: 'register-organisation', organisation: code, settings, effectiveOn: bookedOn },
    { place: row, source: `${row.file} line ${row.line}`, bookedOn },
  );
}

/** Opens the projects that appear with a report after the first, on its day. */
export function openNewProjects(planning: Planning, report: Report): void {
  const { published, frame } = planning;
  const { asOf } = report;
  if (report === frame.reports[0]) return;
  for (const row of published.projects.rows) {
    if (firstPrinting(published, frame, row.project) !== report) continue;
    openProject(planning, row, { bookedOn: asOf, effectiveOn: asOf });
  }
}

interface Opening {
  readonly bookedOn: CivilDate;
  readonly effectiveOn: CivilDate;
}

function openProject(
  planning: Planning,
  row: ProjectRow & Located,
  { bookedOn, effectiveOn }: Opening,
): void {
  const { frame, known, findings, published } = planning;
  const { project, name, nameEn, programme, cut, cutNote, budget } = row;
  const desk = planning.accountDesk(project, row, bookedOn);
  const [last, next] = [lastKnown(planning), frame.reports.find(({ asOf }) => asOf >= bookedOn)];
  const opening = next && summaryRow(published, next, project);
  if (isOpen(desk.account.state)) {
    const holds = budgetOf(desk.account.state);
    const printed = (last && summaryRow(published, last, project)?.budget) ?? budget;
    if (holds !== printed) {
      const message = `The ledger holds a budget of ${million(holds)} for ${project}; the tables print ${million(printed)}, which is not posted.`;
      findings.note({ file: row.file, line: row.line, column: 'budget_m' }, 'already-recorded', message);
    }
  } else {
    const note = cut !== undefined && cut > 0 ? cutNote : undefined;
    const account = { organisation: known.organisation, fiscalYear: frame.fiscalYear, project };
    const content = { name, nameEn, programme, note, effectiveOn };
    postTo(desk, { type: 'open-account', ...account, ...content });
    const amount = opening?.budget ?? budget;
    if (amount > 0) postTo(desk, { type: 'allocate', line: LINE, amount, effectiveOn });
  }
  const rows = quartersOf(published, project);
  const first = rows.get('Q1');
  if (!first || planOf(desk.account.state)) return;
  const newest = planByQuarter(rows);
  const quarters =
    next && opening && next !== frame.newest
      ? planKnownThen(newest, { upTo: next.quarter, planned: opening.plan, budget: opening.budget })
      : newest;
  postTo(planning.accountDesk(project, first, bookedOn), { type: 'set-plan', quarters, effectiveOn });
}

/** The last of the reports that the ledger has taken over already. */
const lastKnown = ({ frame, states }: Planning): Report | undefined =>
  frame.reports.findLast(({ report }) => states.reports.get(report)?.dated !== undefined);

export function planByQuarter(rows: ProjectQuarters): PlanByQuarter {
  const of = (quarter: keyof PlanByQuarter) => rows.get(quarter)?.plan ?? ZERO;
  return { Q1: of('Q1'), Q2: of('Q2'), Q3: of('Q3'), Q4: of('Q4') };
}
