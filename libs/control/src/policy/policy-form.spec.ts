import { describe, expect, it } from '@jest/globals';
import { policies, setPolicy } from '../control.fixture.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { policySchema } from './schema.ts';

/** The faults that a policy is refused for: the place of each, and what was expected there. */
function faultsOf(policy: unknown): Record<string, string> {
  const { code, details } = policies.refused(['direk', setPolicy(policy)]);
  expect(code).toBe('policy-malformed');
  const errors = details['errors'] as readonly { readonly field: string; readonly expected: string }[];
  return Object.fromEntries(errors.map(({ field, expected }) => [field, expected]));
}

const accepted = (policy: object) => policies.after(['direk', setPolicy(policy)]).policy;

const line = { name: 'line', key: 'line', stages: ['commit'], severity: 'stop' };
const monthly = { name: 'm', key: 'line', per: 'month', stage: 'disburse', severity: 'warn' };
const move = { from: 'operating', to: 'capital', scope: 'any', action: 'block', message: 'ระเบียบข้อ 12' };
const order = { command: 'commit', from: '500.00', tiers: ['checker'] };
const rate = { fiscalYear: 2569, group: 'all', through: 'Q1', percent: '33' };
const yearEnd = (...rules: readonly object[]) => ({ yearEnd: { disburseUntil: '03-31', rules } });

describe('a policy', () => {
  it('has the defaults where it says nothing', () => {
    expect(accepted({ pastQuarters: 'locked' })).toEqual({ ...DEFAULT_POLICY, pastQuarters: 'locked' });
    expect(policySchema.parse(DEFAULT_POLICY)).toEqual(DEFAULT_POLICY);
  });

  it('is taken with every sort of rule', () => {
    const whole = {
      basis: 'released',
      availability: [
        { ...line, match: { project: 'P01' }, tolerance: { percent: '5' }, warnAtPercent: '80' },
      ],
      ceilings: [{ ...monthly, limits: { amount: { M1: '10.00', M12: '120.00' } } }],
      excess: { percent: '1000', amount: '0.00' },
      transfers: [move, { scope: 'projects', action: 'report', message: 'ส่งรายงาน', withinDays: 30 }],
      approvals: [order, { command: '*', from: '0.00', tiers: ['checker', 'director'] }],
      reserveWhileWaiting: true,
      pastQuarters: 'locked',
      datesOutsideYear: 'allowed-by-duty',
      yearEnd: { disburseUntil: '02-28', rules: [{ carry: 'percentage', percent: '100', rest: 'return' }] },
      targets: [rate],
    };
    expect(accepted(whole)).toEqual(whole);
  });

  it.each([null, 'strict', 7, []])('%p is none', (policy) => {
    expect(faultsOf(policy)).toHaveProperty('');
  });

  it('is refused with every fault at its place', () => {
    expect(Object.keys(faultsOf({ basis: 'all', pastQuarters: 'shut', transfers: [{}] }))).toEqual([
      'basis',
      'transfers.0.scope',
      'transfers.0.action',
      'transfers.0.message',
      'pastQuarters',
    ]);
  });

  it('names what it does not know instead of passing it over', () => {
    expect(faultsOf({ availibility: [] })['']).toMatch(/availibility/);
    expect(faultsOf({ availability: [{ ...line, tolerence: {} }] })['availability.0']).toMatch(/tolerence/);
    expect(faultsOf(yearEnd({ carry: 'none', rest: 'lapse', upTo: '5' }))['yearEnd.rules.0']).toMatch(/upTo/);
  });
});

describe('a percentage', () => {
  it.each(['0', '0.0001', '33', '12.5', '999.9999', '1000', '1000.0000'])('may be %s', (percent) => {
    expect(accepted({ excess: { percent } }).excess).toEqual({ percent });
  });

  it.each(['-1', '1000.0001', '1000.5', '1001', '0.00001', '05', '1e2', '.5', '5%', '', 5])(
    'is not %p',
    (percent) => {
      expect(faultsOf({ excess: { percent } })).toHaveProperty(['excess.percent']);
    },
  );

  it('of what is carried is not more than all there is', () => {
    const carry = (percent: string) => yearEnd({ carry: 'percentage', percent, rest: 'lapse' });
    for (const percent of ['0', '9.5', '99.9999', '100', '100.00']) accepted(carry(percent));
    for (const percent of ['100.0001', '100.10', '101', '110', '200', '1000']) {
      expect(faultsOf(carry(percent))['yearEnd.rules.0.percent']).toMatch(/at most 100 percent/);
    }
  });
});

describe('an amount', () => {
  it.each(['500', '500.0', '-1.00', '1,000.00', '00.10', '1.000', 500])('is not %p', (from) => {
    expect(faultsOf({ approvals: [{ ...order, from }] })).toHaveProperty(['approvals.0.from']);
  });
});

describe('a rule', () => {
  it.each<[string, object, string]>([
    ['availability', line, 'name'],
    ['ceilings', { ...monthly, limits: { percent: { M1: '10' } } }, 'name'],
    ['transfers', move, 'pair of categories'],
    ['approvals', order, 'amount of a command'],
    ['targets', rate, 'target of a period'],
  ])('of %s stands there once', (part, rule, what) => {
    const [again] = Object.entries(faultsOf({ [part]: [rule, rule] }));
    expect(again).toEqual([
      `${part}.1`,
      expect.stringMatching(new RegExp(`^expected every ${what}.* once$`)),
    ]);
  });

  it('on the year-end stands there once for the same lines', () => {
    const none = { carry: 'none', rest: 'lapse' };
    const own = { match: { fundSource: 'own-income' }, carry: 'whole', rest: 'lapse' };
    accepted(yearEnd(own, none));
    expect(faultsOf(yearEnd(own, none, { ...own, carry: 'none' }))).toEqual({
      'yearEnd.rules.2': 'expected every match once',
    });
  });

  it('on transfers may say different things within a project and between projects', () => {
    const apart = [
      { ...move, scope: 'lines' },
      { ...move, scope: 'projects', action: 'alert' },
    ];
    expect(accepted({ transfers: apart }).transfers).toEqual(apart);
  });

  it('is one of a hundred at most', () => {
    const rules = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...line, name: `rule ${index}` }));
    expect(accepted({ availability: rules(100) }).availability).toHaveLength(100);
    expect(Object.keys(faultsOf({ availability: rules(101) }))).toEqual(['availability']);
  });

  it('looks at one stage at least, and at each once', () => {
    for (const stages of [[], ['commit', 'commit'], ['pay']]) {
      const [field] = Object.keys(faultsOf({ availability: [{ ...line, stages }] }));
      expect(field).toMatch(/^availability\.0\.stages/);
    }
  });

  it('on approvals has a tier at least, and each once', () => {
    const tiers = (...names: readonly string[]) => faultsOf({ approvals: [{ ...order, tiers: names }] });
    expect(tiers()).toEqual({ 'approvals.0.tiers': 'expected one tier at least' });
    expect(tiers('checker', 'checker')).toEqual({ 'approvals.0.tiers.1': 'expected every tier once' });
    expect(Object.keys(tiers('a', 'b', 'c', 'd', 'e', 'f'))).toEqual(['approvals.0.tiers']);
  });

  it('on a ceiling has limits, and those of its own periods', () => {
    for (const limits of [{}, { amount: {} }, { amount: { Q1: '1.00' } }]) {
      expect(Object.keys(faultsOf({ ceilings: [{ ...monthly, limits }] }))).toEqual(['ceilings.0.limits']);
    }
    for (const period of ['M0', 'M13', 'Q5', '1', '2025-10']) {
      const limits = { percent: { [period]: '10' } };
      const [field] = Object.keys(faultsOf({ ceilings: [{ ...monthly, limits }] }));
      expect(field).toMatch(/^ceilings\.0\.limits/);
    }
  });

  it('on transfers says within how many days a report is due, and only for a report', () => {
    const days = 'transfers.0.withinDays';
    expect(faultsOf({ transfers: [{ ...move, action: 'report' }] })).toHaveProperty([days]);
    expect(faultsOf({ transfers: [{ ...move, withinDays: 30 }] })).toHaveProperty([days]);
    expect(faultsOf({ transfers: [{ ...move, action: 'report', withinDays: 0 }] })).toHaveProperty([days]);
  });

  it('on the year-end says how many percent are carried, and only for a percentage', () => {
    const percent = 'yearEnd.rules.0.percent';
    expect(faultsOf(yearEnd({ carry: 'percentage', rest: 'lapse' }))).toHaveProperty([percent]);
    expect(faultsOf(yearEnd({ carry: 'whole', percent: '5', rest: 'lapse' }))).toHaveProperty([percent]);
  });
});

describe('the last day of payments after the year', () => {
  it.each(['03-31', '12-31', '02-28'])('may be %s', (disburseUntil) => {
    expect(accepted({ yearEnd: { disburseUntil, rules: [] } }).yearEnd.disburseUntil).toBe(disburseUntil);
  });

  it.each(['02-29', '02-30', '04-31', '13-01', '00-10', '3-31', '31-03', '2026-03-31', ''])(
    'is not %p, since not every year has it',
    (disburseUntil) => {
      expect(faultsOf({ yearEnd: { disburseUntil, rules: [] } })).toHaveProperty(['yearEnd.disburseUntil']);
    },
  );
});
