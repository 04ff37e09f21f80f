import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import {
  type CivilDate,
  civilDateOf,
  fiscalYearOf,
  type Quarter,
  quarterOf,
  quarterRange,
  QUARTERS,
} from '#kernel';
import { type KpiProgress, kpiScoreboard } from '#read-models';
import { kpiTable } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import type { Answer } from '../reports/answer.ts';
import { type KnownAt, KnownAtResolver } from '../reports/known-at.ts';
import { type BudgetScope, KnownReportQuery } from '../reports/known-report.ts';
import { KpiKnowledge } from './kpi-knowledge.ts';

export interface KpiStateScope extends BudgetScope {
  /** One KPI with its history; all of the year, or of the project, when absent. */
  readonly kpi?: string | undefined;
}

/** How KPIs stood at any point of both axes: definition, target, plan, results; of a single one also its history. */
export class KpiStatesQuery extends KnownReportQuery<KpiStateScope> {}

@QueryHandler(KpiStatesQuery)
export class KpiStatesHandler implements IQueryHandler<KpiStatesQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly kpis: KpiKnowledge,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: KpiStatesQuery): Promise<Answer> {
    const { fiscalYear, kpi, effectiveTo: day } = scope;
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const at = { position: knownAt.position, day };
    const all = await this.kpis.progress(scope, this.#quarterOf(scope, knownAt), at);
    const found = kpi === undefined ? all : all.filter(({ definition }) => definition.kpi === kpi);
    if (kpi !== undefined && found.length === 0) throw unknown(scope, kpi, all);
    const history = kpi === undefined ? undefined : await this.kpis.history(scope, kpi, at);
    const table = kpiTable(
      found,
      kpi === undefined ? `KPIs of ${fiscalYear}` : `KPI ${kpi} of ${fiscalYear}`,
      [],
    );
    return {
      schema: kpi === undefined ? 'obligo.kpis/1' : 'obligo.kpi/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: kpiScoreboard },
      body: { rows: table.rows, kpis: found, dueOn: this.#dueOn(scope), ...(history && { history }) },
      table,
    };
  }

  /**
   * Results count up to the quarter of the day that is asked about, or of the moment that is looked at; of the whole year
   * when that is another year.
   */
  #quarterOf(
    { organisation, fiscalYear, effectiveTo: day }: KpiStateScope,
    { asked, bookedAt }: KnownAt,
  ): Quarter {
    const calendar = this.ledger.calendarOf(organisation);
    const known = asked === 'now' ? undefined : (bookedAt?.slice(0, 10) as CivilDate | undefined);
    const on = day ?? known ?? civilDateOf(this.ledger.clock(), calendar.timeZone);
    return fiscalYearOf(on, calendar) === fiscalYear ? quarterOf(on, calendar) : QUARTERS[3];
  }

  /** A result is due when its quarter is over. */
  #dueOn({ organisation, fiscalYear }: KpiStateScope): Record<string, CivilDate> {
    const calendar = this.ledger.calendarOf(organisation);
    return Object.fromEntries(
      QUARTERS.map((quarter) => [quarter, quarterRange(fiscalYear, quarter, calendar).last]),
    );
  }
}

const unknown = ({ fiscalYear }: KpiStateScope, kpi: string, all: readonly KpiProgress[]) => {
  const known = all.map(({ definition }) => definition.kpi);
  return refuse(
    'kpi-not-known',
    `${kpi} is no KPI of ${fiscalYear} as known then; its KPIs are: ${known.join(', ') || 'none'}.`,
    { kpi, fiscalYear, kpis: known },
  );
};
