import { describe, expect, it } from '@jest/globals';
import { type FaultCode, faultCodes, planImport, type SourceFile } from './index.ts';
import { LedgerInMemory, replaced, sampleFiles, withFile } from './sample.fixture.ts';

const sample = sampleFiles();
const without = (name: string): SourceFile[] => sample.filter((file) => file.name !== name);
const edit = (name: string, from: string, to: string): SourceFile[] => replaced(sample, name, from, to);
const append = (name: string, row: string): SourceFile[] =>
  withFile(sample, name, (content) => `${content.trimEnd()}\n${row}\n`);
const first = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

type Case = readonly [
  what: string,
  files: readonly SourceFile[],
  code: FaultCode,
  file: string,
  line: number,
  column: string | undefined,
  expected: RegExp,
];

const P01 = 'Q1-2569,P01,42.7377,20.2320,15.0334,0.6334';
const TOTAL = 'P01,TOTAL,42.7377,30.7916,7.3036,23.4880';
const cases: readonly Case[] = [
  ['an empty folder', [], 'folder-empty', '.', 1, undefined, /projects.csv/],
  ['a missing table', without('summary.csv'), 'file-missing', 'summary.csv', 1, undefined, /in the folder/],
  [
    'KPI tables without one of them',
    without('kpi_plan.csv'),
    'file-missing',
    'kpi_plan.csv',
    1,
    undefined,
    /beside kpis.csv/,
  ],
  [
    'a path as a name',
    [...sample, { name: '../summary.csv', content: '' }],
    'file-name-refused',
    '../summary.csv',
    1,
    undefined,
    /without a path/,
  ],
  [
    'a file given twice',
    [...sample, ...sample.slice(-1)],
    'file-duplicate',
    sample.at(-1)?.name ?? '',
    1,
    undefined,
    /once/,
  ],
  [
    'a file beyond all measure',
    withFile(sample, 'summary.csv', (content) => content.padEnd(10_000_001, '\n')),
    'file-too-large',
    'summary.csv',
    1,
    undefined,
    /at most 10000000/,
  ],
  [
    'too many files',
    first(201).map((name) => ({ name, content: '' })),
    'too-many-files',
    '.',
    1,
    undefined,
    /at most 200/,
  ],
  [
    'too many rows',
    withFile(sample, 'summary.csv', (content) => content + 'x\n'.repeat(50_001)),
    'too-many-rows',
    'summary.csv',
    1,
    undefined,
    /at most 50000 rows/,
  ],
  [
    'a missing column',
    withFile(sample, 'summary.csv', (text) => text.replace('spent_m', 'spend')),
    'column-missing',
    'summary.csv',
    1,
    'spent_m',
    /spent_m/,
  ],
  [
    'a column that stands twice',
    edit('summary.csv', 'plan_m,spent_m', 'plan_m,plan_m,spent_m'),
    'column-duplicate',
    'summary.csv',
    1,
    'plan_m',
    /once/,
  ],
  [
    'a quote that is not closed',
    edit('summary.csv', P01, P01.replace('P01', '"P01')),
    'csv-malformed',
    'summary.csv',
    2,
    undefined,
    /quotes/,
  ],
  [
    'a quote in the middle',
    edit('summary.csv', P01, P01.replace('P01', 'P"01')),
    'csv-malformed',
    'summary.csv',
    2,
    undefined,
    /quotes/,
  ],
  [
    'a row with a field too many',
    edit('summary.csv', P01, `${P01},1`),
    'field-count-wrong',
    'summary.csv',
    2,
    undefined,
    /6 fields/,
  ],
  [
    'text in a number',
    edit('summary.csv', '15.0334', 'fifteen'),
    'amount-malformed',
    'summary.csv',
    2,
    'spent_m',
    /million baht/,
  ],
  [
    'a grouped number',
    edit('summary.csv', '15.0334', '"15,033"'),
    'amount-malformed',
    'summary.csv',
    2,
    'spent_m',
    /million baht/,
  ],
  [
    'an amount out of range',
    edit('summary.csv', '15.0334', '9999999999'),
    'amount-out-of-range',
    'summary.csv',
    2,
    'spent_m',
    /at most/,
  ],
  [
    'a blank amount',
    edit('summary.csv', '15.0334', ''),
    'value-missing',
    'summary.csv',
    2,
    'spent_m',
    /million baht/,
  ],
  [
    'a negative budget',
    edit('projects.csv', '42.7377', '-42.7377'),
    'amount-negative',
    'projects.csv',
    2,
    'budget_m',
    /zero or more/,
  ],
  [
    'a code with a space',
    edit('projects.csv', 'P01', 'P 01'),
    'code-malformed',
    'projects.csv',
    2,
    'code',
    /letters/,
  ],
  [
    'a name that is too long',
    edit('projects.csv', 'Promotion', 'P'.repeat(600)),
    'cell-too-long',
    'projects.csv',
    2,
    'name_en',
    /500/,
  ],
  [
    'a day that does not exist',
    edit('reports.csv', '2025-12-30', '2025-11-31'),
    'date-malformed',
    'reports.csv',
    2,
    'as_of',
    /YYYY-MM-DD/,
  ],
  [
    'a date in the Thai order',
    edit('reports.csv', '2025-12-30', '30/12/2568'),
    'date-malformed',
    'reports.csv',
    2,
    'as_of',
    /YYYY-MM-DD/,
  ],
  [
    'a report in another fiscal year',
    edit('reports.csv', 'Q1-2569,2025-12-30', 'Q1-2569,2024-12-30'),
    'fiscal-year-differs',
    'reports.csv',
    2,
    'as_of',
    /2569/,
  ],
  [
    'a project of another year',
    edit('projects.csv', '2025-10-01', '2024-10-01'),
    'fiscal-year-differs',
    'projects.csv',
    2,
    'start',
    /2025-10-01/,
  ],
  [
    'a report whose id names another quarter',
    edit('reports.csv', '2025-12-30', '2026-01-05'),
    'report-quarter-differs',
    'reports.csv',
    2,
    'report_id',
    /Q2-2569/,
  ],
  [
    'two reports of one day',
    edit('reports.csv', '2025-12-30', '2026-03-31'),
    'duplicate-row',
    'reports.csv',
    3,
    'as_of',
    /of its own/,
  ],
  [
    'an unknown project',
    append('summary.csv', P01.replace('P01', 'P99')),
    'unknown-project',
    'summary.csv',
    20,
    'project_code',
    /projects.csv/,
  ],
  [
    'an unknown report',
    append('summary.csv', P01.replace('Q1', 'Q3')),
    'unknown-report',
    'summary.csv',
    20,
    'report_id',
    /reports.csv/,
  ],
  [
    'an unknown KPI',
    append('kpi_results.csv', 'Q1-2569,P99-K1,Q1,,1,,,,,,,,'),
    'unknown-kpi',
    'kpi_results.csv',
    74,
    'kpi_code',
    /kpis.csv/,
  ],
  [
    'an unknown quarter',
    edit('quarterly.csv', 'P01,Q3', 'P01,Q5'),
    'quarter-unknown',
    'quarterly.csv',
    4,
    'quarter',
    /Q1, Q2, Q3, Q4, TOTAL/,
  ],
  [
    'an unknown status',
    edit('project_status.csv', 'on_plan', 'fine'),
    'status-unknown',
    'project_status.csv',
    2,
    'status',
    /on_plan/,
  ],
  [
    'an unknown kind',
    edit('kpis.csv', ',count,', ',number,'),
    'kind-unknown',
    'kpis.csv',
    2,
    'kind',
    /percent/,
  ],
  [
    'a truth that is none',
    edit('kpi_results.csv', ',true,', ',yes,'),
    'boolean-malformed',
    'kpi_results.csv',
    32,
    'is_cumulative',
    /true, false/,
  ],
  [
    'a figure with a word',
    edit('kpi_results.csv', ',595,', ',595 persons,'),
    'figure-malformed',
    'kpi_results.csv',
    23,
    'result_value',
    /decimal/,
  ],
  [
    'a month that does not exist',
    edit('kpi_results.csv', '2025-11', '2025-13'),
    'month-malformed',
    'kpi_results.csv',
    32,
    'period_to',
    /YYYY-MM/,
  ],
  [
    'a count with decimals',
    edit('project_status.csv', 'เป็นไปตามแผนที่กำหนด,0,1', 'เป็นไปตามแผนที่กำหนด,0.5,1'),
    'whole-number-malformed',
    'project_status.csv',
    2,
    'achieved_items_stated',
    /whole/,
  ],
  ['a duplicate row', append('summary.csv', P01), 'duplicate-row', 'summary.csv', 20, undefined, /one row/],
  [
    'a project without its summary',
    edit('summary.csv', `${P01}\n`, ''),
    'row-missing',
    'summary.csv',
    1,
    undefined,
    /in the table/,
  ],
  [
    'a missing quarter',
    edit('quarterly.csv', 'P01,Q3,0.8325,,,\n', ''),
    'row-missing',
    'quarterly.csv',
    1,
    undefined,
    /in the table/,
  ],
  [
    'a missing plan cell of a KPI',
    edit('kpi_plan.csv', 'Q1-2569,P01-K2,Q1,-,,none\n', ''),
    'row-missing',
    'kpi_plan.csv',
    1,
    undefined,
    /in the table/,
  ],
  [
    'another budget in the summary',
    edit('summary.csv', P01, P01.replace('42.7377', '42.7378')),
    'budget-differs',
    'summary.csv',
    2,
    'budget_m',
    /42.7377/,
  ],
  [
    'a quarter that does not add up',
    edit('quarterly.csv', '1.7334,13.3000', '1.7334,13.3001'),
    'quarter-does-not-add-up',
    'quarterly.csv',
    2,
    'spent_m',
    /15.0335/,
  ],
  [
    'a quarter with one blank',
    edit('quarterly.csv', '1.7334,13.3000', '1.7334,'),
    'quarter-does-not-add-up',
    'quarterly.csv',
    2,
    'committed_m',
    /together/,
  ],
  [
    'a total that is not the sum',
    edit('quarterly.csv', TOTAL, TOTAL.replace('42.7377', '42.7376')),
    'total-does-not-add-up',
    'quarterly.csv',
    6,
    'plan_m',
    /42.7377/,
  ],
  [
    'a total of which one figure is blank',
    edit('quarterly.csv', TOTAL, TOTAL.replace('23.4880', '')),
    'total-does-not-add-up',
    'quarterly.csv',
    6,
    'committed_m',
    /23.4880/,
  ],
  [
    'a plan beyond the budget',
    edit('quarterly.csv', 'P01,Q4,7.4860', 'P01,Q4,7.4861'),
    'plan-exceeds-budget',
    'quarterly.csv',
    6,
    'plan_m',
    /42.7377/,
  ],
  [
    'less spent than disbursed',
    edit('summary.csv', '15.0334,0.6334', '15.0334,15.0335'),
    'spent-below-disbursed',
    'summary.csv',
    2,
    'spent_m',
    /15.0335/,
  ],
  [
    'a summary beyond rounding',
    edit('summary.csv', '30.7916,7.3036', '30.7916,7.3038'),
    'summary-differs',
    'summary.csv',
    11,
    'disbursed_m',
    /7.3036/,
  ],
  [
    'another plan in the summary',
    edit('summary.csv', '20.2320', '20.2322'),
    'plan-differs',
    'summary.csv',
    2,
    'plan_m',
    /20.2320/,
  ],
  [
    'figures of a quarter to come',
    edit('quarterly.csv', 'P01,Q3,0.8325,,,', 'P01,Q3,0.8325,0,0,0'),
    'actuals-after-report',
    'quarterly.csv',
    4,
    'spent_m',
    /blank/,
  ],
  [
    'no figures of a past quarter',
    edit('quarterly.csv', ',15.7582,5.5702,10.1880', ',,,'),
    'actuals-missing',
    'quarterly.csv',
    3,
    'spent_m',
    /Q2-2569 covers Q2/,
  ],
  [
    'an organisation other than the one asked for',
    edit('organisation.csv', 'etda,', 'other,'),
    'organisation-differs',
    'organisation.csv',
    2,
    'code',
    /etda/,
  ],
  [
    'figures that the ledger refuses',
    edit('summary.csv', P01, P01.replace('15.0334,0.6334', '43.0000,0.6334')),
    'posting-refused',
    'summary.csv',
    2,
    undefined,
    /take over/,
  ],
];

describe('a faulty folder', () => {
  it.each(cases)(
    'with %s posts nothing and says where',
    async (_, files, code, file, line, column, expected) => {
      const plan = await planImport(files, new LedgerInMemory());
      expect(plan.postings).toEqual([]);
      const fault = plan.faults.find((each) => each.code === code && each.line === line);
      expect(fault).toMatchObject({ file, line, ...(column === undefined ? {} : { column }) });
      expect(fault?.expected).toMatch(expected);
      expect(fault?.message).toContain(`${file} line ${line}`);
    },
  );

  it('has a test for every kind of fault', () => {
    const tested = new Set([...cases.map(([, , code]) => code), ...TESTED_ELSEWHERE]);
    expect([...tested].sort()).toEqual(Object.keys(faultCodes).sort());
  });

  it('lists all its faults, not only the first', async () => {
    const files = replaced(edit('summary.csv', '15.0334', 'fifteen'), 'projects.csv', '47.6852', 'much');
    const { faults } = await planImport(files, new LedgerInMemory());
    expect(faults.map(({ file, line, column, given }) => [file, line, column, given])).toEqual([
      ['projects.csv', 3, 'budget_m', 'much'],
      ['summary.csv', 2, 'spent_m', 'fifteen'],
    ]);
  });

  it('lists a thousand faults and counts the rest', async () => {
    const files = withFile(sample, 'summary.csv', (content) => content + 'x\n'.repeat(1_200));
    const { faults } = await planImport(files, new LedgerInMemory());
    expect(faults).toHaveLength(1_001);
    expect(faults.at(-1)).toMatchObject({ code: 'more-faults', message: '200 more faults are not listed.' });
  });

  it('keeps the line right behind cells with line breaks', async () => {
    const quoted = edit(
      'projects.csv',
      'Promotion and Governance of National Digital ID',
      '"Promotion\r\nand\r\nGovernance"',
    );
    const plan = await planImport(replaced(quoted, 'projects.csv', '47.6852', 'much'), new LedgerInMemory());
    expect(plan.faults).toMatchObject([{ code: 'amount-malformed', file: 'projects.csv', line: 5 }]);
  });
});

/** `known-ledger.spec.ts` and the test of a thousand faults. */
const TESTED_ELSEWHERE: readonly FaultCode[] = ['report-differs', 'report-out-of-order', 'more-faults'];
