import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { EffectiveQueries } from './effective-queries.ts';
import { schema } from './tables.ts';

const PROJECTS = ['P01', 'P02', 'P03'];
const scope = { organisation: 'etda', fiscalYear: 2569 };

interface Change {
  readonly position: bigint;
  readonly project: number;
  /** An event may move several cells of its account. */
  readonly movements: readonly [disbursed: number, committed: number];
}

/** Some stand close together, some far apart, as the events of one year among those of others. */
const anyGap = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5_000 }));
const anyChange = fc.record({
  gap: anyGap,
  project: fc.nat(PROJECTS.length - 1),
  movements: fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })),
});
const anyChanges = fc.array(anyChange, { maxLength: 120 }).map((drawn) => {
  let position = 0n;
  return drawn.map(({ gap, ...change }): Change => ({ ...change, position: (position += BigInt(gap)) }));
});

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec(schema);
  const insert = database.prepare(`INSERT INTO pva_cell VALUES (?, 'etda', 2569, ?, 'A', 'B', 'Q1', ?)`);
  for (const [index, project] of PROJECTS.entries()) {
    insert.run(2 * index, project, 'disbursed');
    insert.run(2 * index + 1, project, 'committed');
  }
});
afterEach(() => database.close());

function write(changes: readonly Change[]): void {
  database.exec('DELETE FROM pva_entry');
  const insert = database.prepare("INSERT INTO pva_entry VALUES (?, ?, ?, 0, '2026-01-01')");
  for (const { position, project, movements } of changes)
    for (const [index, movement] of movements.entries())
      if (movement !== 0) insert.run(2 * project + index, position, movement);
}

interface Moved {
  readonly position: string;
  readonly measure: string;
  readonly movement: number;
}

/** What each event moved, as it was written. */
const movesOf = (changes: readonly Change[]): Moved[][] =>
  changes
    .map(({ position, movements: [disbursed, committed] }) =>
      [
        { position: String(position), measure: 'committed', movement: committed },
        { position: String(position), measure: 'disbursed', movement: disbursed },
      ].filter(({ movement }) => movement !== 0),
    )
    .filter((moves) => moves.length > 0);

const plain = ({ position, measure, movement }: Moved): Moved => ({ position, measure, movement });
const anyPosition = fc.integer({ min: 0, max: 60_000 }).map(BigInt);
const anyLimit = fc.integer({ min: 1, max: 30 });

describe('the events behind a figure of all projects', () => {
  it('are the first of the span, each with all that it moved, however far apart they stand', () => {
    fc.assert(
      fc.property(anyChanges, anyPosition, anyPosition, anyLimit, (changes, one, other, limit) => {
        write(changes);
        const [from, to] = one < other ? [one, other] : [other, one];
        const page = { from: { position: from }, to: { position: to }, limit };
        const found = new EffectiveQueries(database).between(scope, ['disbursed', 'committed'], ['Q1'], page);
        const within = changes.filter(({ position }) => position > from && position <= to);
        expect(found.map(plain)).toEqual(movesOf(within).slice(0, limit).flat());
      }),
    );
  });

  it('are the first of the span where very many follow a few that stand far apart', () => {
    const at = (position: number): Change => ({ position: BigInt(position), project: 0, movements: [1, 2] });
    const crowd = Array.from({ length: 400 }, (_, index) => at(20_000 + index));
    const changes = [at(1), at(9_000), ...crowd];
    write(changes);
    const page = { from: { position: 0n }, to: { position: 60_000n }, limit: 5 };
    const found = new EffectiveQueries(database).between(scope, ['disbursed', 'committed'], ['Q1'], page);
    expect(found.map(plain)).toEqual(movesOf(changes).slice(0, 5).flat());
  });

  it('are the newest where one cell alone has moved very often since all others', () => {
    const others = [1, 2].map((project) => ({
      position: BigInt(project),
      project,
      movements: [3, 4] as const,
    }));
    const crowd = Array.from({ length: 400 }, (_, index) => ({
      position: BigInt(9_000 + index),
      project: 0,
      movements: [1, 0] as const,
    }));
    write([...others, ...crowd]);
    const asked = { at: { position: 60_000n }, limit: 5 };
    const found = new EffectiveQueries(database).latest(scope, ['disbursed', 'committed'], ['Q1'], asked);
    expect(found.map(({ position }) => position)).toEqual(['9399', '9398', '9397', '9396', '9395']);
  });

  it('are the newest that were known, the newest first', () => {
    fc.assert(
      fc.property(anyChanges, anyPosition, anyLimit, (changes, position, limit) => {
        write(changes);
        const asked = { at: { position }, limit };
        const found = new EffectiveQueries(database).latest(scope, ['disbursed', 'committed'], ['Q1'], asked);
        const known = movesOf(changes.filter((change) => change.position <= position));
        const inOrder = (rows: readonly Moved[]): Moved[] =>
          rows.toSorted(
            (a, b) => Number(b.position) - Number(a.position) || (a.measure < b.measure ? -1 : 1),
          );
        expect(inOrder(found.map(plain))).toEqual(inOrder(known.slice(-limit).flat()));
        expect(found.map((row) => Number(row.position))).toEqual(
          found.map((row) => Number(row.position)).sort((a, b) => b - a),
        );
      }),
    );
  });
});
