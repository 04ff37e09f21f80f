import { describe, expect, it } from '@jest/globals';
import type { CarryRule } from '#control';
import { after, day, open, operating } from '../testing.fixture.ts';
import { PRIOR_YEAR_BALANCE, yearEndPlan } from './plan.ts';
import { everyStep } from './every-step.fixture.ts';
import {
  byRule,
  closed,
  closeYear,
  confirmed,
  held,
  order,
  ordered,
  refusedThen,
  reserve,
  rules,
  then,
  under,
} from './year-end.fixture.ts';

/** 500.00 free, 250.00 outstanding of PO-1 and 100.00 of PO-2. */
const endingBy = (...carryRules: CarryRule[]) => under({ rules: carryRules });
const summary = (context = byRule) =>
  then(ordered, closeYear(), context).map(({ type, data }) => [type, 'amount' in data ? data.amount : '']);

describe('closing the year', () => {
  it('leaves reserved contracts, releases the others, and lets the rest lapse', () => {
    expect(then(confirmed, closeYear())).toEqual([
      {
        type: 'DocumentReleasedAtYearEnd',
        effectiveOn: '2026-09-30',
        data: {
          document: { stage: 'commitment', number: 'PO-2' },
          line: operating,
          amount: '100.00',
          rule: { place: 3, carry: 'none' },
        },
      },
      {
        type: 'BudgetLapsed',
        effectiveOn: '2026-09-30',
        data: { line: operating, amount: '600.00', rule: { place: 3, carry: 'none' } },
      },
      {
        type: 'YearClosed',
        effectiveOn: '2026-09-30',
        data: {
          toFiscalYear: 2570,
          totals: {
            disbursed: '150.00',
            reserved: '250.00',
            carriedDocuments: '0.00',
            carried: '0.00',
            returned: '0.00',
            lapsed: '600.00',
          },
        },
      },
    ]);
    expect(held(after(closed, byRule).state, operating)).toEqual({
      budget: '400.00',
      committed: '250.00',
      disbursed: '150.00',
      available: '0.00',
    });
  });

  it('takes a reservation that is not confirmed for none', () => {
    const reserved = [...ordered, reserve('R-1', order('PO-1'))];
    expect(then(reserved, closeYear()).map(({ type }) => type)).toEqual([
      'DocumentReleasedAtYearEnd',
      'DocumentReleasedAtYearEnd',
      'BudgetLapsed',
      'YearClosed',
    ]);
  });

  it.each<[CarryRule, readonly (readonly string[])[]]>([
    [
      { carry: 'whole', rest: 'lapse' },
      [
        ['CommitmentCarriedForward', '250.00'],
        ['CommitmentCarriedForward', '100.00'],
        ['BudgetCarriedForward', '500.00'],
      ],
    ],
    [
      { carry: 'commitments', rest: 'return' },
      [
        ['CommitmentCarriedForward', '250.00'],
        ['CommitmentCarriedForward', '100.00'],
        ['BudgetReturned', '500.00'],
      ],
    ],
    [
      { carry: 'percentage', percent: '33.333', rest: 'lapse' },
      [
        ['DocumentReleasedAtYearEnd', '250.00'],
        ['DocumentReleasedAtYearEnd', '100.00'],
        ['BudgetCarriedForward', '283.33'],
        ['BudgetLapsed', '566.67'],
      ],
    ],
    [
      { carry: 'none', rest: 'return' },
      [
        ['DocumentReleasedAtYearEnd', '250.00'],
        ['DocumentReleasedAtYearEnd', '100.00'],
        ['BudgetReturned', '850.00'],
      ],
    ],
  ])('by the rule %j', (rule, expected) => {
    expect(summary(endingBy(rule))).toEqual([...expected, ['YearClosed', '']]);
  });

  it('decides every line by the first rule that fits it', () => {
    const lines = then(everyStep.slice(0, -3), closeYear());
    expect(
      lines.flatMap(({ type, data }) =>
        'rule' in data ? [[type, data.line.category, data.rule.place]] : [],
      ),
    ).toEqual([
      ['DocumentReleasedAtYearEnd', 'operating', 3],
      ['CommitmentCarriedForward', 'operating', 1],
      ['BudgetLapsed', 'operating', 3],
      ['BudgetReturned', 'capital', 2],
      ['BudgetCarriedForward', 'operating', 1],
    ]);
  });

  it('carries contracts and lets the rest lapse on a line that no rule fits', () => {
    expect(summary(endingBy({ match: { category: 'capital' }, carry: 'whole', rest: 'return' }))).toEqual([
      ['CommitmentCarriedForward', '250.00'],
      ['CommitmentCarriedForward', '100.00'],
      ['BudgetLapsed', '500.00'],
      ['YearClosed', ''],
    ]);
  });

  it('brings uncommitted money to the fund of prior-year balances, or to the fund that the rule names', () => {
    const state = after(ordered, byRule).state;
    const to = (toFundSource?: string) =>
      yearEndPlan(state, {
        ...rules,
        rules: [{ carry: 'whole', rest: 'lapse', ...(toFundSource === undefined ? {} : { toFundSource }) }],
      }).lines[0]?.toLine;
    expect(to()).toEqual({ fundSource: PRIOR_YEAR_BALANCE, category: 'operating' });
    expect(to('accumulated-fund')).toEqual({ fundSource: 'accumulated-fund', category: 'operating' });
  });

  it('waits for the last day of the year, and closes once', () => {
    expect(refusedThen(ordered, closeYear({ effectiveOn: day('2026-09-29') }))).toMatchObject({
      code: 'year-not-ended',
      details: { expected: '2026-09-30' },
    });
    expect(then(ordered, closeYear({ effectiveOn: day('2026-11-20') }))).not.toHaveLength(0);
    expect(refusedThen(closed, closeYear()).code).toBe('year-closed');
  });

  it('leads to the next year alone', () => {
    for (const toFiscalYear of [2569, 2571]) {
      expect(refusedThen(ordered, closeYear({ toFiscalYear }))).toMatchObject({
        code: 'not-the-next-year',
        details: { given: toFiscalYear, expected: 2570 },
      });
    }
  });

  it('of an account without money says that there was none', () => {
    expect(then([open()], closeYear())).toMatchObject([
      { type: 'YearClosed', data: { totals: { lapsed: '0.00' } } },
    ]);
  });
});
