import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';

const DAY = '2025-10-01';

describe('what governed postings, as it was known at a moment', () => {
  let ledger: LedgerUnderTest;
  const positions: string[] = [];

  const post = async (path: string, body: object, actor = 'keeper', query = ''): Promise<void> => {
    const reply = await ledger.post(
      `${path}${query}`,
      { effectiveOn: DAY, ...body },
      { 'obligo-actor': actor },
    );
    if (reply.status !== 201) throw new Error(reply.text);
    positions.push(String(reply.headers['obligo-position']));
  };
  const get = async (path: string): Promise<Record<string, unknown>> => (await ledger.get(path)).json;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    await ledger.account('P01', '1000.00');
    await post('control/policy', {
      policy: { approvals: [{ command: 'commit', from: '100.00', tiers: ['checker'] }] },
    });
    await post('control/duties', { duty: 'checker', holder: 'malee' });
    await post('control/policy', {
      policy: {
        pastQuarters: 'locked',
        approvals: [{ command: 'commit', from: '100.00', tiers: ['checker'] }],
      },
    });
    await post('periods/2569/soft-closings', { period: '2025-11' });
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    await post(
      'budget-accounts/2569/P01/commitments',
      { commitment: 'PO-1', line, amount: '200.00' },
      'maker',
      '?submit=W-1',
    );
    await post('approvals/W-1/approvals', {}, 'malee');
  });
  afterAll(() => ledger.close());

  it('is the policy of then, with the duties of then', async () => {
    const [first, granted] = positions;
    expect(await get(`control/policy?knownAt=${String(first)}`)).toMatchObject({
      version: 1,
      duties: [],
      knownAt: { position: first },
    });
    expect(await get(`control/policy?knownAt=${String(granted)}`)).toMatchObject({
      version: 1,
      duties: [{ holder: 'malee' }],
    });
    expect(await get('control/policy')).toMatchObject({
      version: 2,
      policy: { pastQuarters: 'locked' },
      knownAt: { asked: 'now' },
    });
  });

  it('is the default before anything was set', async () => {
    expect(await get('control/policy?knownAt=1')).toMatchObject({ version: 0, duties: [] });
    expect(await get('control/policy?knownAt=2020-01-01')).toMatchObject({
      version: 0,
      knownAt: { position: '0', bookedAt: null },
    });
  });

  it('is the months that were not open then', async () => {
    expect(await get(`periods/2569?knownAt=${String(positions[2])}`)).toMatchObject({ months: [] });
    expect(await get('periods/2569')).toMatchObject({
      months: [{ month: '2025-11', status: 'soft-closed' }],
    });
  });

  it('is the document as it waited then', async () => {
    expect(await get(`approvals/W-1?knownAt=${String(positions[4])}`)).toMatchObject({
      status: 'waiting',
      given: [],
    });
    expect(await get('approvals/W-1')).toMatchObject({ status: 'approved', given: [{ by: 'malee' }] });
    expect((await ledger.get(`approvals/W-1?knownAt=${String(positions[3])}`)).json).toMatchObject({
      code: 'approval-unknown',
    });
  });

  it('is no document on a day before its own, though its approval takes effect earlier', async () => {
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    const order = { commitment: 'PO-2', line, amount: '200.00', effectiveOn: '2025-12-20' };
    await post('budget-accounts/2569/P01/commitments', order, 'maker', '?submit=W-2');
    await post('approvals/W-2/approvals', { effectiveOn: '2025-12-01' }, 'malee');
    expect(await get('approvals/W-2?effectiveTo=2025-12-10')).toMatchObject({ code: 'approval-unknown' });
    for (const status of ['all', 'approved', 'decided']) {
      const { rows = [] } = await get(`approvals?status=${status}&effectiveTo=2025-12-10`);
      expect([status, (rows as { number: string }[]).filter(({ number }) => number === 'W-2')]).toEqual([
        status,
        [],
      ]);
    }
    expect(await get('approvals/W-2?effectiveTo=2025-12-31')).toMatchObject({ status: 'approved' });
  });

  it('is refused at a moment that is none', async () => {
    expect((await ledger.get('control/policy?knownAt=soon')).json).toMatchObject({
      code: 'known-at-malformed',
    });
    expect((await ledger.get('control/policy?knownAt=99999')).json).toMatchObject({
      code: 'known-at-unknown',
    });
  });
});
