import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DatabaseHome } from '#database';
import { DATABASES } from '#database/testing';
import type { Instant } from '#kernel';
import { DAY_MS, instant, NOON, reading, refusalOf } from './readings.fixture.ts';
import { Readings } from './readings.ts';

describe.each(DATABASES)('in %s:', (_name, kind) => {
  const database = kind.use();
  let home: DatabaseHome;
  let now: number;
  let readings: Readings;

  const open = (days = 730): Promise<Readings> => Readings.open({ home, days, clock: () => instant(now) });
  const foreign = (statement: string) => database.foreign(home, statement);
  const numbers = async (page: Parameters<Readings['list']>[0]): Promise<string[]> =>
    (await readings.list(page)).map((row) => row.reading);

  beforeEach(async () => {
    home = await database.fresh();
    now = NOON;
    readings = await open();
  });
  afterEach(() => readings.close());

  describe('a reading', () => {
    it('is kept as it was, and is there again after a restart', async () => {
      await readings.record(reading());
      await readings.close();
      readings = await open();
      expect(await readings.list({ limit: 10 })).toEqual([{ ...reading(), reading: '1' }]);
    });

    it('that showed nothing has neither position nor form nor length', async () => {
      const { position: _, format: __, bytes: ___, ...refused } = reading({ who: 'nobody', status: 401 });
      await readings.record(refused);
      expect(await readings.list({ limit: 10 })).toEqual([{ ...refused, reading: '1' }]);
    });

    it('keeps 2,000 characters of a query, so that whoever asks does not fill the disk', async () => {
      await readings.record(
        reading({ query: 'x'.repeat(50_000), path: 'y'.repeat(50_000), who: 'z'.repeat(500) }),
      );
      const [row] = await readings.list({ limit: 1 });
      expect(row?.query).toBe(`${'x'.repeat(1_999)}…`);
      expect([row?.path.length, row?.who.length]).toEqual([512, 64]);
    });

    it('is refused where the log is closed', async () => {
      await readings.close();
      expect(await refusalOf(() => readings.record(reading()))).toMatchObject({
        kind: 'unavailable',
        code: 'readings-unavailable',
        details: {},
      });
      expect((await refusalOf(() => readings.list({ limit: 1 }))).code).toBe('readings-unavailable');
    });

    it('is refused where its time is none', async () => {
      expect((await refusalOf(() => readings.record(reading({ at: 'soon' as Instant })))).code).toBe(
        'readings-unavailable',
      );
    });
  });

  describe('the list of readings', () => {
    beforeEach(async () => {
      const who = ['malee', 'somchai', 'malee', 'nobody', 'malee', 'somchai'];
      for (const [index, name] of who.entries()) {
        await readings.record(
          reading({
            at: instant(NOON + index * 60_000),
            who: name,
            route: index % 2 === 0 ? 'journal' : 'explain',
          }),
        );
      }
    });

    it('gives the newest first, page by page, each reading once', async () => {
      expect(await numbers({ limit: 4 })).toEqual(['6', '5', '4', '3']);
      expect(await numbers({ limit: 4, before: 3n })).toEqual(['2', '1']);
      expect(await numbers({ limit: 4, before: 1n })).toEqual([]);
    });

    it('keeps the order where the clock of the machine was put back', async () => {
      await readings.record(reading({ at: instant(NOON + 90_000) }));
      expect(await numbers({ limit: 10 })).toEqual(['6', '5', '4', '3', '7', '2', '1']);
      expect(await numbers({ limit: 10, before: 3n })).toEqual(['7', '2', '1']);
      expect(await numbers({ limit: 10, before: 7n })).toEqual(['2', '1']);
    });

    it('finds what one person read, and who read one thing, within a span of time', async () => {
      expect(await numbers({ limit: 10, who: 'malee' })).toEqual(['5', '3', '1']);
      expect(await numbers({ limit: 10, who: 'malee', before: 5n })).toEqual(['3', '1']);
      expect(await numbers({ limit: 10, route: 'explain' })).toEqual(['6', '4', '2']);
      expect(await numbers({ limit: 10, who: 'somchai', route: 'journal' })).toEqual([]);
      const span = { since: instant(NOON + 60_000), until: instant(NOON + 180_000) };
      expect(await numbers({ limit: 10, ...span })).toEqual(['4', '3', '2']);
      expect(await numbers({ limit: 10, ...span, who: 'malee' })).toEqual(['3']);
    });
  });

  describe('readings older than the retention', () => {
    beforeEach(async () => {
      for (const days of [40, 31, 29, 0])
        await readings.record(reading({ at: instant(NOON - days * DAY_MS) }));
    });

    it('are removed at the next start, and the list says from when on it is whole', async () => {
      expect(await readings.retention()).toEqual({ days: 730 });
      await readings.close();
      readings = await open(30);
      expect(await numbers({ limit: 10 })).toEqual(['4', '3']);
      expect(await readings.retention()).toEqual({ days: 30, keptFrom: instant(NOON - 30 * DAY_MS) });
    });

    it('are removed day by day while the service runs, and what is kept goes on with its numbers', async () => {
      await readings.close();
      readings = await open(30);
      now = NOON + 2 * DAY_MS;
      expect(await readings.prune()).toBe(1);
      expect(await readings.prune()).toBe(0);
      await readings.record(reading());
      expect(await numbers({ limit: 10 })).toEqual(['5', '4']);
      expect(await numbers({ limit: 10, before: 3n })).toEqual([]);
    });

    it.each([0, -1, 1.5, Number.NaN, 36_526])('are not kept for %p days', async (days) => {
      expect(await refusalOf(() => open(days))).toMatchObject({
        kind: 'invalid',
        code: 'readings-retention-wrong',
      });
    });
  });

  describe('the rows of the readings', () => {
    it.each([
      ['changed', "UPDATE readings SET who = 'somchai'", 'never changed'],
      ['removed before their time', 'DELETE FROM readings', 'kept until the retention ends'],
    ])('are never %s, whoever opens them', async (_what, statement, why) => {
      for (const days of [800, 0]) await readings.record(reading({ at: instant(NOON - days * DAY_MS) }));
      await expect(foreign(statement)).rejects.toThrow(why);
      expect(await numbers({ limit: 10 })).toEqual(['2', '1']);
    });

    it('note every pruning for good, and let it take only what is older than the noted retention', async () => {
      for (const days of [800, 0]) await readings.record(reading({ at: instant(NOON - days * DAY_MS) }));
      await readings.prune();
      await expect(foreign('DELETE FROM readings')).rejects.toThrow('kept until the retention ends');
      await expect(foreign('DELETE FROM prunings')).rejects.toThrow('never removed');
      await expect(foreign('UPDATE prunings SET removed = 0')).rejects.toThrow('never changed');
      const early = `INSERT INTO prunings (at, days, kept_from, removed) VALUES (${NOON}, 1, ${NOON}, 0)`;
      await expect(foreign(early)).rejects.toThrow(/check/i);
      expect(await numbers({ limit: 10 })).toEqual(['2']);
    });
  });
});
