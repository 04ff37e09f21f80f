import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { fiscalYearRange } from '#kernel';
import { documents } from '#read-models';
import { likelyToLapse, likelyToLapseTable } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { AccountDocuments } from './account-documents.ts';
import type { DayScope } from './ageing.query.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { KnownReportQuery } from './known-report.ts';
import { LineFigures } from './line-figures.ts';
import { Today } from './today.ts';

const OPEN_STAGES = ['request', 'commitment', 'acceptance'] as const;

/** What ends with the year, or with its reservation, unless it is used before. */
export class LikelyToLapseQuery extends KnownReportQuery<DayScope> {}

@QueryHandler(LikelyToLapseQuery)
export class LikelyToLapseHandler implements IQueryHandler<LikelyToLapseQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly lines: LineFigures,
    private readonly documents: AccountDocuments,
    private readonly today: Today,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: LikelyToLapseQuery): Promise<Answer> {
    const { organisation, fiscalYear, project, effectiveTo } = scope;
    const account = { organisation, fiscalYear, project, effectiveTo };
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    const on = await this.today.or(scope.on ?? scope.effectiveTo, organisation);
    const { version, policy } = this.ledger.tables.policies.at(organisation, knownAt.position);
    const calendar = await this.today.calendarOf(organisation);
    const ending = likelyToLapse({
      cells: this.lines.at(account, knownAt.position),
      documents: this.documents.covered(account, OPEN_STAGES, knownAt.position),
      policy,
      lastDay: fiscalYearRange(fiscalYear, calendar).last,
      on,
    });
    const title = `Likely to lapse, fiscal year ${fiscalYear}, on ${on}`;
    const table = likelyToLapseTable(ending, title, [`Policy ${version}`]);
    return {
      schema: 'obligo.report.likely-to-lapse/1',
      provenance: { query: { ...scope, on, knownAt: knownAt.asked }, knownAt, projection: documents },
      body: { unit: 'baht', policy: { version }, rows: table.rows, footnotes: table.footnotes },
      table,
    };
  }
}
