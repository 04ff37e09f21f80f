import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import { under } from '../control/control.fixture.ts';
import type { RevisePlan, SetPlan } from './plan.ts';
import {
  after,
  allocate,
  baht,
  bookedOn,
  budget1000,
  capital,
  day,
  inQ2,
  refused,
  when,
} from '../testing.fixture.ts';

const quarters = (Q1: string, Q2: string, Q3: string, Q4: string) => ({
  Q1: baht(Q1),
  Q2: baht(Q2),
  Q3: baht(Q3),
  Q4: baht(Q4),
});
const setPlan = (...planned: Parameters<typeof quarters>): SetPlan => ({
  type: 'set-plan',
  quarters: quarters(...planned),
  effectiveOn: day('2025-10-01'),
});
const revisePlan = (...planned: Parameters<typeof quarters>): RevisePlan => ({
  type: 'revise-plan',
  quarters: quarters(...planned),
  reason: 'เลื่อนกิจกรรม',
  effectiveOn: inQ2,
});
const planned: readonly AccountCommand[] = [...budget1000, setPlan('100', '200', '300', '400')];

describe('planning the quarters', () => {
  it('plans the whole budget, to the last satang', () => {
    expect(when(budget1000, setPlan('100', '200', '300', '400'))).toEqual([
      {
        type: 'QuarterlyPlanSet',
        effectiveOn: '2025-10-01',
        data: { quarters: { Q1: '100.00', Q2: '200.00', Q3: '300.00', Q4: '400.00' } },
      },
    ]);
  });

  it('plans not one satang more than the budget of all lines', () => {
    expect(refused(budget1000, setPlan('100', '200', '300', '400.01'))).toMatchObject({
      code: 'plan-exceeds-budget',
      kind: 'rule',
      details: { project: 'P01', requested: '1000.01', budget: '1000.00', shortBy: '0.01' },
    });
    const more = [...budget1000, allocate('0.01', { line: capital })];
    expect(when(more, setPlan('100', '200', '300', '400.01'))).toHaveLength(1);
  });

  it('takes a quarter in which nothing is planned, and none below zero', () => {
    expect(when(budget1000, setPlan('0', '0', '0', '0'))).toHaveLength(1);
    expect(refused(budget1000, setPlan('100', '-0.01', '0', '0'))).toMatchObject({
      code: 'plan-negative',
      kind: 'invalid',
      details: { quarter: 'Q2', given: '-0.01' },
    });
  });

  it('is done once; a plan of nothing is a plan', () => {
    expect(refused(planned, setPlan('1', '1', '1', '1'))).toMatchObject({
      code: 'plan-already-set',
      kind: 'conflict',
      details: { plan: { Q1: '100.00', Q2: '200.00', Q3: '300.00', Q4: '400.00' } },
    });
    expect(refused([...budget1000, setPlan('0', '0', '0', '0')], setPlan('1', '1', '1', '1')).code).toBe(
      'plan-already-set',
    );
  });
});

describe('revising the plan', () => {
  it('records the new plan beside the one before', () => {
    expect(when(planned, revisePlan('100', '100', '300', '500'))).toEqual([
      {
        type: 'QuarterlyPlanRevised',
        effectiveOn: inQ2,
        data: {
          quarters: { Q1: '100.00', Q2: '100.00', Q3: '300.00', Q4: '500.00' },
          previous: { Q1: '100.00', Q2: '200.00', Q3: '300.00', Q4: '400.00' },
        },
      },
    ]);
    expect(after([...planned, revisePlan('100', '100', '300', '500')]).state.plan).toEqual(
      quarters('100', '100', '300', '500'),
    );
  });

  it('builds on the last revision', () => {
    const twice = when([...planned, revisePlan('0', '0', '0', '1000')], revisePlan('0', '0', '0', '999.99'));
    expect(twice).toMatchObject([{ data: { previous: { Q4: '1000.00' } } }]);
  });

  it('needs a plan, a change, a reason and enough budget', () => {
    expect(refused(budget1000, revisePlan('1', '1', '1', '1'))).toMatchObject({
      code: 'plan-not-set',
      kind: 'rule',
    });
    expect(refused(planned, revisePlan('100', '200', '300', '400'))).toMatchObject({
      code: 'plan-unchanged',
      kind: 'rule',
    });
    expect(refused(planned, { ...revisePlan('1', '1', '1', '1'), reason: ' ' }).code).toBe('reason-missing');
    expect(refused(planned, revisePlan('100', '200', '300', '400.01'))).toMatchObject({
      code: 'plan-exceeds-budget',
      details: { shortBy: '0.01' },
    });
    expect(refused(planned, revisePlan('-1', '0', '0', '0')).code).toBe('plan-negative');
  });
});

describe('revising the plan where past quarters are locked', () => {
  const on = (date: string) => ({ ...under({ pastQuarters: 'locked' }), ...bookedOn(date) });

  it('leaves a quarter that has ended as it was planned', () => {
    expect(refused(planned, revisePlan('99.99', '200', '300', '400'), on('2026-02-15'))).toMatchObject({
      code: 'plan-quarter-locked',
      kind: 'rule',
      details: { quarter: 'Q1', planned: '100.00', given: '99.99' },
    });
    expect(when(planned, revisePlan('100', '0', '300', '400'), on('2026-02-15'))).toHaveLength(1);
  });

  it('locks a quarter on the day after its last, whatever day the revision takes effect on', () => {
    const second = { ...revisePlan('100', '0', '300', '400'), effectiveOn: day('2026-03-01') };
    expect(when(planned, second, on('2026-03-31'))).toHaveLength(1);
    expect(refused(planned, second, on('2026-04-01'))).toMatchObject({ details: { quarter: 'Q2' } });
  });

  it('leaves past quarters open where the policy says nothing', () => {
    expect(when(planned, revisePlan('0', '200', '300', '400'), bookedOn('2026-09-30'))).toHaveLength(1);
  });

  it('locks the quarters of the fiscal year of the account, not those of the day of booking', () => {
    expect(refused(planned, revisePlan('100', '200', '300', '0'), on('2027-01-15'))).toMatchObject({
      details: { quarter: 'Q4' },
    });
  });
});
