import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import { after, allocate, baht, day, disburse, open, operating } from '../testing.fixture.ts';
import {
  byRule,
  closeYear,
  confirm,
  held,
  lapse,
  order,
  refusedThen,
  reserve,
  reverseStep,
  then,
} from './year-end.fixture.ts';

const january = day('2027-01-15');
const request = { stage: 'request', number: 'PR-1' } as const;
const reason = 'เหตุผล';
const ordering: AccountCommand = {
  type: 'commit',
  commitment: 'PO-1',
  line: operating,
  amount: baht('80.00'),
  request: 'PR-1',
  effectiveOn: day('2026-12-01'),
};
const accepting: AccountCommand = {
  type: 'accept',
  acceptance: 'A-1',
  commitment: 'PO-1',
  amount: baht('50.00'),
  effectiveOn: january,
};
const paying = disburse('V-1', '50.00', {
  line: undefined,
  acceptance: 'A-1',
  effectiveOn: day('2027-02-01'),
});

/** A request over 100.00, reserved without obligation; the year is closed. */
const closed: readonly AccountCommand[] = [
  open(),
  allocate('500.00'),
  {
    type: 'make-request',
    request: 'PR-1',
    line: operating,
    amount: baht('100.00'),
    effectiveOn: day('2026-08-20'),
  },
  reserve('R-1', request, { reason: 'อนุมัติกันเงินกรณีไม่มีหนี้ผูกพัน' }),
  confirm('R-1'),
  closeYear(),
];

describe('the chain after the year, on money reserved without obligation', () => {
  it('goes from request to order, acceptance and payment', () => {
    const { state } = after([...closed, ordering, accepting, paying], byRule);
    expect(held(state, operating)).toEqual({
      budget: '100.00',
      committed: '30.00',
      disbursed: '50.00',
      available: '0.00',
    });
  });

  it('goes back the same way', () => {
    const given = [...closed, ordering, accepting];
    const back: AccountCommand[] = [
      { type: 'reverse-acceptance', acceptance: 'A-1', reason, effectiveOn: january },
      { type: 'reverse-commitment', commitment: 'PO-1', reason, effectiveOn: january },
    ];
    const { state } = after([...given, ...back], byRule);
    expect(state.requests.get('PR-1')?.outstanding).toBe(10_000);
    expect(held(state, operating)).toMatchObject({ committed: '0.00', available: '0.00' });
  });

  it('lapses with all that hangs on the request', () => {
    const given = [...closed, ordering, accepting];
    expect(then(given, lapse('R-1', day('2027-04-01')))).toMatchObject([
      {
        data: {
          amount: '100.00',
          documents: [
            { document: request, amount: '20.00' },
            { document: order('PO-1'), amount: '30.00' },
            { document: { stage: 'acceptance', number: 'A-1' }, amount: '50.00' },
          ],
        },
      },
    ]);
  });

  it('keeps the confirmation while an order stands that only it allowed', () => {
    const open = closed.slice(0, -1);
    expect(refusedThen([...open, ordering], reverseStep())).toMatchObject({
      code: 'reservation-in-use',
      details: { document: 'the commitment PO-1' },
    });
  });

  it('places no order dated before the reservation: it would stand on nothing that is reserved', () => {
    expect(refusedThen(closed, { ...ordering, effectiveOn: day('2026-09-01') }).code).toBe('year-closed');
  });
});
