import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { documents } from '#read-models';
import { AGED_STAGES, ageing, ageingTable } from '#reporting';
import { AccountDocuments } from './account-documents.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { type BudgetScope, KnownReportQuery } from './known-report.ts';
import { Today } from './today.ts';

/** A report on the documents of a day; today when none is named. */
export interface DayScope extends BudgetScope {
  readonly on?: string | undefined;
}

/** Outstanding commitments and what is accepted and not paid, by age. */
export class AgeingQuery extends KnownReportQuery<DayScope> {}

@QueryHandler(AgeingQuery)
export class AgeingHandler implements IQueryHandler<AgeingQuery> {
  constructor(
    private readonly documents: AccountDocuments,
    private readonly today: Today,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: AgeingQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const on = await this.today.or(scope.on ?? scope.effectiveTo, scope.organisation);
    const open = this.documents.open({ ...scope, on }, AGED_STAGES, knownAt.position);
    const title = `Ageing of commitments, fiscal year ${scope.fiscalYear}, on ${on}`;
    const table = ageingTable(ageing(open, on), title);
    return {
      schema: 'obligo.report.ageing/1',
      provenance: { query: { ...scope, on, knownAt: knownAt.asked }, knownAt, projection: documents },
      body: { unit: 'baht', rows: table.rows, footnotes: table.footnotes },
      table,
    };
  }
}
