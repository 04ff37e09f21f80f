import { describe, expect, it } from '@jest/globals';
import { formatBaht } from '#kernel';
import { after, allocate, capital, commit, open } from '../testing.fixture.ts';
import { yearEndPlan } from './plan.ts';
import { byRule, confirmed, rules, subsidy, under } from './year-end.fixture.ts';

describe('the plan of a year-end', () => {
  it('accounts for every satang of every line', () => {
    const given = [
      ...confirmed,
      allocate('300.00', { line: subsidy }),
      commit('PO-3', '70.00', { line: subsidy }),
      allocate('50.00', { line: capital }),
    ];
    const { lines } = yearEndPlan(after(given, byRule).state, rules);
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const { budget, disbursed, reserved, carriedDocuments, carried, returned, lapsed } = line;
      expect(disbursed + reserved + carriedDocuments + carried + returned + lapsed).toBe(budget);
    }
  });

  it('shows what is used beyond the budget where a policy let it happen', () => {
    const track = under(
      {},
      {
        availability: [{ name: 'line', key: 'line', stages: ['commit'], severity: 'track' }],
      },
    );
    const { state } = after([open(), allocate('10.00'), commit('PO-1', '12.50')], track);
    const [line] = yearEndPlan(state, { ...rules, rules: [{ carry: 'commitments', rest: 'lapse' }] }).lines;
    expect(line && [line.overdrawn, line.carriedDocuments, line.lapsed].map(formatBaht)).toEqual([
      '2.50',
      '12.50',
      '0.00',
    ]);
  });
});
