import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RefusalError } from '#kernel';
import { recalculated } from '../testing/index.ts';
import { decimalOf, doubleOf } from './decimal-number.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Sheet, writeWorkbook } from './write-workbook.ts';

const sheet: Sheet = {
  name: 'รายงาน: ไตรมาส 1/2569',
  widths: [20, 15],
  frozen: { rows: 1, columns: 1 },
  rows: [
    [
      { text: 'โครงการ', look: 'heading' },
      { text: 'งบประมาณ', look: 'heading' },
    ],
    [{ text: 'P01' }, { number: '42.7377', format: '#,##0.0000;(#,##0.0000)' }],
    [{ text: '=1+1', link: 'https://ledger.example/e/1' }, { number: '-0.00000001' }],
    [
      { text: 'รวม', look: 'total' },
      { number: '42.73769999', formula: 'SUM(B2:B3)', look: 'total' },
    ],
    [{ text: 'หมายเหตุ', columns: 2 }, undefined],
  ],
};

describe('a workbook', () => {
  it('gives back every text and every decimal as it was written', async () => {
    const [read] = await readWorkbook(await writeWorkbook([sheet]));
    expect(read?.name).toBe('รายงาน  ไตรมาส 1 2569');
    expect(read?.frozen).toEqual({ rows: 1, columns: 1 });
    expect(read?.rows[1]).toEqual([
      { kind: 'text', value: 'P01' },
      { kind: 'number', value: '42.7377' },
    ]);
    expect(read?.rows[2]?.[1]).toEqual({ kind: 'number', value: '-0.00000001' });
    expect(read?.rows[4]).toEqual([{ kind: 'text', value: 'หมายเหตุ' }, undefined]);
  });

  it('keeps a text that begins with an equals sign a text', async () => {
    const [read] = await readWorkbook(await writeWorkbook([sheet]));
    expect(read?.rows[2]?.[0]).toEqual({ kind: 'text', value: '=1+1', link: 'https://ledger.example/e/1' });
  });

  it('keeps a formula with its value, and the formula gives that value', async () => {
    const bytes = await writeWorkbook([sheet]);
    for (const [read] of [await readWorkbook(bytes), await recalculated(bytes)]) {
      expect(read?.rows[3]?.[1]).toEqual({ kind: 'number', value: '42.73769999', formula: 'SUM(B2:B3)' });
    }
  });

  it('is refused when it is something else', async () => {
    const reading = readWorkbook(new TextEncoder().encode('project,amount'));
    await expect(reading).rejects.toThrow(RefusalError);
    await expect(reading).rejects.toMatchObject({ refusal: { code: 'workbook-unreadable' } });
  });

  it('is refused when it is larger than is read at once', async () => {
    const reading = readWorkbook(new Uint8Array(10 * 1024 * 1024 + 1));
    await expect(reading).rejects.toMatchObject({ refusal: { code: 'workbook-too-large' } });
  });
});

describe('a decimal in a workbook', () => {
  it('comes back as it went in, up to 15 digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (satang) => {
        const digits = String(Math.abs(satang)).padStart(9, '0');
        const text = `${satang < 0 ? '-' : ''}${digits.slice(0, -8)}.${digits.slice(-8)}`;
        const plain = text.replace(/\.?0+$/, '');
        expect(decimalOf(doubleOf(text) ?? NaN)).toBe(satang === 0 ? '0' : plain);
      }),
    );
  });

  it('reads as a person sees it', () => {
    expect([0.1 + 0.2, 1e21, 1e-7, -0].map(decimalOf)).toEqual([
      '0.3',
      '1000000000000000000000',
      '0.0000001',
      '0',
    ]);
  });

  it('is no number when it has more digits than a workbook keeps', () => {
    expect(doubleOf('12345678901234.56')).toBeUndefined();
    expect(doubleOf('1e5')).toBeUndefined();
  });
});
