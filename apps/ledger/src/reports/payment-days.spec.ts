import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LedgerUnderTest, LINE } from '../../testing/ledger-under-test.fixture.ts';

const P01 = 'budget-accounts/2569/P01';
let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', '1000.00');
  await ledger.must(`${P01}/advances`, {
    advance: 'AD-1',
    line: LINE,
    amount: '300.00',
    effectiveOn: '2025-11-03',
  });
  await ledger.must(`${P01}/advances/AD-1/clearings`, {
    disbursement: 'V-1',
    spent: '300.00',
    effectiveOn: '2025-12-01',
  });
  await ledger.must(`${P01}/disbursements`, {
    disbursement: 'V-2',
    line: LINE,
    amount: '50.00',
    effectiveOn: '2025-12-02',
  });
});
afterAll(() => ledger.close());

it('a voucher that clears an advance is no payment of its own', async () => {
  const { json } = await ledger.get('reports/payment-days?fiscalYear=2569');
  const rows = json['rows'] as unknown as readonly Readonly<Record<string, string>>[];
  expect(rows.flatMap(({ document }) => document ?? [])).toEqual(['V-2']);
});

it('money of such a voucher that comes back keeps the ledger from nothing', async () => {
  await ledger.must(`${P01}/disbursements/V-1/refunds`, {
    refund: 'RC-1',
    amount: '40.00',
    reason: 'Two tickets were not used',
    effectiveOn: '2026-01-05',
  });
  await ledger.restart();
  const { json } = await ledger.get('states/documents?fiscalYear=2569&project=P01&document=V-1');
  expect(json['documents']).toMatchObject([
    { stage: 'advance', document: 'AD-1', outstanding: '0.00' },
    { stage: 'disbursement', document: 'V-1', amount: '260.00' },
  ]);
});
