import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AccountState, available, budgetAccount } from '#budget';
import { StorageFailed } from '#event-store';
import { formatBaht, parseBaht, RefusalError, refusal, type Satang } from '#kernel';
import { laggingCopy } from './lagging-copy.fixture.ts';
import {
  accountOf,
  catalogue,
  commit,
  fund,
  type Ledger,
  ledgers,
  line,
  NOW,
  refusalOf,
  to,
  under,
  wholeLog,
} from './ledger.fixture.ts';
import type { Prepared } from './posting.ts';
import { Recorder } from './recorder.ts';

const P01 = accountOf('P01');
const AT_ONCE = Array.from({ length: 40 }, (_, index) => String(index));

/** Commits half of what is available; refuses by itself where less than a sum is. */
function half(number: string, least = '0.01'): Prepared {
  const key = `HALF-${number}`;
  return {
    asked: [to('P01', commit(key, '0.00'))],
    streams: [P01],
    prepare: async (look) => {
      const state = (await look(budgetAccount, P01)) ?? budgetAccount.initial();
      const left = available(state as AccountState, line);
      if (left < parseBaht(least)) throw new RefusalError(refusal('rule', 'too-little', 'Too little.'));
      return [to('P01', commit(key, formatBaht(Math.ceil(left / 2) as Satang)))];
    },
  };
}

const amountsIn = async (ledger: Ledger): Promise<unknown[]> =>
  (await wholeLog(ledger.store))
    .filter(({ type }) => type === 'CommitmentMade')
    .map(({ data }) => (data as { amount: string }).amount);

describe.each(ledgers)('postings that are made for what is recorded %s', (_, openLedger) => {
  let ledger: Ledger;
  let failsNext: boolean;

  beforeEach(async () => {
    failsNext = false;
    ledger = openLedger((store) => {
      const appendMany: typeof store.appendMany = (...append) => {
        if (!failsNext) return store.appendMany(...append);
        failsNext = false;
        return Promise.reject(new StorageFailed('disk full'));
      };
      return new Proxy(store, {
        get: (target, name) => {
          if (name === 'appendMany') return appendMany;
          const member: unknown = Reflect.get(target, name);
          return typeof member === 'function' ? (member.bind(target) as unknown) : member;
        },
      });
    });
    await fund(ledger, 'P01', '100.00');
  });
  afterEach(() => ledger.close());

  it('wait for one another, so that each is made for what the one before left', async () => {
    const numbers = AT_ONCE.slice(0, 3);
    await Promise.all(numbers.map((number) => ledger.recorder.postPrepared(half(number), under(number))));
    expect(await amountsIn(ledger)).toEqual(['50.00', '25.00', '12.50']);
  });

  it('are all recorded, however many come at once and whoever else posts there', async () => {
    const singly = AT_ONCE.map((number) =>
      ledger.recorder.post(to('P01', commit(number, '0.01')), under(`single-${number}`)),
    );
    const prepared = AT_ONCE.slice(0, 10).map((number) =>
      ledger.recorder.postPrepared(half(number), under(number)),
    );
    await Promise.all([...singly, ...prepared]);
    expect(await amountsIn(ledger)).toHaveLength(50);
  });

  it('are made anew when what they were made for never arrives, also where they were refused for it', async () => {
    failsNext = true;
    const lost = ledger.recorder.post(to('P01', commit('lost', '99.00')), under('lost'));
    const prepared = ledger.recorder.postPrepared(half('1', '50.00'), under('1'));
    expect(await refusalOf(lost)).toMatchObject({ code: 'storage-failed' });
    expect(await prepared).toMatchObject({ replayed: false });
    expect(await amountsIn(ledger)).toEqual(['50.00']);
  });

  it('give the first answer again under their key, whatever they would be now', async () => {
    const twice = [half('1'), half('1')].map((each) => ledger.recorder.postPrepared(each, under('1')));
    const [first, second] = await Promise.all(twice);
    expect(second).toEqual({ ...first, replayed: true });
    expect(await ledger.recorder.postPrepared(half('1', '99.00'), under('1'))).toEqual(second);
    const other = ledger.recorder.postPrepared(half('2'), under('1'));
    expect(await refusalOf(other)).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('may be tried, which records nothing', async () => {
    const tried = await ledger.recorder.postPrepared(half('1'), under('1', { dryRun: true }));
    expect(tried).toMatchObject({ dryRun: true, events: [{ data: { amount: '50.00' } }] });
    expect(await amountsIn(ledger)).toEqual([]);
  });

  it('are made for what other processes recorded, too', async () => {
    const processes = [1, 2].map(() => {
      const { store, newest } = laggingCopy(ledger.store, { lagMs: 4 });
      return new Recorder({ store, catalogue, clock: () => NOW, others: { newest } });
    });
    const posted = processes.flatMap((recorder, which) =>
      ['1', '2'].map((number) =>
        recorder.postPrepared(half(`${number}-${String(which)}`), under(`${number}-${String(which)}`)),
      ),
    );
    await Promise.all(posted);
    expect(await amountsIn(ledger)).toEqual(['50.00', '25.00', '12.50', '6.25']);
  });
});
