import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest, LINE, type Reply } from '../../testing/ledger-under-test.fixture.ts';

const ACCOUNT = 'budget-accounts/2569/P01';
const STEPS = 30;
const LAST_DAY = '2026-09-30';
const why = { reason: 'สำนักงบประมาณขอให้แก้', effectiveOn: LAST_DAY };

let ledger: LedgerUnderTest;

const numbers = Array.from({ length: STEPS }, (_, index) => String(index + 1));
const statuses = (replies: readonly Reply[]) =>
  replies.map(({ status, json }) => (status < 400 ? status : json['code'])).sort();
const reverse = (key: string) =>
  ledger.post(`${ACCOUNT}/year-end/reversals`, why, { 'idempotency-key': key });
const close = (key: string) =>
  ledger.post(`${ACCOUNT}/year-end/closing`, { effectiveOn: LAST_DAY }, { 'idempotency-key': key });
const pay = (number: string) =>
  ledger.post(`${ACCOUNT}/disbursements`, {
    disbursement: `DV-${number}`,
    line: LINE,
    amount: '1.00',
    effectiveOn: '2025-12-01',
  });

beforeEach(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', '100000.00');
});
afterEach(() => ledger.close());

describe('the end of a year of one account, by several people at the same moment', () => {
  beforeEach(async () => {
    for (const number of numbers) {
      const commitment = `PO-${number}`;
      const order = { commitment, line: LINE, amount: '100.00', effectiveOn: '2025-12-01' };
      await ledger.must(`${ACCOUNT}/commitments`, order);
      await ledger.must(`${ACCOUNT}/year-end/reservations`, {
        reservation: `RS-${number}`,
        stage: 'commitment',
        document: commitment,
        effectiveOn: LAST_DAY,
      });
    }
  });

  it('takes as many steps back as are asked for, one behind the other', async () => {
    const replies = await Promise.all(numbers.map((number) => reverse(`back-${number}`)));
    expect(statuses(replies)).toEqual(numbers.map(() => 201));
    expect((await reverse('back-once-more')).status).toBe(404);
  });

  it('does so while others post to the account', async () => {
    const replies = await Promise.all(numbers.flatMap((number) => [pay(number), reverse(`back-${number}`)]));
    expect(statuses(replies)).toEqual(replies.map(() => 201));
  });

  it('is closed once, with what it brings into the next year; the others are told that it is closed', async () => {
    const replies = await Promise.all(numbers.map((number) => close(`close-${number}`)));
    const [first, ...others] = statuses(replies);
    expect([first, new Set(others)]).toEqual([201, new Set(['year-closed'])]);
  });

  it('gives the first answer again under the same key', async () => {
    const replies = await Promise.all([close('close'), close('close')]);
    expect(statuses(replies)).toEqual([200, 201]);
    expect((await close('close')).json).toMatchObject({ replayed: true });
    expect(statuses(await Promise.all([reverse('back'), reverse('back')]))).toEqual([200, 201]);
    expect((await reverse('back')).json).toMatchObject({ replayed: true });
  });
});
