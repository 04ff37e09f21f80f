import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Quantity, type Satang, ZERO } from '#kernel';
import { baht } from '../testing.fixture.ts';
import { units } from './chain.fixture.ts';
import { type Liquidation, liquidate, restoredBy } from './liquidate.ts';

const held = (amount: string, quantity?: string) => ({
  outstanding: baht(amount),
  outstandingQuantity: quantity === undefined ? undefined : units(quantity),
  quantity: quantity === undefined ? undefined : units(quantity),
});
const nothing = { allowedExcess: ZERO };

/** What must not have been refused. */
function taken(outcome: ReturnType<typeof liquidate>): Liquidation {
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}

describe('what a later document takes by amount', () => {
  it('is its amount, up to all that is outstanding', () => {
    expect(liquidate(held('100.00'), { ...nothing, amount: baht('99.99') })).toEqual({
      drawn: 9999,
      closed: 0,
    });
    expect(liquidate(held('100.00'), { ...nothing, amount: baht('100.00') })).toEqual({
      drawn: 10_000,
      closed: 0,
    });
    expect(liquidate(held('100.00'), { ...nothing, amount: baht('100.01') })).toBe('amount-exceeded');
  });

  it('is all that is outstanding when no amount is given', () => {
    expect(liquidate(held('100.00'), nothing)).toEqual({ drawn: 10_000, closed: 0 });
  });

  it('closes what a final document leaves', () => {
    expect(liquidate(held('100.00'), { ...nothing, amount: baht('60.00'), final: true })).toEqual({
      drawn: 6000,
      closed: 4000,
    });
  });

  it('takes the units along with the last of the money, and leaves them with a part of it', () => {
    const three = held('300.00', '3');
    expect(liquidate(three, { ...nothing, amount: baht('300.00') })).toMatchObject({ quantity: 30_000 });
    expect(liquidate(three, { ...nothing, amount: baht('1.00'), final: true })).toMatchObject({
      quantity: 30_000,
    });
    expect(liquidate(three, { ...nothing, amount: baht('299.99') })).not.toHaveProperty('quantity');
  });

  it('draws new budget for what exceeds it, within what the policy allows', () => {
    const asked = { amount: baht('110.00'), allowedExcess: baht('10.00') };
    expect(liquidate(held('100.00'), asked)).toEqual({ drawn: 10_000, closed: 0 });
    expect(liquidate(held('100.00'), { ...asked, amount: baht('110.01') })).toBe('amount-exceeded');
  });
});

describe('what a later document takes by quantity', () => {
  it('is the share of its units, however little they cost now', () => {
    const three = held('100.00', '3');
    const one = { ...nothing, quantity: units('1') };
    expect(liquidate(three, one)).toEqual({ drawn: 3333, quantity: 10_000, closed: 0 });
    expect(liquidate(three, { ...one, amount: baht('20.00') })).toMatchObject({ drawn: 3333 });
  });

  it('is refused when the units cost more than their share', () => {
    const ten = held('100.00', '10');
    const some = (quantity: string, amount: string) =>
      liquidate(ten, { ...nothing, quantity: units(quantity), amount: baht(amount) });
    expect(some('1', '10.00')).toMatchObject({ drawn: 1000 });
    expect(some('1', '10.01')).toBe('amount-exceeded');
    expect(some('10', '100.01')).toBe('amount-exceeded');
    expect(some('0.0001', '5000.00')).toBe('amount-exceeded');
  });

  it('may be rounded up or down to the satang', () => {
    const one = { ...nothing, quantity: units('1') };
    const third = (amount: string) => liquidate(held('100.00', '3'), { ...one, amount: baht(amount) });
    expect(third('33.34')).toMatchObject({ drawn: 3334 });
    expect(third('33.33')).toMatchObject({ drawn: 3333 });
    expect(third('33.35')).toBe('amount-exceeded');
  });

  it('exceeds, in parts, no further than the document as a whole may be exceeded', () => {
    const tenth = { allowedExcess: baht('10.00') };
    const one = { ...tenth, quantity: units('1') };
    expect(liquidate(held('100.00', '10'), { ...one, amount: baht('11.00') })).toMatchObject({ drawn: 1000 });
    expect(liquidate(held('100.00', '10'), { ...one, amount: baht('11.01') })).toBe('amount-exceeded');
    const last = { ...held('10.00', '1'), quantity: units('10') };
    expect(liquidate(last, { ...tenth, amount: baht('11.00') })).toMatchObject({ drawn: 1000 });
    expect(liquidate(last, { ...tenth, amount: baht('11.01') })).toBe('amount-exceeded');
  });

  it('is rounded half-up, and may come to nothing', () => {
    const one = { ...nothing, quantity: units('1') };
    expect(liquidate(held('0.01', '2'), one)).toMatchObject({ drawn: 1 });
    expect(liquidate(held('0.01', '3'), one)).toMatchObject({ drawn: 0 });
  });

  it('is no more units than are outstanding', () => {
    expect(liquidate(held('100.00', '3'), { ...nothing, quantity: units('3.0001') })).toBe(
      'quantity-exceeded',
    );
  });

  it('closes the other units with a final document', () => {
    const asked = { ...nothing, quantity: units('1'), final: true };
    expect(liquidate(held('90.00', '3'), asked)).toEqual({ drawn: 3000, quantity: 30_000, closed: 6000 });
  });

  const amounts = fc.integer({ min: 1, max: 10_000_000_00 }).map((amount) => amount as Satang);
  const parts = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 20 });

  it('leaves no residue, is never below zero and never above what is outstanding, however it is split', () => {
    fc.assert(
      fc.property(amounts, parts, (amount, quantities) => {
        let outstanding: number = amount;
        let left = quantities.reduce((all, part) => all + part, 0);
        for (const quantity of quantities) {
          const { drawn } = taken(
            liquidate(
              {
                outstanding: outstanding as Satang,
                outstandingQuantity: left as Quantity,
                quantity: left as Quantity,
              },
              { ...nothing, quantity: quantity as Quantity },
            ),
          );
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThanOrEqual(outstanding);
          outstanding -= drawn;
          left -= quantity;
        }
        expect([outstanding, left]).toEqual([0, 0]);
      }),
    );
  });

  it('takes everything with the last unit', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1_000_000 }), (outstanding, quantity) => {
        const all = quantity as Quantity;
        expect(
          liquidate({ outstanding, outstandingQuantity: all, quantity: all }, { ...nothing, quantity: all }),
        ).toMatchObject({ drawn: outstanding, closed: 0 });
      }),
    );
  });

  it('draws and closes together all that is outstanding when it is final', () => {
    fc.assert(
      fc.property(amounts, parts, (outstanding, quantities) => {
        const all = quantities.reduce((sum, part) => sum + part, 0) as Quantity;
        const { drawn, closed, quantity } = taken(
          liquidate(
            { outstanding, outstandingQuantity: all, quantity: all },
            { ...nothing, quantity: quantities[0] as Quantity, final: true },
          ),
        );
        expect([drawn + closed, quantity]).toEqual([outstanding, all]);
      }),
    );
  });
});

describe('what comes back of a draw', () => {
  it('is its share, and the last part brings all that is left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 10 }),
        (drawn, parts) => {
          let [left, whole] = [drawn, parts.reduce((all, part) => all + part, 0)];
          for (const part of parts) {
            const back = restoredBy(left as Satang, part as Satang, whole as Satang);
            expect(back).toBeGreaterThanOrEqual(0);
            expect(back).toBeLessThanOrEqual(left);
            left -= back;
            whole -= part;
          }
          expect(left).toBe(0);
        },
      ),
    );
  });
});
