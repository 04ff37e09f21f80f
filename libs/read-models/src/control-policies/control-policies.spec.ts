import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '#control';
import { Ledger } from '../ledger.fixture.ts';
import { ControlPolicyQueries } from './queries.ts';

const target = { fiscalYear: 2569, group: 'all', through: 'Q1', percent: '32' };
let ledger: Ledger;

beforeEach(() => {
  ledger = new Ledger();
});

afterEach(() => ledger.close());

describe('the policy of an organisation', () => {
  it('is the one that was set last as known at a position, and the default before', async () => {
    await ledger.policy({ targets: [target] });
    const first = BigInt((await ledger.store.head()) ?? 0);
    await ledger.policy({ targets: [], pastQuarters: 'locked' });
    const projector = ledger.projector();
    await projector.catchUp();
    const policies = new ControlPolicyQueries(projector.database);
    expect(policies.at('etda', 0n)).toEqual({ version: 0, policy: DEFAULT_POLICY });
    expect(policies.at('etda', first)).toMatchObject({ version: 1, policy: { targets: [target] } });
    const head = projector.checkpoint ?? 0n;
    expect(policies.at('etda', head)).toMatchObject({ version: 2, policy: { pastQuarters: 'locked' } });
    expect(policies.at('another', head).version).toBe(0);
  });
});
