import { describe, expect, it } from '@jest/globals';
import { Audited, line } from '../audited.fixture.ts';
import { rule } from './maker-is-checker.ts';

const submit = (log: Audited, tiers = ['checker']): string =>
  log.takes('DocumentSubmitted', {
    number: 'D-1',
    maker: 'somchai',
    summary: 'ใบสั่งซื้อ PO-1',
    amount: '500.00',
    tiers,
    what: [{ stream: 'budgetaccount-etda.2569.P01', command: { type: 'commit' } }],
  });

const approve = (log: Audited, by: string, more: object = {}): string =>
  log.takes('DocumentApproved', { number: 'D-1', tier: 'checker', by, last: true, ...more }, { by });

describe('a document that its maker approves', () => {
  it('is found, with the events of both and the amount', () => {
    const log = new Audited(rule);
    submit(log);
    approve(log, 'somchai');
    expect(log.findings()).toEqual([
      expect.objectContaining({
        rule: 'maker-is-checker',
        severity: 'high',
        sentence: {
          en: 'The document D-1 of 500.00 baht, made by somchai, was approved by the same person.',
          th: 'เอกสาร D-1 จำนวน 500.00 บาท ที่ somchai เป็นผู้ทำ ผู้ทำอนุมัติเอง',
        },
        amount: 50000,
        people: ['somchai'],
        events: ['1', '2'],
        since: '2',
        until: null,
      }),
    ]);
  });

  it('is found when another acts in the place of the maker', () => {
    const log = new Audited(rule);
    submit(log);
    approve(log, 'malee', { onBehalfOf: 'somchai' });
    expect(log.said()).toEqual([
      'The document D-1 of 500.00 baht, made by somchai, was approved by malee with a duty that somchai lent.',
    ]);
    expect(log.saidInThai()).toEqual([
      'เอกสาร D-1 จำนวน 500.00 บาท ที่ somchai เป็นผู้ทำ อนุมัติโดย malee ด้วยหน้าที่ที่ somchai มอบหมายให้',
    ]);
    expect(log.findings({ person: 'malee' })).toHaveLength(1);
  });

  it('is found when one person gives two of its approvals', () => {
    const log = new Audited(rule);
    submit(log, ['checker', 'director']);
    approve(log, 'malee', { last: false });
    expect(log.findings()).toEqual([]);
    approve(log, 'malee', { tier: 'director' });
    expect(log.said()).toEqual(['The document D-1 of 500.00 baht was approved twice by malee.']);
    expect(log.saidInThai()).toEqual(['เอกสาร D-1 จำนวน 500.00 บาท ได้รับอนุมัติสองครั้งโดย malee']);
    expect(log.findings()[0]?.events).toEqual(['1', '2', '3']);
  });

  it('is found from the account alone, where the approvals were not taken over', () => {
    const log = new Audited(rule);
    const approval = { number: 'D-9', maker: 'somchai', approvers: ['somchai'] };
    log.order('PO-1', '500.00', { line }, { decision: { approval } });
    expect(log.findings()).toEqual([
      expect.objectContaining({ project: 'P01', fiscalYear: 2569, people: ['somchai'], events: ['1'] }),
    ]);
  });
});

describe('a document that another approves', () => {
  it('is not found, however often it waits', () => {
    const log = new Audited(rule);
    submit(log, ['checker', 'director']);
    approve(log, 'malee', { last: false });
    approve(log, 'direk', { tier: 'director' });
    const approval = { number: 'D-1', maker: 'somchai', approvers: ['malee', 'direk'] };
    log.order('PO-1', '500.00', {}, { decision: { approval } });
    expect(log.findings({ withEnded: true })).toEqual([]);
  });

  it('is not mistaken for an earlier one that was withdrawn', () => {
    const log = new Audited(rule);
    submit(log);
    log.takes('DocumentWithdrawn', { number: 'D-1' });
    approve(log, 'somchai');
    expect(log.findings()).toEqual([]);
  });
});
