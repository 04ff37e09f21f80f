import { describe, expect, it } from '@jest/globals';
import { Audited } from '../audited.fixture.ts';
import { rule } from './year-end-rush.ts';

const early = { on: '2026-02-01' };
const late = { on: '2026-09-01' };

describe('what a project obliges and pays in the last days of the year', () => {
  it('is found when it is a great part of the whole year', () => {
    const log = new Audited(rule);
    log.order('PO-1', '600000.00', {}, early);
    log.order('PO-2', '300000.00', {}, late);
    expect(log.findings()).toEqual([]);
    log.pays('DV-1', '100000.00', {}, late);
    expect(log.findings()).toEqual([
      expect.objectContaining({
        sentence: {
          en: 'P01: 40.00 percent of what was obliged and paid in 2569, 400000.00 of 1000000.00 baht, falls into its last 30 days.',
          th: 'P01: ร้อยละ 40.00 ของเงินที่ก่อหนี้และเบิกจ่ายในปีงบประมาณ 2569 คือ 400000.00 จาก 1000000.00 บาท อยู่ใน 30 วันสุดท้ายของปี',
        },
        amount: 40000000,
        events: ['2', '3'],
        since: '3',
      }),
    ]);
  });

  it('is not found when the last days have less, or next to nothing', () => {
    const log = new Audited(rule);
    log.order('PO-1', '600000.01', {}, early);
    log.order('PO-2', '400000.00', {}, late);
    log.order('PO-3', '99999.99', {}, { ...late, project: 'P02' });
    expect(log.findings()).toEqual([]);
  });

  it('counts a payment out of an order once, and begins with the thirtieth last day', () => {
    const log = new Audited(rule);
    log.order('PO-1', '600000.00', {}, { on: '2026-08-31' });
    log.pays('DV-1', '600000.00', { commitment: 'PO-1' }, late);
    expect(log.findings()).toEqual([]);
    log.order('PO-2', '500000.00', {}, late);
    expect(log.findings()).toHaveLength(1);
  });

  it('is over when something earlier turns up', () => {
    const log = new Audited(rule);
    log.order('PO-1', '500000.00', {}, late);
    log.order('PO-2', '900000.00', {}, early);
    expect(log.findings()).toEqual([]);
    expect(log.findings({ withEnded: true })).toEqual([expect.objectContaining({ until: '2' })]);
    expect(log.findings({}, 1)).toHaveLength(1);
  });
});
