import { describe, expect, it } from '@jest/globals';
import { type CarryRule, DEFAULT_POLICY } from '#control';
import { parseCivilDate } from '#kernel';
import { cell, document } from '../report.fixture.ts';
import { endingTotals, type LapseInput, likelyToLapse } from './likely-to-lapse.ts';
import { likelyToLapseTable } from './table.ts';

const asked = (rules: readonly CarryRule[], more: Partial<LapseInput> = {}): LapseInput => ({
  cells: [cell('budget', '100.00'), cell('committed', '30.00'), cell('pre-committed', '10.00')],
  documents: [document('request', 'PR-1', '10.00'), document('commitment', 'PO-1', '30.00')],
  policy: { ...DEFAULT_POLICY, yearEnd: { disburseUntil: '03-31', rules } },
  lastDay: parseCivilDate('2026-09-30'),
  on: parseCivilDate('2026-08-31'),
  ...more,
});

const risks = (input: LapseInput) =>
  likelyToLapse(input).map((row) => [row.document?.number ?? 'available', row.amount, row.atRisk]);

describe('what is likely to lapse', () => {
  it.each<[CarryRule['carry'], number[]]>([
    ['none', [60_00, 30_00, 10_00]],
    ['commitments', [60_00, 0, 10_00]],
    ['whole', [0, 0, 0]],
    ['percentage', [45_00, 30_00, 10_00]],
  ])('under a rule that carries %s', (carry, atRisk) => {
    const rule = { carry, rest: 'lapse' as const, ...(carry === 'percentage' ? { percent: '25' } : {}) };
    const rows = risks(asked([rule]));
    expect(rows.map(([what, amount]) => [what, amount])).toEqual([
      ['available', 60_00],
      ['PO-1', 30_00],
      ['PR-1', 10_00],
    ]);
    expect(rows.map(([, , risk]) => risk)).toEqual(atRisk);
  });

  it('counts the days to the last day of the year', () => {
    expect(likelyToLapse(asked([])).map(({ daysLeft }) => daysLeft)).toEqual([30, 30, 30]);
  });

  it('leaves reserved documents out while the year runs, and lists them to their own last day after it', () => {
    const reserved = document('commitment', 'PO-1', '30.00', { reservedUntil: '2027-03-31' });
    const input = asked([{ carry: 'commitments', rest: 'return' }], { documents: [reserved] });
    expect(risks(input).map(([what]) => what)).toEqual(['available']);
    const later = { ...input, cells: [], on: parseCivilDate('2027-04-02') };
    expect(likelyToLapse(later)).toMatchObject([
      { deadline: '2027-03-31', daysLeft: -2, atRisk: 30_00, rest: 'lapse' },
    ]);
  });

  it('takes the first rule that fits the line', () => {
    const rules: CarryRule[] = [
      { match: { category: 'capital' }, carry: 'whole', rest: 'lapse' },
      { carry: 'none', rest: 'return' },
    ];
    const [row] = likelyToLapse(asked(rules));
    expect(row).toMatchObject({ carry: 'none', rest: 'return' });
  });

  it('ends with what all of it comes to', () => {
    const rows = likelyToLapse(asked([{ carry: 'commitments', rest: 'lapse' }]));
    expect(endingTotals(rows)).toEqual({ amount: 100_00, atRisk: 70_00 });
    expect(likelyToLapseTable(rows, 'Lapse').rows.at(-1)).toEqual({
      project_code: 'TOTAL',
      amount: '100.00',
      at_risk: '70.00',
    });
  });
});
