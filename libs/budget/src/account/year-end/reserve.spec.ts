import { describe, expect, it } from '@jest/globals';
import { after, commit, day, disburse, operating } from '../testing.fixture.ts';
import {
  byRule,
  closed,
  confirm,
  confirmed,
  lapse,
  order,
  ordered,
  refusedThen,
  reserve,
  then,
} from './year-end.fixture.ts';

describe('reserving money at year-end', () => {
  it('puts what is outstanding of a contract on the list, and moves nothing', () => {
    expect(then(ordered, reserve('R-1', order('PO-1')))).toEqual([
      {
        type: 'YearEndReserved',
        effectiveOn: '2026-09-15',
        data: {
          reservation: 'R-1',
          document: { stage: 'commitment', number: 'PO-1' },
          line: operating,
          amount: '250.00',
          withObligation: true,
        },
      },
    ]);
    const before = after(ordered, byRule).state.lines;
    expect(after([...ordered, reserve('R-1', order('PO-1'))], byRule).state.lines).toEqual(before);
  });

  it('begins sixty days before the year ends, and may still be done after it', () => {
    const first = reserve('R-1', order('PO-1'), { effectiveOn: day('2026-08-02') });
    expect(then(ordered, first)).toHaveLength(1);
    expect(then(ordered, { ...first, effectiveOn: day('2026-10-20') })).toHaveLength(1);
    const early = refusedThen(ordered, { ...first, effectiveOn: day('2026-08-01') });
    expect(early).toMatchObject({ code: 'date-outside-fiscal-year', details: { first: '2026-08-02' } });
  });

  it('needs a document with money outstanding', () => {
    expect(refusedThen(ordered, reserve('R-1', order('PO-9')))).toMatchObject({ code: 'document-unknown' });
    const paid = [...ordered, disburse('V-2', '100.00', { commitment: 'PO-2' })];
    expect(refusedThen(paid, reserve('R-1', order('PO-2')))).toMatchObject({
      code: 'nothing-outstanding',
      details: { document: { stage: 'commitment', number: 'PO-2' } },
    });
  });

  it('reserves the money of a document once', () => {
    const again = refusedThen(confirmed, reserve('R-2', order('PO-1')));
    expect(again).toMatchObject({ code: 'document-already-reserved', details: { reservation: 'R-1' } });
    expect(refusedThen(confirmed, reserve('R-1', order('PO-2'))).code).toBe('reservation-exists');
    expect(then(confirmed, reserve('R-2', order('PO-2')))).toHaveLength(1);
  });

  it('takes effect on the day of the contract at the earliest', () => {
    const september = [...ordered, commit('PO-3', '10.00', { effectiveOn: day('2026-09-16') })];
    expect(refusedThen(september, reserve('R-1', order('PO-3')))).toMatchObject({
      code: 'date-before-step',
      details: { effectiveOn: '2026-09-15', expected: '2026-09-16' },
    });
  });

  it('comes too late when the year is closed', () => {
    const late = reserve('R-2', order('PO-2'), { effectiveOn: day('2026-10-02') });
    expect(refusedThen(closed, late).code).toBe('year-closed');
  });
});

describe('confirming a reservation', () => {
  const reserved = [...ordered, reserve('R-1', order('PO-1'))];

  it('lets its documents be paid until 31 March of the next year unless an earlier day is named', () => {
    expect(then(reserved, confirm('R-1'))).toEqual([
      {
        type: 'ReservationConfirmed',
        effectiveOn: '2026-09-30',
        data: { reservation: 'R-1', until: '2027-03-31' },
      },
    ]);
    expect(then(reserved, confirm('R-1', { until: day('2026-12-31') }))).toMatchObject([
      { data: { until: '2026-12-31' } },
    ]);
  });

  it('goes neither beyond the day of the policy nor back into the year', () => {
    for (const until of ['2027-04-01', '2026-09-30']) {
      expect(refusedThen(reserved, confirm('R-1', { until: day(until) }))).toMatchObject({
        code: 'until-out-of-range',
        details: { reservation: 'R-1', until, after: '2026-09-30', latest: '2027-03-31' },
      });
    }
  });

  it('follows its reservation, once', () => {
    expect(refusedThen(ordered, confirm('R-1')).code).toBe('reservation-unknown');
    expect(refusedThen(reserved, confirm('R-1', { effectiveOn: day('2026-09-14') }))).toMatchObject({
      code: 'date-before-step',
      details: { expected: '2026-09-15' },
    });
    expect(refusedThen(confirmed, confirm('R-1'))).toMatchObject({
      code: 'reservation-already-confirmed',
      details: { until: '2027-03-31' },
    });
  });

  it('is of no use once it has lapsed', () => {
    const lapsed = [...confirmed, lapse('R-1', day('2027-04-01'))];
    expect(refusedThen(lapsed, confirm('R-1')).code).toBe('reservation-lapsed');
  });
});
