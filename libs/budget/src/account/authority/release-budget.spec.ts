import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import { under } from '../control/control.fixture.ts';
import { refusalOf } from '../control/control.fixture.ts';
import { lineState } from '../state.ts';
import {
  after,
  baht,
  budget1000,
  capital,
  commit,
  disburse,
  inQ2,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';
import { into, out, releaseBudget } from './authority.fixture.ts';

const authority = (commands: readonly AccountCommand[], line = operating) => {
  const { allocated, released } = lineState(after(commands).state, line);
  return { allocated, released };
};

const cut = (amount: string): AccountCommand => ({
  type: 'cut',
  line: operating,
  amount: baht(amount),
  reason: 'ปรับลดในชั้นกรรมาธิการ',
  effectiveOn: inQ2,
});

describe('releasing budget for an instalment', () => {
  it('records line, amount and document, and changes no budget', () => {
    expect(when(budget1000, releaseBudget('250', { document: 'งวด 1' }))).toEqual([
      {
        type: 'BudgetReleased',
        effectiveOn: inQ2,
        data: { line: operating, amount: '250.00', document: 'งวด 1' },
      },
    ]);
    expect(totals([...budget1000, releaseBudget('250.00')])).toEqual(totals(budget1000));
  });

  it('releases the allocation to the last satang, and not one more', () => {
    const given = [...budget1000, releaseBudget('400.00')];
    expect(when(given, releaseBudget('600.00'))).toHaveLength(1);
    expect(refused(given, releaseBudget('600.01'))).toMatchObject({
      code: 'release-exceeds-allocation',
      kind: 'rule',
      details: { line: operating, requested: '600.01', available: '600.00', shortBy: '0.01' },
    });
  });

  it('needs an amount and a line with budget', () => {
    expect(refused(budget1000, releaseBudget('0')).code).toBe('amount-not-positive');
    expect(refused(budget1000, releaseBudget('1.00', { line: capital })).code).toBe('line-not-in-account');
  });

  it('limits what can be used where the policy counts against what is released', () => {
    const released = under({ basis: 'released' });
    const given = [...budget1000, releaseBudget('250.00')];
    expect(refusalOf(given, commit('PO-1', '250.01'), released)).toMatchObject({
      code: 'budget-exceeded',
      details: { available: '250.00', shortBy: '0.01' },
    });
    expect(when(given, commit('PO-1', '250.00'), released)).toHaveLength(1);
    expect(when(given, commit('PO-1', '1000.00'))).toHaveLength(1);
  });
});

describe('a cut of budget that was released', () => {
  const released600 = [...budget1000, releaseBudget('600.00')];

  it('leaves the release as long as enough is allocated', () => {
    expect(when(released600, cut('400.00'))).toMatchObject([{ data: { line: operating, amount: '400.00' } }]);
    expect(when(released600, cut('400.00'))[0]?.data).not.toHaveProperty('releasedTakenBack');
    expect(authority([...released600, cut('400.00')])).toEqual({ allocated: 60_000, released: 60_000 });
  });

  it('takes back what was released beyond the new allocation, and says how much', () => {
    expect(when(released600, cut('400.01'))).toMatchObject([{ data: { releasedTakenBack: '0.01' } }]);
    expect(authority([...released600, cut('400.01')])).toEqual({ allocated: 59_999, released: 59_999 });
    expect(authority([...released600, cut('1000.00')])).toEqual({ allocated: 0, released: 0 });
  });

  it('takes no budget that is used', () => {
    const used = [...released600, disburse('V-1', '500.00')];
    expect(refused(used, cut('500.01')).code).toBe('cut-below-used');
    expect(authority([...used, cut('500.00')])).toEqual({ allocated: 50_000, released: 50_000 });
  });
});

describe('a transfer of budget that was released', () => {
  const released600 = [...budget1000, releaseBudget('600.00')];

  it('leaves the release as long as enough is allocated', () => {
    expect(when(released600, out('400.00'))[0]?.data).not.toHaveProperty('released');
    expect(authority([...released600, out('400.00')])).toEqual({ allocated: 60_000, released: 60_000 });
  });

  it('takes along what was released beyond the new allocation', () => {
    expect(when(released600, out('500.00'))).toMatchObject([{ data: { released: '100.00' } }]);
    expect(authority([...released600, out('500.00')])).toEqual({ allocated: 50_000, released: 50_000 });
  });

  it('takes along as much as it says, between what must and what can move', () => {
    expect(when(released600, out('500.00', { released: baht('300.00') }))).toMatchObject([
      { data: { released: '300.00' } },
    ]);
    for (const released of ['99.99', '500.01']) {
      expect(refused(released600, out('500.00', { released: baht(released) }))).toMatchObject({
        code: 'transfer-release-differs',
        details: { given: released, least: '100.00', most: '500.00' },
      });
    }
  });

  it('arrives as released at the other end, as far as the transfer says', () => {
    expect(when(budget1000, into('500.00', { released: baht('100.00') }))).toMatchObject([
      { data: { released: '100.00' } },
    ]);
    expect(authority([...budget1000, into('500.00', { released: baht('100.00') })])).toEqual({
      allocated: 150_000,
      released: 10_000,
    });
    expect(authority([...budget1000, into('500.00')])).toMatchObject({ released: 0 });
    expect(refused(budget1000, into('500.00', { released: baht('500.01') })).code).toBe(
      'transfer-release-differs',
    );
  });

  it('arrives by itself between two lines of the account, and comes back with its reversal', () => {
    const there = [
      out('500.00', { to: { project: 'P01', line: capital } }),
      into('500.00', { line: capital, from: { project: 'P01', line: operating } }),
    ];
    expect(authority([...released600, ...there])).toEqual({ allocated: 50_000, released: 50_000 });
    expect(authority([...released600, ...there], capital)).toEqual({ allocated: 50_000, released: 10_000 });
    const named = { transfer: 'T-1-R', reverses: 'T-1' };
    const more: AccountCommand = {
      type: 'allocate',
      line: capital,
      amount: baht('70.00'),
      effectiveOn: inQ2,
    };
    const back = [
      more,
      out('500.00', { ...named, line: capital, to: { project: 'P01', line: operating } }),
      into('500.00', { ...named, from: { project: 'P01', line: capital } }),
    ];
    const all = [...released600, ...there, ...back];
    expect(authority(all)).toEqual({ allocated: 100_000, released: 60_000 });
    expect(authority(all, capital)).toEqual({ allocated: 7_000, released: 0 });
  });
});
