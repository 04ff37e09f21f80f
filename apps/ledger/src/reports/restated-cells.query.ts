import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { quartersUpTo } from '#kernel';
import { planVersusActual } from '#read-models';
import {
  type ChangedCell,
  changedCells,
  type QuarterlyReport,
  type RestatedCell,
  restatedCellJson,
  restatedCellsTable,
} from '#reporting';
import type { Answer } from './answer.ts';
import { explainedCellOf } from './changes.ts';
import { Explanations } from './explanations.ts';
import { KnownAtResolver } from './known-at.ts';
import { KnownReportQuery } from './known-report.ts';
import { type PublishedMoment, PublishedMoments } from './published-moments.ts';
import { QuarterlyReports, type QuarterlyScope } from './quarterly.query.ts';

/** Which cells of the quarterly report a published report showed otherwise, and how. */
export class RestatedCellsQuery extends KnownReportQuery<QuarterlyScope> {}

@QueryHandler(RestatedCellsQuery)
export class RestatedCellsHandler implements IQueryHandler<RestatedCellsQuery> {
  constructor(
    private readonly reports: QuarterlyReports,
    private readonly explanations: Explanations,
    private readonly published: PublishedMoments,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: RestatedCellsQuery): Promise<Answer> {
    const { organisation, fiscalYear, quarter } = scope;
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    const now = this.#report(scope, knownAt.position);
    const reports = await this.published.of(organisation, fiscalYear, knownAt);
    const cells = this.#restated(scope, now, reports.reverse(), knownAt.position);
    const title = `Restated cells of fiscal year ${fiscalYear} to ${quarter}: ${cells.length}`;
    return {
      schema: 'obligo.report.restated-cells/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: { unit: 'million baht', rows: cells.map(restatedCellJson) },
      table: restatedCellsTable(cells, title, [
        'Earlier: what the newest report said that said something else',
      ]),
    };
  }

  /** The cells of a project, or of all and their totals. */
  #report(scope: QuarterlyScope, position: bigint): QuarterlyReport {
    const report = this.reports.at({ ...scope, project: undefined }, position);
    if (scope.project === undefined) return report;
    this.reports.accounts(scope, position);
    return { ...report, rows: report.rows.filter(({ project }) => project === scope.project) };
  }

  /** Each cell once, by the newest report that said something else; the newest report comes first. */
  #restated(
    scope: QuarterlyScope,
    now: QuarterlyReport,
    reports: readonly PublishedMoment[],
    upTo: bigint,
  ): RestatedCell[] {
    const found = new Map<string, RestatedCell>();
    for (const [index, report] of reports.entries()) {
      const then = this.reports.at({ ...scope, project: undefined }, report.position);
      const own = then.rows.filter(({ project }) => scope.project === undefined || project === scope.project);
      for (const cell of changedCells({ ...then, rows: own }, now)) {
        const name = [cell.project, cell.quarter, cell.measure].join('\n');
        if (found.has(name) || !shows(report, scope, cell)) continue;
        const isLast = !reports.slice(0, index).some((later) => shows(later, scope, cell));
        found.set(name, this.#told(scope, cell, { report, isLast, upTo }));
      }
    }
    return [...found.values()];
  }

  #told(
    scope: QuarterlyScope,
    cell: ChangedCell,
    {
      report,
      isLast,
      upTo,
    }: { readonly report: PublishedMoment; readonly isLast: boolean; readonly upTo: bigint },
  ): RestatedCell {
    const [from, to] = [report.position, upTo].map((position) => ({ position, day: scope.effectiveTo }));
    const span = { from: from ?? { position: 0n }, to: to ?? { position: 0n }, limit: 1_000 };
    const [first] = this.explanations.between(explainedCellOf(scope, cell), span).events;
    return {
      ...cell,
      ...{ report: report.report, asOf: report.asOf, position: String(report.position) },
      sinceLastReport: isLast,
      changedBy: first && { position: first.position, bookedAt: first.bookedAt },
    };
  }
}

/** Whether a report was about the quarter of a cell: what it could not show it did not say. */
function shows({ quarter: last }: PublishedMoment, scope: QuarterlyScope, { quarter }: ChangedCell): boolean {
  const of = quarter === undefined || quarter === 'TOTAL' ? scope.quarter : quarter;
  return quartersUpTo(last).includes(of);
}
