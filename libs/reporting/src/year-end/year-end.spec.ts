import { describe, expect, it } from '@jest/globals';
import { cell, document } from '../report.fixture.ts';
import { yearEndTable } from './table.ts';
import { uncounted, yearEnd, type YearEndFigures } from './year-end.ts';

const after = { quarter: 'after' as const };
const cells = [
  cell('original', '1000.00'),
  cell('budget', '1000.00'),
  cell('disbursed', '500.00'),
  cell('disbursed', '40.00', after),
  cell('committed', '60.00'),
  cell('carried-forward', '-250.00', after),
  cell('lapsed', '-150.00', after),
  cell('budget', '-400.00', after),
];
const balance = { fundSource: 'prior-year-balance' };
const nextCells = [
  cell('brought-forward', '200.00'),
  cell('brought-forward', '50.00', balance),
  cell('budget', '250.00'),
];
const documents = [
  document('commitment', 'PO-1', '60.00', { reservedUntil: '2027-03-31' }),
  document('commitment', 'PO-0', '0.00'),
];
const input = { fiscalYear: 2569, cells, nextCells, documents };

/** Final budget less everything that became of it. */
const left = ({ final, ...figures }: YearEndFigures): number =>
  (['disbursed', 'carried_forward', 'returned', 'lapsed', 'reserved', 'open', 'available'] as const).reduce(
    (rest, name) => rest - (figures[name] ?? 0),
    final ?? 0,
  );

describe('the report of a year-end', () => {
  it('says of every line what became of its final budget, to the satang', () => {
    const rows = yearEnd(input);
    expect(rows[0]).toMatchObject({
      level: 'line',
      fiscalYear: 2569,
      figures: {
        final: 1000_00,
        disbursed: 540_00,
        disbursed_after: 40_00,
        carried_forward: 250_00,
        lapsed: 150_00,
        reserved: 60_00,
        open: 0,
        available: 0,
      },
    });
    const ofYear = rows.filter(({ fiscalYear }) => fiscalYear === 2569);
    expect(ofYear.map(({ figures }) => left(figures))).toEqual([0, 0]);
  });

  it('shows what the next year received on the lines that received it, and counts it there alone', () => {
    const next = yearEnd(input).filter(({ fiscalYear }) => fiscalYear === 2570);
    expect(next.map(({ level, figures }) => [level, figures.brought_forward, figures.final])).toEqual([
      ['line', 200_00, undefined],
      ['line', 50_00, undefined],
      ['total', 250_00, undefined],
    ]);
    expect(uncounted(yearEnd(input))).toBe(0);
  });

  it('says when money left the year and did not arrive', () => {
    const rows = yearEnd({ ...input, nextCells: nextCells.slice(0, 1) });
    expect(yearEndTable(rows, 'Year-end').footnotes).toEqual([
      '50.00 baht were carried forward and are not brought forward in the next year.',
    ]);
    expect(yearEndTable(yearEnd(input), 'Year-end').footnotes).toEqual([]);
  });

  it('before the closing shows what is open and available', () => {
    const open = [cell('original', '100.00'), cell('budget', '100.00'), cell('pre-committed', '30.00')];
    const [row] = yearEnd({ fiscalYear: 2569, cells: open, nextCells: [], documents: [] });
    expect(row?.figures).toMatchObject({ open: 30_00, available: 70_00, carried_forward: undefined });
  });
});
