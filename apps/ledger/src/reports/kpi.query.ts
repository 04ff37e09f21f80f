import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Quarter } from '#kernel';
import { kpiScoreboard } from '#read-models';
import { kpiTable } from '#reporting';
import { KpiKnowledge } from '../time-machine/kpi-knowledge.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { type BudgetScope, KnownReportQuery } from './known-report.ts';

export interface KpiScope extends BudgetScope {
  readonly quarter: Quarter;
}

/** Plan, result and progress of every KPI of a fiscal year, as known at a moment. */
export class KpiReportQuery extends KnownReportQuery<KpiScope> {}

@QueryHandler(KpiReportQuery)
export class KpiReportHandler implements IQueryHandler<KpiReportQuery> {
  constructor(
    private readonly kpis: KpiKnowledge,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: KpiReportQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const at = { position: knownAt.position, day: scope.effectiveTo };
    const kpis = await this.kpis.progress(scope, scope.quarter, at);
    const title = `KPIs, fiscal year ${scope.fiscalYear}, results to ${scope.quarter}`;
    const table = kpiTable(kpis, title, []);
    return {
      schema: 'obligo.report.kpi/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: kpiScoreboard },
      body: { rows: table.rows, kpis },
      table,
    };
  }
}
