import { formatBaht } from '#kernel';
import { figureColumn, type Row, type Table, textColumn } from '../table.ts';
import { type EndingMoney, endingTotals } from './likely-to-lapse.ts';

/** Lines and documents whose money ends, the nearest deadline first, and their total. */
export function likelyToLapseTable(
  rows: readonly EndingMoney[],
  title: string,
  caption: readonly string[] = [],
): Table {
  const total = endingTotals(rows);
  return {
    title,
    caption: [
      'Unit: baht',
      'At risk = what the carry rule of the line, as known then, does not take to the next year',
      ...caption,
    ],
    columns: [
      textColumn('project_code', 'Project'),
      textColumn('fund_source', 'Fund source'),
      textColumn('category', 'Category'),
      textColumn('what', 'What'),
      textColumn('document', 'Document'),
      textColumn('item', 'Item'),
      figureColumn('amount', 'Amount'),
      figureColumn('at_risk', 'At risk'),
      textColumn('carry', 'Carry rule'),
      textColumn('rest', 'The rest'),
      textColumn('deadline', 'Deadline'),
      figureColumn('days_left', 'Days left'),
      textColumn('counterparty', 'Counterparty'),
    ],
    rows: [
      ...rows.map(rowOf),
      { project_code: 'TOTAL', amount: formatBaht(total.amount), at_risk: formatBaht(total.atRisk) },
    ],
    footnotes: [],
  };
}

const rowOf = (money: EndingMoney): Row => ({
  project_code: money.project,
  fund_source: money.fundSource,
  category: money.category,
  what: money.document?.stage ?? 'available',
  document: money.document?.number,
  item: money.document?.item ?? undefined,
  amount: formatBaht(money.amount),
  at_risk: formatBaht(money.atRisk),
  carry: money.carry,
  rest: money.rest,
  deadline: money.deadline,
  days_left: String(money.daysLeft),
  counterparty: money.document?.counterparty ?? undefined,
});
