import { describe, expect, it } from '@jest/globals';
import { THAI_CALENDAR } from '#kernel';
import { mustBeUsable } from './usable.ts';

const world = { commands: ['commit', 'disburse'], calendar: THAI_CALENDAR };
const approvalOf = (command: string) => [{ command, from: '0.00', tiers: ['checker'] }];
const targetThrough = (through: string) => [
  { fiscalYear: 2569, group: 'all' as const, through, percent: '10' },
];

describe('a policy that is given', () => {
  it('may name the commands that there are, or all of them', () => {
    for (const command of ['commit', '*']) {
      expect(mustBeUsable({ approvals: approvalOf(command), targets: [] }, world)).toBeUndefined();
    }
  });

  it('is refused when it wants approval for a command that does not exist, and told those that do', () => {
    expect(mustBeUsable({ approvals: approvalOf('comit'), targets: [] }, world)).toMatchObject({
      code: 'policy-malformed',
      details: {
        errors: [{ field: 'approvals.0.command', expected: 'expected * or one of commit, disburse' }],
      },
    });
  });

  it('has targets for quarters and months of their fiscal year', () => {
    for (const through of ['Q1', '2025-10', '2026-09']) {
      expect(mustBeUsable({ approvals: [], targets: targetThrough(through) }, world)).toBeUndefined();
    }
    for (const through of ['2569-01', '2027-01', '2025-09', '2026-10']) {
      expect(mustBeUsable({ approvals: [], targets: targetThrough(through) }, world)).toMatchObject({
        details: { errors: [{ field: 'targets.0.through' }] },
      });
    }
  });
});
