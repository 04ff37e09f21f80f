import { describe, expect, it } from '@jest/globals';
import { Transform } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { rejectionOf } from '../../../testing/samples.ts';
import type { FeedMessage, WireRecord } from './log-client.ts';
import { feedOf, type CheckpointReached } from './subscription-feed.ts';

/** A stream as the libraries make one: an object stream that holds 16 and blocks while a checkpoint is answered. */
class Stream extends Transform {
  handedOver = 0;
  readonly #reached: CheckpointReached;

  constructor(reached: CheckpointReached) {
    super({ objectMode: true });
    this.#reached = reached;
  }

  override _transform(sent: unknown, _: unknown, next: (error?: null, value?: unknown) => void): void {
    if (typeof sent === 'number') {
      this.handedOver += 1;
      next(null, sent);
    } else if (sent === 'checkpoint') {
      void this.#reached({ commit: BigInt(this.handedOver), prepare: 0n }).then(() => next());
    } else {
      this.emit(sent as string);
      next();
    }
  }

  async unsubscribe(): Promise<void> {
    await nextTurn();
  }
}

const recordOf = (index: number): WireRecord => ({
  stream: 'log/account-1',
  revision: BigInt(index),
  id: String(index),
  type: 'DisbursementPosted',
  data: {},
  metadata: {},
  checkpoint: { commit: BigInt(index), prepare: BigInt(index) },
});

function follow(signal: AbortSignal = new AbortController().signal) {
  let stream: Stream | undefined;
  const feed = feedOf<number>((reached) => (stream = new Stream(reached)), recordOf, {
    prefixes: [],
    after: undefined,
    signal,
  });
  const first = feed.next();
  if (!stream) throw new Error('the stream is opened when the first message is asked for');
  return { feed, first, stream };
}

const word = ({ value }: IteratorResult<FeedMessage, void>): string => {
  if (!value) return 'end';
  if (value.kind === 'record') return value.record.id;
  return value.kind === 'checkpoint' ? `checkpoint ${value.checkpoint.commit}` : value.kind;
};

describe('the unit that makes one iterable of a subscription', () => {
  it('gives marks in their place among the records, however slow its reader is', async () => {
    const { feed, first, stream } = follow();
    for (const sent of ['confirmation', 1, 2, 'checkpoint', 3, 'checkpoint', 'caughtUp', 4])
      stream.write(sent);
    const words = [word(await first)];
    while (words.at(-1) !== '4') {
      for (let turn = 0; turn < words.length % 3; turn += 1) await nextTurn();
      words.push(word(await feed.next()));
    }
    expect(words).toEqual(['connected', '1', '2', 'checkpoint 2', '3', 'checkpoint 3', 'caught-up', '4']);
    await feed.return(undefined);
  });

  it('takes no more than its reader asks for: the rest stays with the stream (pitfall 4)', async () => {
    const { feed, first, stream } = follow();
    for (let index = 1; index <= 1_000; index += 1) stream.write(index);
    expect(word(await first)).toBe('1');
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    expect(stream.handedOver).toBeLessThan(40);
    for (let index = 2; index <= 1_000; index += 1) expect(word(await feed.next())).toBe(String(index));
    await feed.return(undefined);
  });

  it('ends with the error of the stream, with the end of the stream, and by the signal', async () => {
    const failed = follow();
    failed.stream.destroy(new Error('14 UNAVAILABLE'));
    expect(await rejectionOf(failed.first)).toMatchObject({ name: 'NoAnswer', reason: 'unavailable' });
    const ended = follow();
    ended.stream.end();
    expect(await rejectionOf(ended.first)).toMatchObject({ name: 'NoAnswer', reason: 'unavailable' });
    const stop = new AbortController();
    const stopped = follow(stop.signal);
    stop.abort();
    expect(await rejectionOf(stopped.first)).toMatchObject({ name: 'NoAnswer', reason: 'cancelled' });
  });

  it('leaves nothing behind that fails later, when its reader stops at a mark', async () => {
    const { feed, first, stream } = follow();
    stream.write('confirmation');
    expect(word(await first)).toBe('connected');
    await feed.return(undefined);
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    expect(stream.destroyed).toBe(true);
  });
});
