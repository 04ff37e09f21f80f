import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GivenRole, ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { approvalAnswer, approvalsAnswer } from './approvals.answers.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const P01 = 'budget-accounts/2569/P01';
const DAY = 86_400_000;

/** Whoever owns budgets may hand in and approve: never the same document. */
const OFFICE: Readonly<Record<string, readonly GivenRole[]>> = {
  siri: [['budget-owner']],
  malee: [['maker']],
  chai: [['checker']],
  wipa: [['maker', { upTo: '2000.00' }]],
  kanda: [['auditor']],
};

describe('the inbox of approvals', () => {
  let served: ServedLedger;
  const tokens = new Map<string, string>();
  let submittedOnly: string;

  const post = (who: string, path: string, body: object) =>
    served.must(path, { token: tokens.get(who), body: { effectiveOn: '2025-11-20', ...body } });
  const list = async (who: string, query = '') =>
    approvalsAnswer.parse((await served.must(`approvals?${query}`, { token: tokens.get(who) })).json);
  const show = async (who: string, number: string, query = '') =>
    approvalAnswer.parse(
      (await served.must(`approvals/${number}?${query}`, { token: tokens.get(who) })).json,
    );
  const order = (who: string, number: string, amount: string) =>
    post(who, `${P01}/commitments?submit=${number}`, { commitment: `PO-${number}`, line: LINE, amount });

  beforeAll(async () => {
    served = await ServedLedger.open();
    for (const [name, roles] of Object.entries(OFFICE)) tokens.set(name, await served.person(name, ...roles));
    const effectiveOn = '2025-10-01';
    const approvals = ['commit', 'allocate'].map((command) => ({
      command,
      from: '500.00',
      tiers: ['checker'],
    }));
    await post('siri', 'budget-accounts', { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn });
    await post('siri', `${P01}/allocations`, { line: LINE, amount: '5000.00', effectiveOn });
    await post('siri', 'control/policy', { policy: { approvals }, effectiveOn });
    for (const holder of ['chai', 'siri', 'malee'])
      await post('siri', 'control/duties', { duty: 'checker', holder, effectiveOn });
    await order('malee', 'W-1', '800.00');
    await order('malee', 'W-2', '900.00');
    await order('wipa', 'W-3', '1500.00');
    submittedOnly = (await served.head()) ?? '';
    served.clock.now += 3 * DAY;
    for (const name of Object.keys(OFFICE)) tokens.set(name, await served.signIn(name));
  });
  afterAll(() => served.close());

  it('says how old each request is, what it is about, and what would be available after it', async () => {
    const { rows } = await list('chai', 'decisions=true&effects=true');
    expect(rows.map(({ number, ageDays, amount, kinds }) => [number, ageDays, amount, kinds])).toEqual([
      ['W-1', 3, '800.00', ['commit']],
      ['W-2', 3, '900.00', ['commit']],
      ['W-3', 3, '1500.00', ['commit']],
    ]);
    expect(rows[2]).toMatchObject({
      accounts: [{ fiscalYear: 2569, project: 'P01' }],
      effect: { available: [{ project: 'P01', line: LINE, before: '5000.00', after: '3500.00' }] },
      decision: { mayDecide: true, mayWithdraw: false },
    });
  });

  it('says why who asks may not decide: his own request, or no right to', async () => {
    const reasons = async (who: string) =>
      (await list(who, 'decisions=true')).rows.map(({ decision }) => decision?.blockedBecause?.code);
    expect(await reasons('malee')).toEqual(['role-missing', 'role-missing', 'role-missing']);
    expect(await reasons('kanda')).toEqual(['role-missing', 'role-missing', 'role-missing']);
    expect(await reasons('chai')).toEqual([undefined, undefined, undefined]);
    await post('siri', `${P01}/allocations?submit=W-4`, { line: LINE, amount: '600.00' });
    expect(await reasons('siri')).toEqual([undefined, undefined, undefined, 'maker-is-checker']);
    await post('siri', 'approvals/W-4/withdrawals', {});
    const own = await list('malee', 'decisions=true&maker=malee');
    expect(own.rows.map(({ number, decision }) => [number, decision?.mayWithdraw])).toEqual([
      ['W-1', true],
      ['W-2', true],
    ]);
  });

  it('shows beside a request what it would record, and who did what with it', async () => {
    const shown = await show('chai', 'W-1');
    expect(shown).toMatchObject({
      status: 'waiting',
      decision: { mayDecide: true },
      effect: { available: [{ before: '5000.00', after: '4200.00' }] },
      steps: [{ status: 'waiting', actor: 'malee' }],
    });
    expect(shown.effect?.events).toMatchObject([
      { type: 'CommitmentMade', stream: 'budgetaccount-main.2569.P01', data: { amount: '800.00' } },
    ]);
  });

  it('records nothing by looking', async () => {
    const head = await served.head();
    await list('chai', 'decisions=true&effects=true');
    await show('chai', 'W-1');
    expect(await served.head()).toBe(head);
  });

  it('shows the request that would be refused now, with the reason, once the money is gone', async () => {
    await post('siri', `${P01}/cuts`, { line: LINE, amount: '4000.00', reason: 'Committee stage' });
    const { rows } = await list('chai', 'effects=true');
    expect(rows.map(({ effect }) => effect?.refused?.code)).toEqual([
      undefined,
      undefined,
      'budget-exceeded',
    ]);
  });

  it('lists what was decided, the last first, by whom and why, page by page', async () => {
    await post('chai', 'approvals/W-1/approvals', {});
    await post('chai', 'approvals/W-3/refusals', { reason: 'งบประมาณไม่พอ' });
    const first = await list('chai', 'status=decided&limit=1');
    expect(first.rows).toMatchObject([
      { number: 'W-3', status: 'refused', step: { actor: 'chai', reason: 'งบประมาณไม่พอ' } },
    ]);
    const second = await list('chai', `status=decided&limit=1&after=${first.next ?? ''}`);
    expect(second.rows).toMatchObject([{ number: 'W-1', status: 'approved' }]);
    const ofSiri = await list('chai', 'status=decided&by=siri');
    expect(ofSiri.rows.map(({ number, status }) => [number, status])).toEqual([['W-4', 'withdrawn']]);
    expect((await list('chai', 'status=decided&by=chai')).rows).toHaveLength(2);
    expect((await show('chai', 'W-3')).steps.map(({ status }) => status)).toEqual(['waiting', 'refused']);
  });

  it('is as it was known at a moment, without a word on who may decide', async () => {
    const { rows } = await list('chai', `knownAt=${submittedOnly}&decisions=true&effects=true`);
    expect(rows.map(({ number, status, ageDays }) => [number, status, ageDays])).toEqual([
      ['W-1', 'waiting', 0],
      ['W-2', 'waiting', 0],
      ['W-3', 'waiting', 0],
    ]);
    expect(rows.filter((row) => row.decision !== undefined || row.effect !== undefined)).toEqual([]);
  });
});
