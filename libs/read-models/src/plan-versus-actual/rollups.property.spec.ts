import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { type CivilDate, type FiscalYear, THAI_CALENDAR } from '#kernel';
import { CellChanges } from './cell-changes.ts';
import { ComparisonQueries } from './comparison-queries.ts';
import type { Moment } from './moment.ts';
import { RollupRows } from './rollup-rows.ts';
import { END_OF_TIME, Rollups, START_OF_TIME } from './rollups.ts';
import { schema } from './tables.ts';

const CELL = 7;
const SIZE = 4;
const account = { organisation: 'etda', project: 'P01' };
const YEAR = { fiscalYear: 2569 as FiscalYear, calendar: THAI_CALENDAR };

interface Change {
  readonly position: bigint;
  readonly movement: number;
  readonly day: CivilDate;
}

const dayOf = (number: number): CivilDate => `2026-01-${String(number).padStart(2, '0')}` as CivilDate;
const anyDay = fc.integer({ min: 1, max: 12 }).map(dayOf);
const anyChanges = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 3 }),
      movement: fc.integer({ min: -99, max: 99 }),
      day: anyDay,
    }),
    {
      maxLength: 60,
    },
  )
  .map((drawn) => {
    let position = 0n;
    return drawn.map(({ gap, movement, day }): Change => {
      position += BigInt(gap);
      return { position, movement, day };
    });
  });
const anyPosition = fc.integer({ min: 0, max: 130 }).map(BigInt);
const anyMoment = fc.record({ position: anyPosition, day: fc.option(anyDay, { nil: undefined }) });

const counts = ({ position, day }: Change, at: Moment): boolean =>
  position <= at.position && day <= (at.day ?? END_OF_TIME);

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec(schema);
  database
    .prepare(`INSERT INTO pva_cell VALUES (?, 'etda', 2569, 'P01', 'A', 'B', 'Q2', 'disbursed')`)
    .run(CELL);
});
afterEach(() => database.close());

/** Writes changes as the projection does; it may be stopped between any two. */
function write(changes: readonly Change[], stops: ReadonlySet<number> = new Set()): void {
  database.exec('DELETE FROM pva_entry; DELETE FROM pva_rollup');
  const insert = database.prepare('INSERT INTO pva_entry VALUES (?, ?, ?, 0, ?)');
  const rollups = new RollupRows(database, SIZE);
  let pending: number | undefined = 0;
  for (const [index, { position, movement, day }] of changes.entries()) {
    if (stops.has(index)) pending = undefined;
    insert.run(CELL, position, movement, day);
    pending = rollups.added({ id: CELL, pending }, position);
  }
}

describe('changes that are rolled up by day', () => {
  it('come to the same as the changes themselves, on any days as known at any position', () => {
    fc.assert(
      fc.property(anyChanges, anyPosition, anyDay, anyDay, (changes, position, first, last) => {
        write(changes);
        const expected = changes
          .filter((change) => counts(change, { position, day: last }) && change.day >= first)
          .reduce((total, { movement }) => total + movement, 0);
        expect(new Rollups(database).moved(CELL, position, { first, last })).toBe(expected);
      }),
    );
  });

  it('are the same rows wherever the writer was stopped and opened again', () => {
    const rows = () => database.prepare('SELECT * FROM pva_rollup').all();
    fc.assert(
      fc.property(anyChanges, fc.array(fc.nat(60)), (changes, stops) => {
        write(changes);
        const expected = rows();
        write(changes, new Set(stops));
        expect(rows()).toEqual(expected);
        expect(new Set(expected.map((row) => row['position'])).size).toBe(Math.floor(changes.length / SIZE));
      }),
    );
  });

  it('leave no change out between two moments, nor among the newest', () => {
    const anySince = fc.option(anyDay, { nil: undefined });
    fc.assert(
      fc.property(anyChanges, anyMoment, anyMoment, anySince, fc.integer({ min: 1, max: 9 }), (...drawn) => {
        const [changes, from, to, since, limit] = drawn;
        write(changes);
        const between = (some: readonly Change[]) =>
          some
            .filter((change) => counts(change, from) !== counts(change, to))
            .map((change) => [
              String(change.position),
              counts(change, to) ? change.movement : 0 - change.movement,
            ]);
        const wanted = changes.filter(({ day }) => day >= (since ?? START_OF_TIME));
        const found = new CellChanges(database, new Rollups(database));
        const end = from.position < to.position ? to.position : from.position;
        expect(
          found
            .between(CELL, { from, to, since }, end, limit)
            .map(({ position, movement }) => [position, movement]),
        ).toEqual(between(wanted).slice(0, limit));
        const all = new ComparisonQueries(database).between(account, { from, to }, YEAR);
        expect(
          all
            ?.of(account, ['disbursed'], ['Q2'], limit)
            .map(({ position, movement }) => [position, movement]),
        ).toEqual(between(changes).slice(0, limit));
        const days = { first: since ?? START_OF_TIME, last: to.day ?? END_OF_TIME };
        const newest = wanted.filter((change) => counts(change, to)).map(({ position }) => String(position));
        expect(
          found.latest(CELL, { after: 0n, upTo: to.position }, days, limit).map(({ position }) => position),
        ).toEqual(newest.reverse().slice(0, limit));
      }),
    );
  });
});
