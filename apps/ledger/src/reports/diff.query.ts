import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { FiscalYear, Quarter } from '#kernel';
import { type Projection, kpiScoreboard, planVersusActual } from '#read-models';
import { changeJson, diffTable, explainedChangeJson, tracedTable } from '#reporting';
import { KpiKnowledge } from '../time-machine/kpi-knowledge.ts';
import { type AskedPoints, describe, type Points, PointResolver } from '../time-machine/points.ts';
import type { Answer } from './answer.ts';
import { type Changed, Changes } from './changes.ts';
import type { Compared } from './compared.ts';

export interface DiffScope {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  /** Up to its end; the whole year when absent. */
  readonly quarter?: Quarter | undefined;
  readonly byQuarter: boolean;
  readonly project?: string | undefined;
  readonly of: Compared;
}

/** The same figures at two points of both axes: what changed, and the events that explain it. */
export class DiffQuery extends Query<Answer> {
  constructor(
    readonly scope: DiffScope,
    readonly asked: AskedPoints,
  ) {
    super();
  }
}

@QueryHandler(DiffQuery)
export class DiffHandler implements IQueryHandler<DiffQuery> {
  constructor(
    private readonly changes: Changes,
    private readonly kpis: KpiKnowledge,
    private readonly points: PointResolver,
  ) {}

  async execute({ scope, asked }: DiffQuery): Promise<Answer> {
    const points = await this.points.resolve(scope.organisation, asked);
    if (scope.of === 'kpi') return this.#ofKpis(scope, points);
    const { cells, totals } = this.#changed(scope, points);
    const span = scope.quarter === undefined ? '' : ` to ${scope.quarter}`;
    const title = `Fiscal year ${scope.fiscalYear}${span}: ${cells.length} cells changed`;
    const all = [...cells, ...totals.map((cell) => ({ ...cell, events: [] }))];
    return {
      ...answerOf(scope, points, planVersusActual),
      body: {
        ...points.json,
        cells: cells.map(explainedChangeJson),
        totals: totals.map(changeJson),
      },
      // Made only where it is asked for: JSON tells the same in other words.
      get table() {
        return diffTable(all, title, [describe(points)]);
      },
      differences: cells.length,
    };
  }

  #changed({ of, quarter, ...scope }: DiffScope, points: Points): Changed {
    if (of === 'account' || of === 'budget-status') {
      return this.changes.ofLines({ ...scope, quarter }, of, points);
    }
    return this.changes.ofQuarterly({ ...scope, quarter: quarter ?? 'Q4' }, points);
  }

  async #ofKpis(scope: DiffScope, points: Points): Promise<Answer> {
    const changes = await this.kpis.changes(scope, scope.quarter ?? 'Q4', points.from, points.to);
    const title = `KPIs of fiscal year ${scope.fiscalYear}: ${changes.length} cells changed`;
    return {
      ...answerOf(scope, points, kpiScoreboard),
      body: { ...points.json, changes },
      table: tracedTable(changes, title, [describe(points)]),
      differences: changes.length,
    };
  }
}

const answerOf = (scope: DiffScope, { asked, knownAt }: Points, projection: Projection) => ({
  schema: 'obligo.diff/1',
  provenance: { query: { ...scope, ...(asked as Record<string, string | undefined>) }, knownAt, projection },
});
