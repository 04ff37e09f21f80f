import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { MovementQuarter } from '#budget';
import { QUARTERS, quartersUpTo } from '#kernel';
import { planVersusActual } from '#read-models';
import {
  budgetComparison,
  budgetComparisonTable,
  CHANGING_PARTS,
  comparisonJson,
  type LineCell,
  type LineChange,
} from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Answer } from './answer.ts';
import { Explanations } from './explanations.ts';
import { KnownAtResolver } from './known-at.ts';
import { KnownReportQuery, type ThroughScope } from './known-report.ts';
import { LineFigures } from './line-figures.ts';

/** Of a project with more changes the first are listed; `explain` pages through all of them. */
const MOST_EVENTS = 1_000;

/** Original and final budget with actual amounts, and the events that made the one into the other (IPSAS 24). */
export class BudgetComparisonQuery extends KnownReportQuery<ThroughScope> {}

@QueryHandler(BudgetComparisonQuery)
export class BudgetComparisonHandler implements IQueryHandler<BudgetComparisonQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly lines: LineFigures,
    private readonly explanations: Explanations,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: BudgetComparisonQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    const cells = this.lines.at(scope, knownAt.position);
    const comparison = budgetComparison(cells, this.#changes(scope, cells, knownAt.position));
    const span = scope.quarter === undefined ? '' : `, effective to the end of ${scope.quarter}`;
    const title = `Budget and actual amounts, fiscal year ${scope.fiscalYear}${span}`;
    const table = budgetComparisonTable(comparison, title);
    const rows = table.rows.map(({ reasons: _, ...row }, index) => {
      const exact = comparison[index];
      return { ...row, ...(exact ? comparisonJson(exact) : {}) };
    });
    return {
      schema: 'obligo.report.budget-comparison/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: { unit: 'million baht', rows, footnotes: table.footnotes },
      table,
    };
  }

  /** What changed the budget of every project that has such cells, in the order of the log. */
  #changes(scope: ThroughScope, cells: readonly LineCell[], upTo: bigint): LineChange[] {
    const { effective: tables } = this.ledger.tables;
    const quarters: readonly MovementQuarter[] =
      scope.quarter === undefined ? [...QUARTERS, 'after'] : quartersUpTo(scope.quarter);
    const parts: ReadonlySet<string> = new Set(CHANGING_PARTS);
    const changed = new Set(cells.flatMap(({ measure, project }) => (parts.has(measure) ? project : [])));
    return [...changed].flatMap((project) => {
      const to = { position: upTo, day: scope.effectiveTo };
      const span = { from: { position: 0n, day: scope.effectiveTo }, to, limit: MOST_EVENTS };
      const entries = tables.between({ ...scope, project }, CHANGING_PARTS, quarters, span);
      return entries.map(({ position, measure, fundSource, category, movement }) => ({
        ...this.explanations.facts(scope.organisation, position),
        ...{ project, fundSource, category, amount: movement },
        part: measure as LineChange['part'],
      }));
    });
  }
}
