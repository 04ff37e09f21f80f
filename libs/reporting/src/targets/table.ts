import { formatBaht, formatMillionBaht } from '#kernel';
import { figureColumn, type Row, type Table, textColumn } from '../table.ts';
import type { TargetRow } from './targets.ts';

/** Disbursement against the target rates as printed: million baht with four decimals, percent with two. */
export function disbursementTargetsTable(
  rows: readonly TargetRow[],
  title: string,
  caption: readonly string[] = [],
): Table {
  return {
    title,
    caption: [
      'Unit: million baht; disbursed in percent of the final budget of the group',
      'Shortfall = target × budget − disbursed; running = the period has not ended',
      ...caption,
    ],
    columns: [
      textColumn('group', 'Group'),
      textColumn('through', 'Through'),
      textColumn('last_day', 'Last day'),
      figureColumn('budget_m', 'Budget'),
      figureColumn('disbursed_m', 'Disbursed'),
      figureColumn('percent', '%'),
      figureColumn('target_percent', 'Target %'),
      figureColumn('shortfall_m', 'Shortfall'),
      textColumn('status', 'Status'),
    ],
    rows: rows.map((row) => ({
      group: row.group,
      through: row.through,
      last_day: row.last,
      budget_m: formatMillionBaht(row.budget),
      disbursed_m: formatMillionBaht(row.disbursed),
      percent: row.percent,
      target_percent: row.target,
      shortfall_m: formatMillionBaht(row.shortfall),
      status: row.status,
    })),
    footnotes:
      rows.length > 0 ? [] : ['The policy, as known then, has no target rates for this fiscal year.'],
  };
}

/** The exact figures of a row in baht, for JSON. */
export const exactTargetFigures = ({ budget, disbursed, shortfall }: TargetRow): Row => ({
  budget: formatBaht(budget),
  disbursed: formatBaht(disbursed),
  shortfall: formatBaht(shortfall),
});
