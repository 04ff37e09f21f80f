import { Injectable } from '@nestjs/common';
import type { MovementQuarter } from '#budget';
import { QUARTERS, quartersUpTo } from '#kernel';
import { type CellRow, isAmong, type Moment } from '#read-models';
import {
  ACCOUNT_MEASURES,
  type ChangedCell,
  changedCells,
  changedLineCells,
  type ExplainedChange,
  figureOf,
  type LineCell,
  STATUS_MEASURES,
} from '#reporting';
import { type ExplainedCell, Explanations, type Explains } from './explanations.ts';
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
    const cellsAt = ({ position, day }: Moment) =>
      this.reports.cells({ ...scope, effectiveTo: day }, position);
    const [before, after] = [cellsAt(from), cellsAt(to)];
    // A project that became known meanwhile has no row at the first point.
    const report = ({ position, day }: Moment, cells: readonly CellRow[]) =>
      this.reports.ifKnown({ ...scope, effectiveTo: day }, position, cells);
    const changed = changedCells(report(from, before), report(to, after)).filter(
      ({ project }) => scope.project === undefined || project === scope.project,
    );
    const explained = this.#explaining(scope, before, { from, to });
    const cells = changed
      .filter(({ project }) => project !== 'TOTAL')
      .map((cell) => explained(cell, quartersOf(scope, cell)));
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
    const [before, after] = [cells(from), cells(to)];
    const explained = this.#explaining(scope, before, { from, to });
    const changed = changedLineCells(before, after, measures).map((cell) => {
      const quarters = cell.quarter === undefined || cell.quarter === 'TOTAL' ? range : [cell.quarter];
      return explained(cell, quarters);
    });
    return { cells: changed, totals: [] };
  }

  /** Explains changed cells over some quarters, given what was known of all cells at the first point. */
  #explaining(
    { organisation, fiscalYear, project: only }: ThroughScope,
    before: readonly KnownCell[],
    { from, to }: Between,
  ): (cell: ChangedCell, quarters: readonly MovementQuarter[]) => ExplainedChange {
    const projects = Map.groupBy(before, ({ project }) => project);
    // Where nothing changed, nothing is read.
    let explains: Explains | undefined;
    return (cell, quarters) => {
      const { project, measure, fundSource, category } = cell;
      const cells = { project, quarters, fundSource, category };
      const known = (projects.get(project) ?? []).filter((each) => isAmong(cells, each));
      const span = { from, to, limit: MOST_EVENTS };
      explains ??= this.explanations.comparing({ organisation, fiscalYear, project: only }, span);
      const explained = { organisation, fiscalYear, measure, ...cells };
      return { ...cell, events: explains(explained, figureOf(measure, known)) };
    };
  }
}

/** A cell of a report by project, or by line. */
type KnownCell = CellRow & Partial<Pick<LineCell, 'fundSource' | 'category'>>;

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
