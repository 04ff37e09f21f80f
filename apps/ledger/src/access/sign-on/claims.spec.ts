import { describe, expect, it } from '@jest/globals';
import { isSubject } from '#access';
import { claimedFrom, nameFrom, rolesFrom } from './claims.ts';
import type { RoleClaim, SignOnConfig } from './config.ts';

const config: SignOnConfig = { issuer: 'https://id.example', clientId: 'obligo', rolesFile: 'roles.json' };
const who = { iss: 'https://id.example', sub: 'u-1' };

describe('the name of an account that claims ask for', () => {
  it('is the claim where that is a name', () => {
    expect(nameFrom('malee', 'u-1')).toBe('malee');
    expect(nameFrom('มาลี.สุขใจ', 'u-1')).toBe('มาลี.สุขใจ');
  });

  it('is never an e-mail address', () => {
    expect(nameFrom('malee.s@agency.example', 'u-1')).toBe('malee.s');
  });

  it('has other characters replaced, is cut to 32 and composed', () => {
    expect(nameFrom('AGENCY\\malee s', 'u-1')).toBe('AGENCY-malee-s');
    expect(nameFrom('..malee--', 'u-1')).toBe('malee');
    expect(nameFrom('x'.repeat(80), 'u-1')).toBe('x'.repeat(32));
    expect(nameFrom('Jose\u0301', 'u-1')).toBe('Jos\u00e9');
  });

  it('is one that tells nothing, the same each time, where the claim gives none or takes a name of the ledger or one like another', () => {
    for (const claim of [
      undefined,
      '',
      '@',
      '///',
      42,
      'Sign-On',
      'operator',
      'nobody',
      'm\u0430lee',
      'malee\u034f',
    ]) {
      const name = nameFrom(claim, 'https://id.example u-1');
      expect(name).toMatch(/^person-[0-9a-f]{10}$/);
      expect(name).toBe(nameFrom(undefined, 'https://id.example u-1'));
      expect(name).not.toBe(nameFrom(undefined, 'https://id.example u-2'));
    }
  });

  it('can always be given a role', () => {
    for (const claim of [
      'service:reports',
      'a\nb',
      '👩‍💼 malee',
      'ก'.repeat(40),
      '-',
      '__proto__',
      'e\u0301'.repeat(40),
    ]) {
      expect(isSubject(nameFrom(claim, 'u-1'))).toBe(true);
    }
  });

  it('comes from the claim that the operator chose', () => {
    const chosen = { ...config, nameClaim: 'employee', displayClaim: 'full_name' };
    expect(
      claimedFrom({ ...who, employee: 'e-77', full_name: 'Malee\u0000 S.' }, [], chosen, []),
    ).toMatchObject({ wanted: 'e-77', displayName: 'Malee  S.' });
    expect(claimedFrom(who, [], { ...config, nameClaim: 'sub' }, [])).toMatchObject({ wanted: 'u-1' });
  });
});

describe('the roles that claims give', () => {
  const rules: readonly RoleClaim[] = [
    { claim: 'groups', value: 'makers', role: 'maker', limits: { projects: ['P01'] } },
    { claim: 'groups', value: 'makers-of-p02', role: 'maker', limits: { projects: ['P02'] } },
    { claim: 'groups', value: 'staff', role: 'reader' },
    { claim: 'department', value: 'finance', role: 'reader' },
    { claim: 'realm_access.roles', value: 'checker', role: 'checker' },
    { claim: 'https://agency.example/roles', value: 'owner', role: 'budget-owner' },
  ];

  it('are none by default', () => {
    expect(rolesFrom({}, rules)).toEqual([]);
    expect(rolesFrom({ groups: ['Makers', 'makers ', 'maker'], group: 'makers' }, rules)).toEqual([]);
    expect(rolesFrom({ groups: 'makers' }, [])).toEqual([]);
  });

  it('come from lists and from single values, each once', () => {
    expect(rolesFrom({ groups: ['staff'], department: 'finance' }, rules)).toEqual([{ role: 'reader' }]);
  });

  it('keep the same role within other limits apart', () => {
    expect(rolesFrom({ groups: ['makers', 'makers-of-p02'] }, rules)).toEqual([
      { role: 'maker', limits: { projects: ['P01'] } },
      { role: 'maker', limits: { projects: ['P02'] } },
    ]);
  });

  it('are found by a path, or by a name that has dots itself', () => {
    expect(rolesFrom({ realm_access: { roles: ['checker'] } }, rules)).toEqual([{ role: 'checker' }]);
    expect(rolesFrom({ 'https://agency.example/roles': ['owner'] }, rules)).toEqual([
      { role: 'budget-owner' },
    ]);
  });

  it('are none for claims of a form that no provider sends', () => {
    for (const groups of [null, 1, true, {}, [null, 1, ['makers'], { value: 'makers' }]]) {
      expect(rolesFrom({ groups, realm_access: groups }, rules)).toEqual([]);
    }
    const path: RoleClaim = { claim: 'constructor.name', value: 'Object', role: 'reader' };
    expect(rolesFrom({}, [path])).toEqual([]);
  });
});

describe('a second factor', () => {
  it.each([
    [['pwd', 'otp'], true],
    [['mfa'], true],
    [['hwk'], true],
    [['pwd'], false],
    [[], false],
    [undefined, false],
    ['mfa', true],
    [{ mfa: true }, false],
  ])('is seen in %j: %s', (amr, expected) => {
    expect(claimedFrom(who, amr, config, [])).toMatchObject({ secondFactor: expected });
  });
});

describe('a service', () => {
  it.each([
    [{ client_id: 'u-1' }, 'service'],
    [{ azp: 'u-1' }, 'service'],
    [{ idtyp: 'app' }, 'service'],
    [{ client_id: 'reports', azp: 'reports', idtyp: 'user' }, 'person'],
  ])('is told from a person by %j: %s', (claims, kind) => {
    expect(claimedFrom({ ...who, ...claims }, ['mfa'], config, [])).toMatchObject({
      kind,
      secondFactor: kind === 'person',
    });
  });
});
