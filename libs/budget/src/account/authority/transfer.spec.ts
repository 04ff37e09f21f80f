import { describe, expect, it } from '@jest/globals';
import { budget1000, capital, commit, inQ2, operating, refused, totals, when } from '../testing.fixture.ts';
import { into, out } from './authority.fixture.ts';

const other = { project: 'P02', line: capital };

describe('moving budget away', () => {
  it('takes it off the line and names where it goes', () => {
    expect(when(budget1000, out('250.00'))).toEqual([
      {
        type: 'BudgetTransferredOut',
        effectiveOn: inQ2,
        data: { transfer: 'T-1', line: operating, amount: '250.00', to: other },
      },
    ]);
    expect(totals([...budget1000, out('250.00')])).toMatchObject({
      allocated: '750.00',
      available: '750.00',
    });
  });

  it('leaves what is committed: not one satang more than is available', () => {
    const used = [...budget1000, commit('PO-1', '400.00')];
    expect(totals([...used, out('600.00')])).toMatchObject({ available: '0.00' });
    expect(refused(used, out('600.01'))).toMatchObject({
      code: 'budget-exceeded',
      details: { line: operating, available: '600.00', shortBy: '0.01' },
    });
  });

  it('goes to another line of the same project, but not to the same line', () => {
    expect(when(budget1000, out('1.00', { to: { project: 'P01', line: capital } }))).toHaveLength(1);
    expect(refused(budget1000, out('1.00', { to: { project: 'P01', line: operating } })).code).toBe(
      'transfer-to-itself',
    );
  });
});

describe('receiving budget', () => {
  it('adds it to the line, also to one that had none', () => {
    expect(when(budget1000, into('250.00', { line: capital }))).toEqual([
      {
        type: 'BudgetTransferredIn',
        effectiveOn: inQ2,
        data: { transfer: 'T-1', line: capital, amount: '250.00', from: other },
      },
    ]);
    expect(totals([...budget1000, into('250.00')])).toMatchObject({ allocated: '1250.00' });
  });
});

describe('taking a transfer back', () => {
  const received = [...budget1000, into('250.00')];
  const back = (amount: string) => out(amount, { transfer: 'T-1-R', reverses: 'T-1' });

  it('moves the same amount the other way, once, and both movements stay', () => {
    expect(totals([...received, back('250.00')])).toMatchObject({ allocated: '1000.00' });
    const again = { ...back('250.00'), transfer: 'T-1-RR' };
    expect(refused([...received, back('250.00')], again).code).toBe('transfer-already-reversed');
  });

  it('takes back the whole transfer, not another amount', () => {
    expect(refused(received, back('100.00')).code).toBe('transfer-unknown');
  });

  it('is refused when what was received is spent meanwhile', () => {
    const spent = [...received, commit('PO-1', '1100.00')];
    expect(refused(spent, back('250.00'))).toMatchObject({
      code: 'budget-exceeded',
      details: { shortBy: '100.00' },
    });
  });
});
