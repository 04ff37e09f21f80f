import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { planVersusActual } from '#read-models';
import { exactExecutionFigures, execution, executionTable, type Grouping } from '#reporting';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { KnownReportQuery, type ThroughScope } from './known-report.ts';
import { LineFigures } from './line-figures.ts';

export interface ExecutionScope extends ThroughScope {
  readonly by: Grouping;
}

/** In-year execution at the stages of commitment and payment against the original budget (PEFA PI-28). */
export class ExecutionQuery extends KnownReportQuery<ExecutionScope> {}

@QueryHandler(ExecutionQuery)
export class ExecutionHandler implements IQueryHandler<ExecutionQuery> {
  constructor(
    private readonly lines: LineFigures,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: ExecutionQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const { by, quarter, ...all } = scope;
    const done = execution(this.lines.at(all, knownAt.position), by, quarter);
    const table = executionTable(done, by, `Budget execution, fiscal year ${scope.fiscalYear}`);
    const rows = table.rows.map((row, index) => {
      const exact = done[index];
      return { ...row, baht: exact ? exactExecutionFigures(exact) : {} };
    });
    return {
      schema: 'obligo.report.execution/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: { unit: 'million baht', rows, footnotes: table.footnotes },
      table,
    };
  }
}
