import { describe, expect, it } from '@jest/globals';
import { movedBetween } from '#budget';
import { type FiscalYear, quarterRange, QUARTERS, THAI_CALENDAR } from '#kernel';
import { planImport } from './index.ts';
import { LedgerInMemory, million, replaced, rowsOf, sampleFiles, withFile } from './sample.fixture.ts';
import { withThirdReport } from './third-report.fixture.ts';

const sample = sampleFiles();
const FY2569 = 2569 as FiscalYear;

async function imported(): Promise<LedgerInMemory> {
  const ledger = new LedgerInMemory();
  return ledger.take((await planImport(sample, ledger)).postings);
}

/** What the ledger holds of every project and quarter, beside what the table prints. */
async function figures(ledger: LedgerInMemory, files = sample): Promise<[unknown, unknown]> {
  const held: unknown[] = [];
  const printed: unknown[] = [];
  for (const row of rowsOf(files, 'quarterly.csv')) {
    const quarter = QUARTERS.find((each) => each === row['quarter']);
    if (!quarter || row['spent_m'] === '') continue;
    const { first, last } = quarterRange(FY2569, quarter, THAI_CALENDAR);
    const state = await ledger.account(FY2569, row['project_code'] ?? '');
    held.push([row['project_code'], quarter, state && movedBetween(state, first, last)]);
    const [disbursed, committed] = [million(row['disbursed_m']), million(row['committed_m'])];
    printed.push([row['project_code'], quarter, { disbursed, committed }]);
  }
  return [held, printed];
}

describe('a ledger that has taken a folder over', () => {
  it('holds every quarter as the newest report prints it', async () => {
    const [held, printed] = await figures(await imported());
    expect(held).toEqual(printed);
  });

  it('takes nothing over a second time', async () => {
    const again = await planImport(sample, await imported());
    expect(again).toMatchObject({ faults: [], postings: [], steps: [], skipped: ['Q1-2569', 'Q2-2569'] });
  });

  it('takes nothing over when only the order of the rows differs', async () => {
    const shuffled = withFile(sample, 'summary.csv', (content) => {
      const [header, ...rows] = content.trimEnd().split('\n');
      return [header, ...rows.reverse()].join('\n');
    });
    expect(await planImport(shuffled, await imported())).toMatchObject({ faults: [], postings: [] });
  });

  it('holds a report to what it said: another text of a result is a fault', async () => {
    const { postings, faults } = await planImport(
      replaced(sample, 'kpi_results.csv', '595 ราย', '596 ราย'),
      await imported(),
    );
    expect(postings).toEqual([]);
    expect(faults).toMatchObject([
      { code: 'report-differs', file: 'reports.csv', line: 2, given: 'Q1-2569' },
    ]);
  });

  it('holds the newest report to the quarters that it printed', async () => {
    const from = 'P01,Q2,14.1872,15.7582,5.5702,10.1880';
    const changed = replaced(sample, 'quarterly.csv', from, 'P01,Q2,14.1872,15.7582,5.5703,10.1879');
    const total = 'P01,TOTAL,42.7377,30.7916,7.3036,23.4880';
    const files = replaced(changed, 'quarterly.csv', total, 'P01,TOTAL,42.7377,30.7916,7.3037,23.4879');
    const { faults } = await planImport(files, await imported());
    expect(faults).toMatchObject([{ code: 'report-differs', file: 'quarterly.csv' }]);
  });

  it('takes no report over that is older than one it holds', async () => {
    const ledger = await imported();
    const files = replaced(sample, 'reports.csv', 'Q1-2569,2025-12-30', 'early,2025-11-30');
    const renamed = ['summary.csv', 'kpi_plan.csv', 'kpi_results.csv', 'project_status.csv'].reduce(
      (all, name) => withFile(all, name, (content) => content.replaceAll('Q1-2569', 'early')),
      files,
    );
    const { faults } = await planImport(renamed, ledger);
    expect(faults).toMatchObject([
      { code: 'report-out-of-order', file: 'reports.csv', line: 2, column: 'as_of' },
    ]);
  });

  it('leaves a budget as it is when the table prints another one later', async () => {
    const changed = replaced(sample, 'projects.csv', '42.7377', '43.0000');
    const files = withFile(changed, 'summary.csv', (content) =>
      content.replaceAll('P01,42.7377', 'P01,43.0000'),
    );
    const { faults } = await planImport(files, await imported());
    expect(faults.map(({ code }) => code)).toEqual(['report-differs', 'report-differs']);
  });

  it('reads an organisation with another calendar as a fault', async () => {
    const files = replaced(sample, 'organisation.csv', ',10,BE,', ',1,BE,');
    const { faults } = await planImport(files, await imported());
    expect(faults).toMatchObject([{ code: 'organisation-differs', column: 'start_month', given: '1' }]);
  });
});

describe('a third report', () => {
  const third = withThirdReport(sample, [
    // Q1 restated: 5 m were paid that were thought to be committed only.
    { project: 'P01', quarter: 'Q1', disbursed: 67_334, committed: 83_000 },
    // Q2 restated across two commitments, and Q3 in which more is released than paid.
    { project: 'P02', quarter: 'Q2', disbursed: 157_775, committed: -16_279 },
    { project: 'P02', quarter: 'Q3', disbursed: 10_000, committed: -20_000 },
    // Q3 with money coming back, directly paid first.
    { project: 'P08', quarter: 'Q3', disbursed: -160_000, committed: 0 },
    { project: 'P03', quarter: 'Q3', disbursed: 5_000, committed: 10_000 },
    { project: 'P04', quarter: 'Q1', disbursed: 115_604, committed: 94_340 },
  ]);

  it('is the only one that is posted, after the others', async () => {
    const plan = await planImport(third, await imported());
    expect(plan.faults).toEqual([]);
    expect(plan.skipped).toEqual(['Q1-2569', 'Q2-2569']);
    expect(plan.steps).toMatchObject([{ report: 'Q3-2569', bookedOn: '2026-06-30', first: 0 }]);
    expect(new Set(plan.postings.map(({ bookedAt }) => bookedAt))).toEqual(
      new Set(['2026-06-29T17:00:00.000Z']),
    );
  });

  it('leaves the ledger with every quarter as it prints it', async () => {
    const ledger = await imported();
    ledger.take((await planImport(third, ledger)).postings);
    const [held, printed] = await figures(ledger, third);
    expect(held).toEqual(printed);
    expect((await planImport(third, ledger)).postings).toEqual([]);
  });

  it('restates across several commitments, the oldest first, and releases what nobody paid', async () => {
    const { postings } = await planImport(third, await imported());
    const of = (project: string) =>
      postings.filter(({ stream }) => stream.endsWith(`.${project}`)).map(({ command }) => command);
    expect(of('P02')).toMatchObject([
      {
        type: 'correct-quarter',
        correction: 'Q2-restated-in-Q3-2569',
        commitment: 'P02-Q1',
        committed: million('-9.5883'),
      },
      {
        type: 'correct-quarter',
        correction: 'Q2-restated-in-Q3-2569-2',
        commitment: 'P02-Q2',
        committed: million('-0.4117'),
      },
      { type: 'release-commitment', commitment: 'P02-Q2', amount: million('1.0000') },
      { type: 'disburse', disbursement: 'P02-Q3-L', commitment: 'P02-Q2', amount: million('1.0000') },
    ]);
    expect(of('P04')).toMatchObject([
      { type: 'correct-quarter', commitment: 'P04-Q1', committed: million('1.0000') },
    ]);
    expect(of('P03')).toMatchObject([
      { type: 'commit', commitment: 'P03-Q3', amount: million('1.0000') },
      { type: 'disburse', disbursement: 'P03-Q3-D', amount: million('0.5000') },
    ]);
  });

  it('takes disbursements back, direct ones first, and releases what is committed again by that', async () => {
    const { postings } = await planImport(third, await imported());
    const of = postings.filter(({ stream }) => stream.endsWith('.P08')).map(({ command }) => command);
    expect(of).toMatchObject([
      { type: 'reverse-disbursement', disbursement: 'P08-Q2-D', amount: million('0.5588') },
      { type: 'reverse-disbursement', disbursement: 'P08-Q1-D', amount: million('14.9345') },
      { type: 'reverse-disbursement', disbursement: 'P08-Q2-L', amount: million('0.5067') },
      { type: 'release-commitment', commitment: 'P08-Q1', amount: million('0.5067') },
    ]);
  });

  it('that takes more back than was ever paid is a fault at its row', async () => {
    const files = withThirdReport(sample, [
      { project: 'P01', quarter: 'Q3', disbursed: -71_000, committed: 71_000 },
    ]);
    const { faults, postings } = await planImport(files, await imported());
    expect(postings).toEqual([]);
    expect(faults).toMatchObject([{ code: 'posting-refused', file: 'quarterly.csv', line: 4 }]);
  });
});

describe('a folder without KPIs', () => {
  it('brings the money alone', async () => {
    const money = sample.filter(({ name }) => !/kpi|status/.test(name));
    const ledger = new LedgerInMemory();
    const plan = await planImport(money, ledger);
    expect(plan.faults).toEqual([]);
    expect(plan.postings.some(({ decider }) => decider.category === 'kpi')).toBe(false);
    const [held, printed] = await figures(ledger.take(plan.postings));
    expect(held).toEqual(printed);
  });
});
