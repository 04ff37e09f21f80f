import { expect } from '@jest/globals';
import type { Instant } from '#kernel';
import { BookedAtGoesBack, InvalidAppend } from '../../src/errors.ts';
import type { EventStore, NewEvent } from '../../src/event-store.ts';
import type { ContractCases } from '../event-store-contract.ts';
import { collect, imported, posting, rejectionOf } from '../samples.ts';

const DECEMBER = '2025-12-30T09:00:00.000Z';
const MARCH = '2026-03-31T09:00:00.000Z';
const APRIL = '2026-04-15T09:00:00.000Z';

const clockAt = (moment: string) => () => Date.parse(moment);
let streams = 0;
const write = (store: EventStore, ...events: NewEvent[]) =>
  store.append({ stream: `account-${(streams += 1)}`, expected: 'none', events });
const millisecondAfter = (moment: string, by = 1) =>
  new Date(Date.parse(moment) + by).toISOString() as Instant;

export const bookingTimeContract: ContractCases = {
  'records at the time of the clock, which never goes back in the log': async (open) => {
    const times = [MARCH, DECEMBER, APRIL].map((moment) => Date.parse(moment));
    const { store } = await open({ clock: () => times.shift() ?? 0 });
    for (const name of ['a', 'b', 'c', 'd']) await write(store, posting(name));
    const events = await collect(store.readAll());
    expect(events.map((event) => event.recordedAt)).toEqual([MARCH, MARCH, APRIL, APRIL]);
    expect(events.map((event) => event.bookedAt)).toEqual([MARCH, MARCH, APRIL, APRIL]);
  },

  'keeps the booking time of imported history, and books later events when they are recorded': async (
    open,
  ) => {
    const { store } = await open({ clock: clockAt(APRIL) });
    await write(store, imported('q1', DECEMBER), imported('q2', MARCH));
    await write(store, posting('today'));
    const events = await collect(store.readAll());
    expect(events.map((event) => event.bookedAt)).toEqual([DECEMBER, MARCH, APRIL]);
    expect(events.map((event) => event.recordedAt)).toEqual([APRIL, APRIL, APRIL]);
  },

  'refuses history booked before what is in the log, whole': async (open) => {
    const { store } = await open({ clock: clockAt(APRIL) });
    await write(store, imported('q2', MARCH));
    const error = await rejectionOf(write(store, imported('q3', MARCH), imported('q1', DECEMBER)));
    expect(error).toBeInstanceOf(BookedAtGoesBack);
    expect(error).toMatchObject({ given: DECEMBER, last: MARCH });
    expect(await collect(store.readAll())).toHaveLength(1);
    await write(store, posting('today'));
    expect(await rejectionOf(write(store, imported('q3', MARCH)))).toBeInstanceOf(BookedAtGoesBack);
  },

  'refuses a booking time in the future, without the mark of an import, or unreadable': async (open) => {
    const { store } = await open({ clock: clockAt(MARCH) });
    for (const event of [
      imported('future', APRIL),
      posting('unmarked', { bookedAt: DECEMBER as Instant }),
      imported('unreadable', '30/12/2568'),
      imported('zone', '2025-12-30T16:00:00+07:00'),
    ]) {
      expect(await rejectionOf(write(store, event))).toBeInstanceOf(InvalidAppend);
    }
    expect(await store.head()).toBeUndefined();
  },

  'finds the last place booked at or before a moment': async (open) => {
    const { store } = await open({ clock: clockAt(APRIL) });
    const at = (moment: string) => store.positionAt(moment as Instant);
    expect(await at(APRIL)).toBeUndefined();
    const first = await write(store, imported('a', DECEMBER), imported('b', DECEMBER));
    const second = await write(store, imported('c', MARCH));
    const third = await write(store, posting('d'), posting('e'));
    expect(await at(millisecondAfter(DECEMBER, -1))).toBeUndefined();
    expect(await at(DECEMBER)).toBe(first.position);
    expect(await at(millisecondAfter(MARCH, -1))).toBe(first.position);
    expect(await at(MARCH)).toBe(second.position);
    expect(await at(millisecondAfter(APRIL, -1))).toBe(second.position);
    expect(await at(APRIL)).toBe(third.position);
    expect(await at('2399-01-01T00:00:00.000Z')).toBe(third.position);
  },

  'finds every moment of a long log exactly': async (open) => {
    let now = Date.parse(DECEMBER);
    const { store } = await open({ clock: () => now });
    const placed = [];
    for (let index = 0; index < 40; index += 1) {
      now += index % 4;
      placed.push(await write(store, posting(`doc-${index}`)));
    }
    for (const { recordedAt } of placed) {
      const last = placed.findLast((one) => one.recordedAt === recordedAt);
      expect(await store.positionAt(recordedAt)).toBe(last?.position);
    }
  },
};
