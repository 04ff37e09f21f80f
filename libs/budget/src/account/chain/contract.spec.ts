import { describe, expect, it } from '@jest/globals';
import { baht, budget1000, commit, inQ2, refused, when } from '../testing.fixture.ts';
import { stagesAfter } from './standing.fixture.ts';
import type { TakeUpContractYear } from './take-up-contract-year.ts';

const contract = {
  total: '300.00',
  years: [
    { fiscalYear: 2569, amount: '120.00' },
    { fiscalYear: 2570, amount: '100.00' },
    { fiscalYear: 2571, amount: '80.00' },
  ],
};
const signed = [...budget1000, commit('CT-1', '120.00', { kind: 'contract', contract })];
const takeUp = (fiscalYear: number, amount: string): TakeUpContractYear => ({
  type: 'take-up-contract-year',
  commitment: 'CT-1',
  fiscalYear,
  amount: baht(amount),
  effectiveOn: inQ2,
});
const undo = { type: 'reverse-commitment', commitment: 'CT-1', reason: 'ผิด', effectiveOn: inQ2 } as const;

describe('a contract over several fiscal years', () => {
  it('obliges this year by the part of this year alone', () => {
    expect(stagesAfter(signed)).toMatchObject({ committed: '120.00', available: '880.00' });
  });

  it.each([
    ['what is committed is not the part of this year', '120.01', contract],
    ['the parts do not add up to the total', '120.00', { ...contract, total: '300.01' }],
    ['a year stands twice', '120.00', { ...contract, years: [contract.years[0], contract.years[0]] }],
    [
      'a part is nothing',
      '120.00',
      { ...contract, years: [...contract.years, { fiscalYear: 2572, amount: '0.00' }] },
    ],
    [
      'a part falls to a year that is over',
      '120.00',
      { total: '400.00', years: [...contract.years, { fiscalYear: 2568, amount: '100.00' }] },
    ],
    ['this year has no part', '120.00', { total: '180.00', years: contract.years.slice(1) }],
  ])('is refused when %s', (_, amount, differing) => {
    const made = commit('CT-1', amount, { contract: differing as typeof contract });
    expect(refused(budget1000, made).code).toBe('contract-years-differ');
  });

  it('is taken up by each later year once, for no more than its part, and moves nothing here', () => {
    expect(when(signed, takeUp(2570, '99.00'))).toMatchObject([
      { type: 'ContractYearTakenUp', data: { commitment: 'CT-1', fiscalYear: 2570, amount: '99.00' } },
    ]);
    const taken = [...signed, takeUp(2570, '99.00')];
    expect(stagesAfter(taken)).toEqual(stagesAfter(signed));
    expect(refused(taken, takeUp(2570, '1.00')).code).toBe('contract-year-taken');
    expect(refused(taken, takeUp(2571, '80.01'))).toMatchObject({
      code: 'contract-year-exceeded',
      details: { requested: '80.01', expected: '80.00' },
    });
    expect(when(taken, takeUp(2571, '80.00'))).toHaveLength(1);
  });

  it('has no part for another year, and its own year is committed with it', () => {
    expect(refused(signed, takeUp(2572, '1.00')).code).toBe('contract-year-unknown');
    expect(refused(signed, takeUp(2569, '1.00')).code).toBe('contract-year-taken');
    expect(refused(budget1000, takeUp(2570, '1.00')).code).toBe('contract-year-unknown');
    expect(refused(signed, takeUp(2570, '0.00')).code).toBe('amount-not-positive');
  });

  it('leaves nothing for later years when it is taken back', () => {
    expect(refused([...signed, undo], takeUp(2570, '100.00')).code).toBe('contract-year-unknown');
  });

  it('keeps its later years when another item of the same number is taken back', () => {
    const items = [
      ...budget1000,
      commit('CT-1', '120.00', { item: '1', contract }),
      commit('CT-1', '10.00', { item: '2' }),
      { ...undo, item: '2' },
    ];
    expect(when(items, takeUp(2570, '100.00'))).toHaveLength(1);
  });

  it('is not taken back once a later year stands on it', () => {
    const refusal = refused([...signed, takeUp(2570, '100.00')], undo);
    expect(refusal).toMatchObject({ code: 'document-in-use', details: { later: 'fiscal year 2570' } });
  });
});
