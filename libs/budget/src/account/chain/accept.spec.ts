import { describe, expect, it } from '@jest/globals';
import { baht, budget1000, commit, day, disburse, inQ2, refused, when } from '../testing.fixture.ts';
import { accept, request, units } from './chain.fixture.ts';
import { documentsAfter, stagesAfter } from './standing.fixture.ts';

const ordered = [...budget1000, commit('PO-1', '600.00')];
const three = [...budget1000, commit('PO-1', '100.00', { quantity: units('3') })];

describe('accepting work', () => {
  it('is owed now: of the commitment, and nothing more of the line', () => {
    const some = [...ordered, accept('AC-1', 'PO-1', { amount: baht('200.00') })];
    expect(stagesAfter(some)).toEqual({
      preCommitted: '0.00',
      committed: '600.00',
      accepted: '200.00',
      disbursed: '0.00',
      available: '400.00',
    });
    expect(documentsAfter(some)).toMatchObject({
      commitments: { 'PO-1': '400.00' },
      acceptances: { 'AC-1': '200.00' },
    });
  });

  it('takes all that is outstanding when neither amount nor units are given', () => {
    expect(documentsAfter([...ordered, accept('AC-1', 'PO-1')])).toMatchObject({
      commitments: { 'PO-1': '0.00' },
      acceptances: { 'AC-1': '600.00' },
    });
  });

  it('returns the rest of the order to the line when nothing more will come', () => {
    const last = accept('AC-1', 'PO-1', { amount: baht('500.00'), final: true });
    expect(when(ordered, last)).toMatchObject([
      { type: 'WorkAccepted', data: { amount: '500.00', draws: { amount: '500.00', closed: '100.00' } } },
      { type: 'CommitmentReleased', data: { commitment: 'PO-1', amount: '100.00', closedBy: 'AC-1' } },
    ]);
    expect(stagesAfter([...ordered, last])).toMatchObject({
      committed: '500.00',
      accepted: '500.00',
      available: '500.00',
    });
  });

  it('comes to the share of the units when no amount is given, and the last unit takes the rest', () => {
    const one = (number: string) => accept(number, 'PO-1', { quantity: units('1') });
    expect(documentsAfter([...three, one('1'), one('2'), one('3')])).toMatchObject({
      commitments: { 'PO-1': '0.00 for 0' },
      acceptances: { 1: '33.33 for 1', 2: '33.34 for 1', 3: '33.33 for 1' },
    });
  });

  it('comes to no more than its units do, whatever is left of the order', () => {
    const dearer = accept('AC-1', 'PO-1', { quantity: units('1'), amount: baht('40.00') });
    expect(refused(three, dearer)).toMatchObject({
      code: 'commitment-exceeded',
      details: { quantity: '1', requested: '40.00', outstanding: '33.33', shortBy: '6.67' },
    });
  });

  it.each([
    ['33.34', '33.33', '33.33'],
    ['33.33', '33.34', '33.33'],
    ['33.33', '33.33', '33.34'],
  ])('is invoiced in thirds of %s, %s and %s, and leaves no satang', (...amounts) => {
    const thirds = amounts.map((amount, index) =>
      accept(String(index), 'PO-1', { quantity: units('1'), amount: baht(amount) }),
    );
    expect(documentsAfter([...three, ...thirds]).commitments).toEqual({ 'PO-1': '0.00 for 0' });
    expect(stagesAfter([...three, ...thirds])).toMatchObject({ accepted: '100.00', available: '900.00' });
  });

  it('accepts no more than the order, neither money nor units', () => {
    expect(refused(ordered, accept('AC-1', 'PO-1', { amount: baht('600.01') }))).toMatchObject({
      code: 'commitment-exceeded',
      details: { outstanding: '600.00', shortBy: '0.01' },
    });
    expect(refused(three, accept('AC-1', 'PO-1', { quantity: units('4') })).code).toBe('quantity-exceeded');
  });

  it('lies not before the order', () => {
    const early = accept('AC-1', 'PO-1', { effectiveOn: day('2025-11-14') });
    expect(refused(ordered, early)).toMatchObject({
      code: 'date-before-commitment',
      details: { expected: '2025-11-15' },
    });
  });

  it('keeps when it is to be paid, and the invoice', () => {
    const more = { dueOn: inQ2, invoice: 'INV-77', description: 'งวดที่ 1' };
    expect(when(ordered, accept('AC-1', 'PO-1', { ...more, amount: baht('1.00') }))).toMatchObject([
      { data: more },
    ]);
  });

  it('counts units where it names some: none at all is not a quantity', () => {
    expect(refused(three, accept('AC-1', 'PO-1', { quantity: units('0') }))).toMatchObject({
      code: 'amount-not-positive',
      details: { given: '0' },
    });
    const uncounted = { quantity: units('0') };
    expect(refused(budget1000, commit('PO-1', '1.00', uncounted)).code).toBe('amount-not-positive');
    expect(refused(budget1000, request('PR-1', '1.00', uncounted)).code).toBe('amount-not-positive');
    expect(refused(three, disburse('V-1', '1.00', { commitment: 'PO-1', ...uncounted })).code).toBe(
      'amount-not-positive',
    );
  });

  it('is refused for units that come to nothing', () => {
    const cheap = [...budget1000, commit('PO-1', '0.01', { quantity: units('3') })];
    expect(refused(cheap, accept('AC-1', 'PO-1', { quantity: units('1') })).code).toBe('amount-not-positive');
  });
});

const accepted = [...ordered, accept('AC-1', 'PO-1', { amount: baht('200.00') })];
const pay = (number: string, amount: string, changes: Parameters<typeof disburse>[2] = {}) =>
  disburse(number, amount, { acceptance: 'AC-1', line: undefined, ...changes });

describe('paying what was accepted', () => {
  it('pays a part; the rest is still owed', () => {
    const part = [...accepted, pay('V-1', '150.00')];
    expect(stagesAfter(part)).toEqual({
      preCommitted: '0.00',
      committed: '450.00',
      accepted: '50.00',
      disbursed: '150.00',
      available: '400.00',
    });
    expect(documentsAfter(part).acceptances).toEqual({ 'AC-1': '50.00' });
  });

  it('settles it with less, and the rest returns to the line, not to the order', () => {
    const last = pay('V-1', '190.00', { final: true });
    expect(when(accepted, last)).toMatchObject([
      { type: 'DisbursementMade', data: { acceptance: 'AC-1', amount: '190.00', closed: '10.00' } },
      { type: 'AcceptanceReleased', data: { acceptance: 'AC-1', amount: '10.00', closedBy: 'V-1' } },
    ]);
    expect(stagesAfter([...accepted, last])).toEqual({
      preCommitted: '0.00',
      committed: '400.00',
      accepted: '0.00',
      disbursed: '190.00',
      available: '410.00',
    });
  });

  it('pays no more than was accepted', () => {
    expect(refused(accepted, pay('V-1', '200.01'))).toMatchObject({
      code: 'acceptance-exceeded',
      details: { acceptance: 'AC-1', shortBy: '0.01' },
    });
  });

  it('uses the budget by the whole payment, whatever is kept back of the cash', () => {
    const withheld = [
      { kind: 'retention', amount: baht('10.00'), number: 'RT-1' },
      { kind: 'withholding-tax', amount: baht('2.00') },
    ] as const;
    const paid = [...accepted, pay('V-1', '200.00', { withheld })];
    expect(stagesAfter(paid)).toMatchObject({ accepted: '0.00', disbursed: '200.00', available: '400.00' });
    expect(when(accepted, pay('V-1', '200.00', { withheld }))).toMatchObject([
      {
        data: { amount: '200.00', withheld: [{ amount: '10.00', number: 'RT-1' }, { amount: '2.00' }] },
      },
    ]);
  });

  it('keeps back no more than is paid, and nothing of zero', () => {
    const keep = (...amounts: string[]) =>
      pay('V-1', '10.00', {
        withheld: amounts.map((amount) => ({ kind: 'late-fine', amount: baht(amount) })),
      });
    expect(refused(accepted, keep('5.00', '5.01'))).toMatchObject({
      code: 'withheld-exceeds-payment',
      details: { withheld: '10.01', amount: '10.00' },
    });
    expect(refused(accepted, keep('0.00')).code).toBe('withheld-exceeds-payment');
    expect(when(accepted, keep('5.00', '5.00'))).toHaveLength(1);
  });

  it('lies not before the acceptance', () => {
    const early = pay('V-1', '1.00', { effectiveOn: day('2025-11-14') });
    expect(refused(accepted, early).code).toBe('date-before-document');
  });
});
