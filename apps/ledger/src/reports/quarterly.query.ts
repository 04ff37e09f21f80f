import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { Injectable } from '@nestjs/common';
import type { Quarter } from '#kernel';
import { type AccountRow, type CellRow, effectiveTo, planVersusActual } from '#read-models';
import {
  byQuarterReport,
  cumulativeReport,
  exactFigures,
  type QuarterlyReport,
  quarterlyTable,
} from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { type BudgetScope, KnownReportQuery } from './known-report.ts';

export interface QuarterlyScope extends BudgetScope {
  readonly quarter: Quarter;
  readonly byQuarter: boolean;
}

/** Plan against actual of a fiscal year up to a quarter, as known at a moment. */
export class QuarterlyReportQuery extends KnownReportQuery<QuarterlyScope> {}

/** Makes the report of any scope at any position; used wherever a report is shown, compared or explained. */
@Injectable()
export class QuarterlyReports {
  constructor(private readonly ledger: EmbeddedLedger) {}

  at(scope: QuarterlyScope, position: bigint): QuarterlyReport {
    return this.#report(scope, this.accounts(scope, position), this.cells(scope, position));
  }

  /** The same of cells that were read; without rows where the project was not known then. */
  ifKnown(scope: QuarterlyScope, position: bigint, cells: readonly CellRow[]): QuarterlyReport {
    return this.#report(scope, this.#found(scope, position), cells);
  }

  /** The cells that a report is made of. */
  cells(scope: QuarterlyScope, position: bigint): readonly CellRow[] {
    const { planVersusActual: all, effective } = this.ledger.tables;
    const { effectiveTo: day, organisation, fiscalYear } = scope;
    if (day === undefined) return all.cells(scope, position);
    const year = { fiscalYear, calendar: this.ledger.calendarOf(organisation) };
    return effective.cells(scope, position, effectiveTo(day, year));
  }

  #report(
    { quarter, byQuarter }: QuarterlyScope,
    projects: readonly AccountRow[],
    cells: readonly CellRow[],
  ): QuarterlyReport {
    const input = { projects, cells, quarter };
    return byQuarter ? byQuarterReport(input) : cumulativeReport(input);
  }

  /** The accounts of the year, or the one asked for; refuses a project that was not known then. */
  accounts(scope: BudgetScope, position: bigint): AccountRow[] {
    const { project } = scope;
    const found = this.#found(scope, position);
    if (project === undefined || found.length > 0) return found;
    const known = this.#found({ ...scope, project: undefined }, position).map((account) => account.project);
    throw refuse(
      'project-unknown',
      `${project} has no account in ${scope.fiscalYear} as known then; its projects are: ${known.join(', ') || 'none'}.`,
      { project, fiscalYear: scope.fiscalYear, projects: known },
    );
  }

  #found(scope: BudgetScope, position: bigint): AccountRow[] {
    const { planVersusActual } = this.ledger.tables;
    const { project, effectiveTo: day } = scope;
    if (project === undefined) return planVersusActual.accounts(scope, position, day);
    return [planVersusActual.account({ ...scope, project }, position, day) ?? []].flat();
  }
}

@QueryHandler(QuarterlyReportQuery)
export class QuarterlyReportHandler implements IQueryHandler<QuarterlyReportQuery> {
  constructor(
    private readonly reports: QuarterlyReports,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: QuarterlyReportQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const report = this.reports.at(scope, knownAt.position);
    const span = scope.byQuarter
      ? `by quarter, actuals to ${scope.quarter}`
      : `cumulative to ${scope.quarter}`;
    const table = quarterlyTable(report, `Plan and actual, fiscal year ${scope.fiscalYear}, ${span}`, []);
    const rows = table.rows.map((row, index) => {
      const exact = report.rows[index];
      return { ...row, baht: exact ? exactFigures(exact, report.measures) : {} };
    });
    return {
      schema: 'obligo.report.quarterly/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: { unit: 'million baht', rows, footnotes: table.footnotes },
      table,
    };
  }
}
