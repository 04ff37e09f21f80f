import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { documents } from '#read-models';
import { transferReports, transferReportsTable } from '#reporting';
import { AccountDocuments } from './account-documents.ts';
import type { DayScope } from './ageing.query.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { KnownReportQuery } from './known-report.ts';
import { Today } from './today.ts';

/** Transfers that owe a report: due, reported, overdue. */
export class TransferReportsQuery extends KnownReportQuery<DayScope> {}

@QueryHandler(TransferReportsQuery)
export class TransferReportsHandler implements IQueryHandler<TransferReportsQuery> {
  constructor(
    private readonly documents: AccountDocuments,
    private readonly today: Today,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: TransferReportsQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const on = await this.today.or(scope.on ?? scope.effectiveTo, scope.organisation);
    const owing = this.documents.at({ ...scope, on }, ['transfer'], knownAt.position);
    const title = `Reports on transfers, fiscal year ${scope.fiscalYear}, on ${on}`;
    const table = transferReportsTable(transferReports(owing, on), title);
    return {
      schema: 'obligo.report.transfer-reports/1',
      provenance: { query: { ...scope, on, knownAt: knownAt.asked }, knownAt, projection: documents },
      body: { unit: 'baht', rows: table.rows, footnotes: table.footnotes },
      table,
    };
  }
}
