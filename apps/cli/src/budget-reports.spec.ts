import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { obligo, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
const D = join(temporary.dir, 'D');
const YEAR = ['--data', D, '--fiscal-year', '2569'];
const report = (name: string, ...flags: readonly string[]) => obligo('report', name, ...YEAR, ...flags);

beforeAll(async () => {
  expect((await obligo('import', SAMPLE, '--data', D)).code).toBe(0);
});
afterAll(() => temporary.remove());

const NAMES = [
  'budget-status',
  'budget-comparison',
  'execution',
  'ageing',
  'likely-to-lapse',
  'disbursement-targets',
  'payment-days',
  'year-end',
  'transfer-reports',
];

describe('the reports on budgets from the shell', () => {
  it.each(NAMES)('%s is printed, and says where it comes from', async (name) => {
    const { code, out, err } = await report(name);
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/^as known at position \d+ \(booked .*\), [a-z-]+ v\d+\n$/),
    ]);
    expect(out).toContain('fiscalYear=2569');
  });

  it.each(NAMES)('the help of %s begins with an example of it', async (name) => {
    const { code, out } = await obligo('report', name, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Example:\n {2}obligo report ${name}\\b`));
  });

  it('the status of the sample has the total of the published budget, and its CSV one header', async () => {
    const { out } = await report('budget-status', '--csv');
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^level,project_code,fund_source,category,estimated_m,original_m,/);
    expect(lines.at(-1)).toMatch(/^organisation,TOTAL,.*,519\.3683,/);
  });

  it('the execution takes its quarter from the year, and its rows from what is asked', async () => {
    const asked = [
      'report',
      'execution',
      '--data',
      D,
      '--fiscal-year',
      'FY2569Q2',
      '--by',
      'category',
      '--csv',
    ];
    const { out } = await obligo(...asked);
    expect(out.split('\n')[0]).toMatch(/^category,through,original_m,/);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^TOTAL,Q2,519\.3683,/);
  });

  it('the day may be typed in the Buddhist era, and is echoed', async () => {
    const { code, out, err } = await report('ageing', '--on', '31/3/2569', '--era', 'be', '--json');
    expect(code).toBe(0);
    expect(err).toContain('31/3/2569 (B.E.) is 2026-03-31\n');
    expect(JSON.parse(out)).toMatchObject({ query: { on: '2026-03-31' } });
  });

  it('a part of the budget is explained, and the time after the year may be asked about', async () => {
    const cell = [...YEAR, '--project', 'P01', '--measure', 'original'];
    const part = await obligo('explain', ...cell, '--quarter', 'Q1', '--json');
    expect(JSON.parse(part.out)).toMatchObject({ value: '42737700.00', next: null });
    const after = await obligo('explain', ...cell, '--quarter', 'after', '--json');
    expect([after.code, JSON.parse(after.out)]).toEqual([0, expect.objectContaining({ value: '0.00' })]);
  });

  it('a missing year is named before anything is asked', async () => {
    const { code, err } = await obligo('report', 'year-end', '--data', D);
    expect([code, err]).toEqual([2, expect.stringContaining('--fiscal-year is missing')]);
  });
});
