import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, openSqliteEventStore } from '#event-store';
import { collect } from '#event-store/testing';
import { commit, fund, NOW, recorderOn, refusalOf, to, under, wholeLog } from './ledger.fixture.ts';
import type { Posting } from './posting.ts';

/** Long enough that a thread has the first of them before the last is decided. */
const MANY = 600;
const PROJECTS = ['P01', 'P02', 'P03'];

let folder: string;
let stores: EventStore[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obligo-long-lists-'));
  stores = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A ledger with three accounts; in the ordinary way, the store takes a list when it is whole. */
async function ledger(name: string, isOrdinary = false) {
  const store = openSqliteEventStore({
    file: join(folder, `${name}.sqlite`),
    clock: () => Date.parse(NOW),
  });
  stores.push(store);
  const shown = isOrdinary ? whole(store) : store;
  const recorder = recorderOn(shown);
  for (const project of PROJECTS) await fund({ recorder }, project, '100000.00');
  return { store, recorder };
}

/** The same store without what takes a list while it grows. */
const whole = (store: EventStore): EventStore =>
  new Proxy(store, {
    get(target, name) {
      const member: unknown = name === 'grow' ? undefined : Reflect.get(target, name);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });

const orders = (name: string, count = MANY): Posting[] =>
  Array.from({ length: count }, (_, index) =>
    to(PROJECTS[index % PROJECTS.length] ?? '', commit(`${name}-${index}`, '1.00')),
  );

describe('a long list', () => {
  it('is recorded byte for byte as it is when the store takes it whole, with the same receipts', async () => {
    const [beside, ordinary] = [await ledger('beside'), await ledger('ordinary', true)];
    for (const name of ['a', 'b']) {
      const receipt = await beside.recorder.postAll(orders(name), under(name));
      expect(receipt).toEqual(await ordinary.recorder.postAll(orders(name), under(name)));
      expect(await beside.recorder.postAll(orders(name), under(name))).toEqual({
        ...receipt,
        replayed: true,
      });
    }
    expect(await wholeLog(beside.store)).toEqual(await wholeLog(ordinary.store));
    expect(await collect(beside.store.readCommands())).toEqual(await collect(ordinary.store.readCommands()));
  });

  it('leaves nothing when its last posting is refused, and the next one is recorded', async () => {
    const { recorder, store } = await ledger('refused');
    const before = await wholeLog(store);
    const refused = recorder.postAll([...orders('a'), to('P01', commit('a-0', '1.00'))], under('a'));
    expect(await refusalOf(refused)).toMatchObject({
      code: 'commitment-exists',
      details: { place: MANY },
    });
    expect(await wholeLog(store)).toEqual(before);
    await recorder.postAll(orders('a'), under('a'));
    expect(await wholeLog(store)).toHaveLength(before.length + MANY);
  });

  it('and postings one by one on the same accounts are all recorded, each once and linked', async () => {
    const { recorder, store } = await ledger('mixed');
    const before = (await wholeLog(store)).length;
    let singles = 0;
    const single = () => {
      singles += 1;
      return recorder.post(to('P01', commit(`s-${singles}`, '1.00')), under(`s-${singles}`));
    };
    const during: Promise<unknown>[] = [];
    // Each moves an account under the list, so that it is decided again.
    const disturbed = (place: number) => {
      if (place % 250 === 249 && during.length < 3) during.push(single());
    };
    const list = (name: string) =>
      recorder.postAll(orders(name), under(name), undefined, { decided: disturbed });
    await Promise.all([list('a'), list('b'), single()]);
    await Promise.all([...during, single()]);
    const events = await wholeLog(store);
    expect(events).toHaveLength(before + 2 * MANY + singles);
    for (const [, stream] of Map.groupBy(events, (event) => event.stream)) {
      expect(stream.map(({ revision }) => revision)).toEqual(stream.map((_, index) => BigInt(index)));
      expect(stream.slice(1).every(({ metadata }) => metadata.previous !== undefined)).toBe(true);
    }
    const reloaded = recorderOn(store);
    await reloaded.post(to('P01', commit('last', '1.00')), under('last'));
  });
});
