import { describe, expect, it } from '@jest/globals';
import { satang } from '#kernel';
import { type BookLine, type BookProject, budgetBook } from './book.ts';
import { budgetBookTable, exactBookFigures } from './table.ts';

const line = (
  project: string,
  fundSource: string,
  category: string,
  budget: number,
  estimated?: number,
): BookLine => ({
  project,
  fundSource,
  category,
  budget: satang(budget),
  ...(estimated === undefined ? {} : { estimated: satang(estimated) }),
});
const projects: readonly BookProject[] = [
  { project: 'A1', name: 'Roads', programme: 'Works' },
  { project: 'A2', name: 'Bridges', programme: 'Works' },
  { project: 'B1', name: 'Office' },
];
const MILLION = 100_000_000;
const printed = (lines: readonly BookLine[], language: 'th' | 'en' = 'en') =>
  budgetBookTable(budgetBook({ projects, lines }), 'Book', language);
const shortly = (lines: readonly BookLine[]) =>
  printed(lines).rows.map((row) =>
    [row['level'], row['project_code'] ?? row['fund_source'], row['category'] ?? row['name'], row['budget_m']]
      .filter((text) => text !== undefined)
      .join(' '),
  );

describe('a budget book', () => {
  it('shows where the money comes from and what it is for, and one total on both sides', () => {
    const lines = [
      line('A1', 'own-income', 'capital', 2 * MILLION),
      line('A1', 'annual-appropriation', 'operating', 3 * MILLION),
      line('A1', 'annual-appropriation', 'capital', 4 * MILLION),
      line('A2', 'annual-appropriation', 'capital', 5 * MILLION),
      line('B1', 'prior-year-balance', 'operating', 6 * MILLION),
    ];
    expect(shortly(lines)).toEqual([
      'group Budget money 18.0000',
      'fund-source annual-appropriation Annual appropriation 12.0000',
      'fund-source prior-year-balance Prior-year balance 6.0000',
      'group Off-budget money 2.0000',
      'fund-source own-income Own income 2.0000',
      'total TOTAL Total 20.0000',
      'group Works 12.0000',
      'project A1 Roads 7.0000',
      'line A1 capital 4.0000',
      'line A1 operating 3.0000',
      'project A2 Bridges 5.0000',
      'line A2 capital 5.0000',
      'subtotal TOTAL Budget money of the year 12.0000',
      'group Works 2.0000',
      'project A1 Roads 2.0000',
      'line A1 capital 2.0000',
      'group No programme 6.0000',
      'project B1 Office 6.0000',
      'line B1 operating 6.0000',
      'subtotal TOTAL All other money 8.0000',
      'total TOTAL Total 20.0000',
    ]);
  });

  it('prints a fund source that is not standard by its code, under other money and after the others', () => {
    const lines = [line('A1', 'constructor', 'x', MILLION), line('A1', 'own-income', 'x', MILLION)];
    expect(shortly(lines).slice(0, 4)).toEqual([
      'group Off-budget money 1.0000',
      'fund-source own-income Own income 1.0000',
      'group Other money 1.0000',
      'fund-source constructor constructor 1.0000',
    ]);
  });

  it('names groups and totals in the language of the organisation', () => {
    const { rows } = printed([line('A1', 'annual-appropriation', 'x', MILLION)], 'th');
    expect(rows.map((row) => row['name']).slice(0, 3)).toEqual([
      'เงินงบประมาณ',
      'งบประมาณรายจ่ายประจำปี',
      'รวมทั้งสิ้น',
    ]);
  });

  it('leaves the estimate empty where none was posted, and says where it differs from what is allocated', () => {
    const { rows, footnotes } = printed([
      line('A1', 'annual-appropriation', 'x', MILLION),
      line('A1', 'own-income', 'x', 2 * MILLION, 3 * MILLION),
      line('A2', 'estimated-income', 'x', 2 * MILLION, MILLION),
    ]);
    expect(rows[1]).toMatchObject({ fund_source: 'annual-appropriation', estimated_m: undefined });
    expect(footnotes).toEqual([
      'own-income: 3.0000 estimated, 2.0000 allocated; 1.0000 is estimated and not allocated.',
      'estimated-income: 1.0000 estimated, 2.0000 allocated; 1.0000 is allocated beyond the estimate.',
    ]);
  });

  it('says that the two sides mean different money by budget money once earlier years are in it', () => {
    const lines = [
      line('A1', 'annual-appropriation', 'x', 3 * MILLION),
      line('A1', 'prior-year-balance', 'x', 2 * MILLION),
    ];
    expect(printed(lines).footnotes).toEqual([
      'Budget money is 5.0000 on the revenue side, which counts 2.0000 of earlier years, and 3.0000 on the expenditure side, which counts the money of the year alone.',
    ]);
    expect(printed(lines.slice(0, 1)).footnotes).toEqual([]);
  });

  it('keeps the satang in its exact figures, and says where the printed lines do not add up', () => {
    const lines = [
      line('A1', 'annual-appropriation', 'x', 5_000),
      line('A2', 'annual-appropriation', 'x', 5_000),
    ];
    const total = budgetBook({ projects, lines }).at(-1);
    expect(total && exactBookFigures(total)).toEqual({ estimated: undefined, budget: '100.00' });
    expect(printed(lines).footnotes).toEqual([
      expect.stringMatching(/^TOTAL, budget: .*0\.0002.*0\.0001 \(difference 0\.0001\)/),
    ]);
  });

  it('without a budget has the two totals and no figure', () => {
    expect(shortly([])).toEqual(['total TOTAL Total', 'total TOTAL Total']);
  });
});
