import type { FaultCase } from './faults.fixture.ts';
import type { SourceFile } from './index.ts';
import { replaced, sampleFiles, withFile } from './sample.fixture.ts';

const budget = sampleFiles('etda-fy2563');
const edit = (from: string, to: string): SourceFile[] => replaced(budget, 'budget.csv', from, to);
const append = (row: string): SourceFile[] =>
  withFile(budget, 'budget.csv', (content) => `${content.trimEnd()}\n${row}\n`);
const B04 = 'AP2563/1.4,B04,annual-appropriation,unclassified,12.1865,12.1865';

/** Folders of budget documents that cannot be taken over. */
export const budgetFaults: readonly FaultCase[] = [
  [
    'the report of another folder beside a budget',
    [...budget, ...sampleFiles().filter(({ name }) => name === 'reports.csv')],
    'tables-mixed',
    'reports.csv:1',
    /folders of their own/,
  ],
  [
    'a budget without its projects',
    budget.filter(({ name }) => name !== 'projects.csv'),
    'file-missing',
    'projects.csv:1',
    /beside budget.csv/,
  ],
  [
    'a budget of no project',
    withFile(budget, 'projects.csv', (content) => `${content.split('\n', 1)[0] ?? ''}\n`),
    'row-missing',
    'projects.csv:1',
    /a project/,
  ],
  [
    'a document for an unknown project',
    append(B04.replace('B04', 'B99')),
    'unknown-project',
    'budget.csv:12:project_code',
    /projects.csv/,
  ],
  ['a project without a document', edit(`${B04}\n`, ''), 'row-missing', 'budget.csv:1', /in the table/],
  [
    'documents that allocate a satang less than the printed budget',
    edit('12.1865,12.1865', '12.1865,12.18649999'),
    'budget-differs',
    'projects.csv:5:budget_m',
    /12186500\.00/,
  ],
  ['a document twice', append(B04), 'duplicate-row', 'budget.csv:12', /one row/],
  [
    'a document that gives nothing',
    edit('12.1865,12.1865', ','),
    'value-missing',
    'budget.csv:5:allocated_m',
    /million baht/,
  ],
  [
    'an estimate below zero',
    edit('12.1865,12.1865', '-12.1865,12.1865'),
    'amount-negative',
    'budget.csv:5:estimated_m',
    /zero or more/,
  ],
  [
    'a document without a number',
    edit('AP2563/1.4', ''),
    'value-missing',
    'budget.csv:5:document',
    /number of a document/,
  ],
  [
    'a document whose number has a character that no number has',
    edit('AP2563/1.4', 'AP2563#4'),
    'code-malformed',
    'budget.csv:5:document',
    /letters, digits/,
  ],
  [
    'a project of another year than the first',
    withFile(budget, 'projects.csv', (content) =>
      content.replace(/(W03.*)2019-10-01,2020-09-30/, '$12020-10-01,2021-09-30'),
    ),
    'fiscal-year-differs',
    'projects.csv:9:start',
    /2019-10-01/,
  ],
];
