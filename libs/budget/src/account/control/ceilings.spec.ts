import type { ControlPolicy } from '#control';
import { describe, expect, it } from '@jest/globals';
import { budget1000, commit, day, disburse } from '../testing.fixture.ts';
import { recordOf, refusalOf, under } from './control.fixture.ts';

type Ceiling = ControlPolicy['ceilings'][number];

const ceiling = (limits: Ceiling['limits'], changes: Partial<Ceiling> = {}) =>
  under({
    ceilings: [
      {
        name: 'ไตรมาส',
        key: 'line',
        per: 'quarter',
        stage: 'disburse',
        severity: 'stop',
        limits,
        ...changes,
      },
    ],
  });

const november = day('2025-11-15');
const february = day('2026-02-15');

describe('a ceiling on what is paid up to the end of a quarter', () => {
  const thirtyPercent = ceiling({ percent: { Q1: '30', Q2: '60' } });

  it('lets payments pass up to it, and not one satang more', () => {
    const paid = [...budget1000, disburse('V-1', '200.00', { effectiveOn: november })];
    const next = (amount: string) => disburse('V-2', amount, { effectiveOn: november });
    expect(recordOf(paid, next('100.00'), thirtyPercent).balances).toContainEqual({
      rule: 'ไตรมาส',
      key: { kind: 'line', fundSource: 'annual-appropriation', category: 'operating' },
      period: 'Q1',
      limit: '300.00',
      used: '200.00',
      requested: '100.00',
    });
    expect(refusalOf(paid, next('100.01'), thirtyPercent)).toMatchObject({
      code: 'ceiling-exceeded',
      details: { period: 'Q1', limit: '300.00', available: '100.00', shortBy: '0.01' },
    });
  });

  it('is cumulative: what one quarter leaves, the next may use', () => {
    const paid = [...budget1000, disburse('V-1', '100.00', { effectiveOn: november })];
    const next = (amount: string) => disburse('V-2', amount, { effectiveOn: february });
    expect(recordOf(paid, next('500.00'), thirtyPercent).balances).toHaveLength(2);
    expect(refusalOf(paid, next('500.01'), thirtyPercent).details).toMatchObject({ period: 'Q2' });
  });

  it('stops a backdated payment that would break the ceiling of a later quarter', () => {
    const paid = [...budget1000, disburse('V-1', '600.00', { effectiveOn: february })];
    const backdated = disburse('V-2', '0.01', { effectiveOn: november });
    expect(refusalOf(paid, backdated, thirtyPercent).details).toMatchObject({
      period: 'Q2',
      shortBy: '0.01',
    });
  });

  it('does not look at orders, unless it is a ceiling on orders', () => {
    const order = commit('PO-1', '900.00', { effectiveOn: november });
    expect(recordOf(budget1000, order, thirtyPercent).balances).toHaveLength(1);
    const onOrders = ceiling({ amount: { Q1: '300.00' } }, { stage: 'commit' });
    expect(refusalOf(budget1000, order, onOrders).code).toBe('ceiling-exceeded');
  });
});

describe('a ceiling per month', () => {
  it('counts the months of the fiscal year from the first', () => {
    const second = ceiling({ amount: { M2: '150.00' } }, { per: 'month' });
    const paid = [...budget1000, disburse('V-1', '100.00', { effectiveOn: day('2025-10-31') })];
    const next = (date: string) => disburse('V-2', '50.01', { effectiveOn: day(date) });
    expect(refusalOf(paid, next('2025-11-30'), second).details).toMatchObject({
      period: 'M2',
      available: '50.00',
    });
    expect(recordOf(paid, next('2025-12-01'), second).balances).toHaveLength(1);
  });
});

describe('a ceiling that warns', () => {
  it('lets the payment pass and says so in the decision', () => {
    const warning = ceiling({ amount: { Q1: '10.00' } }, { severity: 'warn' });
    expect(recordOf(budget1000, disburse('V-1', '10.01'), warning).warnings).toEqual([
      { code: 'ceiling-exceeded', rule: 'ไตรมาส', message: '10.01 is asked, 10.00 is left up to Q1.' },
    ]);
  });
});
