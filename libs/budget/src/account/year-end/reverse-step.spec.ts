import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import { after, day, disburse } from '../testing.fixture.ts';
import type { AccountState } from '../state.ts';
import { everyStep } from './every-step.fixture.ts';
import {
  byRule,
  closed,
  closeYear,
  confirm,
  confirmed,
  extend,
  lapse,
  lastDay,
  order,
  ordered,
  refusedThen,
  reserve,
  reverseStep,
  then,
} from './year-end.fixture.ts';

const toJune = extend('R-1', day('2027-06-30'));
const july = day('2027-07-01');

/** What the account is, apart from the days on which it moved: taking back is a movement of its own day. */
const standing = (commands: readonly AccountCommand[]): Omit<AccountState, 'months' | 'takenBackOn'> => {
  const { months: _, takenBackOn: __, ...state } = after(commands, byRule).state;
  return state;
};

describe('taking back a step of the year-end', () => {
  it.each<[string, readonly AccountCommand[], AccountCommand]>([
    ['a reservation', ordered, reserve('R-1', order('PO-1'))],
    ['a confirmation', [...ordered, reserve('R-1', order('PO-1'))], confirm('R-1')],
    ['an extension', closed, toJune],
    ['the closing of the year', confirmed, closeYear()],
    ['the closing by every kind of rule', everyStep.slice(0, -3), closeYear()],
    ['a lapse', closed, lapse('R-1', july)],
  ])('leaves the account as it was before %s', (_, given, step) => {
    expect(standing([...given, step, reverseStep()])).toEqual(standing(given));
  });

  it('writes one event for each event of the step, the last first', () => {
    const undone = then(closed, reverseStep());
    expect(undone.map(({ type, data }) => [type, 'of' in data ? data.of : ''])).toEqual([
      ['YearEndStepReversed', 'YearClosed'],
      ['YearEndStepReversed', 'BudgetLapsed'],
      ['YearEndStepReversed', 'DocumentReleasedAtYearEnd'],
    ]);
    expect(undone[1]).toMatchObject({
      effectiveOn: '2027-07-10',
      data: { step: 3, undone: { amount: '600.00' } },
    });
  });

  it('goes backwards through the steps, each on its own', () => {
    const steps = [closed, toJune, lapse('R-1', july)].flat();
    expect(standing([...steps, reverseStep(5), reverseStep(4), reverseStep(3)])).toEqual(standing(confirmed));
    const all = [5, 4, 3, 2, 1].map((step) => reverseStep(step));
    expect(standing([...steps, ...all])).toEqual(standing(ordered));
  });

  it('out of order is refused and names the step to take back first', () => {
    const refusal = refusedThen([...closed, toJune], reverseStep(2));
    expect(refusal).toMatchObject({
      code: 'year-end-out-of-order',
      details: { step: 2, first: 4, of: 'ReservationExtended' },
    });
    expect(refusal.message).toMatch(/only after step 4, the extension of R-1/);
  });

  it('needs a step that there is, and a reason', () => {
    expect(refusedThen(ordered, reverseStep()).code).toBe('year-end-step-unknown');
    for (const step of [0, 4]) {
      expect(refusedThen(closed, reverseStep(step))).toMatchObject({
        code: 'year-end-step-unknown',
        details: { steps: 3 },
      });
    }
    expect(refusedThen(closed, reverseStep(3, { reason: '' })).code).toBe('reason-missing');
  });

  it('takes effect on the day of the step at the earliest', () => {
    const early = reverseStep(3, { effectiveOn: day('2026-09-29') });
    expect(refusedThen(closed, early)).toMatchObject({
      code: 'date-before-step',
      details: { expected: '2026-09-30' },
    });
  });

  it('is no step of a day on which it had not been taken back yet: nothing would lapse twice on 30 September', () => {
    const october = reverseStep(3, { effectiveOn: day('2026-10-05') });
    expect(refusedThen([...closed, october], closeYear())).toMatchObject({
      code: 'date-before-step',
      details: { expected: '2026-10-05' },
    });
    expect(then([...closed, october], closeYear({ effectiveOn: day('2026-10-05') }))).not.toHaveLength(0);
    expect(then([...closed, reverseStep(3, { effectiveOn: lastDay })], closeYear())).not.toHaveLength(0);
  });

  it('that lapsed money is taken back, and the money lapses again on that day at the earliest', () => {
    const july = [...closed, lapse('R-1', day('2027-04-01'))];
    const back = reverseStep(4, { effectiveOn: day('2027-04-10') });
    expect(refusedThen([...july, back], lapse('R-1', day('2027-04-01')))).toMatchObject({
      code: 'date-before-step',
      details: { expected: '2027-04-10' },
    });
  });

  it('keeps a confirmation while a payment after the year stands on it', () => {
    const paid = [
      ...confirmed,
      disburse('V-9', '10.00', { commitment: 'PO-1', effectiveOn: day('2027-01-05') }),
    ];
    expect(refusedThen(paid, reverseStep())).toMatchObject({
      code: 'reservation-in-use',
      details: { reservation: 'R-1', document: 'the disbursement V-9', after: '2026-09-30' },
    });
    const reversal = {
      type: 'reverse-disbursement',
      disbursement: 'V-9',
      reason: 'จ่ายผิดราย',
      effectiveOn: day('2027-01-06'),
    } as const;
    expect(then([...paid, reversal], reverseStep())).toHaveLength(1);
  });

  it('keeps an extension while a payment stands that only it allowed', () => {
    const extended = [...confirmed, toJune];
    const paid = (effectiveOn: string) =>
      disburse('V-9', '10.00', { commitment: 'PO-1', effectiveOn: day(effectiveOn) });
    expect(refusedThen([...extended, paid('2027-04-01')], reverseStep()).code).toBe('reservation-in-use');
    expect(then([...extended, paid('2027-03-31')], reverseStep())).toHaveLength(1);
  });
});
