import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CivilDate, FiscalYear, Quarter } from '#kernel';
import { publishedReports } from '#read-models';
import { statusTable } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Answer } from './answer.ts';
import { Explanations } from './explanations.ts';
import { KnownAtResolver } from './known-at.ts';
import { KnownReportQuery } from './known-report.ts';

export interface StatusScope {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  readonly quarter?: Quarter | undefined;
  /** Only reports that stand for this day or an earlier one. */
  readonly effectiveTo?: CivilDate | undefined;
}

/** The status that each quarterly report gives to the projects. */
export class StatusReportQuery extends KnownReportQuery<StatusScope> {}

@QueryHandler(StatusReportQuery)
export class StatusReportHandler implements IQueryHandler<StatusReportQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly explanations: Explanations,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: StatusReportQuery): Promise<Answer> {
    const { organisation, fiscalYear, quarter, effectiveTo: day } = scope;
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    const { reports } = this.ledger.tables;
    const dated = reports
      .list(organisation, fiscalYear, knownAt.position)
      .filter((report) => quarter === undefined || report.quarter === quarter)
      .filter(({ asOf }) => day === undefined || asOf <= day);
    const lines = dated.flatMap(({ report }) =>
      reports.statuses(organisation, fiscalYear, report, knownAt.position),
    );
    const table = statusTable(lines, `Status of the projects, fiscal year ${fiscalYear}`, []);
    return {
      schema: 'obligo.report.status/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: publishedReports },
      body: {
        reports: dated,
        rows: table.rows.map((row, index) => {
          const position = lines[index]?.position ?? '0';
          const { actor, bookedAt } = this.explanations.facts(organisation, position);
          return { ...row, position, recorded_by: actor, booked_at: bookedAt };
        }),
      },
      table,
    };
  }
}
