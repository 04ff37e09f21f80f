import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatBaht, type Satang } from '#kernel';
import { commandOf } from '../catalogue/catalogue.ts';
import { readForm } from './read-form.ts';
import { countOf, type Values, withoutMember } from './values.ts';

const shapeOf = (id: string) => {
  const shape = commandOf(id);
  if (!shape) throw new Error(`there is no command ${id}`);
  return shape;
};
const commit = shapeOf('commitmentMake');
const TYPED: Values = {
  fiscalYear: '๒๕๖๙',
  project: 'P01',
  commitment: 'PO-1',
  amount: '฿ ๑,๒๓๔.๕๐ บาท',
  'line.fundSource': 'annual-appropriation',
  'line.category': 'operating',
  'effectiveOn.day': '30',
  'effectiveOn.month': 'ธ.ค.',
  'effectiveOn.year': '68',
};

describe('a form', () => {
  it('is read as the ledger takes it, whatever digits and eras it was typed in', () => {
    expect(readForm(commit, TYPED)).toEqual({
      params: { fiscalYear: '2569', project: 'P01' },
      body: {
        commitment: 'PO-1',
        amount: '1234.50',
        line: { fundSource: 'annual-appropriation', category: 'operating' },
        effectiveOn: '2025-12-30',
      },
      faults: [],
    });
  });

  it('names every field that is missing, in the order of the form', () => {
    const { faults } = readForm(shapeOf('budgetAllocate'), { project: 'P01' });
    expect(faults).toEqual([
      { path: 'fiscalYear', code: 'missing' },
      { path: 'effectiveOn', code: 'missing' },
      { path: 'line.fundSource', code: 'missing' },
      { path: 'line.category', code: 'missing' },
      { path: 'amount', code: 'missing' },
    ]);
  });

  it('refuses an amount that can be read in two ways, and says which', () => {
    const { faults } = readForm(commit, { ...TYPED, amount: '1.234,56' });
    expect(faults).toEqual([
      { path: 'amount', code: 'typed-amount-ambiguous', couldMean: ['123456.00', '1234.56'] },
    ]);
  });

  it('leaves an optional part out while nothing is typed in it, and wants it whole once something is', () => {
    const foreign = { ...TYPED, 'foreign.currency': 'USD' };
    expect(readForm(commit, foreign).faults.map(({ path }) => path)).toEqual([
      'foreign.foreignAmount',
      'foreign.rate',
    ]);
    expect(readForm(commit, { ...TYPED, 'foreign.currency': ' ' }).body).not.toHaveProperty('foreign');
  });

  it('reads documents of several lines, and takes one of them out again', () => {
    const line = (at: number, amount: string): Values => ({
      [`lines.${at}.fiscalYear`]: '2569',
      [`lines.${at}.project`]: 'P01',
      [`lines.${at}.line.fundSource`]: 'a',
      [`lines.${at}.line.category`]: 'b',
      [`lines.${at}.amount`]: amount,
    });
    const values = {
      ...TYPED,
      request: 'PR-1',
      'lines.length': '3',
      ...line(0, '1'),
      ...line(1, '2'),
      ...line(2, '3'),
    };
    const amounts = (typed: Values) =>
      (readForm(shapeOf('documentRequest'), typed).body['lines'] as { amount: string }[]).map(
        ({ amount }) => amount,
      );
    expect(amounts(values)).toEqual(['1.00', '2.00', '3.00']);
    const fewer = withoutMember(values, 'lines', 1);
    expect([countOf(fewer, 'lines'), amounts(fewer)]).toEqual([2, ['1.00', '3.00']]);
  });

  it('keeps every satang of every amount, typed plain or grouped', () => {
    const groups = (digits: string) => digits.replaceAll(/\B(?=(?:\d{3})+(?!\d))/g, ',');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (satang) => {
        const baht = formatBaht(satang as Satang);
        const [whole = '', part = ''] = baht.split('.');
        for (const amount of [baht, `${groups(whole)}.${part}`, `฿${groups(whole)}.${part}`]) {
          expect(readForm(commit, { ...TYPED, amount }).body['amount']).toBe(baht);
        }
      }),
    );
  });
});
