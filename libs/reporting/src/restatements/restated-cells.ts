import { formatMillionBaht } from '#kernel';
import { type ChangedCell, changeJson, changeOf } from '../diff.ts';
import { figureColumn, type Table, textColumn } from '../table.ts';

/** A cell of which a published report said something else. */
export interface RestatedCell extends ChangedCell {
  /** The newest report that said something else. */
  readonly report: string;
  readonly asOf: string;
  /** What was known then. */
  readonly position: string;
  /** Whether that is the last report that shows the cell; otherwise a later one says what is so now. */
  readonly sinceLastReport: boolean;
  /** The first event that changed it since. */
  readonly changedBy: { readonly position: string; readonly bookedAt: string } | undefined;
}

export const restatedCellJson = ({
  report,
  asOf,
  position,
  sinceLastReport,
  changedBy,
  ...cell
}: RestatedCell) => ({
  ...changeJson(cell),
  report,
  as_of: asOf,
  position,
  since_last_report: sinceLastReport,
  changed_by:
    changedBy === undefined ? null : { position: changedBy.position, booked_at: changedBy.bookedAt },
});

/** What each cell said, which report said it, and what it says now. */
export const restatedCellsTable = (
  cells: readonly RestatedCell[],
  title: string,
  caption: readonly string[],
): Table => ({
  title,
  caption: ['Unit: million baht', ...caption],
  columns: [
    textColumn('project_code', 'Project'),
    textColumn('quarter', 'Quarter'),
    textColumn('measure', 'Measure'),
    figureColumn('from_m', 'Earlier'),
    figureColumn('to_m', 'Now'),
    figureColumn('change_m', 'Change'),
    textColumn('report', 'Said by'),
    textColumn('as_of', 'As of'),
    textColumn('changed_at', 'Changed'),
    figureColumn('changed_by', 'By position'),
  ],
  rows: cells.map((cell) => ({
    project_code: cell.project,
    quarter: cell.quarter,
    measure: cell.measure,
    from_m: cell.from === undefined ? undefined : formatMillionBaht(cell.from),
    to_m: cell.to === undefined ? undefined : formatMillionBaht(cell.to),
    change_m: formatMillionBaht(changeOf(cell)),
    report: cell.report,
    as_of: cell.asOf,
    changed_at: cell.changedBy?.bookedAt,
    changed_by: cell.changedBy?.position,
  })),
  footnotes: [],
});
