import { describe, expect, it } from '@jest/globals';
import { orThrow, THAI_CALENDAR } from '#kernel';
import { movementsOf } from '../../movements.ts';
import type { AccountCommand } from '../commands.ts';
import { after, allocate, commit, day, disburse, open } from '../testing.fixture.ts';
import { budgetAccount } from '../account.ts';
import { broughtForward, takeBack } from './carry.ts';
import {
  byRule,
  closeYear,
  held,
  nextYear,
  priorYear,
  refusedThen,
  reverseStep,
  subsidy,
  then,
} from './year-end.fixture.ts';

/** A public organisation: 500.00 of subsidy, of which PO-3 holds 120.00 with 50.00 paid. */
const year: readonly AccountCommand[] = [
  open(),
  allocate('500.00', { line: subsidy }),
  commit('PO-3', '120.00', { line: subsidy, effectiveOn: day('2026-03-01') }),
  disburse('V-1', '50.00', { commitment: 'PO-3', effectiveOn: day('2026-05-01') }),
];
const ended = [...year, closeYear()];
const arriving = broughtForward(after(ended, byRule).events, THAI_CALENDAR);
const next: readonly AccountCommand[] = [nextYear, ...arriving];
const undoing = reverseStep(1, { effectiveOn: day('2026-10-20') });
const leaving = takeBack(then(ended, undoing), THAI_CALENDAR, undoing.reason);

describe('what the next year receives', () => {
  it('is the contract with what is outstanding, and the free money as prior-year balance', () => {
    const { state, events } = after(next, byRule);
    expect(events.slice(1)).toEqual([
      {
        type: 'CommitmentBroughtForward',
        effectiveOn: '2026-10-01',
        data: {
          document: { stage: 'commitment', number: 'PO-3' },
          line: subsidy,
          amount: '70.00',
          since: '2026-03-01',
          fromFiscalYear: 2569,
        },
      },
      {
        type: 'BudgetBroughtForward',
        effectiveOn: '2026-10-01',
        data: { from: { fiscalYear: 2569, line: subsidy }, line: priorYear, amount: '380.00' },
      },
    ]);
    expect(held(state, subsidy)).toMatchObject({ budget: '70.00', committed: '70.00', available: '0.00' });
    expect(held(state, priorYear)).toMatchObject({ budget: '380.00', available: '380.00' });
  });

  it('takes effect on the day of the closing when that lies in the next year', () => {
    const late = then(year, closeYear({ effectiveOn: day('2026-11-20') }));
    expect(broughtForward(late, THAI_CALENDAR).map(({ effectiveOn }) => effectiveOn)).toEqual([
      '2026-11-20',
      '2026-11-20',
    ]);
  });

  it('is money that was released already', () => {
    const [contract, money] = after(next, byRule).events.slice(1);
    const moved = [contract, money].map((event) =>
      event ? movementsOf(event, THAI_CALENDAR).map(({ measure, amount }) => [measure, amount]) : [],
    );
    expect(moved).toEqual([
      [
        ['budget', 7_000],
        ['brought-forward', 7_000],
        ['released', 7_000],
        ['committed', 7_000],
      ],
      [
        ['budget', 38_000],
        ['brought-forward', 38_000],
        ['released', 38_000],
      ],
    ]);
  });

  it('can be paid, and its unpaid part carried on to the year after with its first date', () => {
    const paid = [...next, disburse('V-9', '30.00', { commitment: 'PO-3', effectiveOn: day('2027-01-05') })];
    const closing = closeYear({ toFiscalYear: 2571, effectiveOn: day('2027-09-30') });
    expect(then(paid, closing)[0]).toMatchObject({
      type: 'CommitmentCarriedForward',
      data: { amount: '40.00', since: '2026-03-01', toFiscalYear: 2571 },
    });
  });

  it('comes once: asked again, the account refuses', () => {
    for (const again of arriving) {
      expect(refusedThen(next, again)).toMatchObject({ code: 'brought-forward-already', kind: 'conflict' });
    }
  });

  it('comes from the year before, to an account that is open, under numbers that are free', () => {
    const [contract, money] = arriving;
    if (contract?.type !== 'bring-commitment-forward' || money?.type !== 'bring-forward') throw new Error();
    expect(refusedThen([], money).code).toBe('account-not-open');
    const from = { ...money.from, fiscalYear: 2568 };
    expect(refusedThen([nextYear], { ...money, from })).toMatchObject({
      code: 'not-the-next-year',
      details: { expected: 2569 },
    });
    const taken = [
      nextYear,
      allocate('1.00', { effectiveOn: day('2026-10-01') }),
      commit('PO-3', '1.00', { effectiveOn: day('2026-10-01') }),
    ];
    expect(refusedThen(taken, contract).code).toBe('document-exists');
  });
});

describe('what the next year gives back when the closing is taken back', () => {
  it('is all that it received, as if it had never come', () => {
    const { state } = after([...next, ...leaving], byRule);
    expect(held(state, subsidy)).toMatchObject({ budget: '0.00', committed: '0.00' });
    expect(held(state, priorYear)).toMatchObject({ budget: '0.00' });
    expect([state.commitments.size, state.broughtForward.size]).toEqual([0, 0]);
    expect(leaving.map(({ effectiveOn }) => effectiveOn)).toEqual(['2026-10-20', '2026-10-20']);
  });

  it('can come again with the next closing', () => {
    expect(after([...next, ...leaving, ...arriving], byRule).state.lines).toEqual(
      after(next, byRule).state.lines,
    );
  });

  it('stays where it is when the money is used, naming what is missing', () => {
    const used = [...next, disburse('V-9', '80.01', { line: priorYear, effectiveOn: day('2026-10-10') })];
    const [money] = leaving;
    expect(money && refusedThen(used, money)).toMatchObject({
      code: 'budget-exceeded',
      details: { line: priorYear, requested: '380.00', available: '299.99', shortBy: '80.01' },
    });
  });

  it('stays where it is when the contract was worked with, until that is taken back', () => {
    const [, contract] = leaving;
    if (!contract) throw new Error('nothing to give back');
    const paid = [...next, disburse('V-9', '1.00', { commitment: 'PO-3', effectiveOn: day('2026-10-10') })];
    expect(refusedThen(paid, contract)).toMatchObject({
      code: 'brought-forward-used',
      details: { brought: '70.00' },
    });
    const reversed: AccountCommand[] = [
      ...paid,
      {
        type: 'reverse-disbursement',
        disbursement: 'V-9',
        reason: 'จ่ายผิดปี',
        effectiveOn: day('2026-10-15'),
      },
    ];
    const state = after(reversed, byRule).state;
    expect(orThrow(budgetAccount.decide(state, contract, byRule))).toHaveLength(1);
  });

  it('is nothing that never came', () => {
    for (const each of leaving) expect(refusedThen([nextYear], each).code).toBe('brought-forward-unknown');
  });
});
