import { describe, expect, it } from '@jest/globals';
import { baht, budget1000, commit, inQ2, refused, when } from '../testing.fixture.ts';
import type { NoteOffBudgetLine } from './off-budget.ts';
import { documentsAfter, stagesAfter } from './standing.fixture.ts';

const note = (changes: Partial<NoteOffBudgetLine> = {}): NoteOffBudgetLine => ({
  type: 'note-off-budget-line',
  stage: 'commitment',
  document: 'PO-1',
  item: '2',
  amount: baht('5000.00'),
  description: 'ผู้ร่วมจัดเป็นผู้จ่าย',
  effectiveOn: inQ2,
  ...changes,
});
const ordered = [...budget1000, commit('PO-1', '100.00', { item: '1' })];

describe('a line of a document that does not touch the budget', () => {
  it('is noted with its amount and reason, and moves nothing, however much it is', () => {
    expect(when(ordered, note())).toEqual([
      {
        type: 'OffBudgetLineNoted',
        effectiveOn: inQ2,
        data: {
          stage: 'commitment',
          document: 'PO-1',
          item: '2',
          amount: '5000.00',
          description: 'ผู้ร่วมจัดเป็นผู้จ่าย',
        },
      },
    ]);
    expect(stagesAfter([...ordered, note()])).toEqual(stagesAfter(ordered));
    expect(documentsAfter([...ordered, note()])).toEqual(documentsAfter(ordered));
  });

  it('stands once in the document of its stage', () => {
    expect(refused([...ordered, note()], note())).toMatchObject({
      code: 'off-budget-line-exists',
      details: { document: 'PO-1', item: '2' },
    });
    expect(when([...ordered, note()], note({ item: '3' }))).toHaveLength(1);
    expect(when([...ordered, note()], note({ stage: 'request' }))).toHaveLength(1);
  });

  it('has an amount', () => {
    expect(refused(ordered, note({ amount: baht('0') })).code).toBe('amount-not-positive');
  });
});
