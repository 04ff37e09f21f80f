import { describe, expect, it } from '@jest/globals';
import { day, disburse } from '../testing.fixture.ts';
import { closed, extend, lapse, order, ordered, refusedThen, reserve, then } from './year-end.fixture.ts';

const pay = (effectiveOn: string) =>
  disburse('V-2', '100.00', { commitment: 'PO-1', effectiveOn: day(effectiveOn) });
const toJune = extend('R-1', day('2027-06-30'));

describe('extending the time of disbursement', () => {
  it('takes an agreement and lets the documents be paid until the new day', () => {
    expect(then(closed, toJune)).toEqual([
      {
        type: 'ReservationExtended',
        effectiveOn: '2027-03-20',
        data: {
          reservation: 'R-1',
          until: '2027-06-30',
          previous: '2027-03-31',
          agreement: 'กค 0402.2/1234',
        },
      },
    ]);
    expect(refusedThen(closed, pay('2027-04-01')).code).toBe('reservation-expired');
    expect(then([...closed, toJune], pay('2027-06-30'))).toHaveLength(1);
    expect(refusedThen([...closed, toJune], pay('2027-07-01'))).toMatchObject({
      code: 'reservation-expired',
      details: { reservation: 'R-1', until: '2027-06-30' },
    });
  });

  it('may be agreed after the time has run out, and more than once', () => {
    const late = { ...toJune, effectiveOn: day('2027-04-15') };
    expect(then(closed, late)).toHaveLength(1);
    const again = extend('R-1', day('2028-09-30'), { effectiveOn: day('2027-06-20') });
    expect(then([...closed, late, again], lapse('R-1', day('2028-10-01')))).toHaveLength(1);
  });

  it.each(['2027-03-31', '2027-01-31'])('leads to a later day, not to %s', (until) => {
    expect(refusedThen(closed, extend('R-1', day(until)))).toMatchObject({
      code: 'until-out-of-range',
      details: { after: '2027-03-31' },
    });
  });

  it('names the agreement and the reason', () => {
    expect(refusedThen(closed, { ...toJune, agreement: '' }).code).toBe('agreement-missing');
    expect(refusedThen(closed, { ...toJune, reason: ' ' }).code).toBe('reason-missing');
  });

  it('is for reservations that are confirmed and have not lapsed', () => {
    const reserved = [...ordered, reserve('R-1', order('PO-1'))];
    expect(refusedThen(reserved, toJune).code).toBe('reservation-not-confirmed');
    const lapsed = [...closed, lapse('R-1', day('2027-04-01'))];
    expect(refusedThen(lapsed, toJune).code).toBe('reservation-lapsed');
  });
});
