import { describe, expect, it } from '@jest/globals';
import { baht } from '../control.fixture.ts';
import { carryRuleOf, transferRule } from './choose-rule.ts';
import { type ApprovalRule, type CarryRule, DEFAULT_POLICY, type TransferRule } from './policy.ts';
import { requiredTiers } from './required-tiers.ts';

describe('the rule for a transfer', () => {
  const rule = (message: string, rest: Partial<TransferRule> = {}): TransferRule => ({
    scope: 'any',
    action: 'alert',
    message,
    ...rest,
  });
  const chosen = (transfers: readonly TransferRule[], betweenProjects = false, to = 'capital') =>
    transferRule({ ...DEFAULT_POLICY, transfers }, { from: 'operating', to, betweenProjects })?.message;

  it('is none where nothing is said', () => {
    expect(chosen([])).toBeUndefined();
    expect(chosen([rule('other', { from: 'personnel' }), rule('back', { to: 'operating' })])).toBeUndefined();
  });

  it('is the first that fits, not the narrowest', () => {
    const [wide, narrow] = [rule('wide'), rule('narrow', { from: 'operating', to: 'capital' })];
    expect(chosen([wide, narrow])).toBe('wide');
    expect(chosen([narrow, wide])).toBe('narrow');
    expect(chosen([narrow, wide], false, 'subsidies')).toBe('wide');
  });

  it('tells lines of one project from two projects', () => {
    const rules = [rule('lines', { scope: 'lines' }), rule('projects', { scope: 'projects' })];
    expect([chosen(rules, false), chosen(rules, true)]).toEqual(['lines', 'projects']);
    expect([chosen([rule('any')], false), chosen([rule('any')], true)]).toEqual(['any', 'any']);
  });
});

describe('the rule for a line at the end of the year', () => {
  const line = { fundSource: 'own-income', category: 'operating' };
  const chosen = (...rules: readonly CarryRule[]) =>
    carryRuleOf({ ...DEFAULT_POLICY, yearEnd: { disburseUntil: '03-31', rules } }, line).carry;

  it('is the first that fits its fund source and its category', () => {
    const other = { match: { fundSource: 'annual-appropriation' }, carry: 'none', rest: 'return' } as const;
    const half = {
      match: { fundSource: 'own-income', category: 'capital' },
      carry: 'none',
      rest: 'lapse',
    } as const;
    const own = { match: { fundSource: 'own-income' }, carry: 'whole', rest: 'lapse' } as const;
    expect(chosen(other, half, own, { carry: 'none', rest: 'lapse' })).toBe('whole');
    expect(chosen({ carry: 'none', rest: 'lapse' }, own)).toBe('none');
  });

  it('where none fits, is the one of a ledger without a policy', () => {
    expect(chosen()).toBe(carryRuleOf(DEFAULT_POLICY, line).carry);
  });
});

describe('the other eyes that a command needs', () => {
  const rule = (command: string, from: string, ...tiers: string[]): ApprovalRule => ({
    command,
    from,
    tiers,
  });
  const tiersOf = (approvals: readonly ApprovalRule[], amount: string, command = 'commit') =>
    requiredTiers({ ...DEFAULT_POLICY, approvals }, command, baht(amount));

  it('are none where nothing is said of it, and none below the amount', () => {
    expect(tiersOf([], '1000000.00')).toEqual([]);
    expect(tiersOf([rule('disburse', '0.00', 'checker')], '100.00')).toEqual([]);
    expect(tiersOf([rule('commit', '500.00', 'checker')], '499.99')).toEqual([]);
    expect(tiersOf([rule('commit', '500.00', 'checker')], '500.00')).toEqual(['checker']);
  });

  it('are those of the highest amount that is reached, in the order of the rule', () => {
    const rules = [
      rule('commit', '900.00', 'checker', 'director'),
      rule('commit', '0.00', 'checker'),
      rule('commit', '1000.00', 'director', 'board'),
    ];
    expect(tiersOf(rules, '899.99')).toEqual(['checker']);
    expect(tiersOf(rules, '999.99')).toEqual(['checker', 'director']);
    expect(tiersOf(rules, '1000.00')).toEqual(['director', 'board']);
  });

  it('are those of a rule for the command, even when one for every command has a higher amount', () => {
    const rules = [rule('*', '800.00', 'director'), rule('commit', '100.00', 'checker')];
    expect(tiersOf(rules, '900.00')).toEqual(['checker']);
    expect(tiersOf(rules, '900.00', 'disburse')).toEqual(['director']);
  });

  it('are those for every command where the rule for the command begins higher: nothing slips through', () => {
    const rules = [rule('*', '0.00', 'checker'), rule('commit', '900.00', 'director')];
    expect(tiersOf(rules, '899.99')).toEqual(['checker']);
    expect(tiersOf(rules, '900.00')).toEqual(['director']);
  });
});
