import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest, LINE } from '../../testing/ledger-under-test.fixture.ts';
import type { Instant } from '#kernel';

const NOW = '2026-11-22T03:00:00.000Z' as Instant;
const LONG_AGO = '2019-11-22T03:00:00.000Z' as Instant;

let ledger: LedgerUnderTest;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  ledger = await LedgerUnderTest.open({ clock: () => now });
  await ledger.account('P01', '1000.00');
});
afterEach(() => ledger.close());

/** The day on which a new order was decided, as its event says it. */
async function dayOfOrder(commitment: string): Promise<unknown> {
  const body = { line: LINE, commitment, amount: '1.00', effectiveOn: '2025-10-06' };
  const { json } = await ledger.must('budget-accounts/2569/P01/commitments', body);
  const { json: event } = await ledger.get(`events/${String(json['position'])}`);
  const { asked } = (event as unknown as { metadata: { asked?: { recordedOn: string } } }).metadata;
  return asked?.recordedOn;
}

describe('a clock that is set back', () => {
  it('while the service runs brings no day back that has passed', async () => {
    now = LONG_AGO;
    expect(await dayOfOrder('PO-1')).toBe('2026-11-22');
  });

  it('while the service stands still brings no day back that has passed', async () => {
    now = LONG_AGO;
    await ledger.restart();
    expect(await dayOfOrder('PO-1')).toBe('2026-11-22');
    now = '2026-11-23T03:00:00.000Z' as Instant;
    expect(await dayOfOrder('PO-2')).toBe('2026-11-23');
  });
});
