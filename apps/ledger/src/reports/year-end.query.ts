import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { FiscalYear } from '#kernel';
import { planVersusActual } from '#read-models';
import { exactYearEndFigures, yearEnd, yearEndTable } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { AccountDocuments } from './account-documents.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { type BudgetScope, KnownReportQuery } from './known-report.ts';
import { LineFigures } from './line-figures.ts';

const OPEN_STAGES = ['request', 'commitment', 'acceptance'] as const;

/** What was carried, returned, lapsed and reserved, what is still open, and what the next year received. */
export class YearEndQuery extends KnownReportQuery<BudgetScope> {}

@QueryHandler(YearEndQuery)
export class YearEndHandler implements IQueryHandler<YearEndQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly lines: LineFigures,
    private readonly documents: AccountDocuments,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: YearEndQuery): Promise<Answer> {
    const { fiscalYear } = scope;
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const next = { ...scope, fiscalYear: (fiscalYear + 1) as FiscalYear };
    const nextCells = this.ledger.tables.planVersusActual.lineCells(next, knownAt.position);
    const closing = yearEnd({
      fiscalYear,
      cells: this.lines.at(scope, knownAt.position),
      nextCells,
      documents: this.documents.reserved(scope, OPEN_STAGES, knownAt.position),
    });
    const table = yearEndTable(closing, `Year-end of fiscal year ${fiscalYear}`);
    const rows = table.rows.map((row, index) => {
      const exact = closing[index];
      return { ...row, baht: exact ? exactYearEndFigures(exact) : {} };
    });
    return {
      schema: 'obligo.report.year-end/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: { unit: 'million baht', rows, footnotes: table.footnotes },
      table,
    };
  }
}
