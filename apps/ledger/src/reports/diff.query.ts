import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { QUARTERS, quartersUpTo } from '#kernel';
import { planVersusActual } from '#read-models';
import {
  type ChangedCell,
  changedCells,
  changeJson,
  diffTable,
  explainedChangeJson,
  type ExplainedChange,
} from '#reporting';
import { refuse } from '../http/refusals.ts';
import type { Answer } from './answer.ts';
import { Explanations } from './explain.query.ts';
import { KnownAtResolver } from './known-at.ts';
import { QuarterlyReports, type QuarterlyScope } from './quarterly.query.ts';

/** Of a cell with more causes the first are shown; `explain` pages through all of them. */
const MOST_EVENTS = 1_000;

/** The same report at two moments: what changed, and the events that explain it. */
export class DiffQuery extends Query<Answer> {
  constructor(
    readonly scope: QuarterlyScope,
    readonly from: string,
    readonly to: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(DiffQuery)
export class DiffHandler implements IQueryHandler<DiffQuery> {
  constructor(
    private readonly reports: QuarterlyReports,
    private readonly explanations: Explanations,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, from: askedFrom, to: askedTo }: DiffQuery): Promise<Answer> {
    const from = await this.moments.resolve(scope.organisation, askedFrom);
    const to = await this.moments.resolve(scope.organisation, askedTo);
    if (from.position > to.position) {
      throw refuse(
        'known-at-order',
        `${from.asked} lies after ${to.asked}: expected the earlier moment in from.`,
        {
          from: from.asked,
          to: to.asked,
        },
      );
    }
    const changed = changedCells(this.reports.at(scope, from.position), this.reports.at(scope, to.position));
    const cells = changed
      .filter(({ project }) => project !== 'TOTAL')
      .map((cell) => this.#explain(scope, cell, from.position, to.position));
    const totals = changed.filter(({ project }) => project === 'TOTAL');
    const title = `Fiscal year ${scope.fiscalYear} to ${scope.quarter}: ${cells.length} cells changed`;
    const moments = [
      `From position ${from.position} (${from.asked}) to position ${to.position} (${to.asked})`,
    ];
    return {
      schema: 'obligo.diff/1',
      provenance: {
        query: { ...scope, from: from.asked, to: to.asked },
        knownAt: to,
        projection: planVersusActual,
      },
      body: {
        from: { asked: from.asked, position: String(from.position), bookedAt: from.bookedAt ?? null },
        to: { asked: to.asked, position: String(to.position), bookedAt: to.bookedAt ?? null },
        cells: cells.map(explainedChangeJson),
        totals: totals.map(changeJson),
      },
      table: diffTable([...cells, ...totals.map((cell) => ({ ...cell, events: [] }))], title, moments),
      differences: cells.length,
    };
  }

  #explain(scope: QuarterlyScope, cell: ChangedCell, after: bigint, upTo: bigint): ExplainedChange {
    const { project, quarter, measure } = cell;
    const single = quarter !== undefined && quarter !== 'TOTAL' ? [quarter] : undefined;
    // The plan of the whole year stands in the TOTAL of a report by quarter.
    const range = quarter === 'TOTAL' && measure === 'plan' ? QUARTERS : quartersUpTo(scope.quarter);
    const address = { ...scope, project, measure, quarters: single ?? range };
    return { ...cell, events: this.explanations.events(address, { after, upTo, limit: MOST_EVENTS }).events };
  }
}
