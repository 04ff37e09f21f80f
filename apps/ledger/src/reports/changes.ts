import { Injectable } from '@nestjs/common';
import type { MovementQuarter } from '#budget';
import { QUARTERS, quartersUpTo } from '#kernel';
import type { Moment } from '#read-models';
import {
  ACCOUNT_MEASURES,
  type ChangedCell,
  changedCells,
  changedLineCells,
  type ExplainedChange,
  STATUS_MEASURES,
} from '#reporting';
import { type ExplainedCell, Explanations } from './explanations.ts';
import type { ThroughScope } from './known-report.ts';
import { LineFigures } from './line-figures.ts';
import { QuarterlyReports, type QuarterlyScope } from './quarterly.query.ts';

/** Of a cell with more causes the first are shown; `explain` pages through all of them. */
const MOST_EVENTS = 1_000;

/** Two points on both axes. */
export interface Between {
  readonly from: Moment;
  readonly to: Moment;
}

/** The cells that differ, each with its causes, and the totals that follow from them. */
export interface Changed {
  readonly cells: readonly ExplainedChange[];
  readonly totals: readonly ChangedCell[];
}

/** Finds what differs between two points and the events that make it so; every comparison in the product comes from here. */
@Injectable()
export class Changes {
  constructor(
    private readonly reports: QuarterlyReports,
    private readonly lines: LineFigures,
    private readonly explanations: Explanations,
  ) {}

  /** Of the quarterly report; the movements of the events of a cell add up to its change. */
  ofQuarterly(scope: QuarterlyScope, { from, to }: Between): Changed {
    // A project that became known meanwhile has no row at the first point.
    const report = ({ position, day }: Moment) =>
      this.reports.ifKnown({ ...scope, effectiveTo: day }, position);
    const changed = changedCells(report(from), report(to)).filter(
      ({ project }) => scope.project === undefined || project === scope.project,
    );
    const cells = changed
      .filter(({ project }) => project !== 'TOTAL')
      .map((cell) => this.#explain(scope, cell, quartersOf(scope, cell), { from, to }));
    return { cells, totals: changed.filter(({ project }) => project === 'TOTAL') };
  }

  /** Of every line: what its account shows, or the parts of its budget too; and of the planned quarters. */
  ofLines(scope: ThroughScope, of: 'account' | 'budget-status', { from, to }: Between): Changed {
    // A project that became known meanwhile has no line at the first point.
    const { project, quarter } = scope;
    if (project !== undefined) this.reports.accounts({ ...scope, effectiveTo: to.day }, to.position);
    const cells = ({ position, day }: Moment) => this.lines.ifKnown({ ...scope, effectiveTo: day }, position);
    const measures = of === 'account' ? ACCOUNT_MEASURES : STATUS_MEASURES;
    const range: readonly MovementQuarter[] =
      quarter === undefined ? [...QUARTERS, 'after'] : quartersUpTo(quarter);
    const changed = changedLineCells(cells(from), cells(to), measures).map((cell) => {
      const quarters = cell.quarter === undefined || cell.quarter === 'TOTAL' ? range : [cell.quarter];
      return this.#explain(scope, cell, quarters, { from, to });
    });
    return { cells: changed, totals: [] };
  }

  #explain(
    { organisation, fiscalYear }: Pick<QuarterlyScope, 'organisation' | 'fiscalYear'>,
    cell: ChangedCell,
    quarters: readonly MovementQuarter[],
    { from, to }: Between,
  ): ExplainedChange {
    const { project, measure, fundSource, category } = cell;
    const address = { organisation, fiscalYear, project, measure, quarters, fundSource, category };
    return { ...cell, events: this.explanations.between(address, { from, to, limit: MOST_EVENTS }).events };
  }
}

/** The cell of the quarterly report as it is explained. */
export function explainedCellOf(
  scope: QuarterlyScope,
  cell: Pick<ChangedCell, 'project' | 'quarter' | 'measure'>,
): ExplainedCell {
  const { organisation, fiscalYear } = scope;
  const project = cell.project === 'TOTAL' ? undefined : cell.project;
  return { organisation, fiscalYear, project, measure: cell.measure, quarters: quartersOf(scope, cell) };
}

/** The quarters that a cell of the quarterly report is the sum of. */
function quartersOf(
  scope: QuarterlyScope,
  { quarter, measure }: Pick<ChangedCell, 'quarter' | 'measure'>,
): readonly MovementQuarter[] {
  if (quarter !== undefined && quarter !== 'TOTAL') return [quarter];
  // The plan of the whole year stands in the TOTAL of a report by quarter.
  return quarter === 'TOTAL' && measure === 'plan' ? QUARTERS : quartersUpTo(scope.quarter);
}
