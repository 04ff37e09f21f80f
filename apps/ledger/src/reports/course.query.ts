import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type CivilDate, QUARTERS, type Quarter, type Satang, sum } from '#kernel';
import { planVersusActual } from '#read-models';
import { course, courseTable, exactCourseFigures, monthsOf } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Answer } from './answer.ts';
import { type KnownAt, KnownAtResolver } from './known-at.ts';
import { type BudgetScope, KnownReportQuery } from './known-report.ts';
import { QuarterlyReports } from './quarterly.query.ts';
import { Today } from './today.ts';

/** How a year went: what was used month by month and quarter by quarter, beside the plan. */
export class CourseQuery extends KnownReportQuery<BudgetScope> {}

@QueryHandler(CourseQuery)
export class CourseHandler implements IQueryHandler<CourseQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly reports: QuarterlyReports,
    private readonly today: Today,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: CourseQuery): Promise<Answer> {
    const { organisation, fiscalYear, effectiveTo: day } = scope;
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    const months = monthsOf(fiscalYear, this.ledger.calendarOf(organisation));
    const cut = await this.#cut(scope, knownAt);
    const moved = this.ledger.tables.monthFigures.months(scope, { position: knownAt.position, day });
    const rows = course({ months, moved, plan: this.#plan(scope, knownAt), cut });
    const title = `The course of fiscal year ${fiscalYear}, ${scope.project ?? 'all projects'}`;
    const table = courseTable(rows, title, [`Known to ${cut}`]);
    return {
      schema: 'obligo.report.course/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: {
        unit: 'million baht',
        cut,
        rows: table.rows.map((row, index) => {
          const exact = rows[index];
          return { ...row, baht: exact ? exactCourseFigures(exact) : {} };
        }),
        footnotes: table.footnotes,
      },
      table,
    };
  }

  /** The day up to which the year is known: today, that of the last known event, or the one that is asked for. */
  async #cut({ organisation, effectiveTo }: BudgetScope, { asked, bookedAt }: KnownAt): Promise<CivilDate> {
    const today = await this.today.or(undefined, organisation);
    const known = asked === 'now' ? today : ((bookedAt?.slice(0, 10) ?? '0001-01-01') as CivilDate);
    return [today, known, effectiveTo].filter((each) => each !== undefined).sort()[0] ?? today;
  }

  /** What is planned for each quarter; all that is planned, whenever the year is looked at. */
  #plan(scope: BudgetScope, { position }: KnownAt): Partial<Record<Quarter, Satang>> {
    const { rows } = this.reports.at({ ...scope, quarter: 'Q4', byQuarter: true }, position);
    const planned = QUARTERS.flatMap((quarter) => {
      const own = rows.filter((row) => row.quarter === quarter).flatMap(({ figures }) => figures.plan ?? []);
      return own.length === 0 ? [] : [[quarter, own] as const];
    });
    return Object.fromEntries(planned.map(([quarter, own]) => [quarter, sum(own)]));
  }
}
