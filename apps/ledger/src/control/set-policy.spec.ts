import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';

const effectiveOn = '2025-10-01';

describe('a policy that is set', () => {
  let ledger: LedgerUnderTest;

  const set = (policy: object) => ledger.post('control/policy', { policy, effectiveOn });

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    await ledger.account('P01', '1000.00');
  });
  afterAll(() => ledger.close());

  it('is refused when it names a command that does not exist, and told which there are', async () => {
    const { status, json } = await set({ approvals: [{ command: 'comit', from: '0.00', tiers: ['head'] }] });
    expect([status, json['code']]).toEqual([400, 'policy-malformed']);
    expect(json['detail']).toMatch(/approvals\.0\.command: expected \* or one of .*\bcommit, /);
  });

  it('is refused when a target lies outside its year', async () => {
    const target = { fiscalYear: 2569, group: 'all', through: '2569-01', percent: '10' };
    const { status, json } = await set({ targets: [target] });
    expect([status, json['code']]).toEqual([400, 'policy-malformed']);
    expect(json['detail']).toMatch(/targets\.0\.through: .* 2025-10 to 2026-09/);
  });

  it('is recorded when it names commands and months that there are', async () => {
    const target = { fiscalYear: 2569, group: 'all', through: '2026-03', percent: '10' };
    const approvals = [{ command: 'commit', from: '0.00', tiers: ['head'] }];
    expect((await set({ approvals, targets: [target] })).status).toBe(201);
  });
});
