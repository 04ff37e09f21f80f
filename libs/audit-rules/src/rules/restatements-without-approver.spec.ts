import { describe, expect, it } from '@jest/globals';
import { Audited, line } from '../audited.fixture.ts';
import { rule } from './restatements-without-approver.ts';

const correction = { correction: 'C-1', quarter: 'Q1', line, disbursed: '-5.00', committed: '2.00' };
const approval = (approvers: string[]) => ({ number: 'D-1', maker: 'somchai', approvers });

describe('the correction of a quarter', () => {
  it('that nobody approved is found with what it moved', () => {
    const log = new Audited(rule);
    log.takes('QuarterCorrected', correction, { on: '2025-12-31' });
    expect(log.findings()).toEqual([
      expect.objectContaining({
        severity: 'medium',
        sentence: {
          en: "P01: Q1 was restated by the correction C-1 (disbursed -5.00, committed 2.00 baht), by somchai and without another's approval.",
          th: 'P01: ใบปรับปรุง C-1 ปรับปรุงยอดไตรมาส 1 (เบิกจ่าย -5.00 ผูกพัน 2.00 บาท) โดย somchai และไม่มีผู้อื่นอนุมัติ',
        },
        amount: 500,
        project: 'P01',
        fiscalYear: 2569,
        effectiveOn: '2025-12-31',
        people: ['somchai'],
        events: ['1'],
      }),
    ]);
  });

  it('that its maker alone approved is found, and graver in a closed month', () => {
    const log = new Audited(rule);
    const decision = { approval: approval(['somchai']), restates: ['2025-12'] };
    log.takes('QuarterCorrected', correction, { decision });
    expect(log.findings()[0]).toMatchObject({ severity: 'high' });
    expect(log.said()[0]).toContain('in the closed month 2025-12');
    expect(log.saidInThai()[0]).toContain('ในเดือนที่ปิดงวดแล้ว ธ.ค. 2568');
  });

  it('that another approved is not', () => {
    const log = new Audited(rule);
    log.takes('QuarterCorrected', correction, { decision: { approval: approval(['malee']) } });
    expect(log.findings()).toEqual([]);
  });

  it('that waits for approval is recorded by whoever approves it last, and is not found', () => {
    const log = new Audited(rule);
    const decision = { approval: approval(['malee']), restates: ['2025-12'] };
    log.takes('QuarterCorrected', correction, { by: 'malee', onBehalfOf: 'somchai', decision });
    expect(log.findings()).toEqual([]);
  });

  it('names its maker, not who recorded it', () => {
    const log = new Audited(rule);
    log.takes('QuarterCorrected', correction, { by: 'operator', onBehalfOf: 'somchai' });
    expect(log.said()[0]).toContain("by somchai and without another's approval");
    expect(log.findings()[0]?.people).toEqual(['operator', 'somchai']);
  });
});

it('any posting that restates a closed month counts, an ordinary one does not', () => {
  const log = new Audited(rule);
  log.pays('DV-1', '10.00', {}, { decision: { restates: ['2025-11'] } });
  log.pays('DV-2', '10.00', {}, { decision: { policy: 1 } });
  expect(log.said()).toEqual([
    "P01: DisbursementMade restated what was reported, in the closed month 2025-11, by somchai and without another's approval.",
  ]);
  expect(log.saidInThai()).toEqual([
    'P01: รายการเบิกจ่าย ปรับปรุงตัวเลขที่รายงานไปแล้ว ในเดือนที่ปิดงวดแล้ว พ.ย. 2568 โดย somchai และไม่มีผู้อื่นอนุมัติ',
  ]);
});
