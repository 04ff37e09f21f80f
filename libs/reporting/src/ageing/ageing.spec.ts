import { describe, expect, it } from '@jest/globals';
import { parseCivilDate } from '#kernel';
import { document } from '../report.fixture.ts';
import { ageing } from './ageing.ts';
import { ageingTable } from './table.ts';

const on = parseCivilDate('2026-03-31');
const madeOn = (day: string) => ({ madeOn: day });

describe('the ageing of commitments', () => {
  it.each([
    ['2026-03-31', 0, '0-30'],
    ['2026-03-01', 30, '0-30'],
    ['2026-02-28', 31, '31-60'],
    ['2026-01-30', 60, '31-60'],
    ['2026-01-29', 61, '61-90'],
    ['2025-12-31', 90, '61-90'],
    ['2025-12-30', 91, '91-180'],
    ['2025-10-02', 180, '91-180'],
    ['2025-10-01', 181, 'over-180'],
  ])('puts what was made on %s, %i days ago, under %s', (day, days, bucket) => {
    const { documents } = ageing([document('commitment', 'PO-1', '1.00', madeOn(day))], on);
    expect(documents).toMatchObject([{ days, bucket }]);
  });

  it('keeps orders and accepted work apart, oldest first, and adds each bucket up', () => {
    const aged = ageing(
      [
        document('commitment', 'PO-2', '20.00', madeOn('2026-03-20')),
        document('commitment', 'PO-1', '10.00', madeOn('2025-10-01')),
        document('acceptance', 'IV-1', '5.00', { ...madeOn('2026-02-01'), dueOn: '2026-03-01' }),
        document('commitment', 'PO-3', '0.00'),
        document('request', 'PR-1', '9.00'),
      ],
      on,
    );
    expect(aged.documents.map(({ document: { number }, overdueDays }) => [number, overdueDays])).toEqual([
      ['PO-1', undefined],
      ['PO-2', undefined],
      ['IV-1', 30],
    ]);
    const filled = aged.totals.filter(({ documents }) => documents > 0);
    expect(filled.map((total) => [total.stage, total.bucket, total.documents, total.outstanding])).toEqual([
      ['commitment', '0-30', 1, 20_00],
      ['commitment', 'over-180', 1, 10_00],
      ['commitment', 'TOTAL', 2, 30_00],
      ['acceptance', '31-60', 1, 5_00],
      ['acceptance', 'TOTAL', 1, 5_00],
    ]);
  });

  it('prints every bucket, the empty ones too', () => {
    const table = ageingTable(ageing([], on), 'Ageing');
    expect(table.rows).toHaveLength(12);
    expect(table.rows.every((row) => row['outstanding'] === '0.00')).toBe(true);
  });
});
