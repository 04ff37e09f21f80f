import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allocate, baht, correct, day, Ledger, open, pay, printed, YEAR } from '../ledger.fixture.ts';
import { DisbursementMonthsQueries } from './queries.ts';

let ledger: Ledger;

beforeEach(async () => {
  ledger = new Ledger();
  await ledger.account('P01', open('P01'));
  await ledger.account('P01', allocate('1000.00'));
});

afterEach(() => ledger.close());

async function months(knownAt?: bigint): Promise<Record<string, string>> {
  const projector = ledger.projector();
  await projector.catchUp();
  const queries = new DisbursementMonthsQueries(projector.database);
  const rows = queries.months(
    { organisation: 'etda', fiscalYear: YEAR },
    knownAt ?? projector.checkpoint ?? 0n,
  );
  return Object.fromEntries(rows.map(({ month, balance }) => [month, printed(balance)]));
}

describe('what is disbursed in a month', () => {
  it('is paid, taken back and corrected there, whenever it was booked', async () => {
    await ledger.account('P01', pay('DV-1', '50.00', { effectiveOn: '2025-11-30' }));
    await ledger.account('P01', pay('DV-2', '20.00', { effectiveOn: '2025-12-01' }));
    const before = BigInt((await ledger.store.head()) ?? 0);
    await ledger.account('P01', pay('DV-3', '7.00', { effectiveOn: '2025-11-02' }));
    await ledger.account('P01', correct('C-1', { disbursed: '-5.00' }));
    await ledger.account('P01', {
      type: 'reverse-disbursement',
      disbursement: 'DV-2',
      reason: 'ผิดยอด',
      effectiveOn: day('2026-01-03'),
    });
    expect(await months()).toEqual({ '2025-11': '57.00', '2025-12': '15.00', '2026-01': '-20.00' });
    expect(await months(before)).toEqual({ '2025-11': '50.00', '2025-12': '20.00' });
  });

  it('counts an advance when it is given, and what comes back of it then', async () => {
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    const advance = { advance: 'AD-1', effectiveOn: day('2026-02-10') };
    await ledger.account('P01', { type: 'pay-advance', line, amount: baht('30.00'), ...advance });
    await ledger.account('P01', {
      type: 'return-advance',
      ...advance,
      amount: baht('4.00'),
      effectiveOn: day('2026-03-01'),
    });
    expect(await months()).toEqual({ '2026-02': '30.00', '2026-03': '-4.00' });
  });
});
