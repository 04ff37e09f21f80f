import { describe, expect, it } from '@jest/globals';
import { rejectionOf } from '../../../testing/samples.ts';
import { KeyedQueue } from './keyed-queue.ts';

const fails = (): Promise<never> => Promise.reject(new Error('no answer'));

describe('a queue with a lane for each stream', () => {
  it('goes on behind an append that failed, in all of its lanes', async () => {
    const queue = new KeyedQueue();
    const failed = rejectionOf(queue.run(['account-1', 'account-2'], fails));
    const behind = ['account-1', 'account-2'].map((key) => queue.run([key], async () => key));
    expect(await failed).toEqual(new Error('no answer'));
    expect(await Promise.all(behind)).toEqual(['account-1', 'account-2']);
    await queue.idle();
  });

  it('goes on behind work that fails before it waits for anything', async () => {
    const queue = new KeyedQueue();
    const failed = rejectionOf(
      queue.run(['account-1'], () => {
        throw new Error('at once');
      }),
    );
    expect(await queue.run(['account-1'], async () => 'next')).toBe('next');
    expect(await failed).toEqual(new Error('at once'));
  });

  it('keeps no other lane waiting, and its own in the order given', async () => {
    const queue = new KeyedQueue();
    const first = Promise.withResolvers<undefined>();
    const done: string[] = [];
    const run = (key: string, name: string, before?: Promise<unknown>): Promise<unknown> =>
      queue.run([key], async () => {
        await before;
        done.push(name);
      });
    const lane = [run('account-1', 'first', first.promise), run('account-1', 'second')];
    await run('account-2', 'beside');
    expect(done).toEqual(['beside']);
    first.resolve(undefined);
    await Promise.all(lane);
    expect(done).toEqual(['beside', 'first', 'second']);
  });
});
