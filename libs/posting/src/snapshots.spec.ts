import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AccountState, budgetAccount } from '#budget';
import type { EventStore } from '#event-store';
import {
  accountOf,
  catalogue,
  commit,
  fund,
  type Ledger,
  ledgers,
  NOW,
  refusalOf,
  to,
  under,
} from './ledger.fixture.ts';
import { Recorder } from './recorder.ts';
import { type Snapshot, type Snapshots, StreamLoader } from './snapshots.ts';

/** Keeps snapshots as a file would: as bytes. */
class Shelf implements Snapshots {
  readonly kept = new Map<string, Buffer>();
  readonly find = (stream: string): Snapshot | undefined => {
    const bytes = this.kept.get(stream);
    return bytes && (deserialize(bytes) as Snapshot);
  };
  readonly keep = (stream: string, snapshot: Snapshot): void => {
    this.kept.set(stream, serialize(snapshot));
  };
}

/** The store, and how many events it gave of streams. */
function counting(store: EventStore): { readonly store: EventStore; readonly read: () => number } {
  let count = 0;
  const wrapped = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name !== 'readStream') return member.bind(target) as unknown;
      return async function* (...args: Parameters<EventStore['readStream']>) {
        for await (const event of target.readStream(...args)) {
          count += 1;
          yield event;
        }
      };
    },
  });
  return { store: wrapped, read: () => count };
}

const stream = accountOf('P01');
const orders = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => to('P01', commit(`PO-${from + index}`, '0.01')));

const inFile = ledgers.slice(1);

describe.each(inFile)('a start on an account with a long past %s', (_, openLedger) => {
  let ledger: Ledger;
  let shelf: Shelf;

  /** The recorder of a program that was just started. */
  const started = (snapshots: Snapshots = shelf, store = ledger.store) =>
    new Recorder({ store, catalogue, clock: () => NOW, snapshots });

  const whole = async () =>
    (await new StreamLoader(ledger.store, catalogue).load(budgetAccount, stream)).state as AccountState;

  beforeEach(async () => {
    ledger = openLedger();
    shelf = new Shelf();
    await fund(ledger, 'P01', '100.00');
    await ledger.recorder.postAll(orders(0, 1_000), under('past'));
  });

  afterEach(() => ledger.close());

  it('reads of it what came after the snapshot, and has the state that the whole past gives', async () => {
    const first = started();
    await first.post(to('P01', commit('A', '1.00')), under('A'));
    expect([...shelf.kept.keys()]).toEqual([stream]);

    const { store, read } = counting(ledger.store);
    const second = started(shelf, store);
    expect(await second.stateOf(budgetAccount as never, stream)).toEqual(await whole());
    expect(read()).toBe(2);
    const refused = second.post(to('P01', commit('B', '89.01')), under('B'));
    expect(await refusalOf(refused)).toMatchObject({ details: { available: '89.00' } });
  });

  it('finds what was posted since the last start, when that one ended in order', async () => {
    const first = started();
    await first.postAll(orders(2_000, 1_000), under('since'));
    await first.close();
    const { store, read } = counting(ledger.store);
    expect(await started(shelf, store).stateOf(budgetAccount as never, stream)).toEqual(await whole());
    expect(read()).toBe(1);
  });

  it('keeps nothing of an append that did not arrive', async () => {
    const failing = new Proxy(ledger.store, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        const refuse = () => Promise.reject(new Error('no space'));
        if (name === 'appendMany') return refuse;
        if (name === 'grow')
          return () => ({ add: () => undefined, append: refuse, discard: () => undefined });
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
    const first = started(shelf, failing);
    await expect(first.postAll(orders(2_000, 1_000), under('since'))).rejects.toThrow('no space');
    await first.close();
    expect(await started().stateOf(budgetAccount as never, stream)).toEqual(await whole());
  });

  it.each<[string, (snapshot: Snapshot) => Snapshot]>([
    ['of another past', (snapshot) => ({ ...snapshot, digest: 'ab'.repeat(32) })],
    ['beyond the end of the log', (snapshot) => ({ ...snapshot, revision: snapshot.revision + 1n })],
    ['of another revision', (snapshot) => ({ ...snapshot, revision: snapshot.revision - 1n })],
  ])('takes no snapshot %s', async (_each, forge) => {
    await started().stateOf(budgetAccount, stream);
    const forged = { ...forge(shelf.find(stream)!), state: budgetAccount.initial() };
    shelf.keep(stream, forged);
    expect(await started().stateOf(budgetAccount as never, stream)).toEqual(await whole());
  });

  it('needs none for a short one', async () => {
    await fund({ recorder: started() }, 'P02', '1.00');
    expect(shelf.kept.has(accountOf('P02'))).toBe(false);
  });
});
