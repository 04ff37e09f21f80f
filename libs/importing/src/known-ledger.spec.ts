import { describe, expect, it } from '@jest/globals';
import { budgetAccount } from '#budget';
import { type CivilDate, type Instant, streams } from '#kernel';
import { posting } from '#posting';
import { figures, FY2569, imported, sample } from './imported.fixture.ts';
import { planImport } from './index.ts';
import { LedgerInMemory, million, replaced, withFile } from './sample.fixture.ts';

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

  it('recognises a report by the same digest for ever', async () => {
    const state = await (await imported()).report(FY2569, 'Q2-2569');
    expect(state?.dated?.sourceDigest).toBe(
      'sha256:6be0be9ff5df26eaddaf854d3fae1e140f0c208c5c13d0be8f3c73811ee699d4 quarterly:daba32027fdd9685166f6642606e8b650c5540bb4e82e9a51d32a4df6892970c',
    );
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

  it('leaves a budget that was cut since as it is, and says so', async () => {
    const ledger = await imported();
    const cut = {
      type: 'cut',
      line: { fundSource: 'annual-appropriation', category: 'unclassified' },
      amount: million('1.0000'),
      reason: 'Committee stage',
      effectiveOn: '2026-04-01' as CivilDate,
    } as const;
    const stream = streams.budgetAccount('etda', FY2569, 'P03');
    ledger.take([posting(budgetAccount, stream, cut, { bookedAt: '2026-04-01T00:00:00.000Z' as Instant })]);
    const { postings, notes } = await planImport(sample, ledger);
    expect(postings).toEqual([]);
    expect(notes.find(({ code }) => code === 'already-recorded')).toMatchObject({
      file: 'projects.csv',
      line: 4,
      message: expect.stringContaining('16.0552 for P03'),
    });
  });

  it('holds reports to the budget that they printed', async () => {
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

describe('a folder that begins with the second report', () => {
  const names = ['reports.csv', 'summary.csv', 'kpi_plan.csv', 'kpi_results.csv', 'project_status.csv'];
  const files = names.reduce(
    (all, name) => withFile(all, name, (content) => content.replace(/^Q1-2569,.*\n/gm, '')),
    sample,
  );

  it('restates nothing: the first quarter takes effect on its last day', async () => {
    const ledger = new LedgerInMemory();
    const plan = await planImport(files, ledger);
    expect(plan.faults).toEqual([]);
    expect(plan.postings.filter(({ command }) => command.type === 'correct-quarter')).toEqual([]);
    const first = plan.postings.find(({ command }) => command.type === 'commit');
    expect(first?.command).toMatchObject({ commitment: 'P01-Q1', effectiveOn: '2025-12-31' });
    const [held, printed] = await figures(ledger.take(plan.postings));
    expect(held).toEqual(printed);
  });
});

describe('a first report without commitments', () => {
  it('gets the commitment that the second report finds in its quarter', async () => {
    const files = replaced(sample, 'summary.csv', '15.0334,0.6334', '15.0334,15.0334');
    const ledger = new LedgerInMemory();
    const plan = await planImport(files, ledger);
    const commands = plan.postings
      .filter(
        ({ stream, source }) => stream.endsWith('.P01') && source?.includes('quarterly.csv line 2') === true,
      )
      .map(({ command }) => command);
    expect(commands.slice(1)).toMatchObject([
      { type: 'correct-quarter', quarter: 'Q1', disbursed: million('-13.3000'), committed: 0 },
      { type: 'commit', commitment: 'P01-Q1', amount: million('13.3000'), effectiveOn: '2025-12-31' },
    ]);
    const [held, printed] = await figures(ledger.take(plan.postings));
    expect(held).toEqual(printed);
  });
});
