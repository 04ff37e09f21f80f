import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { join } from 'node:path';
import { collect, command, posting } from '../../testing/index.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { CommandMarker, EventStore, StreamCheck, StreamWrite } from '../event-store.ts';
import { createMemoryEventStore } from '../memory/memory-event-store.ts';
import { openSqliteEventStore } from './sqlite-event-store.ts';

const CLOCK = () => Date.UTC(2026, 0, 1);
const STREAMS = ['account-1', 'account-2', 'account-3'];

/** Few of everything, so that much is asked again: as it was, in part, elsewhere, or under another key. */
const events = fc.uniqueArray(
  fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g').map((name) => posting(name)),
  {
    minLength: 1,
    maxLength: 3,
    selector: ({ id }) => id,
  },
);
const expected = fc.option(fc.bigInt({ min: 0n, max: 2n }), { nil: 'none' as const, freq: 1 });
const append = fc.record({
  writes: fc.uniqueArray(fc.record({ stream: fc.constantFrom(...STREAMS), expected, events }), {
    minLength: 1,
    maxLength: 2,
    selector: ({ stream }) => stream,
  }),
  check: fc.option(fc.record({ stream: fc.constant('account-9'), expected }), { nil: undefined, freq: 8 }),
  key: fc.option(fc.constantFrom('k', 'l', 'm'), { nil: undefined, freq: 1 }),
});

/** Half of them were made or refused before, with its key or without one. */
const appends = fc
  .array(fc.tuple(append, fc.option(fc.nat(5), { nil: undefined, freq: 1 }), fc.boolean()), { maxLength: 16 })
  .map((all) =>
    all.map(([fresh, back, sameKey], index): Asked => {
      const again = back === undefined ? undefined : all[index - back]?.[0];
      return again ? { ...again, key: sameKey ? again.key : undefined } : fresh;
    }),
  );

interface Asked {
  readonly writes: readonly StreamWrite[];
  readonly check: StreamCheck | undefined;
  readonly key: string | undefined;
}

const ask = (store: EventStore, { writes, check, key }: Asked): Promise<string> =>
  store.appendMany(writes, check ? [check] : [], key === undefined ? undefined : marker(key)).then(
    (result) => told(result),
    (error: unknown) => told({ refused: String(error) }),
  );

const marker = (key: string): CommandMarker => command(key);

const told = (value: object): string =>
  JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return String(each);
    return each instanceof Map ? [...each] : each;
  });

async function inTurn(store: EventStore, all: readonly Asked[]): Promise<string[]> {
  const answers: string[] = [];
  for (const each of all) answers.push(await ask(store, each));
  return answers;
}

const stored = async (store: EventStore): Promise<string[]> => (await collect(store.readAll())).map(told);

describe('appends that may have been made before', () => {
  it('get the answers that they get in a store that looks for them first, alone and committed together', async () => {
    await fc.assert(
      fc.asyncProperty(appends, async (all) => {
        const folder = temporaryFolder();
        const memory = createMemoryEventStore({ clock: CLOCK });
        const alone = openSqliteEventStore({ file: join(folder.dir, 'alone.sqlite'), clock: CLOCK });
        const together = openSqliteEventStore({ file: join(folder.dir, 'together.sqlite'), clock: CLOCK });
        try {
          const answers = await inTurn(memory, all);
          expect(await inTurn(alone, all)).toEqual(answers);
          expect(await Promise.all(all.map((each) => ask(together, each)))).toEqual(answers);
          expect(await stored(alone)).toEqual(await stored(memory));
          expect(await stored(together)).toEqual(await stored(memory));
        } finally {
          await Promise.all([memory.close(), alone.close(), together.close()]);
          folder.remove();
        }
      }),
      { numRuns: 40 },
    );
  });
});
