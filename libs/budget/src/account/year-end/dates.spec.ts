import { describe, expect, it } from '@jest/globals';
import { orThrow } from '#kernel';
import { budgetAccount } from '../account.ts';
import type { AccountCommand } from '../commands.ts';
import { advance, clear, giveBack, reverseClearing } from '../cash/cash.fixture.ts';
import { after, allocate, baht, commit, day, disburse, open, operating } from '../testing.fixture.ts';
import {
  byRule,
  closed,
  closeYear,
  confirm,
  confirmed,
  held,
  order,
  ordered,
  refusedThen,
  reserve,
  then,
  under,
} from './year-end.fixture.ts';

const january = day('2027-01-15');
const reason = 'เหตุผล';
const pay = (commitment: string, effectiveOn = january) =>
  disburse('V-9', '10.00', { commitment, effectiveOn });

describe('a posting after the fiscal year', () => {
  it('is taken on reserved and confirmed money, and keeps its date', () => {
    expect(then(confirmed, pay('PO-1'))).toMatchObject([{ effectiveOn: '2027-01-15' }]);
    expect(then(closed, pay('PO-1', day('2027-03-31')))).toMatchObject([{ effectiveOn: '2027-03-31' }]);
  });

  it('is refused on money that is not reserved, or not confirmed', () => {
    const reserved = [...ordered, reserve('R-1', order('PO-1'))];
    for (const [given, commitment] of [
      [confirmed, 'PO-2'],
      [reserved, 'PO-1'],
    ] as const) {
      expect(refusedThen(given, pay(commitment))).toMatchObject({
        code: 'date-outside-fiscal-year',
        details: { effectiveOn: '2027-01-15', last: '2026-09-30' },
      });
    }
  });

  it('is refused where it draws on no document at all', () => {
    const direct = disburse('V-9', '10.00', { effectiveOn: january });
    expect(refusedThen(confirmed, direct).code).toBe('date-outside-fiscal-year');
    expect(refusedThen(confirmed, commit('PO-9', '1.00', { effectiveOn: january })).code).toBe(
      'date-outside-fiscal-year',
    );
  });

  it('may release and take back what stands on reserved money', () => {
    const release = { type: 'release-commitment', commitment: 'PO-1', reason, effectiveOn: january } as const;
    expect(then(closed, release)).toHaveLength(1);
    const reversal = {
      type: 'reverse-disbursement',
      disbursement: 'V-1',
      reason,
      effectiveOn: january,
    } as const;
    expect(then(closed, reversal)).toMatchObject([{ type: 'DisbursementReversed' }]);
    expect(refusedThen(ordered, reversal).code).toBe('date-outside-fiscal-year');
  });

  it('is refused after the last day of the reservation', () => {
    expect(refusedThen(closed, pay('PO-1', day('2027-04-01')))).toMatchObject({
      code: 'reservation-expired',
      details: { reservation: 'R-1', effectiveOn: '2027-04-01', until: '2027-03-31' },
    });
  });

  it('clears an advance of the year by its evidence, also when the year is closed', () => {
    const lent = [
      ...confirmed,
      advance('AV-1', '30.00', { line: operating, effectiveOn: day('2026-09-20') }),
    ];
    const shut = [...lent, closeYear()];
    const partly = clear('AV-1', '20.00', { effectiveOn: january });
    for (const given of [lent, shut]) {
      expect(then(given, partly)).toMatchObject([
        { effectiveOn: '2027-01-15', data: { excess: '0.00', returned: '0.00' } },
      ]);
    }
    const before = held(after(shut, byRule).state, operating);
    const { state } = after([...shut, partly], byRule);
    expect(held(state, operating)).toEqual(before);
    expect(state.advances.get('AV-1')).toMatchObject({ outstanding: baht('10.00') });
    const back = reverseClearing('AV-1-V', { effectiveOn: january });
    expect(then([...shut, partly], back)).toMatchObject([{ type: 'AdvanceClearingReversed' }]);
  });

  it('neither draws on an advance more than it was, nor brings cash back to the line', () => {
    const lent = [
      ...confirmed,
      advance('AV-1', '30.00', { line: operating, effectiveOn: day('2026-09-20') }),
    ];
    const shut = [...lent, closeYear()];
    for (const [command, expected] of [
      [clear('AV-1', '30.01', { effectiveOn: january }), 'draws on the new year'],
      [clear('AV-1', '20.00', { returned: baht('10.00'), effectiveOn: january }), 'is revenue'],
      [giveBack('AV-1', '30.00', { effectiveOn: january }), 'is revenue'],
    ] as const) {
      for (const given of [lent, shut]) {
        const refusal = refusedThen(given, command);
        expect(refusal).toMatchObject({ code: 'date-outside-fiscal-year' });
        expect(refusal.message).toContain(expected);
      }
    }
    const late = clear('AV-1', '30.01', { effectiveOn: day('2026-09-30') });
    expect(refusedThen(shut, late).code).toBe('year-closed');
  });

  it('of an account belongs to the year that is opened', () => {
    expect(refusedThen([], open({ effectiveOn: january })).code).toBe('date-outside-fiscal-year');
  });
});

describe('steps of the year-end', () => {
  it('take effect up to four hundred days after the year or the last reservation', () => {
    expect(then(ordered, closeYear({ effectiveOn: day('2027-11-04') }))).not.toHaveLength(0);
    const late = refusedThen(ordered, closeYear({ effectiveOn: day('2027-11-05') }));
    expect(late).toMatchObject({ code: 'date-outside-fiscal-year', details: { last: '2027-11-04' } });
    expect(then(confirmed, closeYear({ effectiveOn: day('2027-11-05') }))).not.toHaveLength(0);
  });
});

describe('an account whose year is closed', () => {
  it.each<[string, AccountCommand]>([
    ['an allocation', allocate('1.00')],
    ['an order', commit('PO-9', '1.00')],
    ['a direct payment', disburse('V-9', '1.00')],
    ['a payment of a released order', disburse('V-9', '1.00', { commitment: 'PO-2' })],
    ['a confirmation', confirm('R-1')],
    ['another closing', closeYear()],
  ])('takes no more %s', (_, command) => {
    expect(refusedThen(closed, command)).toMatchObject({
      code: 'year-closed',
      details: { project: 'P01', fiscalYear: 2569, command: command.type },
    });
  });

  it('takes postings on reserved money, backdated into the year too', () => {
    expect(then(closed, pay('PO-1', day('2026-09-30')))).toHaveLength(1);
  });
});

describe('a document with a date outside the fiscal year', () => {
  const backdated = { ...commit('PO-9', '1.00'), documentDate: day('2025-09-28') };
  const allowed = { datesOutsideYear: 'allowed-by-duty' } as const;
  const grants = [{ duty: 'allow-date-outside-year', holder: 'somchai' }];

  it('is refused, whoever asks, unless the policy leaves it to a duty', () => {
    expect(refusedThen(ordered, backdated, under({}, { grants }))).toMatchObject({
      code: 'document-date-outside-year',
      details: { documentDate: '2025-09-28', first: '2025-10-01', last: '2026-09-30' },
    });
  });

  it('is taken by somebody whose duty it is, with both dates on record', () => {
    expect(refusedThen(ordered, backdated, under({}, allowed))).toMatchObject({
      code: 'document-date-outside-year',
      details: { duty: 'allow-date-outside-year' },
    });
    const context = under({}, { ...allowed, grants });
    const [made] = orThrow(budgetAccount.decide(after(ordered).state, backdated, context));
    expect(made).toMatchObject({
      effectiveOn: '2025-11-15',
      decision: { documentDate: { date: '2025-09-28', allowedBy: 'somchai' } },
    });
  });

  it('needs nothing of the kind when the date lies in the year, or in the time of its reservation', () => {
    expect(then(ordered, { ...backdated, documentDate: day('2026-01-05') })).toHaveLength(1);
    expect(then(closed, { ...pay('PO-1'), documentDate: day('2027-01-10') })).toHaveLength(1);
    expect(refusedThen(closed, { ...pay('PO-1'), documentDate: day('2027-04-01') }).code).toBe(
      'document-date-outside-year',
    );
  });
});
