import { formatBaht } from '#kernel';
import { inBaht, inMillions, millionColumns } from '../exact-figures.ts';
import { type Row, type Table, textColumn } from '../table.ts';
import { uncounted, YEAR_END_TITLES, type YearEndRow } from './year-end.ts';

/** The year-end as printed: million baht with four decimals, the year and the one after it. */
export function yearEndTable(
  rows: readonly YearEndRow[],
  title: string,
  caption: readonly string[] = [],
): Table {
  const left = uncounted(rows);
  return {
    title,
    caption: [
      'Unit: million baht',
      'Final budget = disbursed + carried forward + returned + lapsed + reserved + open + available',
      'Brought forward counts for the next year alone',
      ...caption,
    ],
    columns: [
      textColumn('fiscal_year', 'Year'),
      textColumn('level', 'Level'),
      textColumn('project_code', 'Project'),
      textColumn('fund_source', 'Fund source'),
      textColumn('category', 'Category'),
      ...millionColumns(YEAR_END_TITLES),
    ],
    rows: rows.map((row) => ({ ...keysOf(row), ...inMillions(YEAR_END_TITLES, row.figures) })),
    hidesEmpty: true,
    footnotes:
      left === 0
        ? []
        : [`${formatBaht(left)} baht were carried forward and are not brought forward in the next year.`],
  };
}

/** The exact figures of a row in baht, for JSON. */
export const exactYearEndFigures = ({ figures }: YearEndRow): Row => inBaht(YEAR_END_TITLES, figures);

function keysOf(row: YearEndRow): Row {
  const { level, fiscalYear } = row;
  if (level === 'total') return { level, fiscal_year: String(fiscalYear), project_code: 'TOTAL' };
  const { project, fundSource, category } = row;
  return {
    level,
    fiscal_year: String(fiscalYear),
    project_code: project,
    fund_source: fundSource,
    category,
  };
}
