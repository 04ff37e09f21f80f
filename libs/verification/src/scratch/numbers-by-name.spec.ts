import { describe, expect, it } from '@jest/globals';
import { fnv1a } from '#kernel';
import { NumbersByName } from './numbers-by-name.ts';

describe('the numbers of streams by their names', () => {
  const rows = (names: readonly string[]) => {
    const numbers = new NumbersByName();
    for (const [number, name] of names.entries()) numbers.add(name, number);
    return (name: string) => numbers.find(name, (number) => ({ number, name: names[number] ?? '' }))?.number;
  };

  it('are found among many, and nothing under a name that none has', () => {
    const names = Array.from({ length: 20_000 }, (_, number) => `approval-etda.${number}`);
    const numberOf = rows(names);
    expect(names.filter((name, number) => numberOf(name) !== number)).toEqual([]);
    expect(numberOf('approval-etda.20000')).toBeUndefined();
  });

  it('are told apart where two names have one hash', () => {
    const [first, second] = twoWithOneHash();
    const numberOf = rows([first, second]);
    expect([numberOf(first), numberOf(second)]).toEqual([0, 1]);
    const numberOfFirst = rows([first]);
    expect(numberOfFirst(second)).toBeUndefined();
  });
});

/** Of some hundred thousand names two have the same 32 bits. */
function twoWithOneHash(): [string, string] {
  const byHash = new Map<number, string>();
  for (let number = 0; ; number += 1) {
    const name = `budgetaccount-etda.${number}.P${number % 97}`;
    const other = byHash.get(fnv1a(name));
    if (other !== undefined) return [other, name];
    byHash.set(fnv1a(name), name);
  }
}
