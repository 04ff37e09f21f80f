import { Busy, CorruptedIdempotency, StorageFailed, TooLarge, UnknownOutcome } from '../../errors.ts';
import type { AppendResult } from '../../event-store.ts';
import { findRepetition } from '../../log/execute-append.ts';
import { eventIdsOf, type PreparedAppend } from '../../log/prepared-append.ts';
import type { Expected } from '../client/log-client.ts';
import { NoAnswer, ServerConflict, ServerRefused } from '../client/log-client.ts';
import { pause, pauseBefore } from '../client/time-limit.ts';
import type { OpenAttempt } from '../copy/copy-books.ts';
import type { Decision } from '../envelope/decision.ts';
import { Arrivals } from './arrivals.ts';
import { CopyWaits, type CopyWaitsOptions } from './copy-waits.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { planAppend, recordsOf, type AppendPlan } from './plan-append.ts';
import { reserveAndConfirm } from './reserve-and-confirm.ts';

export interface RemoteAppenderOptions extends CopyWaitsOptions {
  /** Whether the server takes several streams in one append. */
  readonly atomic: boolean;
  /** How long a reservation may stay undecided before anybody voids it. */
  readonly expiryMs: number;
  /** How long an append goes on trying. */
  readonly patienceMs: number;
}

/** Written in one call; more goes in steps, reserved and then confirmed. */
const AT_ONCE_BYTES = 768 * 1024;
const AT_ONCE_EVENTS = 400;

/**
 * Appends to the log of the server and waits until the copy has it. What got no answer is looked up in the copy before
 * it is decided again, so that nothing is posted twice.
 */
export class RemoteAppender {
  readonly #options: RemoteAppenderOptions;
  readonly #queue = new KeyedQueue();
  readonly #waits: CopyWaits;
  /** To be told of what the copy has come to. */
  readonly arrivals = new Arrivals();

  constructor(options: RemoteAppenderOptions) {
    this.#options = options;
    this.#waits = new CopyWaits(options);
  }

  /** Appends that share a stream or a command go one after the other, in the order in which they were given. */
  append(append: PreparedAppend): Promise<AppendResult> {
    const key = append.command && `command ${append.command.key}`;
    const keys = new Set(append.writes.map(({ stream }) => `stream ${stream}`));
    if (key !== undefined) keys.add(key);
    return this.#queue.run([...keys], () => this.#append(append));
  }

  /** Resolves when all that was given is answered. */
  drained(): Promise<void> {
    return this.#queue.idle();
  }

  /** Waits until the copy has all that the server had of some streams when it was asked, and all of it is decided. */
  newest(streams: readonly string[]): Promise<void> {
    return this.#waits.newest(streams, performance.now() + this.#options.patienceMs);
  }

  /** How an attempt of anybody was decided; voids it when its time is over. Nothing while it may still be confirmed. */
  settle(open: OpenAttempt): Promise<Decision | undefined> {
    return this.#waits.settle(open);
  }

  async #append(append: PreparedAppend): Promise<AppendResult> {
    const { copy, names, clock, patienceMs } = this.#options;
    const until = performance.now() + patienceMs;
    for (let round = 0; ; round += 1) {
      this.#waits.assertUsable();
      await this.#waits.settled(append, until);
      // Our own events may have arrived though no answer said so.
      const written = round > 0 ? findRepetition(copy.log, append) : undefined;
      if (written) return { ...written, deduplicated: false };
      const plan = planAppend(copy, names, append, clock());
      if ('deduplicated' in plan) return plan;
      const moved = await this.#write(plan, append);
      if (!moved) return this.#arrived(append);
      if (performance.now() >= until) throw new Busy(1_000);
      await this.#waits.reached(moved, append, until);
      if (round > 0) await pause(pauseBefore(round), this.#options.signal);
    }
  }

  /** Writes to the server; answers where streams stand when they are not where they should be. */
  async #write(plan: AppendPlan, append: PreparedAppend): Promise<ReadonlyMap<string, Expected> | undefined> {
    try {
      await this.#send(plan, append);
      return undefined;
    } catch (error) {
      if (error instanceof ServerConflict) return error.actual;
      if (error instanceof NoAnswer) throw new UnknownOutcome(eventIdsOf(append), error);
      if (error instanceof ServerRefused && error.reason === 'too-large') {
        throw new TooLarge(append.bytes, AT_ONCE_BYTES);
      }
      throw error instanceof ServerRefused ? new StorageFailed(error) : error;
    }
  }

  async #send(plan: AppendPlan, append: PreparedAppend): Promise<void> {
    const { client, names, atomic, expiryMs } = this.#options;
    const [only, ...others] = plan.writes;
    const atOnce = append.bytes <= AT_ONCE_BYTES && plan.events.length <= AT_ONCE_EVENTS;
    if (atOnce && only && others.length === 0 && !plan.command && plan.checks.size === 0) {
      const [stream, expected] = only;
      const events = recordsOf(plan).map(({ event }) => event);
      await this.#answered(append, client.append(stream, expected, events));
    } else if (atOnce && atomic) {
      const { commandStream, commandTail } = plan;
      const expectations = new Map([...plan.writes, ...plan.checks]);
      if (commandStream !== undefined) expectations.set(commandStream, commandTail);
      await this.#answered(append, client.appendAtomically(recordsOf(plan), expectations));
    } else {
      await reserveAndConfirm(plan, { client, names, expiryMs });
    }
  }

  /**
   * Waits for the server or for the copy, whichever knows first: of two who send the same events at once, the server
   * lets one wait for seconds.
   */
  async #answered(append: PreparedAppend, call: Promise<void>): Promise<void> {
    const done = new AbortController();
    const last = eventIdsOf(append).at(-1) ?? '';
    const arrival = this.arrivals.of(last, this.#options.patienceMs, done.signal);
    const inTheCopy = arrival.then((hasArrived) => (hasArrived ? undefined : call));
    try {
      await Promise.race([call, inTheCopy]);
    } finally {
      done.abort();
      // Nobody asks any more how a call ended that the copy was faster than.
      inTheCopy.catch(() => undefined);
      call.catch(() => undefined);
    }
  }

  /** The answer, once the copy has it. */
  async #arrived(append: PreparedAppend): Promise<AppendResult> {
    const { copy, patienceMs, signal } = this.#options;
    const last = eventIdsOf(append).at(-1) ?? '';
    const isThere =
      copy.log.findEvent(last) !== undefined || (await this.arrivals.of(last, patienceMs, signal));
    if (!isThere)
      throw new UnknownOutcome(eventIdsOf(append), new Error('the copy did not reach it in time'));
    const written = findRepetition(copy.log, append);
    if (!written) throw new CorruptedIdempotency(`event ${last} or its command was in the log already`);
    return { ...written, deduplicated: false };
  }
}
