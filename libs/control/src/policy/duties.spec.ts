import { describe, expect, it } from '@jest/globals';
import { baht, day, duties, grant, lend, policies, setPolicy, withdraw } from '../control.fixture.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { emptyControl, holdsDuty } from './state.ts';

const today = day('2025-12-05');

describe('a duty', () => {
  it('is held by whom it was given, and by nobody else', () => {
    const control = duties(['direk', grant('checker', 'malee')]);
    expect(holdsDuty(control, 'malee', 'checker', today)).toBe(true);
    expect(holdsDuty(control, 'malee', 'director', today)).toBe(false);
    expect(holdsDuty(control, 'wipa', 'checker', today)).toBe(false);
    expect(holdsDuty(emptyControl(), 'malee', 'checker', today)).toBe(false);
  });

  it('is held from its first day to its last, both included', () => {
    const days = { first: day('2025-12-01'), last: day('2025-12-14') };
    const control = duties(['direk', grant('checker', 'malee', days)]);
    const held = ['2025-11-30', '2025-12-01', '2025-12-14', '2025-12-15'].map((on) =>
      holdsDuty(control, 'malee', 'checker', day(on)),
    );
    expect(held).toEqual([false, true, true, false]);
  });

  it('is held up to its amount, to the satang', () => {
    const control = duties(['direk', grant('checker', 'malee', { upTo: baht('1000.00') })]);
    const upTo = (amount?: string) =>
      holdsDuty(control, 'malee', 'checker', today, amount === undefined ? undefined : baht(amount));
    expect([upTo('1000.00'), upTo('1000.01'), upTo()]).toEqual([true, false, true]);
  });

  it('that is given again has the new terms, not both', () => {
    const control = duties(
      ['direk', grant('checker', 'malee')],
      ['direk', grant('checker', 'malee', { upTo: baht('1.00') })],
    );
    expect(holdsDuty(control, 'malee', 'checker', today, baht('1.01'))).toBe(false);
  });

  it('that is withdrawn is gone', () => {
    const control = duties(['direk', grant('checker', 'malee')], ['direk', withdraw('checker', 'malee')]);
    expect(holdsDuty(control, 'malee', 'checker', today)).toBe(false);
  });
});

describe('a duty that is lent', () => {
  const lent = lend('checker', 'wipa', '2025-12-01', '2025-12-14');
  const given = ['direk', grant('checker', 'malee', { upTo: baht('1000.00') })] as const;

  it('is held by the deputy in those days, by its holder always', () => {
    const control = duties(given, ['malee', lent]);
    const held = ['2025-11-30', '2025-12-01', '2025-12-14', '2025-12-15'].map((on) =>
      ['wipa', 'malee'].map((who) => holdsDuty(control, who, 'checker', day(on))),
    );
    expect(held).toEqual([
      [false, true],
      [true, true],
      [true, true],
      [false, true],
    ]);
  });

  it('reaches as far as the lender could go', () => {
    const control = duties(given, ['malee', lent]);
    expect(holdsDuty(control, 'wipa', 'checker', today, baht('1000.00'))).toBe(true);
    expect(holdsDuty(control, 'wipa', 'checker', today, baht('1000.01'))).toBe(false);
  });

  it('ends when the lender loses it', () => {
    const control = duties(given, ['malee', lent], ['direk', withdraw('checker', 'malee')]);
    expect(holdsDuty(control, 'wipa', 'checker', today)).toBe(false);
  });

  it('ends with the last day of the lender', () => {
    const ending = grant('checker', 'malee', { last: day('2025-12-07') });
    const control = duties(['direk', ending], ['malee', lent]);
    expect(holdsDuty(control, 'wipa', 'checker', day('2025-12-07'))).toBe(true);
    expect(holdsDuty(control, 'wipa', 'checker', day('2025-12-08'))).toBe(false);
  });

  it('is not lent on', () => {
    const onward = lend('checker', 'somsri', '2025-12-01', '2025-12-14');
    expect(policies.refused(given, ['malee', lent], ['wipa', onward]).code).toBe('duty-missing');
  });

  it('is not lent on either when the lender has lost the duty and become a deputy himself', () => {
    const control = duties(
      given,
      ['malee', lent],
      ['direk', grant('checker', 'direk')],
      ['direk', withdraw('checker', 'malee')],
      ['direk', lend('checker', 'malee', '2025-12-01', '2025-12-14')],
    );
    expect(holdsDuty(control, 'malee', 'checker', today)).toBe(true);
    expect(holdsDuty(control, 'wipa', 'checker', today)).toBe(false);
  });
});

describe('setting up', () => {
  const first = ['direk', grant('keep-policy', 'direk')] as const;

  it('is open to anybody until somebody keeps the policy, then to him alone', () => {
    const locked = setPolicy({ pastQuarters: 'locked' });
    expect(policies.after(['somchai', locked]).version).toBe(1);
    expect(policies.after(first, ['direk', locked]).version).toBe(1);
    expect(policies.refused(first, ['somchai', locked])).toMatchObject({
      code: 'duty-missing',
      details: { actor: 'somchai', duty: 'keep-policy' },
    });
    expect(policies.refused(first, [undefined, locked]).code).toBe('duty-missing');
    expect(policies.refused(first, ['somchai', withdraw('keep-policy', 'direk')]).code).toBe('duty-missing');
  });

  it('counts the versions of the policy, and each replaces the one before', () => {
    const state = policies.after(
      ['direk', setPolicy({ pastQuarters: 'locked' })],
      ['direk', setPolicy({ basis: 'released' })],
    );
    expect(state).toMatchObject({ version: 2, policy: { ...DEFAULT_POLICY, basis: 'released' } });
  });

  it('records the defaults when they are set on purpose, and once', () => {
    expect(policies.written(['direk', setPolicy({})])).toEqual([
      { type: 'ControlPolicySet', effectiveOn: '2025-12-05', data: { version: 1, policy: DEFAULT_POLICY } },
    ]);
    expect(policies.refused(['direk', setPolicy({})], ['direk', setPolicy({})]).code).toBe(
      'policy-unchanged',
    );
  });

  it('passes from one keeper to the next without a gap', () => {
    const next = ['direk', grant('keep-policy', 'kanda')] as const;
    const handedOn = policies.after(first, next, ['kanda', withdraw('keep-policy', 'direk')]);
    expect(holdsDuty(handedOn, 'kanda', 'keep-policy', today)).toBe(true);
    expect(policies.refused(first, ['direk', withdraw('keep-policy', 'direk')]).code).toBe(
      'duty-last-holder',
    );
  });

  it.each([
    ['ends some day', { last: day('2026-09-30') }],
    ['has not begun', { first: day('2025-12-06') }],
  ])('is not left to a keeper whose duty %s', (_, days) => {
    expect(policies.refused(['direk', grant('keep-policy', 'kanda', days)]).code).toBe('duty-last-holder');
    expect(policies.refused(first, ['direk', grant('keep-policy', 'direk', days)]).code).toBe(
      'duty-last-holder',
    );
    const second = ['direk', grant('keep-policy', 'kanda', days)] as const;
    expect(policies.after(first, second).grants).toHaveLength(2);
    expect(policies.refused(first, second, ['direk', withdraw('keep-policy', 'direk')]).code).toBe(
      'duty-last-holder',
    );
  });
});
