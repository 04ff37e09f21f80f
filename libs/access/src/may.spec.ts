import { describe, expect, it } from '@jest/globals';
import { isRefusal, parseBaht, type Refusal } from '#kernel';
import { day, SET, TODAY, withRoles } from './access.fixture.ts';
import { couldRecord, may, mayRecord, placeOf } from './may.ts';
import type { AccessState, Limits, RoleGrant } from './state.ts';

const codeOf = (answer: RoleGrant | Refusal): string => (isRefusal(answer) ? answer.code : 'granted');

const P01 = { organisation: 'etda', project: 'P01' };
const P02 = { organisation: 'etda', project: 'P02' };

const maker = (limits: Limits = {}): AccessState => withRoles(['malee', 'maker', limits]);

const disburse = (
  state: AccessState,
  changes: {
    place?: typeof P01;
    amount?: string;
    fundSources?: string[];
    command?: string;
    on?: string;
  } = {},
): string => {
  const { place = P01, amount, fundSources, command = 'disburse', on = TODAY } = changes;
  return codeOf(
    mayRecord(
      state,
      'malee',
      {
        category: 'budgetaccount',
        command,
        place,
        ...(fundSources ? { fundSources } : {}),
        ...(amount === undefined ? {} : { amount: parseBaht(amount) }),
      },
      day(on),
    ),
  );
};

describe('whoever wants to record something', () => {
  it('may not, unless a role was given that does', () => {
    expect(disburse(SET)).toBe('role-missing');
    expect(disburse(withRoles(['malee', 'reader']))).toBe('role-missing');
    expect(disburse(withRoles(['malee', 'checker']))).toBe('role-missing');
    expect(disburse(maker())).toBe('granted');
  });

  it('is told which role it takes', () => {
    const answer = mayRecord(
      SET,
      'malee',
      { category: 'budgetaccount', command: 'disburse', place: P01 },
      TODAY,
    ) as Refusal;
    expect(answer.details).toMatchObject({ command: 'disburse', roles: ['maker'] });
    expect(answer.message).toBe('malee may not disburse; expected the role maker.');
  });

  it('keeps to the projects of the grant', () => {
    expect(disburse(maker({ projects: ['P01'] }))).toBe('granted');
    expect(disburse(maker({ projects: ['P01'] }), { place: P02 })).toBe('outside-your-limits');
  });

  it('keeps to the organisation of the grant', () => {
    expect(disburse(maker({ organisation: 'dga' }))).toBe('outside-your-limits');
  });

  it('keeps to the fund sources of the grant, all of them', () => {
    const state = maker({ fundSources: ['subsidy'] });
    expect(disburse(state, { fundSources: ['subsidy'] })).toBe('granted');
    expect(disburse(state, { fundSources: ['subsidy', 'revenue'] })).toBe('outside-your-limits');
  });

  it('keeps to the amount of the grant, to the satang', () => {
    const state = maker({ upTo: '500000.00' });
    expect(disburse(state, { amount: '500000.00' })).toBe('granted');
    expect(disburse(state, { amount: '500000.01' })).toBe('outside-your-limits');
  });

  it('keeps to the commands of the grant', () => {
    expect(disburse(maker({ commands: ['disburse'] }))).toBe('granted');
    expect(disburse(maker({ commands: ['disburse'] }), { command: 'commit' })).toBe('outside-your-limits');
    expect(disburse(maker({ commands: ['budgetaccount/*'] }))).toBe('granted');
    expect(disburse(maker({ commands: ['kpi/*'] }))).toBe('outside-your-limits');
  });

  it('keeps to the days of the grant, first and last included', () => {
    const state = maker({ first: '2025-12-05', last: '2025-12-06' });
    expect(
      ['2025-12-04', '2025-12-05', '2025-12-06', '2025-12-07'].map((on) => disburse(state, { on })),
    ).toEqual(['role-missing', 'granted', 'granted', 'role-missing']);
  });

  it('may use the one of several grants that fits as a whole', () => {
    const state = withRoles(
      ['malee', 'maker', { projects: ['P01'], upTo: '100.00' }],
      ['malee', 'maker', { projects: ['P02'], upTo: '900.00' }],
    );
    expect(disburse(state, { place: P01, amount: '100.00' })).toBe('granted');
    expect(disburse(state, { place: P01, amount: '900.00' })).toBe('outside-your-limits');
    expect(disburse(state, { place: P02, amount: '900.00' })).toBe('granted');
  });

  it('is refused as an administrator, whatever a broken table says', () => {
    const state = withRoles(['malee', 'maker']);
    const broken = { ...state, grants: [...state.grants, { ...state.grants[0]!, subject: 'malee' }] };
    expect(disburse(broken)).toBe('administrator-posts-nothing');
    expect(codeOf(couldRecord(broken, 'malee', 'budgetaccount', P01, TODAY))).toBe(
      'administrator-posts-nothing',
    );
  });
});

describe('whoever wants to see something', () => {
  it('may not, unless a role was given that does', () => {
    expect(codeOf(may(SET, 'malee', 'read-reports', P01, TODAY))).toBe('role-missing');
    expect(codeOf(may(withRoles(['malee', 'reader']), 'malee', 'read-reports', P01, TODAY))).toBe('granted');
    expect(codeOf(may(withRoles(['malee', 'reader']), 'malee', 'read-journal', P01, TODAY))).toBe(
      'role-missing',
    );
  });

  it('sees of limited projects only what names one of them', () => {
    const state = withRoles(['malee', 'reader', { projects: ['P01'] }]);
    expect(codeOf(may(state, 'malee', 'read-reports', P01, TODAY))).toBe('granted');
    expect(codeOf(may(state, 'malee', 'read-reports', P02, TODAY))).toBe('outside-your-limits');
    expect(codeOf(may(state, 'malee', 'read-reports', { organisation: 'etda' }, TODAY))).toBe(
      'outside-your-limits',
    );
  });

  it('sees of a limited organisation only that one', () => {
    const state = withRoles(['malee', 'reader', { organisation: 'etda' }]);
    expect(codeOf(may(state, 'malee', 'read-reports', { organisation: 'etda' }, TODAY))).toBe('granted');
    expect(codeOf(may(state, 'malee', 'read-reports', { organisation: 'dga' }, TODAY))).toBe(
      'outside-your-limits',
    );
    expect(codeOf(may(state, 'malee', 'read-reports', {}, TODAY))).toBe('outside-your-limits');
  });
});

describe('a route, before it reads a body', () => {
  it.each([
    ['maker', 'budgetaccount', 'granted'],
    ['maker', 'approval/approve-document', 'role-missing'],
    ['checker', 'approval/approve-document', 'granted'],
    ['checker', 'budgetaccount', 'role-missing'],
    ['budget-owner', 'controlpolicy/set-policy', 'granted'],
    ['auditor', 'budgetaccount', 'role-missing'],
    ['operator', 'kpi', 'role-missing'],
  ])('%s and %s: %s', (role, posts, expected) => {
    expect(codeOf(couldRecord(withRoles(['malee', role]), 'malee', posts, {}, TODAY))).toBe(expected);
  });

  it('leaves to the decision what the address does not say', () => {
    const state = maker({ projects: ['P01'] });
    expect(codeOf(couldRecord(state, 'malee', 'budgetaccount', { organisation: 'etda' }, TODAY))).toBe(
      'granted',
    );
    expect(codeOf(couldRecord(state, 'malee', 'budgetaccount', P02, TODAY))).toBe('outside-your-limits');
  });
});

describe('the place of a stream', () => {
  it.each([
    ['budgetaccount-etda.2569.P01', { organisation: 'etda', project: 'P01' }],
    ['kpi-etda.2569.K1', { organisation: 'etda' }],
    ['organisation-etda', { organisation: 'etda' }],
    ['controlpolicy-my-office', { organisation: 'my-office' }],
  ])('%s', (stream, place) => {
    expect(placeOf(stream)).toEqual(place);
  });
});
