import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { POSTGRES, SQLITE } from '#database/testing';
import { pageQuery } from './page.ts';
import { DAY_MS, instant, NOON, reading, refusalOf } from './readings.fixture.ts';
import { Readings } from './readings.ts';

const clock = () => instant(NOON);

describe('the file of the readings', () => {
  const database = SQLITE.use();
  let file: string;
  let readings: Readings;
  const open = (days = 730): Promise<Readings> => Readings.open({ home: { file }, days, clock });
  const foreign = (statement: string) => database.foreign({ file }, statement);

  beforeEach(async () => {
    const home = await database.fresh();
    file = 'file' in home ? home.file : '';
    readings = await open();
  });
  afterEach(() => readings.close());

  it.each([
    [
      'replaced',
      "INSERT OR REPLACE INTO readings SELECT reading, at, 'somchai', via, address, route, method, path, query, position, format, status, bytes FROM readings WHERE reading = 1",
      'never replaced',
    ],
    [
      'slipped in between',
      "INSERT INTO readings VALUES (-5, 0, 'a', 'b', 'c', 'd', 'e', 'f', 'g', NULL, NULL, 200, NULL)",
      'only added at the end',
    ],
  ])('lets nothing be %s, whoever opens it', async (_what, statement, why) => {
    for (const days of [800, 0]) await readings.record(reading({ at: instant(NOON - days * DAY_MS) }));
    await expect(foreign(statement)).rejects.toThrow(why);
    expect((await readings.list({ limit: 10 })).map((row) => row.reading)).toEqual(['2', '1']);
  });

  it('refuses a reading while another program holds it, and keeps one afterwards', async () => {
    const holder = new DatabaseSync(file);
    holder.exec('BEGIN IMMEDIATE');
    expect((await refusalOf(() => readings.record(reading()))).code).toBe('readings-unavailable');
    holder.exec('ROLLBACK');
    holder.close();
    await readings.record(reading());
    expect(await readings.list({ limit: 10 })).toHaveLength(1);
  });

  it.each([
    [{ limit: 10 }, 'readings_by_time'],
    [{ limit: 10, before: 3n, since: instant(NOON) }, 'readings_by_time'],
    [{ limit: 10, before: 3n, who: 'malee' }, 'readings_by_who'],
    [{ limit: 10, route: 'journal', until: instant(NOON) }, 'readings_by_route'],
  ])('is walked by an index and sorts nothing: %j', (page, index) => {
    const opened = new DatabaseSync(file, { readOnly: true });
    const { sql, values } = pageQuery('sqlite', page, NOON);
    const plan = opened
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map((row) => String(row['detail']));
    opened.close();
    expect(plan.join('; ')).toContain(index);
    expect(plan.join('; ')).not.toContain('TEMP B-TREE');
  });

  it('holds nothing any more of what was pruned', async () => {
    await readings.record(reading({ at: instant(NOON - 50 * DAY_MS), who: 'wanida-the-forgotten' }));
    await readings.close();
    expect(readFileSync(file, 'latin1')).toContain('wanida-the-forgotten');
    readings = await open(30);
    await readings.close();
    expect(readFileSync(file, 'latin1')).not.toContain('wanida-the-forgotten');
  });

  it('is for its user alone', async () => {
    await readings.record(reading());
    for (const suffix of ['', '-wal']) expect(statSync(`${file}${suffix}`).mode & 0o777).toBe(0o600);
  });

  it('is refused when its guards were taken away, and left as it is', async () => {
    await readings.close();
    await foreign('DROP TRIGGER readings_kept');
    expect(await refusalOf(() => open())).toMatchObject({
      kind: 'invalid',
      code: 'readings-file-unusable',
      details: { file },
    });
  });

  it('is refused when it is something else', async () => {
    await readings.close();
    writeFileSync(file, 'a letter, not a log of readings'.repeat(200));
    expect((await refusalOf(() => open())).code).toBe('readings-file-unusable');
    rmSync(file);
    await foreign('CREATE TABLE budget (amount TEXT)');
    expect((await refusalOf(() => open())).code).toBe('readings-file-unusable');
  });

  it('is refused when a newer program has written it', async () => {
    await readings.close();
    await foreign('PRAGMA user_version = 7');
    expect((await refusalOf(() => open())).code).toBe('readings-newer-than-program');
  });

  it('is refused where it cannot be made', async () => {
    const home = { file: join(file, 'below') };
    const refused = await refusalOf(() => Readings.open({ home, days: 30, clock }));
    expect(refused).toMatchObject({ kind: 'unavailable', code: 'readings-unavailable' });
  });
});

describe('the readings in PostgreSQL', () => {
  const database = POSTGRES.use();

  it('are refused when a newer program has written them', async () => {
    const home = await database.fresh();
    await (await Readings.open({ home, days: 30, clock })).close();
    await database.foreign(home, "INSERT INTO migration (name) VALUES ('2 from tomorrow')");
    const refused = await refusalOf(() => Readings.open({ home, days: 30, clock }));
    expect(refused).toMatchObject({ kind: 'invalid', code: 'readings-newer-than-program' });
  });

  it('are refused where nobody answers, and their connection string is not told', async () => {
    const home = { postgres: 'postgres://obligo:the-secret@127.0.0.1:1/obligo' };
    const refused = await refusalOf(() => Readings.open({ home, days: 30, clock }));
    expect(refused).toMatchObject({ kind: 'unavailable', code: 'readings-unavailable' });
    expect(JSON.stringify(refused)).not.toContain('the-secret');
  });

  it('are never emptied at once', async () => {
    const home = await database.fresh();
    const readings = await Readings.open({ home, days: 30, clock });
    await expect(database.foreign(home, 'TRUNCATE readings')).rejects.toThrow(
      'kept until the retention ends',
    );
    await expect(database.foreign(home, 'TRUNCATE prunings')).rejects.toThrow('never removed');
    await readings.close();
  });

  it('are recorded by two processes side by side, and each lists what both recorded', async () => {
    const home = await database.fresh();
    const [one, other] = [
      await Readings.open({ home, days: 30, clock }),
      await Readings.open({ home, days: 30, clock }),
    ];
    await Promise.all([1, 2, 3].flatMap(() => [one.record(reading()), other.record(reading())]));
    const listed = await one.list({ limit: 10 });
    expect(listed.map((row) => row.reading)).toEqual(['6', '5', '4', '3', '2', '1']);
    expect(await other.list({ limit: 10 })).toEqual(listed);
    for (const each of [one, other]) await each.close();
  });

  it('are removed once, also when two processes prune at the same moment', async () => {
    const home = await database.fresh();
    const [one, other] = [
      await Readings.open({ home, days: 30, clock }),
      await Readings.open({ home, days: 30, clock }),
    ];
    for (const days of [40, 31, 0]) await one.record(reading({ at: instant(NOON - days * DAY_MS) }));
    const removed = await Promise.all([one.prune(), other.prune()]);
    expect(removed.toSorted()).toEqual([0, 2]);
    for (const each of [one, other]) await each.close();
  });
});
