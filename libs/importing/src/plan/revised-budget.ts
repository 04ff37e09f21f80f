import { type CivilDate, negate, type Satang, subtract } from '#kernel';
import { million, summaryRow } from '../check/quarters.ts';
import { type AccountDesk, LINE, postTo } from './account-desk.ts';
import type { ReportPlan } from './planning.ts';

interface RevisedBudget {
  readonly desk: AccountDesk;
  /** By how much the budget is more, or less, than what the report before printed. */
  readonly change: Satang;
  readonly reason: string;
}

/** The change of a budget from one report to the next; nothing where both print the same. */
export function revisedBudget(
  { planning, report, before }: ReportPlan,
  project: string,
): RevisedBudget | undefined {
  const row = summaryRow(planning.published, report, project);
  const earlier = before && summaryRow(planning.published, before, project);
  if (!row || !earlier || row.budget === earlier.budget) return undefined;
  const reason = `Report ${row.report} prints a budget of ${million(row.budget)} for ${project}, against ${million(earlier.budget)} in ${earlier.report}, in million baht`;
  const desk = planning.reportDesk(project, row, report);
  return { desk, change: subtract(row.budget, earlier.budget), reason };
}

/** More budget comes before what the report says was spent of it. */
export function supplement(revised: RevisedBudget | undefined): void {
  if (!revised || revised.change < 0) return;
  const { desk, change: amount, reason } = revised;
  postTo(desk, { type: 'supplement', line: LINE, amount, reason, effectiveOn: effectiveOn(revised) });
}

/** Less budget comes after it: a restatement may free what is cut. */
export function cut(revised: RevisedBudget | undefined): void {
  if (!revised || revised.change > 0) return;
  const { desk, change, reason } = revised;
  const amount = negate(change);
  postTo(desk, { type: 'cut', line: LINE, amount, reason, effectiveOn: effectiveOn(revised) });
}

const effectiveOn = ({ desk }: RevisedBudget): CivilDate => desk.origin.bookedOn;
