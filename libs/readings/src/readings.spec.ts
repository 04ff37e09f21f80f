import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Instant, type Refusal, RefusalError } from '#kernel';
import { pageQuery } from './page.ts';
import type { Reading } from './reading.ts';
import { Readings } from './readings.ts';

const DAY_MS = 86_400_000;
const NOON = Date.parse('2026-03-31T05:00:00.000Z');
const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant;

let dir: string;
let file: string;
let now: number;
let readings: Readings;

const open = (days = 730): Readings => Readings.open({ file, days, clock: () => instant(now) });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'obligo-readings-'));
  file = join(dir, 'readings.sqlite');
  now = NOON;
  readings = open();
});
afterEach(() => {
  readings.close();
  rmSync(dir, { recursive: true, force: true });
});

const reading = (changed: Partial<Reading> = {}): Reading => ({
  at: instant(now),
  who: 'malee',
  via: 'session',
  address: '10.0.0.7',
  route: 'journal',
  method: 'GET',
  path: '/api/v1/journal',
  query: 'project=P01',
  position: '42',
  format: 'csv',
  status: 200,
  bytes: 1234,
  ...changed,
});

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** What a foreign tool does to the file of a running log. */
function foreign(...statements: string[]): void {
  const database = new DatabaseSync(file);
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

const numbers = (page: Parameters<Readings['list']>[0]): string[] =>
  readings.list(page).map((row) => row.reading);

describe('a reading', () => {
  it('is kept as it was, and is there again after a restart', () => {
    readings.record(reading());
    readings.close();
    readings = open();
    expect(readings.list({ limit: 10 })).toEqual([{ ...reading(), reading: '1' }]);
  });

  it('that showed nothing has neither position nor form nor length', () => {
    const { position: _, format: __, bytes: ___, ...refused } = reading({ who: 'nobody', status: 401 });
    readings.record(refused);
    expect(readings.list({ limit: 10 })).toEqual([{ ...refused, reading: '1' }]);
  });

  it('keeps 2,000 characters of a query, so that whoever asks does not fill the disk', () => {
    readings.record(reading({ query: 'x'.repeat(50_000), path: 'y'.repeat(50_000), who: 'z'.repeat(500) }));
    const [row] = readings.list({ limit: 1 });
    expect(row?.query).toBe(`${'x'.repeat(1_999)}…`);
    expect([row?.path.length, row?.who.length]).toEqual([512, 64]);
  });

  it('is refused where the log is closed', () => {
    readings.close();
    expect(refusalOf(() => readings.record(reading()))).toMatchObject({
      kind: 'unavailable',
      code: 'readings-unavailable',
      details: {},
    });
    expect(refusalOf(() => readings.list({ limit: 1 })).code).toBe('readings-unavailable');
  });

  it('is refused while another program holds the file, and kept afterwards', () => {
    const holder = new DatabaseSync(file);
    holder.exec('BEGIN IMMEDIATE');
    expect(refusalOf(() => readings.record(reading())).code).toBe('readings-unavailable');
    holder.exec('ROLLBACK');
    holder.close();
    readings.record(reading());
    expect(numbers({ limit: 10 })).toEqual(['1']);
  });

  it('is refused where its time is none', () => {
    expect(refusalOf(() => readings.record(reading({ at: 'soon' as Instant }))).code).toBe(
      'readings-unavailable',
    );
  });
});

describe('the list of readings', () => {
  beforeEach(() => {
    const who = ['malee', 'somchai', 'malee', 'nobody', 'malee', 'somchai'];
    for (const [index, name] of who.entries()) {
      readings.record(
        reading({
          at: instant(NOON + index * 60_000),
          who: name,
          route: index % 2 === 0 ? 'journal' : 'explain',
        }),
      );
    }
  });

  it('gives the newest first, page by page, each reading once', () => {
    expect(numbers({ limit: 4 })).toEqual(['6', '5', '4', '3']);
    expect(numbers({ limit: 4, before: 3n })).toEqual(['2', '1']);
    expect(numbers({ limit: 4, before: 1n })).toEqual([]);
  });

  it('keeps the order where the clock of the machine was put back', () => {
    readings.record(reading({ at: instant(NOON + 90_000) }));
    expect(numbers({ limit: 10 })).toEqual(['6', '5', '4', '3', '7', '2', '1']);
    expect(numbers({ limit: 10, before: 3n })).toEqual(['7', '2', '1']);
    expect(numbers({ limit: 10, before: 7n })).toEqual(['2', '1']);
  });

  it('finds what one person read, and who read one thing, within a span of time', () => {
    expect(numbers({ limit: 10, who: 'malee' })).toEqual(['5', '3', '1']);
    expect(numbers({ limit: 10, who: 'malee', before: 5n })).toEqual(['3', '1']);
    expect(numbers({ limit: 10, route: 'explain' })).toEqual(['6', '4', '2']);
    expect(numbers({ limit: 10, who: 'somchai', route: 'journal' })).toEqual([]);
    const span = { since: instant(NOON + 60_000), until: instant(NOON + 180_000) };
    expect(numbers({ limit: 10, ...span })).toEqual(['4', '3', '2']);
    expect(numbers({ limit: 10, ...span, who: 'malee' })).toEqual(['3']);
  });

  it.each([
    [{ limit: 10 }, 'readings_by_time'],
    [{ limit: 10, before: 3n, since: instant(NOON) }, 'readings_by_time'],
    [{ limit: 10, before: 3n, who: 'malee' }, 'readings_by_who'],
    [{ limit: 10, route: 'journal', until: instant(NOON) }, 'readings_by_route'],
  ])('walks an index and sorts nothing: %j', (page, index) => {
    const database = new DatabaseSync(file, { readOnly: true });
    const { sql, values } = pageQuery(page, () => NOON);
    const plan = database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map((row) => String(row['detail']));
    database.close();
    expect(plan.join('; ')).toContain(index);
    expect(plan.join('; ')).not.toContain('TEMP B-TREE');
  });
});

describe('readings older than the retention', () => {
  beforeEach(() => {
    for (const days of [40, 31, 29, 0]) readings.record(reading({ at: instant(NOON - days * DAY_MS) }));
  });

  it('are removed at the next start, and the list says from when on it is whole', () => {
    expect(readings.retention()).toEqual({ days: 730 });
    readings.close();
    readings = open(30);
    expect(numbers({ limit: 10 })).toEqual(['4', '3']);
    expect(readings.retention()).toEqual({ days: 30, keptFrom: instant(NOON - 30 * DAY_MS) });
  });

  it('are removed day by day while the service runs, and what is kept goes on with its numbers', () => {
    readings.close();
    readings = open(30);
    now = NOON + 2 * DAY_MS;
    expect(readings.prune()).toBe(1);
    expect(readings.prune()).toBe(0);
    readings.record(reading());
    expect(numbers({ limit: 10 })).toEqual(['5', '4']);
    expect(numbers({ limit: 10, before: 3n })).toEqual([]);
  });

  it('are gone from the disk too', () => {
    readings.record(reading({ at: instant(NOON - 50 * DAY_MS), who: 'wanida-the-forgotten' }));
    readings.close();
    expect(readFileSync(file, 'latin1')).toContain('wanida-the-forgotten');
    readings = open(30);
    readings.close();
    expect(readFileSync(file, 'latin1')).not.toContain('wanida-the-forgotten');
  });

  it.each([0, -1, 1.5, Number.NaN, 36_526])('are not kept for %p days', (days) => {
    expect(refusalOf(() => open(days))).toMatchObject({ kind: 'invalid', code: 'readings-retention-wrong' });
  });
});

describe('the file of the readings', () => {
  it.each([
    ['changed', "UPDATE readings SET who = 'somchai'", 'never changed'],
    ['removed before its time', 'DELETE FROM readings', 'kept until the retention ends'],
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
  ])('lets nothing be %s, whoever opens it', (_what, statement, why) => {
    for (const days of [800, 0]) readings.record(reading({ at: instant(NOON - days * DAY_MS) }));
    expect(() => foreign(statement)).toThrow(why);
    expect(numbers({ limit: 10 })).toEqual(['2', '1']);
  });

  it('notes every pruning for good, and lets it take only what is older than the noted retention', () => {
    for (const days of [800, 0]) readings.record(reading({ at: instant(NOON - days * DAY_MS) }));
    readings.prune();
    expect(() => foreign('DELETE FROM readings')).toThrow('kept until the retention ends');
    expect(() => foreign('DELETE FROM prunings')).toThrow('never removed');
    expect(() => foreign('UPDATE prunings SET removed = 0')).toThrow('never changed');
    expect(() => foreign(`INSERT INTO prunings VALUES (NULL, ${NOON}, 1, ${NOON}, 0)`)).toThrow('CHECK');
    expect(numbers({ limit: 10 })).toEqual(['2']);
  });

  it('is for its user alone', () => {
    readings.record(reading());
    for (const suffix of ['', '-wal']) expect(statSync(`${file}${suffix}`).mode & 0o777).toBe(0o600);
  });

  it('is refused when its guards were taken away, and left as it is', () => {
    readings.close();
    foreign('DROP TRIGGER readings_kept');
    expect(refusalOf(() => open())).toMatchObject({
      kind: 'invalid',
      code: 'readings-file-unusable',
      details: { file },
    });
  });

  it('is refused when it is something else', () => {
    readings.close();
    writeFileSync(file, 'a letter, not a log of readings'.repeat(200));
    expect(refusalOf(() => open()).code).toBe('readings-file-unusable');
    rmSync(file);
    foreign('CREATE TABLE budget (amount TEXT)');
    expect(refusalOf(() => open()).code).toBe('readings-file-unusable');
  });

  it('is refused when a newer program has written it', () => {
    readings.close();
    foreign('PRAGMA user_version = 7');
    expect(refusalOf(() => open()).code).toBe('readings-newer-than-program');
  });

  it('is refused where it cannot be made', () => {
    const refused = refusalOf(() =>
      Readings.open({ file: join(file, 'below'), days: 30, clock: () => instant(now) }),
    );
    expect(refused).toMatchObject({ kind: 'unavailable', code: 'readings-unavailable' });
  });
});
