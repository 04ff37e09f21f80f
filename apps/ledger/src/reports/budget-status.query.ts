import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { planVersusActual } from '#read-models';
import { budgetStatus, budgetStatusTable, exactStatusFigures } from '#reporting';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { KnownReportQuery, type ThroughScope } from './known-report.ts';
import { LineFigures } from './line-figures.ts';

/** Every line's budget by its parts, the stages of its use and what is left, with totals. */
export class BudgetStatusQuery extends KnownReportQuery<ThroughScope> {}

@QueryHandler(BudgetStatusQuery)
export class BudgetStatusHandler implements IQueryHandler<BudgetStatusQuery> {
  constructor(
    private readonly lines: LineFigures,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: BudgetStatusQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const status = budgetStatus(this.lines.at(scope, knownAt.position));
    const span = scope.quarter === undefined ? '' : `, effective to the end of ${scope.quarter}`;
    const table = budgetStatusTable(status, `Budget status, fiscal year ${scope.fiscalYear}${span}`);
    const rows = table.rows.map((row, index) => {
      const exact = status[index];
      return { ...row, baht: exact ? exactStatusFigures(exact) : {} };
    });
    return {
      schema: 'obligo.report.budget-status/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: { unit: 'million baht', rows, footnotes: table.footnotes },
      table,
    };
  }
}
