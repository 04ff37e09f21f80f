import { describe, expect, it } from '@jest/globals';
import { checkSignOn, isSafeAddress, readRoleClaims, type SignOnConfig } from './config.ts';
import { refused, rolesFile, RULES } from './sign-on.fixture.ts';

const good: SignOnConfig = {
  issuer: 'https://id.example/realms/agency',
  clientId: 'obligo',
  audience: 'https://ledger.example/api',
  rolesFile: 'roles.json',
};

describe('the file that maps claims to roles', () => {
  it('is read as it is written', async () => {
    expect(await readRoleClaims(rolesFile())).toEqual(RULES);
    expect(await readRoleClaims(rolesFile([]))).toEqual([]);
  });

  it('is refused with every fault and its place', async () => {
    const file = rolesFile([
      { claim: 'groups', value: 'makers', role: 'marker' },
      { claim: '', value: 'readers', role: 'reader' },
      { claim: 'groups', value: 'makers', role: 'maker', limits: { upTo: '5e5' } },
      { claim: 'groups', value: 'it', role: 'administrator', limits: { projects: ['P01'] } },
      { claim: 'groups', value: 'it', role: 'operator', limits: { first: '2026-10-01', last: '2025-10-01' } },
      { claim: 'groups', value: 'x', role: 'reader', note: 'unknown' },
      { claim: 'groups', role: 'reader' },
    ]);
    const { refusal } = await refused(readRoleClaims(file));
    expect(refusal).toMatchObject({ code: 'configuration-wrong', kind: 'invalid' });
    for (const place of ['0.role', '1.claim', '2.limits.upTo', '3.limits', '4.limits', '5', '6.value']) {
      expect(refusal.message).toContain(`${file}, ${place}:`);
    }
  });

  it('is refused when it is missing, no JSON or no list', async () => {
    expect((await refused(readRoleClaims('/nowhere/roles.json'))).refusal.message).toContain('ENOENT');
    expect((await refused(readRoleClaims(rolesFile('[{')))).refusal.message).toContain('is not JSON');
    expect((await refused(readRoleClaims(rolesFile({})))).refusal.message).toContain('list: ');
  });

  it('may limit an administrator to days', async () => {
    const rule = { claim: 'groups', value: 'it', role: 'administrator', limits: { last: '2026-09-30' } };
    expect(await readRoleClaims(rolesFile([rule]))).toEqual([rule]);
  });
});

describe('the settings of single sign-on', () => {
  const faultsOf = async (changed: Partial<SignOnConfig>) => {
    const checked = Promise.resolve({ ...good, ...changed }).then(checkSignOn);
    return (await refused(checked)).refusal.message;
  };

  it('are taken when they are safe', () => {
    expect(() => checkSignOn(good)).not.toThrow();
    expect(() => checkSignOn({ ...good, issuer: 'http://127.0.0.1:9000' })).not.toThrow();
    expect(() => checkSignOn({ ...good, scope: 'openid profile groups' })).not.toThrow();
  });

  it('are refused with all faults at once', async () => {
    const message = await faultsOf({
      issuer: 'http://id.example/?a=1',
      clientId: '',
      audience: '',
      scope: 'profile',
    });
    for (const fault of ['not safe', 'query', 'client id', 'audience', 'openid']) {
      expect(message).toContain(fault);
    }
    expect(await faultsOf({ issuer: 'id.example' })).toContain('not an address');
    expect(await faultsOf({ issuer: 'https://me:secret@id.example' })).toContain('password in it');
    expect(await faultsOf({ issuer: 'https://me:secret@id.example' })).not.toContain('secret@');
  });

  it('keep apart whom tokens are for and who the ledger is', async () => {
    expect(await faultsOf({ audience: 'obligo' })).toContain('ID tokens would pass');
  });
});

describe('an address', () => {
  it.each([
    ['https://id.example', true],
    ['http://localhost:9000', true],
    ['http://127.0.0.1:9000', true],
    ['http://[::1]:9000', true],
    ['http://id.example', false],
    ['http://127.0.0.1.evil.example', false],
    ['http://localhost.evil.example', false],
    ['http://localhost@evil.example', false],
    ['file:///etc/passwd', false],
    ['ftp://127.0.0.1', false],
    ['nonsense', false],
  ])('%s is read by nobody on the way: %s', (address, expected) => {
    expect(isSafeAddress(address)).toBe(expected);
  });
});
