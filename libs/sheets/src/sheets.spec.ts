import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import fc from 'fast-check';
import {
  asOnPaper,
  headerRow,
  type KindOfSheet,
  matchColumns,
  PLAIN_STYLE,
  readCell,
  readRow,
  sheetKind,
  sheetKinds,
  suggestKind,
  suggestUnit,
} from './index.ts';

const kind = (name: string): KindOfSheet => {
  const found = sheetKind(name);
  if (!found) throw new Error(`no kind ${name}`);
  return found;
};
const cell = (of: string, key: string, text: string, style = PLAIN_STYLE) => {
  const column = kind(of).columns.find((each) => each.key === key);
  if (!column) throw new Error(`no column ${key}`);
  const read = readCell(column, text, style);
  return isRefusal(read) ? read.code : read;
};

describe('cells', () => {
  it.each([
    ['commitments', 'kind', 'สัญญา', 'contract'],
    ['commitments', 'kind', 'PO', 'order'],
    ['commitments', 'kind', 'ของขวัญ', 'cell-not-a-choice'],
    ['commitments', 'commitment', ' PO-1 ', 'PO-1'],
    ['commitments', 'commitment', '=HYPERLINK("x")', 'cell-not-a-code'],
    ['commitments', 'project', 'P 01', 'cell-not-a-code'],
    ['commitments', 'fiscalYear', 'พ.ศ. ๒๕๖๙', '2569'],
    ['commitments', 'fiscalYear', '69', 'cell-not-a-year'],
    ['commitments', 'description', '=1+1', '=1+1'],
    ['commitments', 'description', 'x'.repeat(2001), 'cell-too-long'],
    ['commitments', 'description', '-', undefined],
    ['commitments', 'amount', '-', 'cell-missing'],
    ['plans', 'Q1', '-', '0.00'],
    ['plans', 'Q1', '', 'cell-missing'],
    ['disbursements', 'final', 'ใช่', 'true'],
    ['disbursements', 'final', 'บางที', 'cell-not-a-choice'],
    ['kpi-results', 'quarter', 'ไตรมาสที่ ๒', 'Q2'],
    ['kpi-results', 'quarter', '5', 'cell-not-a-quarter'],
    ['kpi-results', 'value', '1,805.50', '1805.50'],
    ['kpi-results', 'value', '-1', 'cell-not-a-figure'],
  ])('of %s, %s: %j is %j', (of, key, text, expected) => {
    expect(cell(of, key, text)).toBe(expected);
  });

  it('follow the unit and the date style of the sheet', () => {
    expect(cell('commitments', 'amount', '15.0334', { unit: 'million-baht', dates: 'paper' })).toBe(
      '15033400.00',
    );
    const date = (text: string, dates: 'paper' | 'christian' | 'month-first') =>
      cell('commitments', 'effectiveOn', text, { unit: 'baht', dates });
    expect(date('30/12/68', 'paper')).toBe('2025-12-30');
    expect(date('30/12/25', 'christian')).toBe('2025-12-30');
    expect(date('12/30/25', 'month-first')).toBe('2025-12-30');
    expect(date('12/30/2568', 'month-first')).toBe('2025-12-30');
    expect(date('2025-12-30', 'month-first')).toBe('2025-12-30');
    expect(asOnPaper('30 ธ.ค. 68', 'christian')).toBe('30 ธ.ค. 68');
  });

  it('read again give themselves, and the examples of templates can be read', () => {
    const columns = sheetKinds.flatMap((each) => each.columns);
    for (const column of columns) {
      const read = readCell(column, column.example, PLAIN_STYLE);
      expect([column.key, typeof read]).toEqual([column.key, 'string']);
    }
    const text = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-/ กธค๑Q')), maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...columns), text, (column, given) => {
        const read = readCell(column, given, PLAIN_STYLE);
        if (typeof read === 'string') expect(readCell(column, read, PLAIN_STYLE)).toBe(read);
      }),
    );
  });
});

describe('a row', () => {
  it('of a payment names what it is paid from', () => {
    const cells = { disbursement: 'V-1', project: 'P01', amount: '1', effectiveOn: '2025-12-30' };
    const of = (more: object) => readRow(kind('disbursements'), { ...cells, ...more }, PLAIN_STYLE).faults;
    expect(of({})).toMatchObject([{ column: 'fundSource', refusal: { code: 'cell-missing' } }]);
    expect(of({ fundSource: 'A' })).toMatchObject([
      { column: 'category', refusal: { code: 'cell-missing' } },
    ]);
    expect([of({ commitment: 'PO-1' }), of({ fundSource: 'A', category: 'B' })]).toEqual([[], []]);
    // A cell that cannot be read is one fault, not two.
    expect(of({ commitment: '=x' })).toHaveLength(1);
  });
});

describe('columns', () => {
  it('are found by their names in either language, whatever stands around them', () => {
    const headers = ['ลำดับ', 'เลขที่ PO', 'รหัสโครงการ', 'จำนวนเงิน (บาท)', 'AMOUNT', 'Effective date *'];
    expect(matchColumns(kind('commitments'), headers)).toEqual([
      undefined,
      'commitment',
      'project',
      'amount',
      undefined,
      'effectiveOn',
    ]);
  });

  it('are found below a title, and tell the kind and the unit of a sheet', () => {
    const rows = [
      ['รายการเบิกจ่าย ไตรมาส 1'],
      ['หน่วย : ล้านบาท'],
      ['เลขที่ฎีกา', 'โครงการ', 'จำนวนเงิน', 'วันที่', 'เลขที่ PO'],
      ['V-1', 'P01', '1.5', '30/12/68', 'PO-1'],
    ];
    expect(suggestKind(rows)?.kind).toBe('disbursements');
    expect(headerRow(kind('disbursements'), rows)).toBe(2);
    expect(suggestUnit(rows)).toBe('million-baht');
    expect(suggestKind([['x', 'y']])).toBeUndefined();
  });

  it('of every kind are told from those of the others by their template', () => {
    for (const each of sheetKinds) {
      for (const language of ['th', 'en'] as const) {
        const headers = each.columns.map(({ names, key }) => names[language][0] ?? key);
        expect(matchColumns(each, headers)).toEqual(each.columns.map(({ key }) => key));
      }
    }
  });
});
