import { describe, expect, it } from '@jest/globals';
import { type BudgetRefusalCode, budgetRefusals } from '../refusals.ts';
import { cashCases } from './cash/refusals.fixture.ts';
import type { AccountCommand } from './commands.ts';
import type { AccountContext } from './context.ts';
import { chainCases } from './chain/chain.fixture.ts';
import { closedIn, refusalOf, under } from './control/control.fixture.ts';
import {
  allocate,
  baht,
  budget1000,
  capital,
  commit,
  day,
  disburse,
  inQ1,
  inQ2,
  open,
  operating,
  refused,
} from './testing.fixture.ts';
import { yearEndCases } from './year-end/refusals.fixture.ts';

const none = baht('0');
const one = baht('1.00');
const reason = 'เหตุผล';
const plan = {
  type: 'set-plan',
  quarters: { Q1: one, Q2: one, Q3: one, Q4: one },
  effectiveOn: inQ1,
} as const;
const revision = { ...plan, type: 'revise-plan', reason } as const;
const large = { ...plan.quarters, Q4: baht('1000.00') };
const cut = { type: 'cut', line: operating, amount: one, reason, effectiveOn: inQ2 } as const;
const amendment = {
  type: 'amend-commitment',
  commitment: 'PO-1',
  change: one,
  reason,
  effectiveOn: inQ2,
} as const;
const release = { type: 'release-commitment', commitment: 'PO-1', reason, effectiveOn: inQ2 } as const;
const reversal = { type: 'reverse-disbursement', disbursement: 'V-1', reason, effectiveOn: inQ2 } as const;
const correction = {
  type: 'correct-quarter',
  correction: 'C-1',
  quarter: 'Q1',
  line: operating,
  disbursed: one,
  committed: none,
  reason,
} as const;
const other = { project: 'P02', line: operating };
const transferOut = {
  type: 'transfer-out',
  transfer: 'T-1',
  line: operating,
  amount: one,
  to: other,
  reason,
  effectiveOn: inQ2,
} as const;
const { to: _, ...moved } = transferOut;
const transferIn = { ...moved, type: 'transfer-in', from: other } as const;
/** Taking back what came in is a transfer out that names it. */
const takenBack = { ...transferOut, transfer: 'T-2', reverses: 'T-1' } as const;
const used = [...budget1000, commit('PO-1', '600.00'), disburse('V-1', '400.00')];

const order = commit('PO-1', '600.00');
const november = { periods: closedIn('2025-11') };
const softly = { periods: { months: new Map([['2025-11', 'soft-closed' as const]]) } };
const pair = (action: 'block' | 'agreement') =>
  ({ from: 'operating', scope: 'any', action, message: 'ระเบียบข้อ 12' }) as const;
const limit = {
  name: 'Q1',
  key: 'line',
  per: 'quarter',
  stage: 'commit',
  severity: 'stop',
  limits: { amount: { Q1: '599.99' } },
} as const;

/** What a policy, a duty or a closed period refuses: what was accepted before, what is refused, and under what. */
const controlled = {
  'ceiling-exceeded': [budget1000, order, under({ ceilings: [limit] })],
  'override-not-allowed': [budget1000, { ...commit('PO-1', '1000.01'), override: reason }, under({})],
  'approval-needed': [
    budget1000,
    order,
    under({ approvals: [{ command: '*', from: '0.00', tiers: ['checker'] }] }),
  ],
  'release-exceeds-allocation': [
    budget1000,
    { type: 'release-budget', line: operating, amount: baht('1000.01'), effectiveOn: inQ1 },
    under({}),
  ],
  'transfer-blocked': [budget1000, transferOut, under({ transfers: [pair('block')] })],
  'transfer-needs-agreement': [budget1000, transferOut, under({ transfers: [pair('agreement')] })],
  'no-report-owed': [
    [...budget1000, transferOut],
    { type: 'report-transfer', transfer: 'T-1', reference: 'กค 1/2569', effectiveOn: inQ2 },
    under({}),
  ],
  'plan-quarter-locked': [
    [...budget1000, plan],
    { ...revision, quarters: { ...plan.quarters, Q1: baht('2.00') } },
    under({ pastQuarters: 'locked' }),
  ],
  'period-closed': [budget1000, order, under({}, november)],
  'period-soft-closed': [budget1000, order, under({}, softly)],
  'restatement-not-allowed': [budget1000, { ...order, restates: true, reason }, under({}, november)],
} satisfies Partial<
  Record<BudgetRefusalCode, readonly [readonly AccountCommand[], AccountCommand, AccountContext]>
>;

/** For every other code that can be refused: what was accepted before, and last what is refused. */
const cases: Record<Exclude<BudgetRefusalCode, keyof typeof controlled>, readonly AccountCommand[]> = {
  'account-not-open': [allocate('1.00')],
  'account-already-open': [open(), open()],
  'date-outside-fiscal-year': [open({ effectiveOn: day('2026-10-01') })],
  'amount-not-positive': [open(), allocate('0')],
  'reason-missing': [...budget1000, { ...cut, reason: '' }],
  'line-missing': [...budget1000, disburse('V-1', '1.00', { line: undefined })],
  'line-not-in-account': [...budget1000, commit('PO-1', '1.00', { line: capital })],
  'line-differs-from-commitment': [...used, disburse('V-2', '1.00', { commitment: 'PO-1', line: capital })],
  'budget-exceeded': [...used, commit('PO-2', '0.01')],
  'cut-below-used': [...used, cut],
  'transfer-exists': [...budget1000, transferOut, transferOut],
  'transfer-unknown': [...budget1000, { ...transferOut, reverses: 'T-9' }],
  'transfer-already-reversed': [...budget1000, transferIn, takenBack, { ...takenBack, transfer: 'T-3' }],
  'transfer-to-itself': [...budget1000, { ...transferOut, to: { project: 'P01', line: operating } }],
  'transfer-release-differs': [...budget1000, { ...transferOut, released: one }],
  'plan-negative': [...budget1000, { ...plan, quarters: { ...plan.quarters, Q3: baht('-0.01') } }],
  'plan-exceeds-budget': [...budget1000, { ...plan, quarters: large }],
  'plan-already-set': [...budget1000, plan, plan],
  'plan-not-set': [...budget1000, revision],
  'plan-unchanged': [...budget1000, plan, revision],
  'commitment-exists': [...used, commit('PO-1', '1.00')],
  'commitment-unknown': [...budget1000, release],
  'commitment-exceeded': [...used, { ...amendment, change: baht('-600.01') }],
  'date-before-commitment': [...used, { ...release, effectiveOn: day('2025-10-31') }],
  'commitment-missing': [...used, { ...correction, committed: baht('-1.00') }],
  'change-is-zero': [...used, { ...amendment, change: none }],
  'nothing-outstanding': [...used, release, release],
  'disbursement-exists': [...used, disburse('V-1', '1.00')],
  'disbursement-unknown': [...budget1000, reversal],
  'reversal-exceeds-disbursement': [...used, { ...reversal, amount: baht('400.01') }],
  'reversal-before-disbursement': [...used, { ...reversal, effectiveOn: day('2025-10-31') }],
  'already-reversed': [...used, reversal, reversal],
  'correction-exists': [...budget1000, correction, correction],
  'correction-changes-nothing': [...budget1000, { ...correction, disbursed: none }],
  'correction-below-zero': [...used, { ...correction, disbursed: baht('-400.01') }],
  'quarter-not-ended': [...budget1000, { ...correction, quarter: 'Q3' }],
  'date-outside-quarter': [...budget1000, { ...correction, effectiveOn: inQ2 }],
  ...chainCases,
  ...cashCases,
  ...yearEndCases,
};

describe('every refusal of budget control', () => {
  it.each(Object.entries(controlled))('%s can be met', (code, [given, command, context]) => {
    const refusal = refusalOf(given, command, context);
    expect([refusal.code, refusal.kind]).toEqual([code, budgetRefusals[code as BudgetRefusalCode].kind]);
    expect(refusal.message).toMatch(/\.$/);
    expect(refusal.details).toMatchObject({ project: 'P01', fiscalYear: 2569 });
  });
});

describe('every refusal of the budget account', () => {
  it.each(Object.entries(cases))('%s can be met', (code, commands) => {
    const last = commands.at(-1);
    if (!last) throw new Error('nothing was asked');
    const refusal = refused(commands.slice(0, -1), last);
    expect(refusal.code).toBe(code);
    expect(refusal.kind).toBe(budgetRefusals[code as BudgetRefusalCode].kind);
    expect(refusal.message).toMatch(/\.$/);
    const opened = commands[0]?.type === 'open-account' && commands.length > 1;
    if (opened) expect(refusal.details).toMatchObject({ project: 'P01', fiscalYear: 2569 });
  });

  it('has its case above', () => {
    expect(Object.keys({ ...cases, ...controlled }).sort()).toEqual(Object.keys(budgetRefusals).sort());
  });
});
