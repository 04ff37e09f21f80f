import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ControlState } from '#control';
import { controlPolicy } from '#control';
import { formatBaht, QUARTERS, streams } from '#kernel';
import { read } from '#posting';
import { planVersusActual } from '#read-models';
import { accountStateOf, accountStateTable } from '#reporting';
import { KnownStates } from '../control/known-states.ts';
import type { Answer } from '../reports/answer.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { type BudgetScope, KnownReportQuery } from '../reports/known-report.ts';
import { LineFigures } from '../reports/line-figures.ts';
import { QuarterlyReports } from '../reports/quarterly.query.ts';

/** The account that is asked about. */
export interface AccountStateScope extends BudgetScope {
  readonly project: string;
}

/** What a budget account held, line by line, with its plan and the policy in force, at any point of both axes. */
export class AccountStateQuery extends KnownReportQuery<AccountStateScope> {}

@QueryHandler(AccountStateQuery)
export class AccountStateHandler implements IQueryHandler<AccountStateQuery> {
  constructor(
    private readonly lines: LineFigures,
    private readonly reports: QuarterlyReports,
    private readonly states: KnownStates,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: AccountStateQuery): Promise<Answer> {
    const { organisation, fiscalYear, project, effectiveTo } = scope;
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    const [account] = this.reports.accounts(scope, knownAt.position);
    const figures = accountStateOf(this.lines.at(scope, knownAt.position));
    const policy = read(controlPolicy, streams.controlPolicy(organisation));
    const at = { position: knownAt.position, day: effectiveTo };
    const { version, policy: settings } = await this.states.at<ControlState>(policy, at);
    const day = effectiveTo === undefined ? '' : `, effective to ${effectiveTo}`;
    const title = `Account ${project} of fiscal year ${fiscalYear}${day}: ${account?.name ?? project}`;
    const table = accountStateTable(figures, title, [`Policy ${version}`]);
    return {
      schema: 'obligo.account/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: {
        name: account?.name,
        unit: 'baht',
        plan: Object.fromEntries(
          QUARTERS.flatMap((quarter) => {
            const planned = figures.plan[quarter];
            return planned === undefined ? [] : [[quarter, formatBaht(planned)]];
          }),
        ),
        policy: { version, policy: settings },
        rows: table.rows,
      },
      table,
    };
  }
}
