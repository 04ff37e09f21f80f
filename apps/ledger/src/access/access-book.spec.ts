import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '#event-store';
import { type Instant, parseCivilDate } from '#kernel';
import { SteadyClock } from '../embedded/steady-clock.ts';
import { AccessBook } from './access-book.ts';

const NOW = '2025-12-05T02:00:00.000Z' as Instant;
const DAY = parseCivilDate('2025-10-01');

let log: EventStore;
let one: AccessBook;
let other: AccessBook;

/** Two processes that read one log of the rule table. */
beforeEach(async () => {
  log = createMemoryEventStore({ clock: () => Date.parse(NOW) });
  const others = { newest: () => Promise.resolve() };
  one = await AccessBook.open(log, new SteadyClock(() => NOW), others);
  await one.post({ type: 'set-up-access', administrator: 'admin', effectiveOn: DAY }, { actor: 'set-up' });
  other = await AccessBook.open(log, new SteadyClock(() => NOW), others);
});
afterEach(async () => {
  await one.close();
  await other.close();
});

const grant = (subject: string) =>
  ({ type: 'grant-role', subject, role: 'maker', effectiveOn: DAY }) as const;

const soon = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};

it('counts what another process grants, without being asked', async () => {
  expect(other.state.isSetUp).toBe(true);
  await one.post(grant('malee'), { actor: 'admin' });
  await soon(() => other.state.revision === one.state.revision);
  expect(other.state.grants.map(({ subject }) => subject)).toEqual(['admin', 'malee']);
});

it('decides on what others recorded, and never goes back to what was before', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `officer-${index}`);
  const seen: number[] = [];
  await Promise.all(
    names.map(async (name, index) => {
      await (index % 2 ? one : other).post(grant(name), { actor: 'admin' });
      seen.push(other.state.revision);
    }),
  );
  await soon(() => other.state.revision === one.state.revision && one.state.grants.length === 11);
  expect(one.state.grants.map(({ grant: number }) => number)).toEqual(
    Array.from({ length: 11 }, (_, index) => one.state.grants[index]!.grant).sort((a, b) => a - b),
  );
  expect(new Set(one.state.grants.map(({ grant: number }) => number)).size).toBe(11);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect([one.stopped, other.stopped]).toEqual([undefined, undefined]);
});
