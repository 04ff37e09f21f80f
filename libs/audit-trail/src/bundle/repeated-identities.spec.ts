import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { RepeatedIdentities } from './repeated-identities.ts';

const counted = (number: number): string =>
  `019b8bd1-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** More than stay in memory. */
const MANY = 60_000;

describe('the identities of the events of a log', () => {
  let identities: RepeatedIdentities;
  beforeEach(() => {
    identities = new RepeatedIdentities();
  });
  afterEach(() => identities.close());

  const take = (ids: readonly string[], lines: { readonly from: number } = { from: 1 }): void => {
    for (const [at, id] of ids.entries())
      identities.add(id, { line: lines.from + at, stream: at % 7, revision: 2 ** 53 - 1 - at });
  };

  it.each([
    ['drawn by lot', () => randomUUID()],
    ['that count up', counted],
  ])('%s are known again with their places, however many there are', (_, uuid) => {
    const ids = Array.from({ length: MANY }, (__, at) => uuid(at));
    take(ids);
    expect(identities.found()).toEqual([]);
    const again = [5, 0, MANY - 1, 31_000, 5];
    take(
      again.map((at) => ids[at]!),
      { from: MANY + 1 },
    );
    expect(identities.found()).toEqual(
      again.map((at, place) => ({
        id: ids[at],
        line: MANY + 1 + place,
        stream: place,
        revision: 2 ** 53 - 1 - place,
      })),
    );
  });

  it('are told from those that differ in one digit', () => {
    const uuid = counted(7);
    const others = Array.from({ length: uuid.length }, (_, at) => at)
      .filter((at) => uuid[at] !== '-')
      .map((at) => `${uuid.slice(0, at)}${uuid[at] === 'f' ? 'e' : 'f'}${uuid.slice(at + 1)}`);
    take([uuid, ...others]);
    expect(identities.found()).toEqual([]);
    take([uuid], { from: 100 });
    expect(identities.found()).toMatchObject([{ id: uuid, line: 100 }]);
  });

  it('may be nothing but zeros', () => {
    const nil = '00000000-0000-0000-0000-000000000000';
    take([nil, counted(1), nil]);
    expect(identities.found()).toMatchObject([{ id: nil, line: 3 }]);
  });
});
