import { describe, expect, it } from '@jest/globals';
import { parseBaht, type Satang } from '#kernel';
import { renderCsv } from '../render-csv.ts';
import { cell } from '../report.fixture.ts';
import { budgetComparison, comparisonFigures, type LineChange } from './comparison.ts';
import { budgetComparisonTable, comparisonJson } from './table.ts';

const change = (part: LineChange['part'], amount: string, document: string | null = null): LineChange => ({
  project: 'P01',
  fundSource: 'annual-appropriation',
  category: 'operating',
  part,
  amount: parseBaht(amount),
  position: '7',
  type: 'BudgetCut',
  document,
  effectiveOn: '2026-02-01',
  bookedAt: '2026-02-01T09:00:00+07:00',
  recordedAt: '2026-02-01T02:00:00.000Z',
  actor: 'officer-1',
  reason: 'ปรับลดงบประมาณ',
  source: null,
  eventId: 'e7',
});

const cells = [
  cell('original', '1000.00'),
  cell('budget', '1000.00'),
  cell('cut', '-100.00', { quarter: 'Q2' }),
  cell('budget', '-100.00', { quarter: 'Q2' }),
  cell('brought-forward', '50.00'),
  cell('budget', '50.00'),
  cell('disbursed', '600.00', { quarter: 'Q3' }),
];

const closed = [
  ...cells,
  cell('carried-forward', '-200.00', { quarter: 'after' }),
  cell('lapsed', '-150.00', { quarter: 'after' }),
  cell('budget', '-350.00', { quarter: 'after' }),
];

describe('a comparison of budget and actual amounts', () => {
  it('leads from the original over the changes to the final budget, and from there to the actual', () => {
    expect(comparisonFigures(cells)).toMatchObject({
      original: parseBaht('1000.00'),
      changes: parseBaht('-50.00'),
      final: parseBaht('950.00'),
      actual: parseBaht('600.00'),
      difference: parseBaht('350.00'),
      open: parseBaht('350.00'),
    });
  });

  it('keeps the final budget when the year is closed, and says what became of the difference', () => {
    const figures = comparisonFigures(closed);
    expect(figures).toMatchObject({
      final: parseBaht('950.00'),
      difference: parseBaht('350.00'),
      carried_forward: parseBaht('200.00'),
      lapsed: parseBaht('150.00'),
      open: 0,
    });
    const { difference, carried_forward = 0, returned = 0, lapsed = 0, open = 0 } = figures;
    expect(carried_forward + returned + lapsed + open).toBe(difference);
  });

  it('names with every line the events that changed it: document, amount, reason and author', () => {
    const changes = [change('brought-forward', '50.00'), change('cut', '-100.00', 'CUT-1')];
    const rows = budgetComparison(cells, changes);
    const table = budgetComparisonTable(rows, 'Comparison');
    expect(table.rows[0]?.['reasons']).toBe(
      'brought-forward (0.0001) "ปรับลดงบประมาณ" by officer-1; cut CUT-1 (-0.0001) "ปรับลดงบประมาณ" by officer-1',
    );
    expect(renderCsv(table).split('\n')[0]).toMatch(/^level,project_code,.*,original_m,changes_m,final_m,/);
    const [line] = rows;
    expect(line && comparisonJson(line)).toMatchObject({
      baht: { changes: '-50.00' },
      changes: [{ amount: '50.00' }, { document: 'CUT-1', amount: '-100.00', actor: 'officer-1' }],
    });
    expect(table.footnotes).toEqual([]);
  });

  it('says when not every change is listed', () => {
    const table = budgetComparisonTable(budgetComparison(cells, [change('cut', '-100.00')]), 'Comparison');
    expect(table.footnotes[0]).toContain('50.00 baht of the changes are not listed');
  });

  it('adds lines up to projects and projects to the organisation', () => {
    const rows = budgetComparison([...cells, cell('original', '7.00', { project: 'P02' })], []);
    const finals = rows.map(({ level, figures }): [string, Satang | undefined] => [level, figures.final]);
    expect(finals).toEqual([
      ['line', 950_00],
      ['project', 950_00],
      ['line', 7_00],
      ['project', 7_00],
      ['organisation', 957_00],
    ]);
  });
});
