import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { after, decide, granting, type Said, SET, withRoles } from './access.fixture.ts';
import { accessRules, isMatched, SET_UP, SIGN_ON } from './access-rules.ts';
import type { AccessState } from './state.ts';

const codeOf = (state: AccessState, actor: string, command: Said): string | undefined => {
  const decided = decide(state, actor, command);
  return isRefusal(decided) ? decided.code : undefined;
};

const rolesOf = (state: AccessState, subject: string) =>
  state.grants.filter((grant) => grant.subject === subject).map(({ role }) => role);

describe('the first administrator', () => {
  it('is named by the set-up, and by nobody else', () => {
    expect(
      codeOf(accessRules.initial(), 'somchai', { type: 'set-up-access', administrator: 'somchai' }),
    ).toBe('role-missing');
    expect(rolesOf(SET, 'admin')).toEqual(['administrator']);
  });

  it('is named once', () => {
    expect(codeOf(SET, SET_UP, { type: 'set-up-access', administrator: 'other' })).toBe(
      'access-set-up-already',
    );
  });

  it('is not needed to deny: before the set-up nobody grants anything', () => {
    expect(codeOf(accessRules.initial(), 'somchai', granting('somchai', 'maker'))).toBe('role-missing');
  });
});

describe('a ledger whose administrator is lost', () => {
  const recover = (administrator: string): Said => ({ type: 'recover-access', administrator });

  it('gets another one from whoever works on the folder, and the log says so', () => {
    const events = decide(SET, SET_UP, recover('second'));
    expect(events).toEqual([
      expect.objectContaining({ type: 'AccessRecovered' }),
      expect.objectContaining({
        type: 'RoleGranted',
        data: expect.objectContaining({ subject: 'second', origin: 'set-up' }) as object,
      }),
    ]);
  });

  it('says it, too, when it was only a password that was lost', () => {
    expect(decide(SET, SET_UP, recover('admin'))).toEqual([
      expect.objectContaining({ type: 'AccessRecovered' }),
    ]);
  });

  it('is recovered by nobody else, and by no one who posts', () => {
    expect(codeOf(SET, 'admin', recover('second'))).toBe('role-missing');
    expect(codeOf(accessRules.initial(), SET_UP, recover('second'))).toBe('role-missing');
    expect(codeOf(withRoles(['malee', 'maker']), SET_UP, recover('malee'))).toBe('roles-apart');
  });
});

describe('an administrator', () => {
  it('gives roles with limits and takes them back by their number', () => {
    const given = withRoles(['malee', 'maker', { projects: ['P01'], upTo: '500000.00' }]);
    expect(given.grants.at(-1)).toEqual({
      grant: 2,
      subject: 'malee',
      role: 'maker',
      limits: { projects: ['P01'], upTo: '500000.00' },
      origin: 'administrator',
    });
    expect(rolesOf(after(given, 'admin', { type: 'withdraw-role', grant: 2 }), 'malee')).toEqual([]);
  });

  it('gives the same role twice only on other terms', () => {
    const given = withRoles(['malee', 'maker', { projects: ['P01'] }]);
    expect(codeOf(given, 'admin', granting('malee', 'maker', { projects: ['P01'] }))).toBe(
      'role-granted-already',
    );
    expect(codeOf(given, 'admin', granting('malee', 'maker', { projects: ['P02'] }))).toBeUndefined();
  });

  it('never numbers two grants alike, even after one was withdrawn', () => {
    const again = after(
      withRoles(['malee', 'maker']),
      'admin',
      { type: 'withdraw-role', grant: 2 },
      granting('malee', 'maker'),
    );
    expect(again.grants.at(-1)?.grant).toBe(3);
  });

  it.each([
    ['an e-mail address, which is personal', 'malee@etda.or.th'],
    ['a name of the ledger itself', 'sign-on'],
    ['a name with a line break', 'malee\nadmin'],
    ['nobody', ''],
  ])('gives no role to %s', (_what, subject) => {
    expect(codeOf(SET, 'admin', granting(subject, 'maker'))).toBe('subject-malformed');
  });

  it('gives no role that does not exist', () => {
    expect(codeOf(SET, 'admin', granting('malee', 'root'))).toBe('subject-malformed');
  });

  it.each([
    ['an amount that is no decimal string', { upTo: '5e5' }],
    ['no project at all', { projects: [] }],
    ['days in reverse order', { first: '2026-02-01', last: '2026-01-01' }],
    ['a limit that does not exist', { colour: 'blue' } as never],
  ])('gives no limit of %s', (_what, limits) => {
    expect(codeOf(SET, 'admin', granting('malee', 'maker', limits))).toBe('limits-malformed');
  });

  it('is not limited to a project himself', () => {
    expect(codeOf(SET, 'admin', granting('second', 'administrator', { projects: ['P01'] }))).toBe(
      'limits-not-for-role',
    );
  });

  it('cannot leave the ledger without an administrator', () => {
    expect(codeOf(SET, 'admin', { type: 'withdraw-role', grant: 1 })).toBe('last-administrator');
    expect(codeOf(SET, 'admin', { type: 'withdraw-all-roles', subject: 'admin' })).toBe('last-administrator');
  });

  it('leaves when another stays without end', () => {
    const ending = withRoles(['second', 'administrator', { last: '2026-01-31' }]);
    expect(codeOf(ending, 'admin', { type: 'withdraw-role', grant: 1 })).toBe('last-administrator');
    expect(
      codeOf(withRoles(['second', 'administrator']), 'admin', { type: 'withdraw-role', grant: 1 }),
    ).toBeUndefined();
  });
});

describe('duties that are kept apart', () => {
  it.each(['maker', 'checker', 'budget-owner', 'auditor', 'operator'])(
    'nobody is administrator and %s',
    (role) => {
      expect(codeOf(SET, 'admin', granting('admin', role))).toBe('roles-apart');
    },
  );

  it.each(['maker', 'checker', 'budget-owner', 'operator'])('nobody is auditor and %s', (role) => {
    expect(codeOf(withRoles(['arthit', 'auditor']), 'admin', granting('arthit', role))).toBe('roles-apart');
    expect(codeOf(withRoles(['arthit', role]), 'admin', granting('arthit', 'auditor'))).toBe('roles-apart');
  });

  it('a grant for days to come is kept apart, too', () => {
    const later = withRoles(['malee', 'maker', { first: '2026-10-01' }]);
    expect(codeOf(later, 'admin', granting('malee', 'administrator'))).toBe('roles-apart');
  });

  it('a maker may check what others made, and everybody may read', () => {
    expect(
      rolesOf(withRoles(['malee', 'maker'], ['malee', 'checker'], ['malee', 'reader']), 'malee'),
    ).toEqual(['maker', 'checker', 'reader']);
    expect(rolesOf(withRoles(['arthit', 'auditor'], ['arthit', 'reader']), 'arthit')).toEqual([
      'auditor',
      'reader',
    ]);
  });

  it.each(['maker', 'checker', 'budget-owner', 'administrator'])('a service token is no %s', (role) => {
    expect(codeOf(SET, 'admin', granting('service:dashboards', role))).toBe('service-only-reads');
  });
});

describe('the rule table', () => {
  it('is versioned, and what is not said stays', () => {
    const set = after(SET, 'admin', {
      type: 'set-access-rules',
      rules: { roles: { maker: { secondFactor: true } } },
    });
    expect(set.version).toBe(1);
    expect(set.rules.roles.maker.secondFactor).toBe(true);
    expect(set.rules.roles.maker.commands).toEqual(SET.rules.roles.maker.commands);
    expect(set.rules.roles.reader).toEqual(SET.rules.roles.reader);
  });

  it('is not set to what it is', () => {
    expect(codeOf(SET, 'admin', { type: 'set-access-rules', rules: { roles: {} } })).toBe('rules-unchanged');
  });

  it.each([
    ['lets an auditor post', { auditor: { commands: ['budgetaccount/*'] } }],
    ['lets an administrator post', { administrator: { commands: ['budgetaccount/disburse'] } }],
    ['lets a reader post', { reader: { commands: ['kpi/*'] } }],
    ['lets a maker administer', { maker: { may: ['administer'] } }],
    ['leaves nobody to administer', { administrator: { may: [] } }],
    ['names a role that does not exist', { root: { may: [] } }],
    ['names a permission that does not exist', { reader: { may: ['everything'] } }],
    ['is no table', 'maker'],
  ])('is refused when it %s', (_what, roles) => {
    expect(codeOf(SET, 'admin', { type: 'set-access-rules', rules: { roles } })).toBe('rules-malformed');
  });

  it('is changed by an administrator alone', () => {
    const state = withRoles(['malee', 'maker'], ['arthit', 'auditor']);
    for (const actor of ['malee', 'arthit', 'nobody']) {
      expect(codeOf(state, actor, { type: 'set-access-rules', rules: { roles: {} } })).toBe('role-missing');
      expect(codeOf(state, actor, granting('friend', 'maker'))).toBe('role-missing');
    }
  });
});

describe('roles that come from the claims of the identity provider', () => {
  const match = (roles: readonly { role: string; limits?: object }[]): Said => ({
    type: 'match-sign-on',
    subject: 'somsri',
    roles,
  });

  it('are made what the claims say, each change recorded', () => {
    const first = after(SET, SIGN_ON, match([{ role: 'maker' }, { role: 'checker' }]));
    expect(rolesOf(first, 'somsri')).toEqual(['maker', 'checker']);
    const second = after(first, SIGN_ON, match([{ role: 'checker' }]));
    expect(rolesOf(second, 'somsri')).toEqual(['checker']);
    expect(decide(second, SIGN_ON, match([{ role: 'checker' }]))).toEqual([]);
  });

  it('are the same in whatever order their limits are written', () => {
    const one = after(
      SET,
      SIGN_ON,
      match([{ role: 'maker', limits: { commands: ['disburse'], projects: ['P01'] } }]),
    );
    expect(
      decide(one, SIGN_ON, match([{ role: 'maker', limits: { projects: ['P01'], commands: ['disburse'] } }])),
    ).toEqual([]);
    expect(
      isMatched(one, 'somsri', [{ role: 'maker', limits: { projects: ['P01'], commands: ['disburse'] } }]),
    ).toBe(true);
    expect(isMatched(one, 'somsri', [{ role: 'maker' }])).toBe(false);
  });

  it('leave alone what an administrator gave', () => {
    const given = withRoles(['somsri', 'reader']);
    const matched = after(given, SIGN_ON, match([]));
    expect(rolesOf(matched, 'somsri')).toEqual(['reader']);
  });

  it('stand beside the same role given by an administrator, and end without it', () => {
    const given = withRoles(['somsri', 'maker']);
    const matched = after(given, SIGN_ON, match([{ role: 'maker' }]));
    expect(rolesOf(matched, 'somsri')).toEqual(['maker', 'maker']);
    expect(rolesOf(after(matched, SIGN_ON, match([])), 'somsri')).toEqual(['maker']);
  });

  it('are said by the sign-on alone, and only once the ledger is set up', () => {
    expect(codeOf(SET, 'admin', match([{ role: 'maker' }]))).toBe('role-missing');
    expect(codeOf(accessRules.initial(), SIGN_ON, match([{ role: 'administrator' }]))).toBe('role-missing');
  });

  it('are kept apart like all others', () => {
    expect(codeOf(withRoles(['somsri', 'maker']), SIGN_ON, match([{ role: 'auditor' }]))).toBe('roles-apart');
  });

  it('do not replace the last administrator whom a person named', () => {
    const matched = after(SET, SIGN_ON, match([{ role: 'administrator' }]));
    expect(codeOf(matched, 'somsri', { type: 'withdraw-role', grant: 1 })).toBe('last-administrator');
  });
});
