import { beforeEach, describe, expect, it } from '@jest/globals';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { InStep } from './in-step.ts';

let step: InStep;
let begun: string[];
beforeEach(() => {
  step = new InStep();
  begun = [];
});

const take = (...names: string[]): void => {
  for (const name of names) step.take(() => begun.push(name));
};

describe('work that comes in together', () => {
  it('begins at once where it is alone', async () => {
    take('first');
    expect(begun).toEqual(['first']);
    await nextTurn();
    take('second');
    expect(begun).toEqual(['first', 'second']);
  });

  it('begins at the end of the turn in the order in which it came, before what was put off after it', async () => {
    take('first', 'second');
    setImmediate(() => begun.push('put off'));
    take('third');
    expect(begun).toEqual(['first']);
    await nextTurn();
    expect(begun).toEqual(['first', 'second', 'third', 'put off']);
  });

  it('is known by the request that it belongs to', async () => {
    const request = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    for (const name of ['a', 'b', 'c'])
      request.run(name, () => step.take(() => seen.push(request.getStore())));
    await nextTurn();
    expect(seen).toEqual(['a', 'b', 'c']);
  });
});
