import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AccountCommand,
  type AccountEvent,
  type AccountState,
  accountTotals,
  budgetAccount,
} from '#budget';
import { orThrow, parseCivilDate, THAI_CALENDAR } from '#kernel';
import {
  accountOf,
  allocate,
  catalogue,
  commit,
  fund,
  type Ledger,
  ledgers,
  open,
  recorderOn,
  refusalOf,
  to,
  under,
  wholeLog,
} from './ledger.fixture.ts';
import type { Recorder } from './recorder.ts';

const context = { calendar: THAI_CALENDAR, bookedOn: parseCivilDate('2026-04-01') };
const orders = Array.from({ length: 50 }, (_, index) => commit(`PO-${index}`, '100.00'));

describe.each(ledgers)('fifty officers at once %s', (_, openLedger) => {
  let ledger: Ledger;

  beforeEach(async () => {
    ledger = openLedger();
    await fund(ledger, 'P01', '1000.00');
  });

  afterEach(() => ledger.close());

  /** Posts all orders at the same time, in turn to the recorders given; answers which were refused. */
  async function rush(recorders: readonly Recorder[]): Promise<AccountCommand[]> {
    const answers = await Promise.allSettled(
      orders.map((order, index) =>
        recorders[index % recorders.length]!.post(to('P01', order), under(`order-${index}`)),
      ),
    );
    const refused = answers.flatMap((answer, index) => (answer.status === 'rejected' ? [index] : []));
    for (const index of refused) {
      const reason = (answers[index] as PromiseRejectedResult).reason as unknown;
      expect(await refusalOf(Promise.reject(reason as Error))).toMatchObject({
        code: 'budget-exceeded',
        details: { available: '0.00', shortBy: '100.00' },
      });
    }
    return refused.map((index) => orders[index]!);
  }

  it.each([1, 2])('commit no more than there is: ten of fifty, through %d recorder(s)', async (count) => {
    const others = Array.from({ length: count - 1 }, () => recorderOn(ledger.store));
    const refused = await rush([ledger.recorder, ...others]);
    expect(refused).toHaveLength(40);
    const made = (await wholeLog(ledger.store)).filter(({ type }) => type === 'CommitmentMade');
    expect(made).toHaveLength(10);
  });

  it('are decided as a replay of the log decides', async () => {
    const refused = await rush([ledger.recorder]);
    const made = orders.filter((order) => !refused.includes(order));
    const log = (await wholeLog(ledger.store)).filter(({ stream }) => stream === accountOf('P01'));
    let state = budgetAccount.initial();
    const decided: AccountEvent[] = [];
    for (const command of [open('P01'), allocate('1000.00'), ...made]) {
      for (const event of orThrow(budgetAccount.decide(state, command, context))) {
        decided.push(event);
        state = budgetAccount.evolve(state, event);
      }
    }
    expect(decided).toHaveLength(log.length);
    expect(log.map((each) => catalogue.read(each))).toEqual(
      decided.map(({ decision: _, ...event }) => event),
    );
    // What each decision saw is stored beside it, and the replay sees the same.
    const seen = (decision: object | undefined): unknown => (decision as { balances?: unknown }).balances;
    expect(log.map(({ metadata }) => seen(metadata.decision))).toEqual(
      decided.map(({ decision }) => seen(decision)),
    );
    const stored = (await ledger.recorder.stateOf(budgetAccount, accountOf('P01'))) as AccountState;
    expect(accountTotals(stored)).toEqual(accountTotals(state));
    for (const order of refused) {
      expect(budgetAccount.decide(stored, order, context)).toMatchObject({ code: 'budget-exceeded' });
    }
  });

  it('with one key between them record once and get one answer', async () => {
    const recorders = [ledger.recorder, recorderOn(ledger.store)];
    const receipts = await Promise.all(
      Array.from({ length: 8 }, (_each, index) =>
        recorders[index % 2]!.post(to('P01', commit('PO-1', '100.00')), under('order-1')),
      ),
    );
    expect(receipts.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const [first, ...others] = receipts.map(({ events, position }) => ({ events, position }));
    for (const other of others) expect(other).toEqual(first);
    expect((await wholeLog(ledger.store)).filter(({ type }) => type === 'CommitmentMade')).toHaveLength(1);
  });

  it('are not hurt by one of them who sends again what was recorded long ago', async () => {
    const again = [to('P01', allocate('1000.00')), under('allocate-P01')] as const;
    const first = await ledger.recorder.post(...again);
    const answers = await Promise.all(
      orders.slice(0, 10).flatMap((order, index) => [
        ledger.recorder.post(to('P01', order), under(`order-${index}`)),
        // Its decision alone would be a good one: only the log knows that it was taken before.
        ledger.recorder.post(...again),
      ]),
    );
    const [made, repeated] = [0, 1].map((odd) => answers.filter((_each, index) => index % 2 === odd));
    expect(made?.every(({ replayed }) => !replayed)).toBe(true);
    for (const each of repeated ?? []) expect(each).toEqual({ ...first, replayed: true });
    expect((await wholeLog(ledger.store)).filter(({ stream }) => stream === accountOf('P01'))).toHaveLength(
      12,
    );
  });

  it('with one key for two inputs: one is recorded, the other refused', async () => {
    const answers = await Promise.allSettled(
      ['100.00', '200.00'].map((amount) =>
        ledger.recorder.post(to('P01', commit('PO-1', amount)), under('order-1')),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(answers[1]).toMatchObject({ reason: { refusal: { code: 'idempotency-key-reused' } } });
  });
});
