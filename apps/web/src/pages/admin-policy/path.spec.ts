import { describe, expect, it } from '@jest/globals';
import { isSame, valueAt, withValueAt } from './path.ts';

const policy = {
  basis: 'allocated',
  availability: [
    { name: 'line', key: 'line' },
    { name: 'pool', key: 'project', match: { project: 'P01' } },
  ],
};

describe('settings that are changed at a place', () => {
  it('say the new value there and are as they were elsewhere', () => {
    const changed = withValueAt(policy, ['availability', 1, 'match', 'project'], 'P02');
    expect(valueAt(changed, ['availability', 1, 'match', 'project'])).toBe('P02');
    expect(valueAt(changed, ['availability', 0])).toEqual(policy.availability[0]);
    expect(valueAt(policy, ['availability', 1, 'match', 'project'])).toBe('P01');
  });

  it('begin groups that were not there, and drop those that are left empty', () => {
    const begun = withValueAt(policy, ['excess', 'percent'], '5');
    expect(begun).toEqual({ ...policy, excess: { percent: '5' } });
    expect(withValueAt(begun, ['excess', 'percent'], undefined)).toEqual(policy);
    expect(withValueAt(policy, ['availability', 1, 'match', 'project'], undefined)).toEqual({
      ...policy,
      availability: [policy.availability[0], { name: 'pool', key: 'project' }],
    });
  });

  it('keep a list that is empty: no rules is a setting', () => {
    expect(withValueAt(policy, ['availability'], [])).toEqual({ basis: 'allocated', availability: [] });
  });

  it('are the same in whatever order their members stand, and not when lists differ in order', () => {
    expect(isSame({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame(undefined, {})).toBe(false);
  });
});
