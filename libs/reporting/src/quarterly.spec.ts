import { describe, expect, it } from '@jest/globals';
import type { Measure } from '#budget';
import { type Quarter, satang } from '#kernel';
import { changedCells, changeOf } from './diff.ts';
import type { Cell } from './figures.ts';
import { byQuarterReport, cumulativeReport, quarterlyTable } from './quarterly.ts';

const cell = (project: string, quarter: Quarter, measure: Measure, balance: number): Cell => ({
  project,
  quarter,
  measure,
  balance: satang(balance),
});
const projects = ['P01', 'P02'].map((project) => ({ project, name: project }));
const rows = (cells: readonly Cell[], quarter: Quarter, byQuarter = false) => {
  const report = (byQuarter ? byQuarterReport : cumulativeReport)({ projects, cells, quarter });
  return quarterlyTable(report, 'Report', []);
};

describe('a cumulative report', () => {
  it('adds the quarters up, and computes spent and available from exact values', () => {
    const cells = [
      cell('P01', 'Q1', 'budget', 100_000_000),
      cell('P01', 'Q1', 'committed', 60_000_000),
      cell('P01', 'Q2', 'committed', -20_000_000),
      cell('P01', 'Q2', 'disbursed', 20_000_000),
      cell('P01', 'Q3', 'disbursed', 99_000_000),
    ];
    expect(rows(cells, 'Q2').rows[0]).toEqual({
      project_code: 'P01',
      budget_m: '1.0000',
      spent_m: '0.6000',
      disbursed_m: '0.2000',
      committed_m: '0.4000',
      available_m: '0.4000',
    });
  });

  it('leaves empty what nothing was posted for, and shows a zero where something else moved', () => {
    const printed = rows([cell('P01', 'Q1', 'committed', 5_000)], 'Q1').rows;
    expect(printed[0]).toMatchObject({ spent_m: '0.0001', disbursed_m: '0.0000', budget_m: undefined });
    expect(printed[1]).toMatchObject({ spent_m: undefined, disbursed_m: undefined, available_m: undefined });
  });

  it('rounds half-up and says where printed cells do not add up to the total of exact values', () => {
    const cells = [cell('P01', 'Q1', 'disbursed', 5_000), cell('P02', 'Q1', 'disbursed', 5_000)];
    const table = rows(cells, 'Q1');
    expect(table.rows.map((row) => row['disbursed_m'])).toEqual(['0.0001', '0.0001', '0.0001']);
    expect(table.footnotes).toEqual(
      expect.arrayContaining([expect.stringMatching(/disbursed: .*0\.0002.*0\.0001.*difference 0\.0001/)]),
    );
  });
});

describe('a report by quarter', () => {
  it('plans the whole year and shows actuals only up to the quarter', () => {
    const cells = [
      cell('P01', 'Q1', 'plan', 10_000_000),
      cell('P01', 'Q3', 'plan', 20_000_000),
      cell('P01', 'Q1', 'disbursed', 5_000_000),
      cell('P01', 'Q2', 'disbursed', 7_000_000),
    ];
    const printed = rows(cells, 'Q1', true).rows.filter((row) => row['project_code'] === 'P01');
    expect(printed.map((row) => [row['quarter'], row['plan_m'], row['disbursed_m']])).toEqual([
      ['Q1', '0.1000', '0.0500'],
      ['Q2', undefined, undefined],
      ['Q3', '0.2000', undefined],
      ['Q4', undefined, undefined],
      ['TOTAL', '0.3000', '0.0500'],
    ]);
  });
});

describe('two reports', () => {
  it('differ in cells that appear, disappear or change, and not where one satang is the same', () => {
    const before = cumulativeReport({ projects, cells: [cell('P01', 'Q1', 'plan', 1)], quarter: 'Q1' });
    const after = cumulativeReport({ projects, cells: [cell('P02', 'Q1', 'plan', 1)], quarter: 'Q1' });
    const changes = changedCells(before, after);
    expect(changes.map((change) => [change.project, change.measure, changeOf(change)])).toEqual([
      ['P01', 'plan', -1],
      ['P02', 'plan', 1],
    ]);
    expect(changedCells(before, before)).toEqual([]);
  });
});
