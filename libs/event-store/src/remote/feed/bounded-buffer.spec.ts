import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BoundedBuffer } from './bounded-buffer.ts';

/** Whether a promise has settled after all that could happen at once has happened. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => (done = true));
  await nextTurn();
  return done;
}

describe('what waits between the network and the copy', () => {
  it('is taken in its order', async () => {
    const buffer = new BoundedBuffer<number>(3);
    await buffer.add(1);
    await buffer.add(2);
    expect(buffer.takeAll()).toEqual([1, 2]);
    expect(buffer.length).toBe(0);
  });

  it('makes the sender wait when it is full, until it is taken', async () => {
    const buffer = new BoundedBuffer<number>(2);
    await buffer.add(1);
    const second = buffer.add(2);
    expect(await isDone(second)).toBe(false);
    buffer.takeAll();
    expect(await isDone(second)).toBe(true);
  });

  it('wakes who waits for something, and lets all go at the end', async () => {
    const buffer = new BoundedBuffer<number>(1);
    const filled = buffer.filled();
    expect(await isDone(filled)).toBe(false);
    const adding = buffer.add(1);
    expect(await isDone(filled)).toBe(true);
    expect(await isDone(adding)).toBe(false);
    buffer.end();
    expect(await isDone(adding)).toBe(true);
    buffer.takeAll();
    expect(await isDone(buffer.filled())).toBe(true);
  });
});
