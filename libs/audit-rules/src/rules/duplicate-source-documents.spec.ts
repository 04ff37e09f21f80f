import { describe, expect, it } from '@jest/globals';
import { Audited, type Around, line } from '../audited.fixture.ts';
import { rule } from './duplicate-source-documents.ts';

const accept = (log: Audited, acceptance: string, more: object = {}, around: Around = {}): string =>
  log.takes(
    'WorkAccepted',
    {
      acceptance,
      line,
      amount: '100.00',
      draws: { commitment: 'PO-1', amount: '100.00' },
      invoice: 'INV-9',
      ...more,
    },
    around,
  );

describe('an invoice', () => {
  it('that is accepted twice is found, also in two projects', () => {
    const log = new Audited(rule);
    log.order('PO-1', '500.00', { counterparty: 'V-7' });
    log.order('PO-1', '500.00', { counterparty: 'V-7' }, { project: 'P02' });
    accept(log, 'AC-1');
    expect(log.findings()).toEqual([]);
    accept(log, 'AC-2', {}, { project: 'P02', by: 'wipa' });
    expect(log.findings()).toEqual([
      expect.objectContaining({
        sentence: {
          en: 'P01, P02: the invoice INV-9 was accepted 2 times (P01 acceptance AC-1; P02 acceptance AC-2).',
          th: 'P01, P02: ใบแจ้งหนี้ INV-9 ตรวจรับแล้ว 2 ครั้ง (P01 ตรวจรับ AC-1; P02 ตรวจรับ AC-2)',
        },
        project: null,
        people: ['somchai', 'wipa'],
        events: ['3', '4'],
        since: '4',
      }),
    ]);
  });

  it('is of the same counterparty in whatever letters and blanks that is typed', () => {
    const log = new Audited(rule);
    log.order('PO-1', '500.00', { counterparty: 'Case Co' });
    log.order('PO-2', '500.00', { counterparty: 'case  co' });
    accept(log, 'AC-1');
    accept(log, 'AC-2', { draws: { commitment: 'PO-2', amount: '100.00' } });
    expect(log.findings()).toHaveLength(1);
  });

  it('of another counterparty, or another number, is another', () => {
    const log = new Audited(rule);
    log.order('PO-1', '500.00', { counterparty: 'V-7' });
    log.order('PO-2', '500.00', { counterparty: 'V-8' });
    accept(log, 'AC-1');
    accept(log, 'AC-2', { draws: { commitment: 'PO-2', amount: '100.00' } });
    accept(log, 'AC-3', { invoice: 'INV-10' });
    expect(log.findings()).toEqual([]);
  });

  it('whose acceptance is taken back is found no more', () => {
    const log = new Audited(rule);
    accept(log, 'AC-1');
    accept(log, 'AC-2');
    expect(log.findings()).toHaveLength(1);
    log.takes('AcceptanceReversed', {
      acceptance: 'AC-2',
      line,
      amount: '100.00',
      restores: { commitment: 'PO-1', amount: '100.00' },
    });
    expect(log.findings()).toEqual([]);
    expect(log.findings({ withEnded: true })[0]).toMatchObject({ until: '3' });
  });
});

describe('a payment', () => {
  const toV7 = { counterparty: 'V-7' };

  it('of the same amount to the same counterparty on the same day is found', () => {
    const log = new Audited(rule);
    log.pays('DV-1', '100.00', toV7);
    log.pays('DV-2', '100.00', toV7);
    log.pays('DV-3', '100.00', toV7, { on: '2025-12-06' });
    log.pays('DV-4', '100.01', toV7);
    expect(log.said()).toEqual([
      'P01: 100.00 baht were paid to V-7 on 2025-12-05 2 times (P01 disbursement DV-1; P01 disbursement DV-2).',
    ]);
    expect(log.saidInThai()).toEqual([
      'P01: จ่าย 100.00 บาทให้ V-7 วันที่ 5 ธ.ค. 2568 2 ครั้ง (P01 เบิกจ่าย DV-1; P01 เบิกจ่าย DV-2)',
    ]);
  });

  it('of several lines by one command is one', () => {
    const log = new Audited(rule);
    log.pays('DV-1', '100.00', { ...toV7, item: '1' }, { command: 'c' });
    log.pays('DV-1', '100.00', { ...toV7, item: '2' }, { command: 'c' });
    expect(log.findings()).toEqual([]);
  });

  it('that was taken back may be made again', () => {
    const log = new Audited(rule);
    log.pays('DV-1', '100.00', toV7);
    log.takes('DisbursementReversed', { disbursement: 'DV-1', line, amount: '100.00' });
    log.pays('DV-2', '100.00', toV7);
    expect(log.findings({ withEnded: true })).toEqual([]);
  });

  it('goes to the counterparty of its order where it names none', () => {
    const log = new Audited(rule);
    log.order('PO-1', '500.00', toV7);
    log.pays('DV-1', '100.00', { commitment: 'PO-1' });
    log.pays('DV-2', '100.00', toV7, { project: 'P02' });
    expect(log.findings()).toEqual([expect.objectContaining({ events: ['2', '3'], project: null })]);
  });

  it('for an acceptance goes to the counterparty of its order', () => {
    const log = new Audited(rule);
    log.order('PO-1', '500.00', toV7);
    for (const item of ['1', '2']) accept(log, 'AC-1', { item, invoice: `INV-${item}` });
    log.pays('DV-1', '100.00', { acceptance: 'AC-1', acceptanceItem: '1' });
    log.pays('DV-2', '100.00', { acceptance: 'AC-1', acceptanceItem: '2' });
    expect(log.said()).toEqual([
      'P01: 100.00 baht were paid to V-7 on 2025-12-05 2 times (P01 disbursement DV-1; P01 disbursement DV-2).',
    ]);
  });

  it('goes to the counterparty of an order that was made the year before', () => {
    const log = new Audited(rule);
    const next = { fiscalYear: 2570, on: '2026-11-06' };
    log.order('PO-1', '500.00', toV7);
    accept(log, 'AC-1');
    for (const document of [
      { stage: 'commitment', number: 'PO-1' },
      { stage: 'acceptance', number: 'AC-1' },
    ]) {
      const carried = { document, line, amount: '100.00', since: '2025-12-05', fromFiscalYear: 2569 };
      log.takes('CommitmentBroughtForward', carried, next);
    }
    log.order('PO-2', '100.00', { continues: { fiscalYear: 2569, commitment: 'PO-1' } }, next);
    log.pays('DV-1', '100.00', { commitment: 'PO-1' }, next);
    log.pays('DV-2', '100.00', { acceptance: 'AC-1' }, next);
    log.pays('DV-3', '100.00', { commitment: 'PO-2' }, next);
    expect(log.findings()).toEqual([expect.objectContaining({ events: ['6', '7', '8'], fiscalYear: 2570 })]);
  });

  it('is to the same counterparty in whatever letters and blanks that is typed', () => {
    const log = new Audited(rule);
    log.pays('DV-1', '100.00', { counterparty: 'Case Co' });
    log.pays('DV-2', '100.00', { counterparty: 'case  co' });
    expect(log.said()[0]).toContain('paid to case  co on 2025-12-05 2 times');
  });

  it('that was approved names its maker', () => {
    const log = new Audited(rule);
    log.pays('DV-1', '100.00', toV7, { by: 'malee', onBehalfOf: 'somchai' });
    log.pays('DV-2', '100.00', toV7, { by: 'olan', onBehalfOf: 'wipa' });
    expect(log.findings()[0]?.people).toEqual(['olan', 'somchai', 'wipa']);
  });

  it('out of a source that was recorded with the same amount on the same day is found', () => {
    const log = new Audited(rule);
    log.pays('DV-1', '100.00', {}, { source: 'บันทึก 12/2569' });
    log.pays('DV-2', '100.00', {}, { source: 'บันทึก 12/2569' });
    log.pays('DV-3', '100.00', {}, { source: 'บันทึก 13/2569' });
    expect(log.said()).toEqual([
      'P01: DisbursementMade of 100.00 baht on 2025-12-05 was recorded out of “บันทึก 12/2569” 2 times (P01 disbursement DV-1; P01 disbursement DV-2).',
    ]);
    expect(log.saidInThai()).toEqual([
      'P01: รายการเบิกจ่าย 100.00 บาท วันที่ 5 ธ.ค. 2568 บันทึกจาก “บันทึก 12/2569” 2 ครั้ง (P01 เบิกจ่าย DV-1; P01 เบิกจ่าย DV-2)',
    ]);
  });

  it('that is taken back in part is still there twice', () => {
    const log = new Audited(rule);
    log.pays('DV-1', '100.00', toV7);
    log.pays('DV-2', '100.00', toV7);
    log.takes('DisbursementReversed', { disbursement: 'DV-2', line, amount: '40.00' });
    expect(log.findings()).toHaveLength(1);
    log.takes('DisbursementReversed', { disbursement: 'DV-2', line, amount: '60.00' });
    expect(log.findings()).toEqual([]);
    log.pays('DV-3', '100.00', toV7);
    expect(log.said()[0]).toContain('2 times (P01 disbursement DV-1; P01 disbursement DV-3)');
  });
});
