import { describe, expect, it } from '@jest/globals';
import {
  allocate,
  baht,
  budget1000,
  capital,
  commit,
  disburse,
  inQ2,
  operating,
} from '../testing.fixture.ts';
import { duty, recordOf, refusalOf, rule, under } from './control.fixture.ts';

const own = { fundSource: 'own-income', category: 'operating' };
/** 1,000.00 operating and 500.00 capital from the appropriation, 200.00 operating from own income. */
const threeLines = [...budget1000, allocate('500.00', { line: capital }), allocate('200.00', { line: own })];

describe('the key that a policy controls', () => {
  it('line: every line stops at its own budget', () => {
    expect(refusalOf(threeLines, commit('PO-1', '1000.01'), under({}))).toMatchObject({
      code: 'budget-exceeded',
      details: { line: operating, requested: '1000.01', available: '1000.00', shortBy: '0.01' },
    });
  });

  it('project: one line may use what another leaves, up to the budget of the whole project', () => {
    const pool = under({ availability: [rule({ name: 'pool', key: 'project' })] });
    expect(recordOf(threeLines, commit('PO-1', '1700.00'), pool).balances).toEqual([
      {
        rule: 'pool',
        key: { kind: 'project' },
        stage: 'commit',
        budget: '1700.00',
        used: '0.00',
        requested: '1700.00',
        available: '1700.00',
      },
    ]);
    expect(refusalOf(threeLines, commit('PO-1', '1700.01'), pool)).toMatchObject({
      code: 'budget-exceeded',
      message: 'P01 in 2569, the whole project: 1700.01 is asked, 1700.00 is available, 0.01 is missing.',
      details: { key: { kind: 'project' }, rule: 'pool', shortBy: '0.01' },
    });
  });

  it('fund: lines of one fund share its money', () => {
    const fund = under({ availability: [rule({ key: 'fund' })] });
    expect(recordOf(threeLines, commit('PO-1', '1500.00'), fund).balances).toHaveLength(1);
    expect(refusalOf(threeLines, commit('PO-1', '1500.01'), fund).details).toMatchObject({
      key: { kind: 'fund', fundSource: 'annual-appropriation' },
    });
  });

  it('category: lines of one category share its money', () => {
    const category = under({ availability: [rule({ key: 'category' })] });
    expect(recordOf(threeLines, commit('PO-1', '1200.00'), category).balances).toHaveLength(1);
    expect(refusalOf(threeLines, commit('PO-1', '1200.01'), category).details).toMatchObject({
      key: { kind: 'category', category: 'operating' },
    });
  });

  it('is looked at only where the rule fits the line and the project', () => {
    const capitalOnly = under({ availability: [rule({ match: { category: 'capital' } })] });
    expect(recordOf(threeLines, commit('PO-1', '5000.00'), capitalOnly).balances).toEqual([]);
    const other = under({ availability: [rule({ match: { project: 'P02' } })] });
    expect(recordOf(threeLines, commit('PO-1', '5000.00'), other).balances).toEqual([]);
  });

  it('is looked at by every rule: the first that is short is told', () => {
    const both = under({ availability: [rule(), rule({ name: 'pool', key: 'project' })] });
    expect(refusalOf(threeLines, commit('PO-1', '1800.00'), both).details).toMatchObject({ rule: 'line' });
  });
});

describe('the stage that a policy controls', () => {
  const payments = under({ availability: [rule({ stages: ['disburse'] })] });

  it('lets orders pass where only payments are controlled, and stops the payment', () => {
    const ordered = [...budget1000, commit('PO-1', '900.00')];
    expect(recordOf(ordered, commit('PO-2', '900.00'), payments).balances).toEqual([]);
    expect(refusalOf(ordered, disburse('V-1', '1000.01'), payments).code).toBe('budget-exceeded');
  });

  it('counts a payment against an order where orders are not controlled', () => {
    const paid = [...budget1000, commit('PO-1', '900.00'), disburse('V-1', '100.00')];
    const { balances } = recordOf(paid, disburse('V-2', '800.00', { commitment: 'PO-1' }), payments);
    expect(balances).toMatchObject([{ budget: '1000.00', used: '100.00', requested: '800.00' }]);
  });

  it('asks nothing anew of a payment against an order that was controlled', () => {
    const ordered = [...budget1000, commit('PO-1', '1000.00')];
    expect(recordOf(ordered, disburse('V-1', '1000.00', { commitment: 'PO-1' }), under({})).balances).toEqual(
      [],
    );
  });
});

describe('how hard a rule is', () => {
  const beyond = commit('PO-1', '1000.01');

  it('stop: refused', () => {
    expect(refusalOf(budget1000, beyond, under({})).code).toBe('budget-exceeded');
  });

  it('warn: accepted, and the warning stands with the decision', () => {
    const warned = recordOf(budget1000, beyond, under({ availability: [rule({ severity: 'warn' })] }));
    expect(warned.warnings).toEqual([
      { code: 'budget-exceeded', rule: 'line', message: '1000.01 is asked, 1000.00 is available.' },
    ]);
  });

  it('track: accepted, with the balance and no warning', () => {
    const tracked = recordOf(budget1000, beyond, under({ availability: [rule({ severity: 'track' })] }));
    expect(tracked.warnings).toBeUndefined();
    expect(tracked.balances).toMatchObject([{ available: '1000.00', requested: '1000.01' }]);
  });
});

describe('a tolerance', () => {
  const within = (tolerance: { percent?: string; amount?: string }) =>
    under({ availability: [rule({ tolerance })] });

  it.each([
    ['of an amount', { amount: '10.00' }, '1010.00', '1010.01'],
    ['in percent, rounded down to the satang', { percent: '0.0015' }, '1000.01', '1000.02'],
    ['of both: the smaller one', { percent: '5', amount: '10.00' }, '1010.00', '1010.01'],
  ])('%s', (_, tolerance, accepted, refused) => {
    expect(recordOf(budget1000, commit('PO-1', accepted), within(tolerance)).balances).toHaveLength(1);
    expect(refusalOf(budget1000, commit('PO-1', refused), within(tolerance)).details).toMatchObject({
      shortBy: '0.01',
    });
  });

  it('is told of early: once, when the threshold is passed', () => {
    const early = under({ availability: [rule({ warnAtPercent: '80' })] });
    expect(recordOf(budget1000, commit('PO-1', '799.99'), early).warnings).toBeUndefined();
    expect(recordOf(budget1000, commit('PO-1', '800.00'), early).warnings).toEqual([
      {
        code: 'nearly-used',
        rule: 'line',
        message: '80.00 percent of the budget is used; the early warning stands at 80 percent.',
      },
    ]);
    const past = [...budget1000, commit('PO-1', '850.00')];
    expect(recordOf(past, commit('PO-2', '1.00'), early).warnings).toBeUndefined();
  });
});

describe('an override', () => {
  const beyond = { ...commit('PO-1', '1000.01'), override: 'น้ำท่วม ต้องจ่ายก่อน' };

  it('by somebody whose duty it is stands with the decision', () => {
    const allowed = under({}, { grants: [duty('override-availability')] });
    expect(recordOf(budget1000, beyond, allowed).override).toEqual({
      by: 'somchai',
      reason: 'น้ำท่วม ต้องจ่ายก่อน',
      rules: ['line'],
    });
  });

  it('by anybody else is refused, and so is one without a reason', () => {
    expect(refusalOf(budget1000, beyond, under({})).code).toBe('override-not-allowed');
    const allowed = under({}, { grants: [duty('override-availability')] });
    expect(refusalOf(budget1000, { ...beyond, override: ' ' }, allowed).code).toBe('reason-missing');
  });

  it('that nothing needs is not recorded', () => {
    const needless = { ...commit('PO-1', '1.00'), override: 'just in case' };
    expect(recordOf(budget1000, needless, under({})).override).toBeUndefined();
  });
});

describe('a transfer between lines that share their money', () => {
  it('takes nothing from the pool, even where the pool is nearly used', () => {
    const pool = under({ availability: [rule({ key: 'project' })] });
    const used = [
      ...threeLines,
      commit('PO-1', '500.00', { line: capital }),
      commit('PO-2', '200.00', { line: own }),
    ];
    const full = [...used, commit('PO-3', '900.00')];
    const moved = {
      type: 'transfer-out',
      transfer: 'T-1',
      line: operating,
      amount: baht('100.00'),
      to: { project: 'P01', line: capital },
      reason: 'โอน',
      effectiveOn: inQ2,
    } as const;
    expect(recordOf(full, moved, pool).balances).toEqual([]);
    const away = { ...moved, amount: baht('100.01'), to: { project: 'P02', line: capital } };
    expect(refusalOf(full, away, pool).code).toBe('budget-exceeded');
  });
});

describe('whatever the policy tracks or pools', () => {
  it('a cut or a transfer never takes what its line has used', () => {
    const pool = under({ availability: [rule({ key: 'project', severity: 'track' })] });
    const used = [...threeLines, commit('PO-1', '600.00')];
    const cut = {
      type: 'cut',
      line: operating,
      amount: baht('400.01'),
      reason: 'ปรับลด',
      effectiveOn: inQ2,
    } as const;
    expect(refusalOf(used, cut, pool).code).toBe('cut-below-used');
    const transfer = {
      type: 'transfer-out',
      transfer: 'T-1',
      line: operating,
      amount: baht('400.01'),
      to: { project: 'P02', line: operating },
      reason: 'โอน',
      effectiveOn: inQ2,
    } as const;
    expect(refusalOf(used, transfer, pool).code).toBe('budget-exceeded');
  });
});
