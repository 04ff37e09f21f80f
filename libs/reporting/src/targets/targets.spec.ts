import { describe, expect, it } from '@jest/globals';
import { type FiscalYear, parseBaht, parseCivilDate, THAI_CALENDAR } from '#kernel';
import { cell } from '../report.fixture.ts';
import { disbursementTargets, type MonthCell } from './targets.ts';
import { disbursementTargetsTable } from './table.ts';

const capital = { category: 'capital' };
const month = (name: string, amount: string, category = 'operating'): MonthCell => ({
  project: 'P01',
  fundSource: 'annual-appropriation',
  category,
  month: name,
  balance: parseBaht(amount),
});

const input = {
  capitalCategories: ['capital'],
  fiscalYear: 2569 as FiscalYear,
  calendar: THAI_CALENDAR,
  on: parseCivilDate('2026-04-10'),
  cells: [
    cell('original', '800.00'),
    cell('original', '200.00', capital),
    cell('cut', '-100.00'),
    cell('lapsed', '-50.00', { quarter: 'after' as const }),
  ],
  months: [month('2025-11', '210.00'), month('2026-02', '100.00', 'capital'), month('2026-05', '90.00')],
};
const target = (group: 'all' | 'current' | 'capital', through: string, percent: string) => ({
  fiscalYear: 2569,
  group,
  through,
  percent,
});

describe('disbursement against the target rates', () => {
  it('counts all months to the end of the period against the budget after transfers', () => {
    const rows = disbursementTargets({
      ...input,
      targets: [target('current', 'Q1', '30'), target('capital', '2026-02', '50'), target('all', 'Q2', '60')],
    });
    expect(rows.map((row) => [row.group, row.last, row.budget, row.disbursed, row.percent])).toEqual([
      ['current', '2025-12-31', 700_00, 210_00, '30.00'],
      ['capital', '2026-02-28', 200_00, 100_00, '50.00'],
      ['all', '2026-03-31', 900_00, 310_00, '34.44'],
    ]);
  });

  it('is met to the satang, missed when the period is over, and running until then', () => {
    const rows = disbursementTargets({
      ...input,
      targets: [
        target('current', 'Q1', '30'),
        target('current', 'Q2', '30.01'),
        target('current', '2026-04', '40'),
      ],
    });
    expect(rows.map(({ status, shortfall }) => [status, shortfall])).toEqual([
      ['met', 0],
      ['missed', 7],
      ['running', 70_00],
    ]);
  });

  it('takes the categories of investment from who asks, and only the targets of the year', () => {
    const rows = disbursementTargets({
      ...input,
      capitalCategories: ['capital', 'operating'],
      targets: [target('capital', 'Q4', '100'), { ...target('all', 'Q4', '100'), fiscalYear: 2568 }],
    });
    expect(rows.map(({ group, budget }) => [group, budget])).toEqual([['capital', 900_00]]);
  });

  it('says when the policy has no rates for the year', () => {
    const table = disbursementTargetsTable(disbursementTargets({ ...input, targets: [] }), 'Targets');
    expect([table.rows, table.footnotes]).toEqual([[], [expect.stringContaining('no target rates')]]);
  });
});
