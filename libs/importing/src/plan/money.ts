import type { PlanByQuarter } from '#budget';
import { quarterRange, QUARTERS, quartersUpTo, satang, subtract, sum } from '#kernel';
import type { Report } from '../check/frame.ts';
import { type ProjectQuarters, quartersOf, summaryRow } from '../check/quarters.ts';
import type { Located } from '../source/read-table.ts';
import type { SummaryRow } from '../tables/summary.ts';
import { actualsOf } from '../tables/quarterly.ts';
import { type AccountDesk, type Change, postTo } from './account-desk.ts';
import { figuresOf, planOf } from './account-view.ts';
import { postMovements } from './movements.ts';
import { postRestatement } from './restatement.ts';
import type { ReportPlan } from './planning.ts';
import { planKnownThen } from './plan-known-then.ts';
import { cut, revisedBudget, supplement } from './revised-budget.ts';
import { planByQuarter } from './setup.ts';

/** Plans what a report says of the money of every project. */
export function planMoney(plan: ReportPlan): void {
  const { planning, report } = plan;
  const { published, frame } = planning;
  for (const { project } of published.projects.rows) {
    const revised = revisedBudget(plan, project);
    supplement(revised);
    if (report === frame.newest) planQuarters(plan, project, quartersOf(published, project));
    else {
      const row = summaryRow(published, report, project);
      if (row) planSummary(plan, row);
    }
    cut(revised);
  }
}

/** An earlier report gives cumulative figures: its quarter moved by what they exceed the ledger's. */
function planSummary({ planning, report }: ReportPlan, row: SummaryRow & Located): void {
  const desk = planning.reportDesk(row.project, row, report);
  revisePlanUpTo(desk, row, report);
  const known = quartersUpTo(report.quarter).map((quarter) =>
    figuresOf(desk.account.state, planning.frame, quarter),
  );
  const change: Change = {
    disbursed: subtract(row.disbursed, sum(known.map(({ disbursed }) => disbursed))),
    committed: subtract(subtract(row.spent, row.disbursed), sum(known.map(({ committed }) => committed))),
  };
  postMovements(desk, { quarter: report.quarter, effectiveOn: report.asOf }, change);
}

/** The newest report gives every quarter: the earlier ones are restated, its own has moved. */
function planQuarters(plan: ReportPlan, project: string, rows: ProjectQuarters): void {
  const { planning, report, before } = plan;
  const { frame } = planning;
  const total = rows.get('TOTAL');
  if (total) revisePlan(planning.reportDesk(project, total, report), rows, report);
  for (const quarter of quartersUpTo(report.quarter)) {
    const row = rows.get(quarter);
    const target = row && actualsOf(row);
    if (!target) continue;
    const desk = planning.reportDesk(project, row, report);
    const known = figuresOf(desk.account.state, frame, quarter);
    const change = differenceOf(target, known);
    if (change.disbursed === 0 && change.committed === 0) continue;
    if (quarter === report.quarter) {
      postMovements(desk, { quarter, effectiveOn: report.asOf }, change);
      continue;
    }
    const effect = { quarter, effectiveOn: quarterRange(frame.fiscalYear, quarter, frame.calendar).last };
    const reported = before !== undefined && before.quarter >= quarter;
    if (reported || known.disbursed !== 0 || known.committed !== 0) {
      const ids = { report: report.report, before: before?.report ?? 'an earlier posting' };
      postRestatement(desk, effect, change, ids);
    } else {
      postMovements(desk, effect, change);
    }
  }
}

const differenceOf = (target: Change, known: Change): Change => ({
  disbursed: satang(target.disbursed - known.disbursed),
  committed: satang(target.committed - known.committed),
});

/** An earlier report prints what was planned up to its quarter; what the ledger plans otherwise is planned so. */
function revisePlanUpTo(desk: AccountDesk, row: SummaryRow, { report, quarter, asOf }: Report): void {
  const planned = planOf(desk.account.state);
  if (!planned) return;
  const quarters = planKnownThen(planned, { upTo: quarter, planned: row.plan, budget: row.budget });
  if (isSamePlan(planned, quarters)) return;
  const reason = `Report ${report} prints another plan up to ${quarter} than the ledger has`;
  postTo(desk, { type: 'revise-plan', quarters, reason, effectiveOn: asOf });
}

/** A newest report that prints another plan than the ledger has plans anew. */
function revisePlan(desk: AccountDesk, rows: ProjectQuarters, { report, asOf }: Report): void {
  const [planned, quarters] = [planOf(desk.account.state), planByQuarter(rows)];
  if (!planned || isSamePlan(planned, quarters)) return;
  const reason = `Report ${report} prints another plan per quarter than the ledger has`;
  postTo(desk, { type: 'revise-plan', quarters, reason, effectiveOn: asOf });
}

const isSamePlan = (planned: PlanByQuarter, quarters: PlanByQuarter): boolean =>
  QUARTERS.every((quarter) => planned[quarter] === quarters[quarter]);
