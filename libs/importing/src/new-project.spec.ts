import { describe, expect, it } from '@jest/globals';
import { sample } from './faults.fixture.ts';
import { figures } from './imported.fixture.ts';
import { planImport, type SourceFile } from './index.ts';
import { LedgerInMemory, million, replaced, withFile } from './sample.fixture.ts';

const without = (files: readonly SourceFile[], name: string, row: RegExp): SourceFile[] =>
  withFile(files, name, (content) => content.replace(row, ''));

/** The sample as it would be if P03 had begun in the second quarter: the first report does not know it. */
const begunLater = [
  ['summary.csv', /^Q1-2569,P03,.*\n/m],
  ['project_status.csv', /^Q1-2569,P03,.*\n/m],
].reduce((files, [name, row]) => without(files, name as string, row as RegExp), [...sample]);

const figuresOfLater = replaced(
  replaced(
    replaced(begunLater, 'quarterly.csv', 'P03,Q1,8.6748,3.6931,3.2644,0.4287', 'P03,Q1,8.6748,,,'),
    'quarterly.csv',
    'P03,TOTAL,17.0552,14.6990,11.9368,2.7622',
    'P03,TOTAL,17.0552,11.0059,8.6724,2.3335',
  ),
  'summary.csv',
  'Q2-2569,P03,17.0552,14.1573,14.6990,11.9368',
  'Q2-2569,P03,17.0552,14.1573,11.0059,8.6724',
);

describe('a project that the second report prints and the first does not', () => {
  it('is opened with the second, on its day, with the budget and plan that it prints', async () => {
    const ledger = new LedgerInMemory();
    const { faults, postings } = await planImport(figuresOfLater, ledger);
    expect(faults).toEqual([]);
    const own = postings.filter(({ stream }) => stream.endsWith('.2569.P03'));
    expect(new Set(own.map(({ bookedAt }) => bookedAt))).toEqual(new Set(['2026-03-30T17:00:00.000Z']));
    expect(own.map(({ command }) => command)).toMatchObject([
      { type: 'open-account', effectiveOn: '2026-03-31' },
      { type: 'allocate', amount: million('17.0552'), effectiveOn: '2026-03-31' },
      { type: 'set-plan', quarters: { Q1: million('8.6748') } },
      { type: 'commit', commitment: 'P03-Q2', amount: million('2.3335') },
      { type: 'disburse', amount: million('8.6724') },
    ]);
    const [held, printed] = await figures(ledger.take(postings), figuresOfLater);
    expect(held).toEqual(printed);
    expect(await planImport(figuresOfLater, ledger)).toMatchObject({ faults: [], postings: [] });
  });

  it('takes what the second report says of the first quarter as news', async () => {
    const ledger = new LedgerInMemory();
    const { faults, postings } = await planImport(begunLater, ledger);
    expect(faults).toEqual([]);
    const [held, printed] = await figures(ledger.take(postings), begunLater);
    expect(held).toEqual(printed);
  });

  it('must be printed by all reports after it', async () => {
    const { faults } = await planImport(
      without(sample, 'summary.csv', /^Q2-2569,P03,.*\n/m),
      new LedgerInMemory(),
    );
    expect(faults).toMatchObject([
      { code: 'row-missing', message: expect.stringContaining('report Q2-2569, project P03') as unknown },
    ]);
  });
});
