import { describe, expect, it } from '@jest/globals';
import { THAI_CALENDAR } from '#kernel';
import { movementsOf } from '../../movements.ts';
import { after, baht, day, disburse, operating } from '../testing.fixture.ts';
import { yearOf } from './calendar.ts';
import {
  byRule,
  closed,
  confirmed,
  held,
  lapse,
  order,
  ordered,
  refusedThen,
  reserve,
  then,
} from './year-end.fixture.ts';

const april = day('2027-04-01');
const release = {
  type: 'release-commitment',
  commitment: 'PO-1',
  amount: baht('40.00'),
  reason: 'ส่งมอบไม่ครบ',
  effectiveOn: day('2027-03-15'),
} as const;

describe('the lapse of a reservation', () => {
  it('releases what is left of the document and takes the budget away', () => {
    const paid = [
      ...closed,
      disburse('V-2', '200.00', { commitment: 'PO-1', effectiveOn: day('2027-02-01') }),
    ];
    const [event] = then(paid, lapse('R-1', april));
    expect(event).toMatchObject({
      type: 'ReservationLapsed',
      data: {
        reservation: 'R-1',
        line: operating,
        amount: '50.00',
        documents: [{ document: order('PO-1'), amount: '50.00' }],
      },
    });
    expect(held(after([...paid, lapse('R-1', april)], byRule).state, operating)).toEqual({
      budget: '350.00',
      committed: '0.00',
      disbursed: '350.00',
      available: '0.00',
    });
  });

  it('moves committed money and budget after the year, and says that it lapsed', () => {
    const { state, events } = after([...closed, lapse('R-1', april)], byRule);
    const last = events.at(-1);
    const moved = last && movementsOf(last, THAI_CALENDAR, yearOf(state));
    expect(moved?.map(({ measure, quarter, amount }) => [measure, quarter, amount])).toEqual([
      ['committed', 'after', -25_000],
      ['budget', 'after', -25_000],
      ['lapsed', 'after', -25_000],
    ]);
  });

  it('takes along what the contract gave back since the year was closed: nobody can use it any more', () => {
    const released = [...closed, release];
    expect(held(after(released, byRule).state, operating)).toMatchObject({
      committed: '210.00',
      available: '40.00',
    });
    expect(then(released, lapse('R-1', april))).toMatchObject([
      { data: { amount: '250.00', documents: [{ amount: '210.00' }] } },
    ]);
  });

  it('leaves what came free to the closing while the year is open', () => {
    expect(then([...confirmed, release], lapse('R-1', april))).toMatchObject([
      { data: { amount: '210.00' } },
    ]);
  });

  it('comes after the last day of disbursement', () => {
    expect(refusedThen(closed, lapse('R-1', day('2027-03-31')))).toMatchObject({
      code: 'reservation-not-expired',
      details: { until: '2027-03-31' },
    });
  });

  it('has nothing to take when all is paid', () => {
    const paid = disburse('V-2', '250.00', { commitment: 'PO-1', effectiveOn: day('2027-02-01') });
    expect(refusedThen([...closed, paid], lapse('R-1', april)).code).toBe('nothing-outstanding');
  });

  it('comes once, and only to a confirmed reservation', () => {
    const lapsed = [...closed, lapse('R-1', april)];
    expect(refusedThen(lapsed, lapse('R-1', april)).code).toBe('reservation-lapsed');
    const reserved = [...ordered, reserve('R-1', order('PO-1'))];
    expect(refusedThen(reserved, lapse('R-1', april)).code).toBe('reservation-not-confirmed');
  });

  it('lets nothing move on its documents afterwards, whatever the date', () => {
    const lapsed = [...closed, lapse('R-1', april)];
    const reversal = {
      type: 'reverse-disbursement',
      disbursement: 'V-1',
      reason: 'จ่ายผิดราย',
    } as const;
    for (const effectiveOn of [day('2026-09-30'), day('2027-02-01'), april]) {
      expect(refusedThen(lapsed, { ...reversal, effectiveOn }).code).toBe('reservation-lapsed');
    }
  });
});
