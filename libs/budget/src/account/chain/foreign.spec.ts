import { describe, expect, it } from '@jest/globals';
import { baht, budget1000, commit, disburse, inQ2, refused, when } from '../testing.fixture.ts';
import { accept, request, units } from './chain.fixture.ts';
import { documentsAfter, stagesAfter } from './standing.fixture.ts';

const dollars = (amount: string) => ({ currency: 'USD', amount });
const booked = (amount: string, rate: string) => ({ ...dollars(amount), rate });

/** 10 dollars at 33.3333, so that every part has to be rounded. */
const ordered = [...budget1000, commit('PO-1', '333.33', { foreign: booked('10.00', '33.3333') })];
const pay = (number: string, cash: string, foreign: string, changes = {}) =>
  disburse(number, cash, { commitment: 'PO-1', foreign: dollars(foreign), ...changes });

describe('an order in foreign currency', () => {
  it('is booked at its rate, to the satang', () => {
    expect(
      refused(budget1000, commit('PO-1', '333.34', { foreign: booked('10.00', '33.3333') })),
    ).toMatchObject({ code: 'foreign-amount-differs', details: { expected: '333.33', given: '333.34' } });
    expect(documentsAfter(ordered).commitments).toEqual({ 'PO-1': '333.33 for 10' });
  });

  it('rounds half-up', () => {
    const half = (amount: string) => commit('PO-1', amount, { foreign: booked('1.00', '10.005') });
    expect(when(budget1000, half('10.01'))).toHaveLength(1);
    expect(refused(budget1000, half('10.00')).code).toBe('foreign-amount-differs');
  });

  it('uses the budget at the rate of the order; a later rate only makes a difference in cash', () => {
    const dearer = pay('V-1', '150.00', '4.00');
    expect(when(ordered, dearer)).toMatchObject([
      {
        data: { amount: '133.33', exchangeDifference: '16.67', foreign: dollars('4.00'), quantity: '4' },
      },
    ]);
    expect(stagesAfter([...ordered, dearer])).toMatchObject({
      committed: '200.00',
      disbursed: '133.33',
      available: '666.67',
    });
    expect(when(ordered, pay('V-1', '120.00', '4.00'))).toMatchObject([
      { data: { amount: '133.33', exchangeDifference: '-13.33' } },
    ]);
    expect(when(ordered, pay('V-1', '133.33', '4.00'))[0]?.data).not.toHaveProperty('exchangeDifference');
  });

  it('leaves no satang with the last part', () => {
    const parts = [
      ...ordered,
      pay('1', '90.00', '3.33'),
      pay('2', '90.00', '3.33'),
      pay('3', '90.00', '3.34'),
    ];
    expect(documentsAfter(parts).commitments).toEqual({ 'PO-1': '0.00 for 0' });
    expect(stagesAfter(parts)).toMatchObject({
      committed: '0.00',
      disbursed: '333.33',
      available: '666.67',
    });
  });

  it('is used through its acceptance in the same way', () => {
    const accepted = [...ordered, accept('AC-1', 'PO-1', { foreign: dollars('5.00') })];
    expect(documentsAfter(accepted)).toMatchObject({
      commitments: { 'PO-1': '166.66 for 5' },
      acceptances: { 'AC-1': '166.67 for 5' },
    });
    const settled = disburse('V-1', '200.00', {
      acceptance: 'AC-1',
      line: undefined,
      foreign: dollars('5.00'),
    });
    expect(when(accepted, settled)).toMatchObject([
      { data: { amount: '166.67', exchangeDifference: '33.33' } },
    ]);
    expect(stagesAfter([...accepted, settled])).toMatchObject({
      committed: '166.66',
      accepted: '0.00',
      disbursed: '166.67',
      available: '666.67',
    });
  });

  it('holds no more than its foreign amount', () => {
    expect(refused(ordered, pay('V-1', '1.00', '10.01')).code).toBe('quantity-exceeded');
    expect(refused(ordered, accept('AC-1', 'PO-1', { foreign: dollars('10.01') })).code).toBe(
      'quantity-exceeded',
    );
  });

  it('is refused before it is booked when its foreign amount cannot be counted', () => {
    const large = { currency: 'IDR', amount: '123456789012.00', rate: '0.000000001' };
    expect(refused(budget1000, commit('PO-1', '123.46', { foreign: large })).code).toBe('quantity-malformed');
    const padded = booked('0010.00', '33.3333');
    expect(refused(budget1000, request('PR-1', '333.33', { foreign: padded })).code).toBe(
      'quantity-malformed',
    );
  });

  it('has to be there before it is paid in any currency', () => {
    const stray = disburse('V-1', '1.00', { commitment: 'PO-9', foreign: dollars('1.00') });
    expect(refused(ordered, stray).code).toBe('commitment-unknown');
  });

  it('is paid in its own currency', () => {
    const euros = disburse('V-1', '1.00', {
      commitment: 'PO-1',
      foreign: { currency: 'EUR', amount: '1.00' },
    });
    expect(refused(ordered, euros)).toMatchObject({
      code: 'currency-differs',
      details: { currency: 'EUR', expected: 'USD' },
    });
    const inBaht = [...budget1000, commit('PO-1', '100.00')];
    expect(refused(inBaht, pay('V-1', '1.00', '1.00'))).toMatchObject({
      code: 'currency-differs',
      details: { currency: 'USD', expected: 'THB' },
    });
  });

  it('is whole again when its payment is taken back', () => {
    const back = {
      type: 'reverse-disbursement',
      disbursement: 'V-1',
      reason: 'ผิด',
      effectiveOn: inQ2,
    } as const;
    const paid = [...ordered, pay('V-1', '150.00', '4.00')];
    expect(documentsAfter([...paid, back])).toEqual(documentsAfter(ordered));
    expect(stagesAfter([...paid, back])).toEqual(stagesAfter(ordered));
  });

  it('closes the rest of its foreign amount when it is final', () => {
    const last = [...ordered, pay('V-1', '120.00', '4.00', { final: true })];
    expect(documentsAfter(last).commitments).toEqual({ 'PO-1': '0.00 for 0' });
    expect(stagesAfter(last)).toMatchObject({ committed: '0.00', disbursed: '133.33', available: '866.67' });
  });
});

describe('an order in foreign currency that also counts its pieces', () => {
  const pieces = [
    ...budget1000,
    commit('PO-1', '333.33', { foreign: booked('10.00', '33.3333'), quantity: units('5') }),
  ];

  it('is used by its foreign amount; the pieces are only noted', () => {
    const part = accept('AC-1', 'PO-1', { foreign: dollars('8.00'), quantity: units('4') });
    expect(documentsAfter([...pieces, part])).toMatchObject({
      commitments: { 'PO-1': '66.67 for 2' },
      acceptances: { 'AC-1': '266.66 for 8' },
    });
  });

  it('takes pieces alone by amount: one of them is not one dollar', () => {
    const part = accept('AC-1', 'PO-1', { amount: baht('60.00'), quantity: units('1') });
    expect(documentsAfter([...pieces, part]).commitments).toEqual({ 'PO-1': '273.33 for 10' });
  });
});

describe('an order out of a request in foreign currency', () => {
  const asked = [...budget1000, request('PR-1', '350.00', { foreign: booked('10.00', '35.00') })];
  const order = (amount: string, changes: Parameters<typeof commit>[2]) =>
    commit('PO-1', amount, { request: 'PR-1', line: undefined, ...changes });

  it('frees what was held for its foreign amount, and draws or frees the difference of the rates', () => {
    const dearer = [...asked, order('144.00', { foreign: booked('4.00', '36.00') })];
    expect(documentsAfter(dearer)).toMatchObject({
      requests: { 'PR-1': '210.00 for 6' },
      commitments: { 'PO-1': '144.00 for 4' },
    });
    expect(stagesAfter(dearer)).toMatchObject({ available: '646.00' });
  });

  it('in baht takes its amount, whatever pieces it counts', () => {
    const inBaht = [...asked, order('100.00', { quantity: units('2') })];
    expect(documentsAfter(inBaht)).toMatchObject({
      requests: { 'PR-1': '250.00 for 10' },
      commitments: { 'PO-1': '100.00 for 2' },
    });
  });
});
