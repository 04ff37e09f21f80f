import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, type Ran, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const published = (name: string) => readFileSync(join(SAMPLE, name), 'utf8');

/** The rows of one published summary in the columns that it has, as our CSV would print them. */
function cellsOf(report: string): Record<string, string>[] {
  const [header = '', ...lines] = published('summary.csv').trimEnd().split('\n');
  const [, ...columns] = header.split(',');
  return lines
    .filter((line) => line.startsWith(`${report},`))
    .map((line) => {
      const [, ...cells] = line.split(',');
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    });
}

/** One published figure has three decimals (29.342); the same amount, printed shorter. */
const fourDecimals = (cell: string) => (/\.\d{3}$/.test(cell) ? `${cell}0` : cell);

function rowsOf(csv: string): Map<string, Record<string, string>> {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      const row = Object.fromEntries(header.split(',').map((column, index) => [column, cells[index] ?? '']));
      return [cells[0] ?? '', row];
    }),
  );
}

const temporary = scratch();
const D = join(temporary.dir, 'D');
let imported: Ran;

beforeAll(async () => {
  imported = await obligo('import', SAMPLE, '--data', D);
});
afterAll(() => temporary.remove());

const year = ['--fiscal-year', '2569'];
const q1 = [...year, '--quarter', 'Q1'];
const q2 = [...year, '--quarter', 'Q2'];

describe('the published reports from the shell', () => {
  it('takes the folder over, says what was posted and what comes next', () => {
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.out).toContain('posted 267 commands for etda\n');
    expect(imported.out).toContain('booked 2025-12-30  Q1-2569: 162\n');
    expect(imported.out).toMatch(/267 events, the last at position 267; key import-[0-9a-f]{32}\n$/);
    expect(imported.err).toContain('next: obligo report quarterly');
  });

  it('posts nothing the second time', async () => {
    const again = await obligo('import', SAMPLE, '--data', D);
    expect([again.code, again.out]).toEqual([
      0,
      'nothing to post: the reports of this folder are recorded (Q1-2569, Q2-2569)\n',
    ]);
  });

  it('prints the first report as it was known on 30 December 2568, equal in every published cell', async () => {
    const report = await obligo(
      ...['report', 'quarterly', '--data', D, ...q1, '--known-at', '2025-12-30', '--format', 'csv'],
    );
    expect(report.code).toBe(0);
    expect(report.out.split('\n')[0]).toBe(
      'project_code,budget_m,plan_m,spent_m,disbursed_m,committed_m,available_m',
    );
    const printed = rowsOf(report.out);
    const cells = cellsOf('Q1-2569');
    expect(cells).toHaveLength(9);
    for (const row of cells) expect(printed.get(row['project_code'] ?? '')).toMatchObject(row);
    expect([...printed.keys()].at(-1)).toBe('TOTAL');
  });

  it('prints the second report, equal in all but the two cells in which the document contradicts itself', async () => {
    const report = await obligo(
      ...['report', 'quarterly', '--data', D, ...q2, '--known-at', '2026-03-31', '--format', 'csv'],
    );
    const printed = rowsOf(report.out);
    const differing = cellsOf('Q2-2569').flatMap((row) =>
      Object.entries(row)
        .filter(([column, cell]) => printed.get(row['project_code'] ?? '')?.[column] !== fourDecimals(cell))
        .map(([column]) => `${row['project_code'] ?? ''} ${column}`),
    );
    expect(differing).toEqual(['P02 disbursed_m', 'P06 disbursed_m']);
  });

  it('prints the report by quarter to the last byte', async () => {
    const report = await obligo(
      ...['report', 'quarterly', '--data', D, ...q2, '--by-quarter', '--format', 'csv'],
    );
    expect([report.code, report.out]).toEqual([0, published('quarterly.csv')]);
  });

  it('prints the KPIs with plan, result and progress', async () => {
    const report = await obligo(
      ...['report', 'kpi', '--data', D, ...q2, '--known-at', '2026-03-31', '--format', 'csv'],
    );
    expect(report.code).toBe(0);
    expect(report.out.trimEnd().split('\n').length).toBeGreaterThan(34 * 4);
    expect(report.out).toContain('P08-K2,');
  });

  it('says on standard error, never in the data, what the moment resolved to', async () => {
    const report = await obligo(
      'report',
      'quarterly',
      '--data',
      D,
      ...q1,
      '--known-at',
      '2025-12-30',
      '--csv',
    );
    expect(report.err).toMatch(
      /^as known at position 190 \(booked 2025-12-30T.*\), plan-versus-actual v4\n$/,
    );
    expect(report.out).not.toContain('as known at');
  });
});
