import { formatBaht, formatMillionBaht, subtract, sum, ZERO } from '#kernel';
import { inBaht, inMillions, millionColumns, roundingNotes } from '../exact-figures.ts';
import { type Row, type Table, textColumn } from '../table.ts';
import { type BudgetChange, COMPARISON_TITLES, type ComparisonRow } from './comparison.ts';

/** The comparison as printed: million baht with four decimals, the reasons of each line in words. */
export function budgetComparisonTable(
  rows: readonly ComparisonRow[],
  title: string,
  caption: readonly string[] = [],
): Table {
  const lines = rows.filter(({ level }) => level === 'line');
  return {
    title,
    caption: [
      'Unit: million baht',
      'Actual = disbursed, on the basis of the budget',
      'Final budget = original + changes in the period; what ended with the year is a part of final − actual',
      ...caption,
    ],
    columns: [
      textColumn('level', 'Level'),
      textColumn('project_code', 'Project'),
      textColumn('fund_source', 'Fund source'),
      textColumn('category', 'Category'),
      ...millionColumns(COMPARISON_TITLES),
      textColumn('reasons', 'Changed by'),
    ],
    rows: rows.map((row) => ({ ...keysOf(row), ...inMillions(COMPARISON_TITLES, row.figures) })),
    footnotes: [
      ...rows.flatMap(unexplained),
      ...roundingNotes(
        COMPARISON_TITLES,
        lines.map(({ figures }) => figures),
        rows.at(-1)?.figures,
      ),
    ],
  };
}

/** The exact figures of a row in baht, and what changed it, for JSON. */
export const comparisonJson = (row: ComparisonRow) => ({
  baht: inBaht(COMPARISON_TITLES, row.figures),
  ...(row.level === 'line' ? { changes: row.changes.map(changeJson) } : {}),
});

const changeJson = ({ amount, ...facts }: BudgetChange) => ({
  ...facts,
  amount: formatBaht(amount),
  amount_m: formatMillionBaht(amount),
});

function keysOf(row: ComparisonRow): Row {
  const { level } = row;
  if (level === 'organisation') return { level, project_code: 'TOTAL' };
  if (level === 'project') return { level, project_code: row.project };
  const { project, fundSource, category, changes } = row;
  return {
    level,
    project_code: project,
    fund_source: fundSource,
    category,
    reasons: changes.map(inWords).join('; '),
  };
}

const inWords = ({ part, document, amount, reason, actor }: BudgetChange): string =>
  [part, document, `(${formatMillionBaht(amount)})`, reason && `"${reason}"`, `by ${actor}`]
    .filter((word) => word !== null && word !== '')
    .join(' ');

/** Says where the changes shown do not add up to the figure, since only so many are listed. */
function unexplained(row: ComparisonRow): string[] {
  if (row.level !== 'line') return [];
  const listed = sum(row.changes.map(({ amount }) => amount));
  const left = subtract(row.figures.changes ?? ZERO, listed);
  if (left === 0) return [];
  return [
    `${row.project}, ${row.fundSource}/${row.category}: ${formatBaht(left)} baht of the changes are not listed; obligo explain shows every event.`,
  ];
}
