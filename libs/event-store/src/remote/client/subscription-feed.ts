import { setImmediate as nextTurn } from 'node:timers/promises';
import { clientError } from './client-errors.ts';
import type { Checkpoint, FeedMessage, FollowOptions, WireRecord } from './log-client.ts';
import { NoAnswer } from './log-client.ts';

/** A subscription of either library: an object stream with some events of its own. */
export interface SubscriptionLike<Event> extends AsyncIterable<Event> {
  readonly readableLength: number;
  on(event: string, listener: (...values: never[]) => void): unknown;
  destroy(error?: Error): unknown;
  unsubscribe(): Promise<void>;
}

/** Told by the library between two events; it takes nothing further from the server until this is answered. */
export type CheckpointReached = (checkpoint: Checkpoint) => Promise<void>;

const CONFIRMED_WITHIN_MS = 10_000;

/**
 * A subscription as one iterable in which marks stand in their place among the records. Records are pulled one by one,
 * never pushed (`data` listeners do not wait for their work): what the reader has not asked for stays with the stream,
 * whose buffer is small, and beyond that with the server.
 */
export async function* feedOf<Event>(
  open: (reached: CheckpointReached) => SubscriptionLike<Event>,
  toRecord: (event: Event) => WireRecord | undefined,
  { signal }: FollowOptions,
): AsyncGenerator<FeedMessage> {
  const marks: { readonly behind: number; readonly message: FeedMessage }[] = [];
  let [taken, given] = [0, 0];
  let marked = Promise.withResolvers<undefined>();
  const mark = (message: FeedMessage): void => {
    marks.push({ behind: taken + subscription.readableLength, message });
    marked.resolve(undefined);
  };
  const subscription = open(async (checkpoint) => {
    // After a turn all that was handed over before has arrived here, and nothing new has come.
    await nextTurn();
    mark({ kind: 'checkpoint', checkpoint });
  });
  const stop = (): unknown => subscription.destroy(new NoAnswer('cancelled'));
  subscription.on('error', () => undefined);
  const unconfirmed = setTimeout(() => subscription.destroy(new NoAnswer('timeout')), CONFIRMED_WITHIN_MS);
  subscription.on('confirmation', () => {
    clearTimeout(unconfirmed);
    mark({ kind: 'connected' });
  });
  subscription.on('caughtUp', () => mark({ kind: 'caught-up' }));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const events: AsyncIterator<Event, unknown> = subscription[Symbol.asyncIterator]();
    const take = () => {
      const taking = events.next().then((next) => {
        taken += 1;
        return next;
      });
      // Whoever stops reading leaves one behind, which fails when the stream is let go.
      taking.catch(() => undefined);
      return taking;
    };
    let next = take();
    for (;;) {
      for (; marks[0] && marks[0].behind <= given; marks.shift()) yield marks[0].message;
      // A new one for each wait: one that lived long would keep a trace of every record.
      marked = Promise.withResolvers();
      const arrived = await Promise.race([next, marked.promise]);
      if (!arrived && marks.some(({ behind }) => behind <= given)) continue;
      const taking = arrived ?? (await next);
      if (taking.done) throw new NoAnswer('unavailable');
      given += 1;
      const record = toRecord(taking.value);
      if (record) yield { kind: 'record', record };
      next = take();
    }
  } catch (error) {
    throw clientError(error);
  } finally {
    clearTimeout(unconfirmed);
    signal.removeEventListener('abort', stop);
    subscription.unsubscribe().catch(() => undefined);
    subscription.destroy();
  }
}
