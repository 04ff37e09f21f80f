import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { FiscalYear, Quarter } from '#kernel';
import { type KpiProgress, kpiProgress, kpiScoreboard } from '#read-models';
import { kpiTable } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';

export interface KpiScope {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  readonly quarter: Quarter;
  readonly project?: string | undefined;
}

/** Plan, result and progress of every KPI of a fiscal year, as known at a moment. */
export class KpiReportQuery extends Query<Answer> {
  constructor(
    readonly scope: KpiScope,
    readonly knownAt: string | undefined,
    readonly minPosition: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(KpiReportQuery)
export class KpiReportHandler implements IQueryHandler<KpiReportQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: KpiReportQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const facts = this.ledger.tables.kpis.facts(scope.organisation, scope.fiscalYear, knownAt.position);
    const alone = [...facts.values()].flatMap((known) => kpiProgress(known, scope.quarter) ?? []);
    // A composite stands as its parts do, so those come first.
    const kpis = [...facts.values()]
      .flatMap((known) => kpiProgress(known, scope.quarter, alone) ?? [])
      .filter(({ definition }) => scope.project === undefined || definition.project === scope.project)
      .sort(byCode);
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

const byCode = (a: KpiProgress, b: KpiProgress): number =>
  a.definition.project.localeCompare(b.definition.project, 'en') ||
  a.definition.kpi.localeCompare(b.definition.kpi, 'en');
