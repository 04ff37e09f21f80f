import { describe, expect, it } from '@jest/globals';
import {
  after,
  allocate,
  budget1000,
  capital,
  commit,
  day,
  disburse,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';

const ordered = [...budget1000, commit('PO-1', '400.00')];

describe('paying directly from a line', () => {
  it('records voucher, line and amount', () => {
    const more = { description: 'ค่าสาธารณูปโภค', counterparty: 'VENDOR-7' };
    expect(when(budget1000, disburse('V-1', '99.9', more))).toEqual([
      {
        type: 'DisbursementMade',
        effectiveOn: '2025-11-15',
        data: { disbursement: 'V-1', line: operating, amount: '99.90', ...more },
      },
    ]);
  });

  it('takes what is available to the last satang and no further', () => {
    expect(totals([...ordered, disburse('V-1', '600.00')])).toEqual({
      allocated: '1000.00',
      committed: '400.00',
      disbursed: '600.00',
      available: '0.00',
    });
    expect(refused(ordered, disburse('V-1', '600.01'))).toMatchObject({
      code: 'budget-exceeded',
      kind: 'rule',
      details: { line: operating, requested: '600.01', available: '600.00', shortBy: '0.01' },
    });
  });

  it('needs a line that has budget', () => {
    expect(refused(budget1000, disburse('V-1', '1.00', { line: undefined }))).toMatchObject({
      code: 'line-missing',
      kind: 'invalid',
      details: { disbursement: 'V-1' },
    });
    expect(refused(budget1000, disburse('V-1', '1.00', { line: capital })).code).toBe('line-not-in-account');
  });
});

describe('paying against a commitment', () => {
  it('takes from what is outstanding and leaves available as it is', () => {
    expect(totals([...ordered, disburse('V-1', '150.00', { commitment: 'PO-1' })])).toEqual({
      allocated: '1000.00',
      committed: '250.00',
      disbursed: '150.00',
      available: '600.00',
    });
  });

  it('takes the line from the commitment', () => {
    const given = [
      ...ordered,
      allocate('50.00', { line: capital }),
      commit('PO-2', '50.00', { line: capital }),
    ];
    expect(when(given, disburse('V-1', '50.00', { commitment: 'PO-2' }))).toMatchObject([
      { data: { line: capital, commitment: 'PO-2' } },
    ]);
    expect(refused(given, disburse('V-1', '50.00', { commitment: 'PO-2', line: operating }))).toMatchObject({
      code: 'line-differs-from-commitment',
      kind: 'rule',
      details: { commitment: 'PO-2', line: operating, expected: capital },
    });
    expect(when(given, disburse('V-1', '1.00', { commitment: 'PO-2', line: capital }))).toHaveLength(1);
  });

  it('pays it wholly and not one satang more, even when the line has money left', () => {
    const { state } = after([...ordered, disburse('V-1', '400.00', { commitment: 'PO-1' })]);
    expect(state.commitments.get('PO-1')?.outstanding).toBe(0);
    expect(refused(ordered, disburse('V-1', '400.01', { commitment: 'PO-1' }))).toMatchObject({
      code: 'commitment-exceeded',
      details: {
        commitment: 'PO-1',
        line: operating,
        requested: '400.01',
        outstanding: '400.00',
        shortBy: '0.01',
      },
    });
  });

  it('pays on the day of the order at the earliest', () => {
    expect(
      refused(ordered, disburse('V-1', '1.00', { commitment: 'PO-1', effectiveOn: day('2025-11-14') })),
    ).toMatchObject({
      code: 'date-before-commitment',
      kind: 'rule',
      details: { commitment: 'PO-1', effectiveOn: '2025-11-14', expected: '2025-11-15' },
    });
    expect(
      when(ordered, disburse('V-1', '1.00', { commitment: 'PO-1', effectiveOn: day('2025-11-15') })),
    ).toHaveLength(1);
  });

  it('needs a commitment that exists', () => {
    expect(refused(ordered, disburse('V-1', '1.00', { commitment: 'PO-9' }))).toMatchObject({
      code: 'commitment-unknown',
      details: { commitment: 'PO-9' },
    });
  });
});

it('a voucher number is taken once, and an amount is above zero', () => {
  const paid = [...ordered, disburse('V-1', '1.00')];
  expect(refused(paid, disburse('V-1', '1.00', { commitment: 'PO-1' }))).toMatchObject({
    code: 'disbursement-exists',
    kind: 'conflict',
    details: { disbursement: 'V-1' },
  });
  expect(refused(paid, disburse('V-2', '0')).code).toBe('amount-not-positive');
});
