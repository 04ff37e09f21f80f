import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import { after, baht, budget1000, commit, disburse, inQ2, refused, when } from '../testing.fixture.ts';
import { guarantee, returnHeld } from './cash.fixture.ts';
import { cashHeld } from './cash-held.ts';

const keeping = (voucher: string, amount: string, commitment?: string) =>
  disburse(voucher, '100.00', {
    commitment,
    ...(commitment === undefined ? {} : { line: undefined }),
    withheld: [{ kind: 'retention', amount: baht(amount), number: 'RT-1' }],
  });
const ordered: readonly AccountCommand[] = [
  ...budget1000,
  commit('PO-1', '300.00'),
  commit('PO-2', '300.00'),
  guarantee('G-1', '20.00', { commitment: 'PO-1' }),
];
const all = (number: string) => returnHeld(number, '1.00', { amount: undefined });
const takeBack = (disbursement: string, amount?: string): AccountCommand => ({
  type: 'reverse-disbursement',
  disbursement,
  amount: amount === undefined ? undefined : baht(amount),
  reason: 'จ่ายผิด',
  effectiveOn: inQ2,
});
const held = (...commands: readonly AccountCommand[]) => cashHeld(after([...ordered, ...commands]).state);

describe('the list of cash that is held', () => {
  it('names guarantees and retentions with their order, and adds up what payments kept under one number', () => {
    expect(held(keeping('V-1', '5.00', 'PO-1'), keeping('V-2', '3.00', 'PO-1'))).toEqual([
      { number: 'G-1', kind: 'guarantee', amount: 2_000, commitment: 'PO-1' },
      { number: 'RT-1', kind: 'retention', amount: 800, commitment: 'PO-1' },
    ]);
  });

  it('names no order where there is none, or more than one', () => {
    const withoutOrder = [{ number: 'RT-1', kind: 'retention', amount: 800 }];
    expect(held(keeping('V-1', '5.00', 'PO-1'), keeping('V-2', '3.00', 'PO-2')).slice(1)).toEqual(
      withoutOrder,
    );
    expect(held(keeping('V-1', '8.00')).slice(1)).toEqual(withoutOrder);
  });

  it('leaves out what is given back, all of it when no amount is said', () => {
    expect(when(ordered, all('G-1'))).toMatchObject([{ data: { amount: '20.00' } }]);
    expect(held(all('G-1'))).toEqual([]);
    expect(refused([...ordered, all('G-1')], all('G-1')).code).toBe('amount-not-positive');
  });

  it('keeps on the guarantee the day on which it may be given back', () => {
    const due = guarantee('G-2', '1.00', { dueOn: inQ2 });
    expect(when(ordered, due)).toMatchObject([{ data: { guarantee: 'G-2', dueOn: '2026-02-15' } }]);
  });
});

describe('taking back a payment of which a retention was kept', () => {
  const paid = [...ordered, keeping('V-1', '5.00', 'PO-1')];

  it('gives the retention up with the whole payment', () => {
    expect(held(keeping('V-1', '5.00', 'PO-1'), takeBack('V-1')).map(({ number }) => number)).toEqual([
      'G-1',
    ]);
  });

  it('is refused as a whole once any of the retention was given back, in one step or in two', () => {
    const given = [...paid, returnHeld('RT-1', '0.01')];
    expect(refused(given, takeBack('V-1'))).toMatchObject({
      code: 'retention-returned',
      kind: 'rule',
      details: { disbursement: 'V-1', number: 'RT-1', retained: '5.00', held: '4.99' },
    });
    expect(when(given, takeBack('V-1', '99.99'))).toHaveLength(1);
    expect(refused([...given, takeBack('V-1', '99.99')], takeBack('V-1', '0.01')).code).toBe(
      'retention-returned',
    );
  });

  it('is possible while what other payments kept under the number covers what was given back', () => {
    const two = [...paid, keeping('V-2', '5.00', 'PO-1'), returnHeld('RT-1', '5.00')];
    expect(when(two, takeBack('V-1'))).toHaveLength(1);
    expect(refused([...two, takeBack('V-1')], takeBack('V-2')).code).toBe('retention-returned');
  });
});
