import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type BriefRow, documents } from '#read-models';
import { type PaidDocument, paymentDays, paymentDaysTable } from '#reporting';
import { AccountDocuments } from './account-documents.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { type BudgetScope, KnownReportQuery } from './known-report.ts';

export interface PaymentDaysScope extends BudgetScope {
  /** Days after acceptance within which is to be paid. */
  readonly limitDays: number;
}

/** How long every payment took from request over order and acceptance. */
export class PaymentDaysQuery extends KnownReportQuery<PaymentDaysScope> {}

const CHAIN = ['request', 'commitment', 'acceptance', 'disbursement', 'advance'] as const;

@QueryHandler(PaymentDaysQuery)
export class PaymentDaysHandler implements IQueryHandler<PaymentDaysQuery> {
  constructor(
    private readonly documents: AccountDocuments,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: PaymentDaysQuery): Promise<Answer> {
    const { limitDays, ...all } = scope;
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const paid = paidDocuments(this.documents.brief(all, CHAIN, knownAt.position));
    const title = `Days from request to payment, fiscal year ${scope.fiscalYear}`;
    const table = paymentDaysTable(paymentDays(paid, limitDays), limitDays, title);
    return {
      schema: 'obligo.report.payment-days/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: documents },
      body: { unit: 'days', limitDays, rows: table.rows, footnotes: table.footnotes },
      table,
    };
  }
}

/** Every payment that stands, with the chain of documents behind it. What clears an advance pays nobody any more. */
function paidDocuments(rows: readonly BriefRow[]): PaidDocument[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const before = (row: BriefRow | undefined): BriefRow | undefined =>
    row?.previous === null || row === undefined ? undefined : byId.get(row.previous);
  return rows
    .filter((row) => row.stage === 'disbursement' && row.amount > 0 && before(row)?.stage !== 'advance')
    .map((payment) => {
      const chain: BriefRow[] = [];
      for (let row = before(payment); row; row = before(row)) chain.push(row);
      const at = (stage: BriefRow['stage']) => chain.find((row) => row.stage === stage);
      return { payment, acceptance: at('acceptance'), order: at('commitment'), request: at('request') };
    });
}
