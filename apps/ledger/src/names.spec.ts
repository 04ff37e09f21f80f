import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../testing/ledger-under-test.fixture.ts';

let ledger: LedgerUnderTest;
beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', '1.00');
});
afterAll(() => ledger.close());

const ACCOUNT = { fiscalYear: 2569, project: 'P02', effectiveOn: '2025-10-01' };
const NAMED: readonly [string, string, object][] = [
  ['a project', 'budget-accounts', ACCOUNT],
  ['an organisation', 'organisations?organisation=other', { effectiveOn: '2025-10-01' }],
  ['a KPI', 'kpis', { fiscalYear: 2569, kpi: 'K1', project: 'P01', effectiveOn: '2025-10-01' }],
];

describe.each(NAMED)('%s', (_, path, body) => {
  it.each(['', '  ', '\u0000', '\u200b'])('cannot be called %j, which nobody sees', async (name) => {
    const { status, json } = await ledger.post(path, { ...body, name });
    expect([status, json]).toEqual([
      400,
      expect.objectContaining({
        code: 'input-invalid',
        errors: expect.arrayContaining([
          expect.objectContaining({ field: 'name', expected: expect.stringContaining('can be seen') }),
        ]),
      }),
    ]);
  });
});

it('a project is called as it was written, blanks and all', async () => {
  await ledger.must('budget-accounts', { ...ACCOUNT, name: ' ระบบ  กลาง ' });
  expect((await ledger.get('budget-accounts?fiscalYear=2569')).json['rows']).toContainEqual(
    expect.objectContaining({ name: ' ระบบ  กลาง ' }),
  );
});

it('no project has the code that reports give the sum of all', async () => {
  const { status, json } = await ledger.post('budget-accounts', { ...ACCOUNT, project: 'TOTAL', name: 'x' });
  expect([status, json]).toEqual([
    400,
    expect.objectContaining({
      code: 'input-invalid',
      errors: [expect.objectContaining({ field: 'project', expected: expect.stringContaining('TOTAL') })],
    }),
  ]);
});
