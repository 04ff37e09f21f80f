import { inBaht, inMillions, millionColumns, roundingNotes } from '../exact-figures.ts';
import { type Row, type Table, textColumn } from '../table.ts';
import { STATUS_TITLES, type StatusRow } from './status.ts';

/** The status as printed: million baht with four decimals. */
export function budgetStatusTable(
  rows: readonly StatusRow[],
  title: string,
  caption: readonly string[] = [],
): Table {
  const lines = rows.filter(({ level }) => level === 'line');
  return {
    title,
    caption: [
      'Unit: million baht',
      'Current = original ± supplements, cuts and transfers + brought forward − carried forward, returned and lapsed',
      'Available = current − pre-committed − committed − disbursed',
      ...caption,
    ],
    columns: [
      textColumn('level', 'Level'),
      textColumn('project_code', 'Project'),
      textColumn('fund_source', 'Fund source'),
      textColumn('category', 'Category'),
      ...millionColumns(STATUS_TITLES),
    ],
    rows: rows.map((row) => ({ ...keysOf(row), ...inMillions(STATUS_TITLES, row.figures) })),
    hidesEmpty: true,
    footnotes: roundingNotes(
      STATUS_TITLES,
      lines.map(({ figures }) => figures),
      rows.at(-1)?.figures,
    ),
  };
}

/** The exact figures of a row in baht, for JSON. */
export const exactStatusFigures = ({ figures }: StatusRow): Row => inBaht(STATUS_TITLES, figures);

function keysOf(row: StatusRow): Row {
  const { level } = row;
  switch (level) {
    case 'line':
      return { level, project_code: row.project, fund_source: row.fundSource, category: row.category };
    case 'project':
      return { level, project_code: row.project };
    case 'fund-source':
      return { level, fund_source: row.fundSource };
    case 'category':
      return { level, category: row.category };
    case 'organisation':
      return { level, project_code: 'TOTAL' };
  }
}
