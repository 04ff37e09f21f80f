import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { restatedCellsAnswer } from './course.answers.ts';

let ledger: LedgerUnderTest;

async function restated(query: string) {
  const { status, json, text } = await ledger.get(`reports/restated-cells?fiscalYear=2569&${query}`);
  if (status !== 200) throw new Error(text);
  return restatedCellsAnswer.parse(json).rows;
}

const BY_QUARTER = 'quarter=Q2&byQuarter=true';
const LINE = { fundSource: 'annual-appropriation', category: 'unclassified' };

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.import();
});
afterAll(() => ledger.close());

describe('a restated cell', () => {
  it('carries what an earlier report said of it, and what changed it', async () => {
    const rows = await restated(`${BY_QUARTER}&project=P01`);
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ project_code: 'P01', quarter: 'Q1', measure: 'disbursed' },
        ...{ from_m: '0.6334', to_m: '1.7334', change_m: '1.1000' },
        ...{ report: 'Q1-2569', as_of: '2025-12-30', since_last_report: false },
        changed_by: { position: expect.any(String), booked_at: '2026-03-31T00:00:00+07:00' },
      }),
      expect.objectContaining({ quarter: 'Q1', measure: 'committed', from_m: '14.4000', to_m: '13.3000' }),
    ]);
  });

  it('is none as known when the report was published, and none of a quarter that no report was about', async () => {
    expect(await restated('quarter=Q1&byQuarter=true&knownAt=Q1-2569')).toEqual([]);
    expect(await restated('quarter=Q3')).toEqual([]);
  });

  it('differs from the last report when it changed since then; totals too', async () => {
    const address = 'quarter=Q2';
    expect((await restated(address)).filter((row) => row.since_last_report)).toEqual([]);
    await ledger.must('budget-accounts/2569/P02/disbursements', {
      ...{ disbursement: 'LATE-1', line: LINE, amount: '10.00', effectiveOn: '2026-03-30' },
    });
    const rows = (await restated(address)).filter((row) => row.since_last_report);
    expect(
      rows.map(({ project_code, measure, change, report }) => [project_code, measure, change, report]),
    ).toEqual(
      ['P02', 'TOTAL'].flatMap((project) => [
        [project, 'spent', '10.00', 'Q2-2569'],
        [project, 'disbursed', '10.00', 'Q2-2569'],
        [project, 'available', '-10.00', 'Q2-2569'],
      ]),
    );
  });
});
