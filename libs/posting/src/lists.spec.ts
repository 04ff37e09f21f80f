import { describe, expect, it } from '@jest/globals';
import { type EventStore, StorageFailed } from '#event-store';
import {
  allocate,
  commit,
  fund,
  type Ledger,
  ledgers,
  open,
  refusalOf,
  to,
  under,
} from './ledger.fixture.ts';

/** Counts how often streams are read from the log, and fails the next append when told to. */
function watched(store: EventStore) {
  const watch = { reads: 0, failNext: false };
  const wrapped = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (name === 'readStream') watch.reads += 1;
      if (name === 'appendMany' && watch.failNext) {
        watch.failNext = false;
        return () => Promise.reject(new StorageFailed('disk full'));
      }
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
  return { watch, wrapped };
}

const orders = (name: string, amounts: readonly string[]) =>
  amounts.map((amount, index) => to('P01', commit(`${name}-${index}`, amount)));

describe.each(ledgers)('a list of postings on an account that is in use %s', (_, openLedger) => {
  async function inUse(
    work: (ledger: Ledger, watch: ReturnType<typeof watched>['watch']) => Promise<void>,
  ): Promise<void> {
    let watch: ReturnType<typeof watched>['watch'] | undefined;
    const ledger = openLedger((store) => {
      const both = watched(store);
      watch = both.watch;
      return both.wrapped;
    });
    try {
      await fund(ledger, 'P01', '10.00');
      if (watch) await work(ledger, watch);
    } finally {
      await ledger.close();
    }
  }

  const left = (ledger: Ledger) =>
    ledger.recorder.post(to('P01', commit(`rest-${Math.random()}`, '0.01')), under(`rest-${Math.random()}`));

  /** Posts a list, and one more when the last of it has just been decided. */
  function followed(ledger: Ledger, name: string, amount: string, amounts = ['4.00', '4.00']) {
    const { promise: after, resolve } = Promise.withResolvers<unknown>();
    const list = ledger.recorder.postAll(orders(name, amounts), under(name), undefined, {
      decided: (place) => {
        const next = to('P01', commit(`${name}-next`, amount));
        if (place === amounts.length - 1) resolve(ledger.recorder.post(next, under(`${name}-next`)));
      },
    });
    return { list, after };
  }

  it('reads none of its past from the log, nor does who posts there next', () =>
    inUse(async (ledger, watch) => {
      watch.reads = 0;
      await ledger.recorder.postAll(orders('A', ['1.00', '2.00']), under('A'));
      await ledger.recorder.postAll(orders('B', ['1.00']), under('B', { dryRun: true }));
      expect(await left(ledger)).toMatchObject({ outcome: { before: '7.00' } });
      expect(watch.reads).toBe(0);
    }));

  it('leaves the account as it was when one of it is refused', () =>
    inUse(async (ledger, watch) => {
      watch.reads = 0;
      const refused = ledger.recorder.postAll(orders('A', ['4.00', '4.00', '4.00']), under('A'));
      expect(await refusalOf(refused)).toMatchObject({
        code: 'budget-exceeded',
        details: { place: 2, available: '2.00', shortBy: '2.00' },
      });
      expect(await left(ledger)).toMatchObject({ outcome: { before: '10.00' } });
      expect(watch.reads).toBe(0);
    }));

  it('is counted by who posts while it is on its way, and by nobody when it does not arrive', () =>
    inUse(async (ledger, watch) => {
      const { list, after } = followed(ledger, 'A', '2.01');
      expect(await refusalOf(after)).toMatchObject({ details: { available: '2.00' } });
      await list;

      watch.failNext = true;
      const { list: lost, after: next } = followed(ledger, 'B', '2.00', ['1.00', '1.00']);
      expect(await refusalOf(lost)).toMatchObject({ code: 'storage-failed' });
      expect(await next).toMatchObject({ outcome: { before: '2.00' } });
    }));

  it('that is refused for what a lost append had taken is decided again', () =>
    inUse(async (ledger, watch) => {
      watch.failNext = true;
      const lost = ledger.recorder.post(to('P01', commit('A', '9.00')), under('A'));
      const list = ledger.recorder.postAll(orders('B', ['1.00', '1.00']), under('B'));
      const trial = ledger.recorder.postAll(orders('T', ['2.00']), under('T', { dryRun: true }));
      expect(await refusalOf(lost)).toMatchObject({ code: 'storage-failed' });
      expect(await list).toMatchObject({ replayed: false });
      expect(await trial).toMatchObject({ dryRun: true });
      expect(await left(ledger)).toMatchObject({ outcome: { before: '8.00' } });
    }));

  it('may open the account that it goes on with', () =>
    inUse(async (ledger) => {
      const list = [to('P02', open('P02')), to('P02', allocate('5.00')), to('P01', commit('A', '1.00'))];
      await ledger.recorder.postAll([...list, to('P02', commit('B', '2.00'))], under('open'));
      const refused = ledger.recorder.post(to('P02', commit('C', '3.01')), under('C'));
      expect(await refusalOf(refused)).toMatchObject({ details: { available: '3.00' } });
    }));
});
