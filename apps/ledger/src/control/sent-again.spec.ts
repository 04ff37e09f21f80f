import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest, LINE, type Reply } from '../../testing/ledger-under-test.fixture.ts';

const DAY = '2025-10-01';
const order = { commitment: 'PO-1', line: LINE, amount: '200.00', effectiveOn: DAY };

describe('a step of a waiting document that is sent again under its key, as after a lost answer', () => {
  let ledger: LedgerUnderTest;

  const send = (path: string, body: object, actor: string, key: string): Promise<Reply> =>
    ledger.post(path, { effectiveOn: DAY, ...body }, { 'obligo-actor': actor, 'idempotency-key': key });
  /** Twice the same; the second gives the first answer again and records nothing. */
  const twice = async (path: string, body: object, actor: string, key: string): Promise<void> => {
    const first = await send(path, body, actor, key);
    expect([path, first.status]).toEqual([path, 201]);
    const again = await send(path, body, actor, key);
    expect([path, again.status, again.json['replayed'], again.json['position']]).toEqual([
      path,
      200,
      true,
      first.json['position'],
    ]);
  };

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    await ledger.account('P01', '1000.00');
    const approvals = [{ command: 'commit', from: '100.00', tiers: ['checker', 'head'] }];
    await ledger.must('control/policy', {
      policy: { approvals, reserveWhileWaiting: true },
      effectiveOn: DAY,
    });
    for (const [duty, holder] of [
      ['checker', 'malee'],
      ['head', 'somsri'],
    ]) {
      await ledger.must('control/duties', { duty, holder, effectiveOn: DAY });
    }
  });
  afterAll(() => ledger.close());

  it('gives the first answer again: handing in, each approval, refusing, withdrawing', async () => {
    await twice('budget-accounts/2569/P01/commitments?submit=W-1', order, 'maker', 'hand-in');
    await twice('approvals/W-1/approvals', {}, 'malee', 'first-tier');
    await twice('approvals/W-1/approvals', {}, 'somsri', 'last-tier');
    await twice(
      'budget-accounts/2569/P01/commitments?submit=W-2',
      { ...order, commitment: 'PO-2' },
      'maker',
      'hand-in-2',
    );
    await twice('approvals/W-2/refusals', { reason: 'no' }, 'malee', 'refusal');
    await twice(
      'budget-accounts/2569/P01/commitments?submit=W-3',
      { ...order, commitment: 'PO-3' },
      'maker',
      'hand-in-3',
    );
    await twice('approvals/W-3/withdrawals', {}, 'maker', 'withdrawal');
  });

  it('is refused under the same key when it asks for something else', async () => {
    const other = await send(
      'budget-accounts/2569/P01/commitments?submit=W-1',
      { ...order, amount: '201.00' },
      'maker',
      'hand-in',
    );
    expect([other.status, other.json['code']]).toEqual([409, 'idempotency-key-reused']);
    const refusal = await send('approvals/W-1/refusals', { reason: 'no' }, 'somsri', 'last-tier');
    expect([refusal.status, refusal.json['code']]).toEqual([409, 'idempotency-key-reused']);
  });
});
