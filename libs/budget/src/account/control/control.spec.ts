import { describe, expect, it } from '@jest/globals';
import { budget1000, commit, day, disburse, operating } from '../testing.fixture.ts';
import { approvedBy, closedIn, duty, recordOf, refusalOf, rule, under } from './control.fixture.ts';

const november = day('2025-11-15');
const order = commit('PO-1', '600.00', { effectiveOn: november });

describe('the record of a decision', () => {
  it('says the balance it saw, the policy and the revisions, so that it can be taken again', () => {
    const context = under(
      {},
      {
        revisions: {
          'budgetaccount-etda.2569.P01': '41',
          'controlpolicy-etda': '2',
          'fiscalperiods-etda.2569': 'none',
        },
      },
    );
    expect(recordOf(budget1000, order, context)).toEqual({
      policy: 3,
      revisions: { 'budgetaccount-etda.2569.P01': '41', 'controlpolicy-etda': '2' },
      balances: [
        {
          rule: 'line',
          key: { kind: 'line', ...operating },
          stage: 'commit',
          budget: '1000.00',
          used: '0.00',
          requested: '600.00',
          available: '1000.00',
        },
      ],
    });
  });
});

describe('a closed month', () => {
  const closed = { periods: closedIn('2025-11') };
  const restated = { ...order, restates: true, reason: 'ใบแจ้งหนี้มาช้า' };
  const tier = 'approve-restatement';

  it('takes no posting that is backdated into it', () => {
    expect(refusalOf(budget1000, order, under({}, closed))).toMatchObject({
      code: 'period-closed',
      details: { period: '2025-11' },
    });
    expect(
      recordOf(budget1000, { ...order, effectiveOn: day('2025-12-01') }, under({}, closed)),
    ).toBeDefined();
  });

  it('takes a restatement with its reason, by one whose duty it is, approved by another', () => {
    const allowed = under({}, { ...closed, grants: [duty('restate')], approval: approvedBy(tier, 'malee') });
    expect(recordOf(budget1000, restated, allowed)).toMatchObject({
      restates: ['2025-11'],
      approval: { number: 'W-1', maker: 'somchai', approvers: ['malee'] },
    });
  });

  it.each([
    ['without a reason', { ...restated, reason: ' ' }, [duty('restate')], true, 'reason-missing'],
    ['by somebody else', restated, [], true, 'restatement-not-allowed'],
    ['without approval', restated, [duty('restate')], false, 'approval-needed'],
  ])('refuses a restatement %s', (_, command, grants, approved, code) => {
    const context = under(
      {},
      { ...closed, grants, ...(approved ? { approval: approvedBy(tier, 'malee') } : {}) },
    );
    expect(refusalOf(budget1000, command, context).code).toBe(code);
  });

  it('closed softly, takes those whose duty it is', () => {
    const soft = { periods: { ...closedIn(), months: new Map([['2025-11', 'soft-closed' as const]]) } };
    expect(refusalOf(budget1000, order, under({}, soft)).code).toBe('period-soft-closed');
    const allowed = under({}, { ...soft, grants: [duty('post-after-soft-close')] });
    expect(recordOf(budget1000, order, allowed)).toBeDefined();
  });
});

describe('two pairs of eyes', () => {
  const policy = {
    approvals: [
      { command: 'commit', from: '500.00', tiers: ['checker'] },
      { command: 'commit', from: '900.00', tiers: ['checker', 'director'] },
    ],
  };

  it('are needed from the amount on that the policy says', () => {
    expect(recordOf(budget1000, commit('PO-1', '499.99'), under(policy))).toBeDefined();
    expect(refusalOf(budget1000, commit('PO-1', '500.00'), under(policy))).toMatchObject({
      code: 'approval-needed',
      details: { command: 'commit', amount: '500.00', tiers: ['checker'], missing: ['checker'] },
    });
    expect(refusalOf(budget1000, commit('PO-1', '900.00'), under(policy)).details).toMatchObject({
      missing: ['checker', 'director'],
    });
  });

  it('let the document pass, and are named in the decision', () => {
    const approved = under(policy, { approval: approvedBy('checker', 'malee') });
    expect(recordOf(budget1000, order, approved).approval).toEqual({
      number: 'W-1',
      maker: 'somchai',
      approvers: ['malee'],
    });
  });

  it('are never those of the maker', () => {
    const own = under(policy, { approval: approvedBy('checker', 'somchai') });
    expect(refusalOf(budget1000, order, own).code).toBe('approval-needed');
  });

  it('look at the whole document, however many lines it has', () => {
    const line = { ...commit('PO-1', '100.00'), documentTotal: 90_000 as never };
    expect(refusalOf(budget1000, line, under(policy)).details).toMatchObject({ amount: '900.00' });
  });

  it('look at all years of a contract, which signing it binds', () => {
    const years = [
      { fiscalYear: 2569, amount: '300.00' },
      { fiscalYear: 2570, amount: '600.00' },
    ];
    const signed = commit('CT-1', '300.00', { kind: 'contract', contract: { total: '900.00', years } });
    expect(refusalOf(budget1000, signed, under(policy)).details).toMatchObject({
      amount: '900.00',
      missing: ['checker', 'director'],
    });
  });

  it('are not needed while a document is tried before it waits', () => {
    const waiting = { ...approvedBy('checker', 'malee'), given: [], status: 'waiting' as const };
    expect(recordOf(budget1000, order, under(policy, { approval: waiting, trial: true }))).toBeDefined();
    expect(refusalOf(budget1000, order, under(policy, { approval: waiting })).code).toBe('approval-needed');
  });
});

describe('what a policy counts against', () => {
  it('may be what is released so far, not all that is allocated', () => {
    const released = under({ basis: 'released', availability: [rule()] });
    expect(refusalOf(budget1000, disburse('V-1', '0.01'), released).details).toMatchObject({
      available: '0.00',
    });
  });
});
