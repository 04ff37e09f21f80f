import { describe, expect, it } from '@jest/globals';
import { figures, imported, sample } from './imported.fixture.ts';
import { planImport } from './index.ts';
import { million, replaced } from './sample.fixture.ts';
import { withThirdReport } from './third-report.fixture.ts';

describe('a third report', () => {
  const third = withThirdReport(sample, [
    // Q1 restated: 5 m were paid that were thought to be committed only.
    { project: 'P01', quarter: 'Q1', disbursed: '6.7334', committed: '8.3000' },
    // Q2 restated across two commitments, and Q3 in which more is released than paid.
    { project: 'P02', quarter: 'Q2', disbursed: '15.7775', committed: '-1.6279' },
    { project: 'P02', quarter: 'Q3', disbursed: '1.0000', committed: '-2.0000' },
    // Q3 with money coming back, directly paid first.
    { project: 'P08', quarter: 'Q3', disbursed: '-16.0000', committed: '0.0000' },
    { project: 'P03', quarter: 'Q3', disbursed: '0.5000', committed: '1.0000' },
    { project: 'P04', quarter: 'Q1', disbursed: '11.5604', committed: '9.4340' },
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

  it('pays a restated quarter last, out of the room that the falling commitments give', async () => {
    const files = withThirdReport(sample, [
      { project: 'P02', quarter: 'Q2', disbursed: '41.7775', committed: '-9.5279' },
    ]);
    const { faults, postings } = await planImport(files, await imported());
    expect(faults).toEqual([]);
    const corrections = postings.filter(({ command }) => command.type === 'correct-quarter');
    expect(corrections.map(({ command }) => command)).toMatchObject([
      { commitment: 'P02-Q1', disbursed: 0, committed: million('-9.5883') },
      { commitment: 'P02-Q2', disbursed: million('26.0000'), committed: million('-8.3117') },
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

  it('that prints another plan per quarter revises the plan', async () => {
    const files = replaced(
      replaced(withThirdReport(sample, []), 'quarterly.csv', 'P01,Q3,0.8325', 'P01,Q3,0.8326'),
      'quarterly.csv',
      'P01,Q4,7.4860',
      'P01,Q4,7.4859',
    );
    const { faults, postings } = await planImport(files, await imported());
    expect(faults).toEqual([]);
    const revised = postings.filter(({ command }) => command.type === 'revise-plan');
    expect(revised.map(({ command }) => command)).toMatchObject([
      {
        quarters: { Q1: million('20.2320'), Q3: million('0.8326'), Q4: million('7.4859') },
        reason: 'Report Q3-2569 prints another plan per quarter than the ledger has',
        effectiveOn: '2026-06-30',
      },
    ]);
  });

  it('that takes more back than was ever paid is a fault at its row', async () => {
    const files = withThirdReport(sample, [
      { project: 'P01', quarter: 'Q3', disbursed: '-7.1000', committed: '7.1000' },
    ]);
    const { faults, postings } = await planImport(files, await imported());
    expect(postings).toEqual([]);
    expect(faults).toMatchObject([{ code: 'posting-refused', file: 'quarterly.csv', line: 4 }]);
  });
});
