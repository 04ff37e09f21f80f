import { formatBaht, formatMillionBaht, parseMillionBaht, type Satang, subtract, sum, ZERO } from '#kernel';
import { figureColumn, type Row, type Table, textColumn } from '../table.ts';
import type { BookFigures, BookRow, Section } from './book.ts';
import { fundSourceOf, type Language, REVENUE_GROUPS, type Words } from './fund-sources.ts';

const NO_PROGRAMME: Words = { th: 'ไม่ระบุแผนงาน', en: 'No programme' };
const TOTAL: Words = { th: 'รวมทั้งสิ้น', en: 'Total' };
const SUBTOTALS: Readonly<Record<Section, Words>> = {
  'of-the-year': { th: 'รวมเงินงบประมาณของปี', en: 'Budget money of the year' },
  other: { th: 'รวมเงินอื่นนอกจากเงินงบประมาณของปี', en: 'All other money' },
};

/** The book as printed: million baht with four decimals, each cell rounded half-up from its exact value. */
export function budgetBookTable(
  rows: readonly BookRow[],
  title: string,
  language: Language,
  caption: readonly string[] = [],
): Table {
  return {
    title,
    caption: ['Unit: million baht', ...caption],
    columns: [
      textColumn('side', 'Side'),
      textColumn('level', 'Level'),
      textColumn('project_code', 'Project'),
      textColumn('fund_source', 'Fund source'),
      textColumn('category', 'Category'),
      textColumn('name', 'Name'),
      figureColumn('estimated_m', 'Estimated'),
      figureColumn('budget_m', 'Budget'),
    ],
    rows: rows.map((row) => ({ ...keysOf(row, language), ...printed(row.figures) })),
    footnotes: [...estimateNotes(rows), ...carriedNotes(rows), ...roundingNotes(rows)],
  };
}

/** The exact figures of a row in baht, for JSON. */
export const exactBookFigures = ({ figures: { estimated, budget } }: BookRow): Row => ({
  estimated: estimated === undefined ? undefined : formatBaht(estimated),
  budget: budget === undefined ? undefined : formatBaht(budget),
});

const cell = (amount: Satang | undefined): string | undefined =>
  amount === undefined ? undefined : formatMillionBaht(amount);

const printed = ({ estimated, budget }: BookFigures): Row => ({
  estimated_m: cell(estimated),
  budget_m: cell(budget),
});

function keysOf(row: BookRow, language: Language): Row {
  const { side, level } = row;
  switch (level) {
    case 'fund-source': {
      const { fundSource } = row;
      return { side, level, fund_source: fundSource, name: fundSourceOf(fundSource).name[language] };
    }
    case 'group':
      return {
        side,
        level,
        name:
          row.side === 'revenue'
            ? REVENUE_GROUPS[row.group][language]
            : (row.programme ?? NO_PROGRAMME[language]),
      };
    case 'project':
      return { side, level, project_code: row.project.project, name: row.project.name };
    case 'line': {
      const { project, fundSource, category } = row.line;
      return { side, level, project_code: project, fund_source: fundSource, category };
    }
    case 'subtotal':
      return { side, level, project_code: 'TOTAL', name: SUBTOTALS[row.section][language] };
    case 'total':
      return { side, level, project_code: 'TOTAL', name: TOTAL[language] };
  }
}

/** Says of which fund source more, or less, was allocated than was estimated; neither figure is wrong for that. */
function estimateNotes(rows: readonly BookRow[]): string[] {
  return rows.flatMap((row) => {
    if (row.level !== 'fund-source' || row.figures.estimated === undefined) return [];
    const { estimated, budget = ZERO } = row.figures;
    const rest = subtract(estimated, budget);
    if (rest === 0) return [];
    const said = rest > 0 ? 'estimated and not allocated' : 'allocated beyond the estimate';
    return [
      `${row.fundSource}: ${formatMillionBaht(estimated)} estimated, ${formatMillionBaht(budget)} allocated; ${formatMillionBaht(Math.abs(rest) as Satang)} is ${said}.`,
    ];
  });
}

/** The two sides use the words "budget money" differently: the revenue side counts what is left of earlier years. */
function carriedNotes(rows: readonly BookRow[]): string[] {
  const available = rows.find(
    (row) => row.side === 'revenue' && row.level === 'group' && row.group === 'budget-money',
  );
  const given = rows.find((row) => row.level === 'subtotal' && row.section === 'of-the-year');
  const carried = subtract(available?.figures.budget ?? ZERO, given?.figures.budget ?? ZERO);
  if (carried === 0) return [];
  return [
    `Budget money is ${formatMillionBaht(available?.figures.budget ?? ZERO)} on the revenue side, which counts ${formatMillionBaht(carried)} of earlier years, and ${formatMillionBaht(given?.figures.budget ?? ZERO)} on the expenditure side, which counts the money of the year alone.`,
  ];
}

/** Says where the printed lines do not add up to the printed total, since each is rounded from its exact value. */
function roundingNotes(rows: readonly BookRow[]): string[] {
  const total = rows.at(-1)?.figures;
  return (['estimated', 'budget'] as const).flatMap((measure) => {
    const whole = cell(total?.[measure]);
    if (whole === undefined) return [];
    const parts = rows.flatMap((row) => (row.level === 'line' ? (cell(row.figures[measure]) ?? []) : []));
    const added = sum(parts.map(parseMillionBaht));
    const difference = subtract(added, parseMillionBaht(whole));
    if (difference === 0) return [];
    return [
      `TOTAL, ${measure}: the printed lines add up to ${formatMillionBaht(added)}, the total of the exact values is ${whole} (difference ${formatMillionBaht(difference)}); each cell is rounded half-up by itself.`,
    ];
  });
}
