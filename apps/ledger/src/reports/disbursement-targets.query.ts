import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { disbursementMonths } from '#read-models';
import { disbursementTargets, disbursementTargetsTable, exactTargetFigures } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { type BudgetScope, KnownReportQuery } from './known-report.ts';
import { LineFigures } from './line-figures.ts';
import { Today } from './today.ts';

export interface TargetsScope extends BudgetScope {
  /** A period that ends on this day or later is still running; today when absent. */
  readonly on?: string | undefined;
  readonly capitalCategories: readonly string[];
}

/** Disbursement against the target rates of the policy. */
export class DisbursementTargetsQuery extends KnownReportQuery<TargetsScope> {}

@QueryHandler(DisbursementTargetsQuery)
export class DisbursementTargetsHandler implements IQueryHandler<DisbursementTargetsQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly lines: LineFigures,
    private readonly today: Today,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: DisbursementTargetsQuery): Promise<Answer> {
    const { organisation, fiscalYear, project, capitalCategories } = scope;
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    const on = await this.today.or(scope.on ?? scope.effectiveTo, organisation);
    const { version, policy } = this.ledger.tables.policies.at(organisation, knownAt.position);
    const months = this.ledger.tables.months.months(scope, knownAt.position);
    const targets = disbursementTargets({
      ...{ targets: policy.targets, capitalCategories, fiscalYear, on },
      cells: this.lines.at(scope, knownAt.position),
      months: months.filter((month) => project === undefined || month.project === project),
      calendar: await this.today.calendarOf(organisation),
    });
    const title = `Disbursement against target rates, fiscal year ${fiscalYear}`;
    const table = disbursementTargetsTable(targets, title, [`Policy ${version}; on ${on}`]);
    const rows = table.rows.map((row, index) => {
      const exact = targets[index];
      return { ...row, baht: exact ? exactTargetFigures(exact) : {} };
    });
    const query = { ...scope, on, capitalCategories: capitalCategories.join(','), knownAt: knownAt.asked };
    return {
      schema: 'obligo.report.disbursement-targets/1',
      provenance: { query, knownAt, projection: disbursementMonths },
      body: { unit: 'million baht', policy: { version }, rows, footnotes: table.footnotes },
      table,
    };
  }
}
