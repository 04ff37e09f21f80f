import { describe, expect, it } from '@jest/globals';
import type { CivilDate, Satang } from '#kernel';
import { chooseRules } from '../chosen-rules.ts';
import type { StandingCommitment } from '../rule.ts';
import { rule } from './dormant-commitments.ts';

const day = (text: string) => text as CivilDate;
const commitment = (changes: Partial<StandingCommitment> = {}): StandingCommitment => ({
  fiscalYear: 2569,
  project: 'P01',
  number: 'PO-1',
  item: null,
  madeOn: day('2025-11-01'),
  lastMovedOn: day('2025-12-01'),
  amount: 100_00 as Satang,
  outstanding: 40_00 as Satang,
  ...changes,
});

function foundOn(text: string, commitments: readonly StandingCommitment[], parameters: object = {}) {
  const [{ values } = { values: {} }] = chooseRules([rule], JSON.stringify({ [rule.id]: parameters }));
  return rule.onDay?.(commitments, day(text), values) ?? [];
}

describe('a commitment without movement', () => {
  it('is found from the day on which the days are over', () => {
    expect(foundOn('2026-05-29', [commitment()])).toEqual([]);
    expect(foundOn('2026-05-30', [commitment()])).toEqual([
      {
        key: '[2569,"P01","PO-1",null]',
        severity: 'low',
        sentence: {
          en: 'P01: the commitment PO-1 has 40.00 baht outstanding and has not moved since 2025-12-01, 180 days before 2026-05-30.',
          th: 'P01: ภาระผูกพัน PO-1 ค้างอยู่ 40.00 บาท และไม่มีการเคลื่อนไหวตั้งแต่ 1 ธ.ค. 2568 คือ 180 วันก่อน 30 พ.ค. 2569',
        },
        project: 'P01',
        fiscalYear: 2569,
        effectiveOn: '2026-05-30',
        amount: 4000,
        document: 'PO-1',
      },
    ]);
  });

  it('is graver when the days are over twice', () => {
    expect(foundOn('2026-11-26', [commitment()])[0]).toMatchObject({ severity: 'medium' });
  });

  it('of which nothing or too little is outstanding is none', () => {
    const settled = commitment({ outstanding: 0 as Satang });
    expect(foundOn('2027-01-01', [settled])).toEqual([]);
    expect(foundOn('2027-01-01', [commitment()], { least: '40.01' })).toEqual([]);
  });

  it('is judged by the days that the organisation sets', () => {
    expect(foundOn('2025-12-31', [commitment()], { days: 30 })).toHaveLength(1);
    expect(foundOn('2025-12-30', [commitment()], { days: 30 })).toEqual([]);
  });
});
