import { describe, expect, it } from '@jest/globals';
import { THAI_CALENDAR } from '#kernel';
import { spentSoFar } from './course-said.ts';

const row = (quarter: string, plan_to_date: string, spent?: string, spent_to_date = spent) => ({
  level: 'quarter',
  quarter,
  baht: {
    plan_to_date,
    ...(spent === undefined ? {} : { spent }),
    ...(spent_to_date === undefined ? {} : { spent_to_date }),
  },
});
const query = { fiscalYear: 2569 };
const rows = [row('Q1', '10.00', '9.00'), row('Q2', '30.00'), row('Q3', '60.00'), row('Q4', '100.00')];

describe('what an overview says of the year so far', () => {
  it('holds what was spent against the plan of the quarter of today, also where nothing was spent in it', () => {
    const today = { query, cut: '2026-02-15', rows };
    expect(spentSoFar(today, THAI_CALENDAR)).toEqual({ spent: '9.00', plan: '30.00', quarter: 'Q2' });
  });

  it('holds it against the last quarter with figures in a year that is over', () => {
    const over = { query, cut: '2026-11-01', rows };
    expect(spentSoFar(over, THAI_CALENDAR)).toEqual({ spent: '9.00', plan: '10.00', quarter: 'Q1' });
  });

  it.each([[[row('Q1', '10.00')]], [[row('Q1', '10.00', '0.00')]]])(
    'says nothing where nothing was spent',
    (unspent) => {
      expect(spentSoFar({ query, cut: '2025-11-01', rows: unspent }, THAI_CALENDAR)).toBeUndefined();
    },
  );
});
