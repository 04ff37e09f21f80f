import { describe, expect, it } from '@jest/globals';
import { RefusalError, satang } from '#kernel';
import { readPublishedTable } from './published-table.ts';
import { cumulativeReport } from './quarterly.ts';
import { reconcile, reconciliationJson } from './reconcile.ts';

const HEADER = 'project_code,spent_m,disbursed_m';
const read = (...lines: readonly string[]) => readPublishedTable('summary.csv', lines.join('\n'));

function faultsOf(...lines: readonly string[]): unknown {
  try {
    read(...lines);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.details['faults'];
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a published table', () => {
  it('is read with a byte order mark, CRLF and quotes', () => {
    const { rows } = readPublishedTable('s.csv', `\uFEFF${HEADER}\r\n"P01","1.5",\r\n`);
    expect(rows).toEqual([
      {
        line: 2,
        project: 'P01',
        figures: new Map([
          ['spent', satang(150_000_000)],
          ['disbursed', undefined],
        ]),
      },
    ]);
  });

  it('gives only the rows of the report that is asked for', () => {
    const table = `report_id,${HEADER}\nQ1-2569,P01,1,1\nQ2-2569,P01,2,2\n`;
    expect(readPublishedTable('s.csv', table, 'Q2-2569').rows.map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    ['no project column', ['code,spent_m', 'P01,1'], { line: 1, column: 'project_code' }],
    [
      'a column that is no measure',
      ['project_code,spnt_m,spent_m', 'P01,1,1'],
      { line: 1, column: 'spnt_m' },
    ],
    ['no figures', ['project_code,name', 'P01,x'], { line: 1 }],
    ['text in a number', [HEADER, 'P01,one,1'], { line: 2, column: 'spent_m', given: 'one' }],
    ['a row twice', [HEADER, 'P01,1,1', 'P01,1,1'], { line: 3, given: 'P01' }],
    ['no project', [HEADER, ',1,1'], { line: 2, column: 'project_code' }],
    [
      'a quarter that does not exist',
      [`quarter,${HEADER}`, 'Q5,P01,1,1'],
      { line: 2, column: 'quarter', given: 'Q5' },
    ],
    ['a missing field', [HEADER, 'P01,1'], { line: 2 }],
    ['an open quote', [HEADER, '"P01,1,1'], { expected: expect.stringContaining('well-formed') }],
    ['no rows', [HEADER], { line: 1, expected: 'a row' }],
  ])('with %s is refused with its place', (_, lines, fault) => {
    expect(faultsOf(...lines)).toEqual([expect.objectContaining({ file: 'summary.csv', ...fault })]);
  });

  it('with several faults lists all of them', () => {
    expect(faultsOf(HEADER, 'P01,a,b', 'P02,1,c')).toHaveLength(3);
  });
});

describe('a published table against the ledger', () => {
  const report = cumulativeReport({
    projects: ['P01', 'P02'].map((project) => ({ project, name: project })),
    cells: [{ project: 'P01', quarter: 'Q1', measure: 'disbursed', balance: satang(12_340_000) }],
    quarter: 'Q1',
  });
  const against = (...lines: readonly string[]) =>
    reconciliationJson(reconcile(read(HEADER, ...lines), report));

  it('is equal to the last printed digit, however many decimals are printed', () => {
    expect(against('P01,0.1234,0.1234', 'P02,,')).toMatchObject({ equal: 4, differing: [], missing: [] });
    expect(against('P01,0.12340000,0.1234', 'P02,,')).toMatchObject({ equal: 4 });
  });

  it('differs by published less ledger, also where one of them has nothing', () => {
    expect(against('P01,0.1233,', 'P02,0.0001,').differing).toEqual([
      expect.objectContaining({ line: 2, measure: 'spent', difference_m: '-0.0001' }),
      expect.objectContaining({ line: 2, measure: 'disbursed', published_m: null, ledger_m: '0.1234' }),
      expect.objectContaining({ line: 3, measure: 'spent', published_m: '0.0001', ledger_m: null }),
    ]);
  });

  it('is equal where a zero is printed and nothing was posted: nobody posts a zero', () => {
    expect(against('P01,0.1234,0.1234', 'P02,0.0000,-')).toMatchObject({ equal: 4, differing: [] });
  });

  it('shows all decimals that were printed, and no difference as nothing', () => {
    expect(against('P01,0.12341,0.1234', 'P02,,').differing).toEqual([
      expect.objectContaining({ published_m: '0.12341000', ledger_m: '0.1234', difference_m: '0.00001000' }),
    ]);
  });

  it('names rows that only one of them has', () => {
    expect(against('P01,0.1234,0.1234', 'P09,1,1')).toMatchObject({
      unknown: [{ line: 3, project_code: 'P09' }],
      missing: [{ project_code: 'P02' }],
    });
  });
});
