import { describe, expect, it } from '@jest/globals';
import { Audited, line } from '../audited.fixture.ts';
import { rule } from './split-orders-under-threshold.ts';

const toV7 = { counterparty: 'V-7' };

describe('orders to one counterparty', () => {
  it('that are each below the threshold and reach it together are found, with every order', () => {
    const log = new Audited(rule);
    log.order('PO-1', '300000.00', toV7, { on: '2025-12-01', by: 'somchai' });
    expect(log.findings()).toEqual([]);
    log.order('PO-2', '200000.00', toV7, { on: '2025-12-30', by: 'wipa' });
    expect(log.findings()).toEqual([
      expect.objectContaining({
        sentence: {
          en: 'P01: 2 orders to V-7 within 30 days, each below 500000.00 baht, come to 500000.00 baht (PO-1, PO-2).',
          th: 'P01: ใบสั่ง 2 ใบถึง V-7 ภายใน 30 วัน แต่ละใบต่ำกว่า 500000.00 บาท รวมกันเป็น 500000.00 บาท (PO-1, PO-2)',
        },
        amount: 50000000,
        people: ['somchai', 'wipa'],
        events: ['1', '2'],
        project: 'P01',
        fiscalYear: 2569,
      }),
    ]);
  });

  it('that stay one satang below it, or lie further apart, are not', () => {
    const log = new Audited(rule);
    log.order('PO-1', '300000.00', toV7, { on: '2025-12-01' });
    log.order('PO-2', '199999.99', toV7, { on: '2025-12-30' });
    log.order('PO-3', '300000.00', toV7, { on: '2026-01-29' });
    expect(log.findings()).toEqual([]);
  });

  it('are compared with each other alone: not with other counterparties, projects or nobody', () => {
    const log = new Audited(rule);
    log.order('PO-1', '400000.00', toV7);
    log.order('PO-2', '400000.00', { counterparty: 'V-8' });
    log.order('PO-3', '400000.00', toV7, { project: 'P02' });
    log.order('PO-4', '400000.00');
    log.order('PO-5', '400000.00');
    expect(log.findings()).toEqual([]);
  });

  it('of which one reaches the threshold by itself went the right way', () => {
    const log = new Audited(rule);
    log.order('PO-1', '400000.00', toV7);
    log.order('PO-2', '500000.00', toV7);
    log.order('PO-1', '100000.00', { ...toV7, item: '2' });
    expect(log.findings()).toEqual([]);
  });

  it('are found in whatever order they were recorded, and a third adds to the finding', () => {
    const log = new Audited(rule);
    log.order('PO-2', '300000.00', toV7, { on: '2025-12-20' });
    log.order('PO-1', '300000.00', toV7, { on: '2025-12-01' });
    log.order('PO-3', '100000.00', toV7, { on: '2025-12-10' });
    expect(log.said()).toEqual([
      'P01: 3 orders to V-7 within 30 days, each below 500000.00 baht, come to 700000.00 baht (PO-1, PO-3, PO-2).',
    ]);
    expect(log.findings({}, 2)[0]).toMatchObject({ events: ['1', '2'], amount: 60000000, since: '2' });
    expect(log.findings()[0]).toMatchObject({ events: ['1', '2', '3'], since: '2' });
  });

  it('are measured by the approvals that the policy asks for, too', () => {
    const log = new Audited(rule);
    const policy = {
      basis: 'allocated',
      availability: [],
      ceilings: [],
      transfers: [],
      approvals: [{ command: 'commit', from: '1000.00', tiers: ['checker'] }],
      reserveWhileWaiting: false,
      pastQuarters: 'open',
      datesOutsideYear: 'refused',
      yearEnd: { disburseUntil: '03-31', rules: [] },
      targets: [],
    };
    log.takes('ControlPolicySet', { version: 1, policy });
    log.order('PO-1', '600.00', toV7);
    log.order('PO-2', '600.00', toV7);
    expect(log.said()[0]).toContain('each below 1000.00 baht, come to 1200.00 baht');
  });

  it('of which one is taken back are found no more, and were found before', () => {
    const log = new Audited(rule);
    log.order('PO-1', '300000.00', toV7);
    log.order('PO-2', '300000.00', toV7);
    log.takes('CommitmentReversed', { commitment: 'PO-2', line, amount: '300000.00' });
    expect(log.findings()).toEqual([]);
    expect(log.findings({}, 2)).toHaveLength(1);
    expect(log.findings({ withEnded: true })).toEqual([expect.objectContaining({ since: '2', until: '3' })]);
  });
});

it('threshold and days are parameters', () => {
  const log = new Audited(rule, { threshold: '100.00', days: 2 });
  log.order('PO-1', '50.00', toV7, { on: '2025-12-01' });
  log.order('PO-2', '50.00', toV7, { on: '2025-12-03' });
  expect(log.findings()).toEqual([]);
  log.order('PO-3', '50.00', toV7, { on: '2025-12-04' });
  expect(log.said()[0]).toContain('(PO-2, PO-3)');
});
