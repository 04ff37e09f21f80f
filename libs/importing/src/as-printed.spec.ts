import { expect, it } from '@jest/globals';
import { sample } from './faults.fixture.ts';
import { imported } from './imported.fixture.ts';
import { planImport, type SourceFile } from './index.ts';
import { LedgerInMemory, replaced } from './sample.fixture.ts';

/** The sample as somebody copies it from the pages: Thai digits and years, parentheses, dashes, thousands. */
const copied: SourceFile[] = (
  [
    ['summary.csv', 'P08,95.4533,45.9540,92.6145,14.9345', 'P08,๙๕.๔๕๓๓,45.9540,92.6145 ล้านบาท,๑๔.๙๓๔๕'],
    ['quarterly.csv', '32.6957,-32.1369', '32.6957,(32.1369)'],
    ['quarterly.csv', 'P01,Q3,0.8325,,,', 'P01,Q3,0.8325,-,–,—'],
    ['projects.csv', '42.7377,0,', '42.7377,-,'],
    ['reports.csv', 'Q1-2569,2025-12-30', 'Q1-2569,30 ธันวาคม 2568'],
    ['reports.csv', 'Q2-2569,2026-03-31', 'Q2-2569,31/3/๒๕๖๙'],
    ['projects.csv', '2025-10-01,2026-09-30', '1 ต.ค. 68,2569-09-30'],
    ['kpis.csv', ',1463,', ',"1,463",'],
    [
      'kpi_plan.csv',
      'Q1-2569,P01-K1,Q1,"1,315 บริการ (สะสม)",1315',
      'Q1-2569,P01-K1,Q1,"1,315 บริการ (สะสม)",๑๓๑๕',
    ],
  ] as const
).reduce((files, [name, from, to]) => replaced(files, name, from, to), sample);

it('tables copied as they are printed say what the plain ones say', async () => {
  const [plain, plan] = await Promise.all([
    planImport(sample, new LedgerInMemory()),
    planImport(copied, new LedgerInMemory()),
  ]);
  expect(plan.faults).toEqual([]);
  expect(plan.postings).toEqual(plain.postings);
});

it('a report that was taken over from plain tables is the same one as it is printed', async () => {
  expect(await planImport(copied, await imported())).toMatchObject({
    faults: [],
    postings: [],
    skipped: ['Q1-2569', 'Q2-2569'],
  });
});
