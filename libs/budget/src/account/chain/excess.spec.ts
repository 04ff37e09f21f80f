import { describe, expect, it } from '@jest/globals';
import { refusalOf, recordOf, under } from '../control/control.fixture.ts';
import { baht, budget1000, commit, disburse, inQ2, refused } from '../testing.fixture.ts';
import { accept, request, units } from './chain.fixture.ts';
import { documentsAfter, stagesAfter } from './standing.fixture.ts';

/** A later stage may exceed the one before by a tenth, and by 15.00 at most. */
const tenth = under({ excess: { percent: '10', amount: '15.00' } });
const ordered = [...budget1000, commit('PO-1', '100.00')];
const pay = (number: string, amount: string) => disburse(number, amount, { commitment: 'PO-1' });

describe('a later stage that exceeds the earlier one', () => {
  it('is refused without a policy', () => {
    expect(refused(ordered, pay('V-1', '100.01')).code).toBe('commitment-exceeded');
  });

  it('draws the excess on the line, up to what the policy allows', () => {
    expect(stagesAfter([...ordered, pay('V-1', '110.00')], tenth)).toMatchObject({
      committed: '0.00',
      disbursed: '110.00',
      available: '890.00',
    });
    expect(refusalOf(ordered, pay('V-1', '110.01'), tenth)).toMatchObject({ code: 'commitment-exceeded' });
  });

  it('is held to the smaller of the two allowances', () => {
    const large = [...budget1000, commit('PO-1', '500.00')];
    expect(refusalOf(large, pay('V-1', '515.01'), tenth).code).toBe('commitment-exceeded');
    expect(stagesAfter([...large, pay('V-1', '515.00')], tenth).disbursed).toBe('515.00');
  });

  it('holds for an order above its request, and an acceptance above its order', () => {
    const order = commit('PO-1', '110.00', { request: 'PR-1', line: undefined });
    const asked = [...budget1000, request('PR-1', '100.00')];
    expect(stagesAfter([...asked, order], tenth)).toMatchObject({
      preCommitted: '0.00',
      committed: '110.00',
    });
    const work = accept('AC-1', 'PO-1', { amount: baht('105.00') });
    expect(stagesAfter([...ordered, work], tenth)).toMatchObject({ committed: '105.00', accepted: '105.00' });
  });

  it('still has to be on the line, and the record names it', () => {
    const full = [...ordered, commit('PO-2', '895.00')];
    expect(refusalOf(full, pay('V-1', '105.01'), tenth)).toMatchObject({
      code: 'budget-exceeded',
      details: { requested: '5.01', available: '5.00' },
    });
    expect(recordOf(full, pay('V-1', '105.00'), tenth).balances).toMatchObject([{ requested: '5.00' }]);
  });

  it('is allowed once: what is used up cannot be exceeded again and again', () => {
    const exceeded = [...ordered, pay('V-1', '110.00')];
    const again = () => documentsAfter([...exceeded, pay('V-2', '10.00')], tenth);
    expect(again).toThrow(/10\.00 is asked of the commitment PO-1, 0\.00 is outstanding/);
  });

  it('leaves the order as it was when the payment is taken back', () => {
    const back = {
      type: 'reverse-disbursement',
      disbursement: 'V-1',
      reason: 'ผิด',
      effectiveOn: inQ2,
    } as const;
    expect(stagesAfter([...ordered, pay('V-1', '110.00'), back], tenth)).toEqual(stagesAfter(ordered));
    const part = { ...back, amount: baht('55.00') };
    expect(documentsAfter([...ordered, pay('V-1', '110.00'), part], tenth).commitments).toEqual({
      'PO-1': '50.00',
    });
  });

  it('holds for a delivery by quantity as for one by amount: few units carry no large sum', () => {
    const ten = [...budget1000, commit('PO-1', '100.00', { quantity: units('10') })];
    const some = (amount: string, quantity: string) =>
      disburse('V-1', amount, { commitment: 'PO-1', quantity: units(quantity) });
    expect(refused(ten, some('900.00', '0.0001')).code).toBe('commitment-exceeded');
    expect(refusalOf(ten, some('900.00', '1'), tenth)).toMatchObject({ code: 'commitment-exceeded' });
    expect(stagesAfter([...ten, some('11.00', '1')], tenth)).toMatchObject({
      committed: '90.00',
      disbursed: '11.00',
    });
  });

  it('is no larger for many small deliveries than for a single one', () => {
    const ten = [...budget1000, commit('PO-1', '100.00', { quantity: units('10') })];
    const one = (number: number) =>
      disburse(`V-${number}`, '11.00', { commitment: 'PO-1', quantity: units('1') });
    const all = Array.from({ length: 10 }, (_, index) => one(index));
    expect(stagesAfter([...ten, ...all], tenth)).toMatchObject({ committed: '0.00', disbursed: '110.00' });
    const last = [...ten, ...all.slice(1), pay('V-99', '11.01')];
    expect(() => stagesAfter(last, tenth)).toThrow(/11\.01 is asked of the commitment PO-1, 10\.00/);
  });

  it('does not let more units be taken', () => {
    const three = [...budget1000, commit('PO-1', '100.00', { quantity: units('3') })];
    expect(refusalOf(three, accept('AC-1', 'PO-1', { quantity: units('3.1') }), tenth).code).toBe(
      'quantity-exceeded',
    );
  });
});
