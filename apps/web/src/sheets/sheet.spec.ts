import { describe, expect, it } from '@jest/globals';
import { countFaults, orderOf, RowReader } from './faults.ts';
import {
  cellOf,
  contentOf,
  filledRows,
  ofKind,
  rowsAlike,
  type Sheet,
  sheetOf,
  withBlock,
  withCells,
  withColumn,
} from './sheet.ts';

const GRID = [
  ['รายการใบสั่ง (ล้านบาท)'],
  ['เลขที่ PO', 'สี', 'โครงการ', 'จำนวนเงิน'],
  ['PO-1', 'แดง', 'P 01', '0.5'],
  ['PO-2', 'เขียว', 'P01', '1,23'],
  ['PO-3', 'แดง', 'P 01', '1'],
];
const sheet = (): Sheet => sheetOf(GRID, 'commitments', null, 'key');
const faulty = (of: Sheet): string[] =>
  [...new RowReader().states(of, undefined)].flatMap(([at, { faults }]) =>
    faults.map(({ column }) => `${at} ${column}`),
  );

describe('a sheet as it came', () => {
  it('knows its header below a title, its unit, and has a place for what is missing', () => {
    const came = sheet();
    expect(came.rows).toHaveLength(3);
    expect(came.style.unit).toBe('million-baht');
    expect(came.keys.slice(0, 4)).toEqual(['commitment', null, 'project', 'amount']);
    expect(came.keys).toContain('effectiveOn');
    expect(cellOf(came, 1, 'amount')).toBe('1,23');
    expect(cellOf(came, 1, 'effectiveOn')).toBe('');
  });

  it('is sent under the names of the API, without empty rows and columns that are left out', () => {
    const typed = withBlock(sheet(), 4, ['commitment'], [['PO-5']]);
    expect(filledRows(typed)).toEqual([0, 1, 2, 4]);
    const lines = contentOf(typed).trim().split('\r\n');
    expect(lines[0]?.split(',').slice(0, 3)).toEqual(['commitment', 'fiscalYear', 'project']);
    expect(lines).toHaveLength(5);
    expect(contentOf(typed)).not.toContain('แดง');
  });
});

describe('a sheet that is mended', () => {
  it('marks an amount that a comma cut in two until it is typed anew', () => {
    const came = sheetOf(
      [
        ['commitment', 'project', 'fundSource', 'category', 'effectiveOn', 'amount'],
        ['PO-1', 'P01', 'A', 'B', '2025-11-03', '1', '500.00'],
      ],
      'commitments',
      null,
      'key',
    );
    expect(faulty(came)).toEqual(['0 amount']);
    const mended = withCells(came, [0], 'amount', '1,500.00');
    expect(faulty(mended)).toEqual([]);
    expect(contentOf(mended)).toContain('"1,500.00"');
  });

  it('marks what is faulty, and one change mends all that are alike', () => {
    const came = sheet();
    expect(faulty(came)).toContain('0 project');
    expect(rowsAlike(came, 'project', 'P 01', 0)).toEqual([2]);
    const mended = withCells(came, [0, 2], 'project', 'P01');
    expect(faulty(mended).filter((each) => each.endsWith('project'))).toEqual([]);
    expect(cellOf(came, 0, 'project')).toBe('P 01');
  });

  it('shows the faulty rows first, or alone', () => {
    const dated = withBlock(
      withCells(sheet(), [0, 2], 'project', 'P01'),
      0,
      ['effectiveOn'],
      [['1/3/69'], ['1/3/69'], ['1/3/69']],
    );
    const lined = withBlock(
      dated,
      0,
      ['fundSource', 'category'],
      [
        ['A', 'B'],
        ['A', 'B'],
        ['A', 'B'],
      ],
    );
    const states = new RowReader().states(lined, undefined);
    expect(countFaults(states)).toEqual({ cells: 1, rows: 1 });
    expect(orderOf(lined, states, 'faulty-first')).toEqual([1, 0, 2]);
    expect(orderOf(lined, states, 'faulty-only')).toEqual([1]);
  });

  it('keeps what was typed when a column or the kind is chosen anew', () => {
    const came = withColumn(sheet(), 1, 'description');
    expect(cellOf(came, 0, 'description')).toBe('แดง');
    const other = withColumn(came, 1, 'project');
    expect([cellOf(other, 0, 'project'), cellOf(other, 0, 'description')]).toEqual(['แดง', '']);
    const paid = ofKind(sheet(), 'disbursements');
    expect([cellOf(paid, 0, 'commitment'), cellOf(paid, 0, 'disbursement')]).toEqual(['PO-1', '']);
  });
});
