import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommitBell } from '../../log/commit-bell.ts';
import type { StoreObserver } from '../../observer.ts';
import type { Checkpoint, FeedMessage, LogClient, WireRecord } from '../client/log-client.ts';
import { NoAnswer } from '../client/log-client.ts';
import { pause, pauseBefore } from '../client/time-limit.ts';
import { RecordApplier } from '../copy/apply-records.ts';
import type { OpenAttempt } from '../copy/copy-books.ts';
import type { LogCopy } from '../copy/log-copy.ts';
import type { Decision } from '../envelope/decision.ts';
import type { StreamNames } from '../envelope/stream-names.ts';
import { decisionsIn } from './decisions-in.ts';
import { BoundedBuffer } from './bounded-buffer.ts';

/** Messages that may wait between the network and the copy; an append written at once fits twice. */
const BUFFER = 1024;
/** While the copy catches up, so many milliseconds are given to gather half a buffer. */
const GATHER_MS = 10;
/** While nothing comes, the server is asked for a sign of life so often. */
const SIGN_OF_LIFE_MS = 5_000;

export interface CopyFeedOptions {
  readonly client: LogClient;
  readonly copy: LogCopy;
  readonly names: StreamNames;
  readonly observer: StoreObserver | undefined;
  /** Rings when the copy has moved on. */
  readonly bell: CommitBell;
  /** Answers how an attempt was decided; nothing while that is open and within its time. */
  readonly settle: (open: OpenAttempt) => Promise<Decision | undefined>;
  /** Called with the identities of events that the copy has come to, once that is durable. */
  readonly onPassed: (eventIds: readonly string[]) => void;
  /** Called after each change of the standing. */
  readonly onChange: () => void;
}

/**
 * Keeps a copy up with the log of the server: follows it from the checkpoint of the copy, applies what comes in large
 * steps, and begins again from there, after a random pause that grows, whenever the connection ends.
 */
export class CopyFeed {
  readonly #options: CopyFeedOptions;
  readonly #applier: RecordApplier;
  #pending: WireRecord[] = [];
  #waiting = new BoundedBuffer<FeedMessage>(BUFFER);
  #connected = false;
  #caughtUp = false;
  /** Whether what is pending is the beginning of an append whose rest has not come. */
  #unfinished = false;
  #applied = 0;
  #lastContact: number | undefined;
  #behindSince: number | undefined;
  #fault: unknown;
  /** Decisions that were read ahead of their place, by their streams. */
  readonly #settled = new Map<string, Decision>();

  constructor(options: CopyFeedOptions) {
    this.#options = options;
    this.#applier = new RecordApplier(options.copy, options.names);
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** Whether all that the server had is applied. */
  get caughtUp(): boolean {
    const isApplied = this.#pending.length === 0 || this.#unfinished;
    return this.#connected && this.#caughtUp && this.#waiting.length === 0 && isApplied;
  }

  /** Records that have arrived and are not applied. */
  get lag(): number {
    return this.#pending.length + this.#waiting.length;
  }

  /** When the server answered last, in milliseconds since 1970. */
  get lastContact(): number | undefined {
    return this.#lastContact;
  }

  /** Since when it has not had everything, in milliseconds since 1970; nothing before it first had. */
  get behindSince(): number | undefined {
    return this.#behindSince;
  }

  /** Why the connection ended last. */
  get fault(): unknown {
    return this.#fault;
  }

  /** Follows until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    for (let repetition = 0; ; repetition += 1) {
      const before = this.#applied;
      await this.#followOnce(signal);
      if (signal.aborted) return;
      // A connection that brought something was a good one; what ended it without may do so again.
      if (this.#applied > before) repetition = 0;
      this.#options.observer?.retried?.('reconnect');
      await pause(pauseBefore(repetition), signal);
    }
  }

  /** One connection, until it ends. */
  async #followOnce(outer: AbortSignal): Promise<void> {
    const session = new AbortController();
    const signal = AbortSignal.any([outer, session.signal]);
    this.#pending = [];
    this.#waiting = new BoundedBuffer(BUFFER);
    this.#caughtUp = false;
    const end = (error: unknown): void => {
      if (!signal.aborted) this.#fault = error;
      session.abort();
      if (this.caughtUp) this.#behindSince = this.#lastContact;
      this.#caughtUp = false;
      // At once: a task that looks a decision up may take long to end.
      this.#connected &&= error instanceof NoAnswer && error.reason === 'too-slow';
      this.#options.onChange();
    };
    const waiting = this.#waiting;
    signal.addEventListener('abort', () => waiting.end(), { once: true });
    const tasks = [this.#receive(signal), this.#applyAll(signal), this.#askForSigns(signal)];
    await Promise.all(tasks.map((task) => task.catch(end)));
  }

  async #receive(signal: AbortSignal): Promise<void> {
    const { client, copy, names } = this.#options;
    const after = copy.books.checkpoint;
    for await (const message of client.follow({ prefixes: names.followed, after, signal })) {
      if (signal.aborted) return;
      this.#lastContact = Date.now();
      if (message.kind === 'record' && this.caughtUp) this.#behindSince = this.#lastContact;
      if (message.kind === 'connected') this.#connected = true;
      await this.#waiting.add(message);
    }
    throw new NoAnswer('unavailable');
  }

  async #applyAll(signal: AbortSignal): Promise<void> {
    const stopped = (): boolean => signal.aborted;
    while (!stopped()) {
      const checkpoint = this.#take();
      const waitsFor = this.#applyPending(checkpoint);
      if (waitsFor) {
        await this.#awaitDecision(waitsFor, signal);
        continue;
      }
      await this.#waiting.filled();
      // A client that hands over one record at a time would make a commit of each.
      if (!this.#caughtUp && this.#waiting.length < BUFFER / 2) await pause(GATHER_MS, signal);
      // Others get their turn between two steps.
      await nextTurn();
    }
  }

  /** Moves what has arrived to what is to be applied; answers the last checkpoint behind it. */
  #take(): Checkpoint | undefined {
    if (this.#pending.length >= BUFFER) return undefined;
    let checkpoint: Checkpoint | undefined;
    for (const message of this.#waiting.takeAll()) {
      if (message.kind === 'record') {
        this.#pending.push(message.record);
        checkpoint = undefined;
      }
      if (message.kind === 'checkpoint') checkpoint = message.checkpoint;
      if (message.kind === 'caught-up') this.#caughtUp = true;
    }
    return checkpoint;
  }

  #applyPending(checkpoint: Checkpoint | undefined): OpenAttempt | undefined {
    const { copy, bell, onPassed, onChange } = this.#options;
    const { count, waitsFor } = copy.books.transaction(() => {
      const applied = this.#applier.apply(this.#pending, decisionsIn(this.#settled.values(), this.#pending));
      if (checkpoint && applied.count === this.#pending.length) copy.books.advanceTo(checkpoint);
      return applied;
    });
    for (const record of this.#pending.splice(0, count)) this.#settled.delete(record.stream);
    this.#unfinished = waitsFor === undefined;
    onPassed(copy.takePassed());
    this.#applied += count;
    if (count > 0) bell.ring();
    onChange();
    return waitsFor;
  }

  /** Waits until the decision arrives with what follows, or is read from its stream, or its time is over. */
  async #awaitDecision(open: OpenAttempt, signal: AbortSignal): Promise<void> {
    for (let repetition = 0; !signal.aborted; repetition += 1) {
      this.#take();
      if (decisionsIn([], this.#pending).has(open.attempt)) return;
      const decision = await this.#options.settle(open);
      if (decision) {
        this.#settled.set(open.decision, decision);
        return;
      }
      await pause(Math.min(pauseBefore(repetition), 250), signal);
    }
  }

  /** A connection may be dead without having ended. */
  async #askForSigns(signal: AbortSignal): Promise<void> {
    const { client, names } = this.#options;
    for (;;) {
      await pause(SIGN_OF_LIFE_MS, signal);
      if (signal.aborted) return;
      if (Date.now() - (this.#lastContact ?? 0) < SIGN_OF_LIFE_MS) continue;
      await client.readLast(names.ofAttempt('none'));
      this.#lastContact = Date.now();
    }
  }
}
