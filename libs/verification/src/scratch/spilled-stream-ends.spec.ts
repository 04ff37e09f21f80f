import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SpilledStreamEnds } from './spilled-stream-ends.ts';

/** Several times as many as stay in memory. */
const STREAMS = 40_000;
const nameOf = (number: number): string => `approval-${(number * 7919) % STREAMS}`;
const endOf = (number: number, revision: bigint) => ({ number, revision, digest: `${number}/${revision}` });

describe('the streams of a log with more of them than stay in memory', () => {
  let ends: SpilledStreamEnds;
  beforeEach(() => {
    ends = new SpilledStreamEnds();
  });
  afterEach(() => ends.close());

  it('are known by where they ended last, however long ago that was', () => {
    const expected = new Map<string, ReturnType<typeof endOf>>();
    const wrong: string[] = [];
    const isKnown = (name: string): boolean => ends.get(name)?.digest === expected.get(name)?.digest;
    const write = (number: number): void => {
      const [name, before] = [nameOf(number), ends.get(nameOf(number))];
      if (!isKnown(name)) wrong.push(name);
      const end = endOf(number, (before?.revision ?? -1n) + 1n);
      ends.set(name, end);
      expected.set(name, end);
    };
    for (let number = 0; number < STREAMS; number += 1) {
      write(number);
      // One that is written all the time, and some that were silent for long.
      write(3);
      if (number % 5 === 0) write(Math.floor(number / 3));
    }
    wrong.push(...[...expected.keys()].filter((name) => !isKnown(name)));
    expect(wrong).toEqual([]);
    expect(ends.get(nameOf(0))).toEqual(expected.get(nameOf(0)));
    expect(ends.get('approval-of-nothing')).toBeUndefined();
  });

  it('are told by their numbers at the end', () => {
    for (let number = 0; number < STREAMS; number += 1) ends.set(nameOf(number), endOf(number, 0n));
    const numbers = [0, 17, STREAMS / 2, STREAMS - 1];
    expect(numbers.map((number) => ends.nameOf(number))).toEqual(numbers.map(nameOf));
    expect(ends.nameOf(STREAMS)).toBeUndefined();
  });
});
