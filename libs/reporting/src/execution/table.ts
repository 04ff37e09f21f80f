import { formatBaht, formatMillionBaht } from '#kernel';
import type { Grouping } from '../line-cells.ts';
import { figureColumn, type Row, type Table, textColumn } from '../table.ts';
import type { ExecutionRow } from './execution.ts';

/** How the column of a grouping is called, in tables and in CSV and JSON. */
export const GROUP_COLUMNS: Readonly<Record<Grouping, readonly [key: string, title: string]>> = {
  project: ['project_code', 'Project'],
  'fund-source': ['fund_source', 'Fund source'],
  category: ['category', 'Category'],
};

/** The execution as printed: cumulative, million baht with four decimals, percentages of the original budget. */
export function executionTable(
  rows: readonly ExecutionRow[],
  by: Grouping,
  title: string,
  caption: readonly string[] = [],
): Table {
  const [key, heading] = GROUP_COLUMNS[by];
  return {
    title,
    caption: [
      'Unit: million baht, cumulative from the start of the year',
      'Commitment stage = committed + disbursed; payment stage = disbursed; % of the original budget',
      ...caption,
    ],
    columns: [
      textColumn(key, heading),
      textColumn('through', 'Through'),
      figureColumn('original_m', 'Original budget'),
      figureColumn('commitment_stage_m', 'Commitment stage'),
      figureColumn('commitment_stage_percent', '%'),
      figureColumn('payment_stage_m', 'Payment stage'),
      figureColumn('payment_stage_percent', '%'),
    ],
    rows: rows.map((row) => ({
      [key]: row.group,
      through: row.through,
      original_m: formatMillionBaht(row.original),
      commitment_stage_m: formatMillionBaht(row.commitment),
      commitment_stage_percent: row.commitmentPercent,
      payment_stage_m: formatMillionBaht(row.payment),
      payment_stage_percent: row.paymentPercent,
    })),
    footnotes: [],
  };
}

/** The exact figures of a row in baht, for JSON. */
export const exactExecutionFigures = ({ original, commitment, payment }: ExecutionRow): Row => ({
  original: formatBaht(original),
  commitment_stage: formatBaht(commitment),
  payment_stage: formatBaht(payment),
});
