import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, type Ran, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const BUDGET = join(SAMPLE, '../etda-fy2563');
const temporary = scratch();
const D = join(temporary.dir, 'D');

type Row = Readonly<Record<string, string>>;

function rowsOf(csv: string): Row[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(header.split(',').map((column, index) => [column, cells[index] ?? '']));
  });
}

const published = (name: string) => rowsOf(readFileSync(join(BUDGET, 'published', name), 'utf8'));

/** The one row of the book that has these keys; a key that is not named must be blank. */
function figureOf(book: readonly Row[], keys: Row): Row {
  const blank = { project_code: '', fund_source: '', category: '' };
  const wanted = Object.entries({ ...blank, ...keys });
  const found = book.filter((row) => wanted.every(([column, cell]) => row[column] === cell));
  if (found.length !== 1) throw new Error(`${found.length} rows of the book have ${JSON.stringify(keys)}`);
  return found[0] as Row;
}

let imported: Ran;
let book: Row[];

beforeAll(async () => {
  imported = await obligo('import', BUDGET, '--data', D);
  const printed = await obligo('report', 'budget-book', '--data', D, '--fiscal-year', '2563', '--csv');
  book = rowsOf(printed.out);
});
afterAll(() => temporary.remove());

describe('the plan of FY2563 from the shell', () => {
  it('is taken over on the first day of its year, and the book is named as what comes next', () => {
    expect([imported.code, imported.err]).toEqual([
      0,
      'next: obligo report budget-book --fiscal-year <year>\n',
    ]);
    expect(imported.out).toContain('posted 29 commands for etda\n');
    expect(imported.out).toContain('booked 2019-10-01');
  });

  it('is recorded once', async () => {
    const before = await obligo('status', '--data', D, '--json');
    const again = await obligo('import', BUDGET, '--data', D);
    expect([again.code, again.out]).toEqual([
      0,
      'nothing to post: the documents of this folder are recorded (AP2563/1.1, AP2563/1.2, AP2563/1.3, AP2563/1.4, AP2563/1.5, AP2563/2.1, AP2563/3, AP2563/4)\n',
    ]);
    expect((await obligo('status', '--data', D, '--json')).out).toBe(before.out);
  });

  it('prints the money available again: each source as estimated, each group and the total as allocated', () => {
    const revenue = published('revenue_sources.csv');
    expect(revenue).toHaveLength(7);
    for (const row of revenue) {
      const side = 'revenue';
      const [keys, column] =
        row['row_type'] === 'item'
          ? [{ side, level: 'fund-source', fund_source: row['fund_source'] ?? '' }, 'estimated_m']
          : row['row_type'] === 'group'
            ? [{ side, level: 'group', name: row['name_th'] ?? '' }, 'budget_m']
            : [{ side, level: 'total', project_code: 'TOTAL' }, 'budget_m'];
      expect([row['name_th'], figureOf(book, keys as Row)[column]]).toEqual([
        row['name_th'],
        row['amount_m'],
      ]);
    }
  });

  it('prints the spending plan again: groups, projects, office work, the subtotal and the total', () => {
    const plan = published('expenditure_plan.csv');
    expect(plan).toHaveLength(12);
    for (const row of plan) {
      const found = figureOf(book, { side: 'expenditure', ...placeOf(row) });
      expect([row['name_th'], found['budget_m']]).toEqual([row['name_th'], row['amount_m']]);
    }
  });

  it('prints the budget of every project sheet again', () => {
    const sheets = published('project_sheets.csv');
    expect(sheets).toHaveLength(8);
    for (const { code = '', budget_m } of sheets) {
      const found = figureOf(book, { side: 'expenditure', level: 'project', project_code: code });
      expect([code, found['budget_m']]).toEqual([code, budget_m]);
    }
  });

  it('prints a table for people that says which figures of the plan do not agree', async () => {
    const { code, out } = await obligo('report', 'budget-book', '--data', D, '--fiscal-year', 'FY2563');
    expect(code).toBe(0);
    expect(out).toMatch(/^Budget book, fiscal year 2563\nUnit: million baht\n/);
    expect(out).toContain(
      '* estimated-income: 20.0869 estimated, 13.5522 allocated; 6.5347 is estimated and not allocated.\n',
    );
    expect(out).toMatch(/\* Budget money is 555\.3293 .* 80\.8109 .* 474\.5184 .*\n/);
  });

  it('stands beside the plan and the reports of FY2569, which are taken over after it', async () => {
    expect((await obligo('import', SAMPLE, '--data', D)).code).toBe(0);
    const later = await obligo('report', 'budget-book', '--data', D, '--fiscal-year', '2569', '--csv');
    expect(later.out.trimEnd().split('\n').at(-1)).toMatch(/^expenditure,total,TOTAL,.*,,519\.3683$/);
    const same = await obligo('report', 'budget-book', '--data', D, '--fiscal-year', '2563', '--csv');
    expect(rowsOf(same.out)).toEqual(book);
  });
});

/** Where a row of the printed plan stands in the book. */
function placeOf(row: Row): Row {
  const { row_type, name_th = '', project_code = '', category = '' } = row;
  if (category !== '') return { level: 'line', project_code, fund_source: 'annual-appropriation', category };
  if (row_type === 'project') return { level: 'project', project_code, name: name_th };
  if (row_type === 'group') return { level: 'group', name: name_th };
  if (row_type === 'subtotal')
    return { level: 'subtotal', project_code: 'TOTAL', name: 'รวมเงินงบประมาณของปี' };
  return { level: 'total', project_code: 'TOTAL' };
}
