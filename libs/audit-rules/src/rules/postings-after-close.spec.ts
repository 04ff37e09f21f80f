import { describe, expect, it } from '@jest/globals';
import { Audited, type Around, line } from '../audited.fixture.ts';
import { rule } from './postings-after-close.ts';

const month = { fiscalYear: 2569, period: '2025-11', months: ['2025-11'] };
const byKeeper: Around = { by: 'kanya', on: '2025-12-10' };
const inNovember: Around = { on: '2025-11-28' };

describe('a posting into a month that is closed', () => {
  it('is found with the closing, whoever posted it', () => {
    const log = new Audited(rule);
    log.pays('DV-1', '10.00', {}, inNovember);
    log.takes('PeriodClosed', month, byKeeper);
    log.pays('DV-2', '20.00', {}, inNovember);
    expect(log.findings()).toEqual([
      expect.objectContaining({
        severity: 'high',
        sentence: {
          en: 'P01: DisbursementMade takes effect on 2025-11-28, in the month 2025-11 that kanya had closed.',
          th: 'P01: รายการเบิกจ่าย มีผล 28 พ.ย. 2568 ในเดือน พ.ย. 2568 ที่ kanya ปิดงวดแล้ว',
        },
        events: ['2', '3'],
        people: ['somchai'],
      }),
    ]);
  });

  it('that is closed softly is worth less', () => {
    const log = new Audited(rule);
    log.takes('PeriodSoftClosed', month, byKeeper);
    log.pays('DV-1', '10.00', {}, inNovember);
    expect(log.findings()[0]).toMatchObject({ severity: 'low' });
  });

  it('is one finding for all that one command records', () => {
    const log = new Audited(rule);
    log.takes('PeriodClosed', month, byKeeper);
    log.order('PO-1', '10.00', {}, { ...inNovember, command: 'c' });
    log.pays('DV-1', '10.00', {}, { ...inNovember, command: 'c' });
    expect(log.findings()).toEqual([expect.objectContaining({ events: ['1', '2', '3'] })]);
  });

  it('is not found while the month is open again, nor in another organisation', () => {
    const log = new Audited(rule);
    log.takes('PeriodClosed', month, byKeeper);
    log.pays('DV-1', '10.00', {}, { ...inNovember, organisation: 'other' });
    log.takes('PeriodReopened', month, byKeeper);
    log.pays('DV-2', '10.00', {}, inNovember);
    expect(log.findings()).toEqual([]);
  });
});

describe('a restatement of a closed month', () => {
  const correction = {
    correction: 'C-1',
    quarter: 'Q1',
    line,
    disbursed: '5.00',
    committed: '0.00',
  };
  const restating = (approvers: string[], command: string): Around => ({
    ...inNovember,
    command,
    decision: { restates: ['2025-11'], approval: { number: 'D-1', maker: 'somchai', approvers } },
  });

  it('that another approved is none, with all of its events', () => {
    const log = new Audited(rule);
    log.takes('PeriodClosed', month, byKeeper);
    log.order('PO-1', '10.00', {}, restating(['malee'], 'c'));
    log.pays('DV-1', '10.00', {}, { ...inNovember, command: 'c' });
    expect(log.findings()).toEqual([]);
  });

  it('that is recorded by whoever approved it last is none either', () => {
    const log = new Audited(rule);
    log.takes('PeriodClosed', month, byKeeper);
    const byApprover = { ...restating(['malee'], 'c'), by: 'malee', onBehalfOf: 'somchai' };
    log.takes('QuarterCorrected', correction, byApprover);
    expect(log.findings()).toEqual([]);
  });

  it('that nobody else approved is found', () => {
    const log = new Audited(rule);
    log.takes('PeriodClosed', month, byKeeper);
    log.takes('QuarterCorrected', correction, restating(['somchai'], 'c'));
    expect(log.said()[0]).toContain('it is a restatement that nobody else approved');
    expect(log.saidInThai()[0]).toContain('เป็นการปรับปรุงย้อนหลังที่ไม่มีผู้อื่นอนุมัติ');
  });
});
