import { describe, expect, it } from '@jest/globals';
import { Audited, type Around } from '../audited.fixture.ts';
import { rule } from './overrides-by-person.ts';

const setAside = (by: string, more: Around = {}): Around => ({
  by: 'somchai',
  decision: { override: { by, reason: 'เร่งด่วน', rules: ['lines'] } },
  ...more,
});

describe('rules that somebody sets aside', () => {
  it('are one finding by person and year, graver the more there are', () => {
    const log = new Audited(rule);
    log.order('PO-1', '10.00', {}, setAside('direk'));
    log.order('PO-2', '10.00');
    log.order('PO-3', '10.00', {}, setAside('direk'));
    log.order('PO-4', '10.00', {}, setAside('kanya'));
    log.order('PO-5', '10.00', {}, setAside('direk'));
    expect(log.findings()).toEqual([
      expect.objectContaining({
        severity: 'medium',
        sentence: {
          en: 'direk set rules aside 3 times in 2569; last in P01: lines (“เร่งด่วน”).',
          th: 'direk ข้ามกฎควบคุม 3 ครั้งในปีงบประมาณ 2569 ครั้งล่าสุดใน P01: lines (“เร่งด่วน”)',
        },
        events: ['1', '3', '5'],
        people: ['direk'],
        since: '1',
      }),
      expect.objectContaining({ severity: 'low', people: ['kanya'], events: ['4'] }),
    ]);
    expect(log.said({ person: 'direk' }, 3)).toEqual([
      'direk set rules aside 2 times in 2569; last in P01: lines (“เร่งด่วน”).',
    ]);
  });

  it('belong to the project as long as there is one, then to the organisation', () => {
    const log = new Audited(rule);
    log.order('PO-1', '10.00', {}, setAside('direk'));
    expect(log.findings({ project: 'P01' })).toHaveLength(1);
    log.order('PO-2', '10.00', {}, setAside('direk', { project: 'P02' }));
    expect(log.findings({ project: 'P01' })).toEqual([]);
    expect(log.findings()).toEqual([expect.objectContaining({ project: null, events: ['1', '2'] })]);
    expect(log.findings({ project: 'P01' }, 1)).toHaveLength(1);
  });

  it('count with documents of another year that somebody let in', () => {
    const log = new Audited(rule);
    log.order(
      'PO-1',
      '10.00',
      {},
      { decision: { documentDate: { date: '2024-12-01', allowedBy: 'direk' } } },
    );
    expect(log.said()).toEqual([
      'direk set rules aside once in 2569; last in P01: a document of 2024-12-01, outside the fiscal year.',
    ]);
    expect(log.saidInThai()).toEqual([
      'direk ข้ามกฎควบคุม 1 ครั้งในปีงบประมาณ 2569 ครั้งล่าสุดใน P01: เอกสารลงวันที่ 1 ธ.ค. 2567 ซึ่งอยู่นอกปีงบประมาณ',
    ]);
  });

  it('count for the maker of a document, whom the ledger lets set them aside, not for who approved it', () => {
    const log = new Audited(rule);
    const approval = { number: 'D-1', maker: 'malee', approvers: ['olan'] };
    const override = { by: 'olan', reason: 'เร่งด่วน', rules: ['lines'] };
    log.order('PO-1', '10.00', {}, { by: 'olan', onBehalfOf: 'malee', decision: { approval, override } });
    expect(log.said()).toEqual(['malee set rules aside once in 2569; last in P01: lines (“เร่งด่วน”).']);
    expect(log.findings()[0]?.people).toEqual(['malee', 'olan']);
  });

  it('below the least number are none, and are linked when it is reached', () => {
    const log = new Audited(rule, { least: 2 });
    log.order('PO-1', '10.00', {}, setAside('direk'));
    expect(log.findings()).toEqual([]);
    log.order('PO-2', '10.00', {}, setAside('direk'));
    expect(log.findings()).toEqual([expect.objectContaining({ events: ['1', '2'] })]);
  });
});
