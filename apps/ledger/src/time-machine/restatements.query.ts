import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CivilDate, FiscalYear } from '#kernel';
import { planVersusActual, type PublishedReportRow } from '#read-models';
import { type RestatedReport, restatedIn, restatedJson, restatementsTable } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import type { Answer } from '../reports/answer.ts';
import { Changes } from '../reports/changes.ts';
import { type KnownAt, KnownAtResolver } from '../reports/known-at.ts';
import { QuarterlyReports } from '../reports/quarterly.query.ts';
import { KpiKnowledge } from './kpi-knowledge.ts';
import { StatusKnowledge } from './status-knowledge.ts';

export interface RestatementsScope {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  readonly project?: string | undefined;
  readonly byQuarter: boolean;
  /** Of both figures only what takes effect up to the end of this day. */
  readonly effectiveTo?: CivilDate | undefined;
}

/** What the published reports of a year said, what they say now, and the events that made the difference. */
export class RestatementsQuery extends Query<Answer> {
  constructor(
    readonly scope: RestatementsScope,
    /** Reports that were entered later do not exist. */
    readonly knownAt: string | undefined,
    /** The moment that is "now"; that of `knownAt` when absent. */
    readonly to: string | undefined,
    readonly minPosition?: string,
  ) {
    super();
  }
}

@QueryHandler(RestatementsQuery)
export class RestatementsHandler implements IQueryHandler<RestatementsQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly moments: KnownAtResolver,
    private readonly reports: QuarterlyReports,
    private readonly changes: Changes,
    private readonly kpis: KpiKnowledge,
    private readonly statuses: StatusKnowledge,
  ) {}

  async execute({ scope, knownAt: asked, to: askedTo, minPosition }: RestatementsQuery): Promise<Answer> {
    const { organisation, fiscalYear } = scope;
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    const to = askedTo === undefined ? knownAt : await this.moments.resolve(organisation, askedTo);
    mustNotFollow(to, knownAt);
    if (scope.project !== undefined) this.reports.accounts({ ...scope, project: scope.project }, to.position);
    const published = this.ledger.tables.reports.list(organisation, fiscalYear, knownAt.position);
    const restated: RestatedReport[] = [];
    for (const row of published) {
      const report = await this.#restated(scope, row, knownAt, to);
      if (report) restated.push(report);
    }
    const count = restatedIn(restated);
    const title = `Restatements of fiscal year ${fiscalYear}: ${count} cells of ${restated.length} reports`;
    const table = restatementsTable(restated, title, [`Now: position ${to.position} (${to.asked})`]);
    return {
      schema: 'obligo.report.restatements/1',
      provenance: {
        query: { ...scope, knownAt: knownAt.asked, to: to.asked },
        knownAt,
        projection: planVersusActual,
      },
      body: {
        unit: 'million baht',
        to: { asked: to.asked, position: String(to.position), bookedAt: to.bookedAt ?? null },
        restated: count,
        reports: restated.map(restatedJson),
      },
      table,
    };
  }

  /**
   * Nothing of a report that was published after the moment it is compared with. On the day of a report, what was known
   * at counts: later that day more is known, and the answer must stay the same.
   */
  async #restated(
    scope: RestatementsScope,
    row: PublishedReportRow,
    knownAt: KnownAt,
    to: KnownAt,
  ): Promise<RestatedReport | undefined> {
    const { report, quarter, title, asOf } = row;
    const dayEnd = await this.moments.ofReport(scope.organisation, row);
    const position = dayEnd.position < knownAt.position ? dayEnd.position : knownAt.position;
    if (position > to.position) return undefined;
    const day = scope.effectiveTo;
    const [then, now] = [
      { position, day },
      { position: to.position, day },
    ];
    const { cells, totals } = this.changes.ofQuarterly({ ...scope, quarter }, { from: then, to: now });
    const kpis = await this.kpis.changes(scope, quarter, then, now);
    const statuses = await this.statuses.changes({ ...scope, report, quarter }, then, now);
    return { report, quarter, title, asOf, position: String(position), cells, totals, kpis, statuses };
  }
}

function mustNotFollow(to: KnownAt, knownAt: KnownAt): void {
  if (to.position <= knownAt.position) return;
  throw refuse(
    'known-at-order',
    `${to.asked} lies after ${knownAt.asked}: expected in to a moment that was known at.`,
    { from: to.asked, to: knownAt.asked },
  );
}
