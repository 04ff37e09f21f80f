import { describe, expect, it } from '@jest/globals';
import { cell } from '../report.fixture.ts';
import { execution } from './execution.ts';
import { executionTable } from './table.ts';

const cells = [
  cell('original', '600.00'),
  cell('original', '400.00', { quarter: 'Q3' }),
  cell('budget', '900.00'),
  cell('committed', '300.00'),
  cell('committed', '-100.00', { quarter: 'Q2' }),
  cell('disbursed', '150.00', { quarter: 'Q2' }),
];

describe('in-year execution', () => {
  it('counts from the start of the year, at both stages, against the whole original budget', () => {
    const rows = execution(cells, 'project', undefined).filter(({ group }) => group === 'P01');
    expect(
      rows.map((row) => [
        row.through,
        row.commitment,
        row.commitmentPercent,
        row.payment,
        row.paymentPercent,
      ]),
    ).toEqual([
      ['Q1', 300_00, '30.00', 0, '0.00'],
      ['Q2', 350_00, '35.00', 150_00, '15.00'],
      ['Q3', 350_00, '35.00', 150_00, '15.00'],
      ['Q4', 350_00, '35.00', 150_00, '15.00'],
    ]);
  });

  it('ends with the quarter asked for, and with what was used of reserved money after the year', () => {
    const late = [...cells, cell('disbursed', '50.00', { quarter: 'after' })];
    expect(execution(late, 'project', 'Q2').map(({ through }) => through)).toEqual(['Q1', 'Q2', 'Q1', 'Q2']);
    expect(execution(late, 'project', undefined).at(-1)).toMatchObject({
      group: 'TOTAL',
      through: 'after',
      payment: 200_00,
    });
  });

  it('has no percentage where there was no original budget', () => {
    const [row] = execution([cell('disbursed', '1.00')], 'category', 'Q1');
    expect(row).toMatchObject({ group: 'operating', payment: 1_00, paymentPercent: undefined });
  });

  it('names its groups in the column of what was asked for', () => {
    const table = executionTable(execution(cells, 'fund-source', 'Q1'), 'fund-source', 'Execution');
    expect(table.columns[0]?.key).toBe('fund_source');
    expect(table.rows.map((row) => row['fund_source'])).toEqual(['annual-appropriation', 'TOTAL']);
  });
});
