import { describe, expect, it } from '@jest/globals';
import { refusalOf, under } from '../control/control.fixture.ts';
import { budget1000, capital, commit, inQ1, operating, refused, when } from '../testing.fixture.ts';
import { request, units } from './chain.fixture.ts';
import { documentsAfter, stagesAfter } from './standing.fixture.ts';

const asked = [...budget1000, request('PR-1', '300.00')];
const order = (number: string, amount: string, changes: Parameters<typeof commit>[2] = {}) =>
  commit(number, amount, { request: 'PR-1', line: undefined, ...changes });

describe('an order out of a request', () => {
  it('turns what the request holds into an obligation; nothing more of the line is used', () => {
    const ordered = [...asked, order('PO-1', '300.00')];
    expect(when(asked, order('PO-1', '300.00'))).toEqual([
      {
        type: 'CommitmentMade',
        effectiveOn: inQ1,
        data: {
          commitment: 'PO-1',
          line: operating,
          amount: '300.00',
          draws: { request: 'PR-1', amount: '300.00' },
        },
      },
    ]);
    expect(stagesAfter(ordered)).toMatchObject({
      preCommitted: '0.00',
      committed: '300.00',
      available: '700.00',
    });
  });

  it('leaves the rest with the request, for further orders', () => {
    const split = [...asked, order('PO-1', '100.00'), order('PO-2', '150.00')];
    expect(documentsAfter(split)).toMatchObject({
      requests: { 'PR-1': '50.00' },
      commitments: { 'PO-1': '100.00', 'PO-2': '150.00' },
    });
    expect(stagesAfter(split)).toMatchObject({
      preCommitted: '50.00',
      committed: '250.00',
      available: '700.00',
    });
    expect(refused(split, order('PO-3', '50.01'))).toMatchObject({
      code: 'request-exceeded',
      details: { request: 'PR-1', outstanding: '50.00', shortBy: '0.01' },
    });
  });

  it('gives the rest back to the line when it is the final one', () => {
    const last = order('PO-1', '280.00', { final: true });
    expect(when(asked, last)).toMatchObject([
      { type: 'CommitmentMade', data: { draws: { amount: '280.00', closed: '20.00' } } },
      { type: 'RequestReleased', data: { request: 'PR-1', amount: '20.00', closedBy: 'PO-1' } },
    ]);
    expect(stagesAfter([...asked, last])).toMatchObject({
      preCommitted: '0.00',
      committed: '280.00',
      available: '720.00',
    });
  });

  it('writes no release when the final one takes all', () => {
    expect(when(asked, order('PO-1', '300.00', { final: true }))).toHaveLength(1);
  });

  it('is made even when the rest of the line is spent: its money was held', () => {
    const spent = [...asked, commit('PO-0', '700.00')];
    expect(when(spent, order('PO-1', '300.00'))).toHaveLength(1);
    expect(refused(spent, commit('PO-2', '0.01')).code).toBe('budget-exceeded');
  });

  it('takes each item of the request by its own line', () => {
    const items = [
      ...budget1000,
      request('PR-1', '10.00', { item: '1' }),
      request('PR-1', '20.00', { item: '2' }),
      order('PO-1', '20.00', { item: '7', requestItem: '2' }),
    ];
    expect(documentsAfter(items)).toMatchObject({
      requests: { 'PR-1/1': '10.00', 'PR-1/2': '0.00' },
      commitments: { 'PO-1/7': '20.00' },
    });
    expect(refused(items, order('PO-2', '1.00'))).toMatchObject({ code: 'request-unknown' });
  });

  it('stays on the line of the request', () => {
    expect(refused(asked, order('PO-1', '1.00', { line: capital })).code).toBe(
      'line-differs-from-commitment',
    );
  });
});

describe('an order by quantity out of a request by quantity', () => {
  const dearUnits = under({ excess: { percent: '15' } });
  const five = [...budget1000, request('PR-1', '500.00', { quantity: units('5') })];
  const two = (amount: string, changes = {}) => order('PO-1', amount, { quantity: units('2'), ...changes });

  it('is refused at a higher price: an order above its request is one of its own', () => {
    expect(refused(five, two('200.01'))).toMatchObject({
      code: 'request-exceeded',
      details: { quantity: '2', requested: '200.01', outstanding: '200.00', shortBy: '0.01' },
    });
  });

  it('frees the share of its units, and draws on the line what they may cost beyond it', () => {
    const dearer = [...five, two('230.00')];
    expect(documentsAfter(dearer, dearUnits)).toMatchObject({
      requests: { 'PR-1': '300.00 for 3' },
      commitments: { 'PO-1': '230.00 for 2' },
    });
    expect(stagesAfter(dearer, dearUnits)).toMatchObject({
      preCommitted: '300.00',
      committed: '230.00',
      available: '470.00',
    });
  });

  it('gives back to the line what they cost less', () => {
    expect(stagesAfter([...five, two('150.00')])).toMatchObject({
      preCommitted: '300.00',
      committed: '150.00',
      available: '550.00',
    });
  });

  it('is refused when the line cannot bear the higher price, by the difference alone', () => {
    const short = [...five, commit('PO-0', '490.00')];
    expect(refusalOf(short, two('210.01'), dearUnits)).toMatchObject({
      code: 'budget-exceeded',
      details: { available: '10.00', requested: '10.01', shortBy: '0.01' },
    });
    expect(when(short, two('210.00'), dearUnits)).toHaveLength(1);
  });

  it('leaves no satang with the last unit', () => {
    const thirds = [...budget1000, request('PR-1', '100.00', { quantity: units('3') })];
    const one = (number: string) => order(number, '33.00', { quantity: units('1') });
    expect(documentsAfter([...thirds, one('1'), one('2')]).requests).toEqual({ 'PR-1': '33.33 for 1' });
    expect(documentsAfter([...thirds, one('1'), one('2'), one('3')]).requests).toEqual({
      'PR-1': '0.00 for 0',
    });
    expect(stagesAfter([...thirds, one('1'), one('2'), one('3')])).toMatchObject({
      preCommitted: '0.00',
      available: '901.00',
    });
  });

  it('closes the other units when it is final', () => {
    expect(documentsAfter([...five, two('200.00', { final: true })]).requests).toEqual({
      'PR-1': '0.00 for 0',
    });
  });

  it('orders no more units than are asked for', () => {
    expect(refused(five, order('PO-1', '1.00', { quantity: units('5.5') }))).toMatchObject({
      code: 'quantity-exceeded',
      details: { requested: '5.5', outstanding: '5' },
    });
  });

  it('takes a unit whose share is nothing for the next satang, and for no more', () => {
    const cheap = [...budget1000, request('PR-1', '0.01', { quantity: units('3') })];
    const one = (amount: string) => order('PO-1', amount, { quantity: units('1') });
    expect(stagesAfter([...cheap, one('0.01')])).toMatchObject({ preCommitted: '0.00', committed: '0.01' });
    expect(refused(cheap, one('0.02')).code).toBe('request-exceeded');
  });
});
