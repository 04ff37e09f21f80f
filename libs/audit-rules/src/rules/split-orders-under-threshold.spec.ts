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
    log.order('PO-3', '300000.00', toV7, { on: '2026-01-30' });
    expect(log.findings()).toEqual([]);
  });

  it('that lie as many days apart as the rule says are found', () => {
    const log = new Audited(rule);
    log.order('PO-1', '300000.00', toV7, { on: '2025-12-01' });
    log.order('PO-2', '300000.00', toV7, { on: '2025-12-31' });
    expect(log.findings()).toHaveLength(1);
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

  it('are compared in whatever letters and blanks the counterparty is typed, and told as it was typed last', () => {
    const log = new Audited(rule);
    log.order('PO-1', '200000.00', { counterparty: 'Case Co ทำ' });
    log.order('PO-2', '200000.00', { counterparty: 'case  co ท\u0e4d\u0e32' });
    log.order('PO-3', '200000.00', { counterparty: 'CASE CO ทำ' });
    expect(log.said()).toEqual([
      'P01: 3 orders to CASE CO ทำ within 30 days, each below 500000.00 baht, come to 600000.00 baht (PO-1, PO-2, PO-3).',
    ]);
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

describe('orders that are amended', () => {
  const amend = (log: Audited, commitment: string, change: string, more: object = {}, around = {}): string =>
    log.takes('CommitmentAmended', { commitment, line, change, ...more }, around);

  it('count with what they come to now, and are shown with their amendments', () => {
    const log = new Audited(rule);
    log.order('PO-1', '100000.00', toV7);
    log.order('PO-2', '100000.00', toV7);
    amend(log, 'PO-1', '200000.00', {}, { by: 'wipa' });
    expect(log.findings()).toEqual([]);
    amend(log, 'PO-2', '200000.00', {}, { by: 'olan', onBehalfOf: 'malee' });
    expect(log.said()).toEqual([
      'P01: 2 orders to V-7 within 30 days, each below 500000.00 baht, come to 600000.00 baht (PO-1, PO-2).',
    ]);
    expect(log.findings()[0]).toMatchObject({
      events: ['1', '2', '3', '4'],
      people: ['malee', 'somchai', 'wipa'],
    });
  });

  it('by less are found no more', () => {
    const log = new Audited(rule);
    log.order('PO-1', '300000.00', toV7);
    log.order('PO-2', '300000.00', toV7);
    amend(log, 'PO-2', '-300000.00');
    expect(log.findings()).toEqual([]);
    amend(log, 'PO-2', '300000.00');
    expect(log.findings()).toHaveLength(1);
  });

  it('of no counterparty are compared with none', () => {
    const log = new Audited(rule);
    log.order('PO-1', '100000.00');
    amend(log, 'PO-1', '300000.00');
    log.order('PO-2', '300000.00', toV7);
    expect(log.findings()).toEqual([]);
  });

  it('and taken back are gone as a whole, item by item, whatever was released of them', () => {
    const log = new Audited(rule);
    log.order('PO-1', '300000.00', toV7);
    log.order('PO-2', '100000.00', { ...toV7, item: '1' });
    log.order('PO-2', '100000.00', { ...toV7, item: '2' });
    amend(log, 'PO-2', '50000.00', { item: '2' });
    expect(log.said()[0]).toContain('come to 550000.00 baht');
    log.takes('CommitmentReversed', { commitment: 'PO-2', item: '2', line, amount: '20000.00' });
    expect(log.findings()).toEqual([]);
    log.order('PO-3', '100000.00', toV7);
    expect(log.said()[0]).toContain('come to 500000.00 baht (PO-1, PO-2, PO-3)');
  });
});

it('a contract over several years that is taken back counts no more, with any of its years', () => {
  const log = new Audited(rule);
  const years = [2569, 2570].map((fiscalYear) => ({ fiscalYear, amount: '200000.00' }));
  log.order('PO-1', '200000.00', { ...toV7, contract: { total: '400000.00', years } });
  log.takes('CommitmentReversed', { commitment: 'PO-1', line, amount: '200000.00' });
  log.order('PO-2', '400000.00', toV7);
  expect(log.findings()).toEqual([]);
});

it('whoever made an order that another approved counts as the person', () => {
  const log = new Audited(rule);
  for (const number of ['PO-1', 'PO-2'])
    log.order(number, '300000.00', toV7, { by: 'malee', onBehalfOf: 'somchai' });
  expect(log.findings()[0]?.people).toEqual(['somchai']);
});

it('threshold and days are parameters', () => {
  const log = new Audited(rule, { threshold: '100.00', days: 2 });
  log.order('PO-1', '50.00', toV7, { on: '2025-12-01' });
  log.order('PO-2', '50.00', toV7, { on: '2025-12-04' });
  expect(log.findings()).toEqual([]);
  log.order('PO-3', '50.00', toV7, { on: '2025-12-06' });
  expect(log.said()[0]).toContain('(PO-2, PO-3)');
});
