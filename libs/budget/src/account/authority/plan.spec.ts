import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import type { RevisePlan, SetPlan } from './plan.ts';
import { after, allocate, baht, budget1000, capital, day, inQ2, refused, when } from '../testing.fixture.ts';

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
