import { describe, expect, it } from '@jest/globals';
import { parseCivilDate } from '#kernel';
import { rightsOf } from './rights.ts';
import { emptyAccess, type RoleGrant } from './state.ts';

const today = parseCivilDate('2025-12-05');
const having = (...grants: Omit<RoleGrant, 'grant' | 'origin' | 'subject'>[]) => ({
  ...emptyAccess(),
  isSetUp: true,
  grants: grants.map((grant, at) => ({
    ...grant,
    grant: at + 1,
    subject: 'malee',
    origin: 'administrator' as const,
  })),
});

describe('what somebody may do, all roles together', () => {
  it('is nothing without a role, and nothing of what others have', () => {
    expect(rightsOf(emptyAccess(), 'malee', today)).toEqual({ permissions: [], commands: [] });
    expect(rightsOf(having({ role: 'maker' }), 'wipa', today)).toEqual({ permissions: [], commands: [] });
  });

  it('is what any of the roles allows, each right once', () => {
    const { permissions, commands } = rightsOf(
      having({ role: 'maker' }, { role: 'checker' }),
      'malee',
      today,
    );
    expect(permissions).toEqual(['read-reports', 'read-journal']);
    expect(commands).toEqual([...new Set(commands)].sort());
    expect(commands).toEqual(expect.arrayContaining(['budgetaccount/*', 'approval/approve-document']));
  });

  it('is of the grants that are in force on the day alone', () => {
    const over = having({ role: 'maker', limits: { last: '2025-12-04' } }, { role: 'reader' });
    expect(rightsOf(over, 'malee', today)).toEqual({ permissions: ['read-reports'], commands: [] });
  });
});
