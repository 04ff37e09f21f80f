import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Measure } from '#budget';
import { QUARTERS, type Satang, satang, ZERO } from '#kernel';
import type { LineCell } from '../line-cells.ts';
import { cell } from '../report.fixture.ts';
import { budgetStatus, type StatusFigures, type StatusRow } from './status.ts';
import { budgetStatusTable, exactStatusFigures } from './table.ts';

const PARTS = ['original', 'supplement', 'cut', 'transfer', 'brought-forward'] as const;
const ENDS = ['carried-forward', 'returned', 'lapsed'] as const;
const USE = ['pre-committed', 'committed', 'disbursed'] as const;

const lines = fc.record({
  project: fc.constantFrom('P01', 'P02', 'P03'),
  fundSource: fc.constantFrom('annual-appropriation', 'own-income'),
  category: fc.constantFrom('operating', 'capital'),
});

/** A movement of the budget stands under its part and under the budget, as events write it. */
const movements = fc
  .record({
    line: lines,
    quarter: fc.constantFrom(...QUARTERS, 'after' as const),
    measure: fc.constantFrom<Measure>(...PARTS, ...ENDS, ...USE, 'accepted', 'advanced', 'estimated'),
    balance: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(satang),
  })
  .map(({ line, ...cell }): LineCell[] =>
    [...PARTS, ...ENDS].some((part) => part === cell.measure)
      ? [
          { ...line, ...cell },
          { ...line, ...cell, measure: 'budget' },
        ]
      : [{ ...line, ...cell }],
  );

const of = (figures: StatusFigures, ...names: (keyof StatusFigures)[]): number =>
  names.reduce((sum, name) => sum + (figures[name] ?? 0), 0);

const totalOf = (rows: readonly StatusRow[], level: StatusRow['level'], name: keyof StatusFigures): Satang =>
  rows.filter((row) => row.level === level).reduce((sum, row) => sum + of(row.figures, name), 0) as Satang;

describe('a budget status', () => {
  it('adds up in every row: parts = current = available + pre-committed + committed + disbursed', () => {
    fc.assert(
      fc.property(fc.array(movements, { maxLength: 60 }), (moved) => {
        for (const { figures } of budgetStatus(moved.flat())) {
          const parts = of(
            figures,
            ...(['original', 'supplements', 'cuts', 'transfers', 'brought_forward'] as const),
            ...(['carried_forward', 'returned', 'lapsed'] as const),
          );
          expect(of(figures, 'current')).toBe(parts);
          expect(of(figures, 'available', 'pre_committed', 'committed', 'disbursed')).toBe(parts);
        }
      }),
    );
  });

  it('counts every line once: by project, by fund source, by category and for the organisation', () => {
    fc.assert(
      fc.property(fc.array(movements, { maxLength: 60 }), (moved) => {
        const rows = budgetStatus(moved.flat());
        const total = rows.at(-1)?.figures;
        for (const name of ['current', 'available', 'disbursed', 'accepted', 'estimated'] as const) {
          const expected = total?.[name] ?? ZERO;
          const levels = ['line', 'project', 'fund-source', 'category'] as const;
          expect(levels.map((level) => totalOf(rows, level, name))).toEqual(levels.map(() => expected));
        }
      }),
    );
  });

  it('shows cuts and transfers with their sign, and leaves empty what was never posted', () => {
    const cells = [
      cell('original', '1000.00'),
      cell('budget', '1000.00'),
      cell('cut', '-200.00', { quarter: 'Q2' }),
      cell('budget', '-200.00', { quarter: 'Q2' }),
      cell('committed', '300.00'),
    ];
    const [line] = budgetStatus(cells);
    expect(line && exactStatusFigures(line)).toMatchObject({
      original: '1000.00',
      cuts: '-200.00',
      supplements: undefined,
      current: '800.00',
      committed: '300.00',
      disbursed: undefined,
      available: '500.00',
    });
  });

  it('is not touched by the plan, which belongs to no line', () => {
    const rows = budgetStatus([cell('plan', '500.00', { fundSource: '', category: '' })]);
    expect(rows.map(({ level }) => level)).toEqual(['organisation']);
  });

  it('is printed in million baht, and says where the printed lines do not add up', () => {
    const capital = { category: 'capital' };
    const rows = budgetStatus([cell('budget', '50.00'), cell('budget', '50.00', capital)]);
    const table = budgetStatusTable(rows, 'Status');
    expect(table.rows.map((row) => [row['level'], row['project_code'], row['current_m']])).toEqual([
      ['line', 'P01', '0.0001'],
      ['line', 'P01', '0.0001'],
      ['project', 'P01', '0.0001'],
      ['fund-source', undefined, '0.0001'],
      ['category', undefined, '0.0001'],
      ['category', undefined, '0.0001'],
      ['organisation', 'TOTAL', '0.0001'],
    ]);
    expect(table.footnotes).toEqual(
      expect.arrayContaining([expect.stringMatching(/^TOTAL, current: .*0\.0002.*0\.0001/)]),
    );
  });
});
