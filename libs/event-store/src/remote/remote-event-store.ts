import { messageOf } from '#kernel';
import { Busy, StoreClosed, Unsupported } from '../errors.ts';
import type { AppendResult, StoreCapabilities, StoreStanding } from '../event-store.ts';
import { instant } from '../log/execute-append.ts';
import { eventIdsOf, type PreparedAppend } from '../log/prepared-append.ts';
import { SequencedEventStore } from '../log/sequenced-event-store.ts';
import { observedAppend, type StoreObserver } from '../observer.ts';
import { isBusy, isSqliteError } from '../sqlite/sqlite-errors.ts';
import type { SqliteLog } from '../sqlite/sqlite-log.ts';
import { RemoteAppender } from './append/remote-appender.ts';
import { ServerRefused, type LogClient } from './client/log-client.ts';
import { PatientClient } from './client/patient-client.ts';
import type { LogCopy } from './copy/log-copy.ts';
import type { StreamNames } from './envelope/stream-names.ts';
import { CopyFeed } from './feed/copy-feed.ts';

export interface RemoteEventStoreOptions {
  readonly client: LogClient;
  readonly copy: LogCopy;
  readonly names: StreamNames;
  /** Whether the server takes several streams in one append. */
  readonly atomic: boolean;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly readOnly: boolean;
  readonly onAlarm: ((detail: string) => void) | undefined;
  readonly observer: StoreObserver | undefined;
  /** How long a reservation may stay undecided before anybody voids it. */
  readonly expiryMs: number;
  /** How long an append goes on trying to get an answer. */
  readonly patienceMs: number;
}

const MAX_QUEUE = 4096;
const MAX_EVENT_BYTES = 512 * 1024;
const MAX_APPEND_BYTES = 64 * 1024 * 1024;

/**
 * The log in an event database. The database alone decides who appends; everything is read from the copy that this
 * process keeps, and an append is acknowledged when it stands in both.
 */
export class RemoteEventStore extends SequencedEventStore {
  readonly capabilities: StoreCapabilities;
  readonly #options: RemoteEventStoreOptions;
  readonly #appender: RemoteAppender;
  readonly #feed: CopyFeed;
  readonly #stop = new AbortController();
  #waiting = 0;
  #toldAlarm = false;
  readonly #running: Promise<void>;
  #closing: Promise<void> | undefined;
  #closed = false;

  constructor(options: RemoteEventStoreOptions) {
    super();
    this.#options = options;
    const { client, copy, names, atomic, clock, observer, expiryMs, patienceMs } = options;
    this.capabilities = {
      atomicMultiStream: atomic,
      checksWithoutWrite: atomic,
      serverFilter: true,
      maxEventBytes: MAX_EVENT_BYTES,
      maxAppendBytes: MAX_APPEND_BYTES,
    };
    const { bell } = this;
    const { signal } = this.#stop;
    const patient = new PatientClient(client, { patienceMs, signal, observer });
    const shared = { copy, names, bell };
    this.#appender = new RemoteAppender({
      ...shared,
      client: patient,
      signal,
      atomic,
      clock,
      expiryMs,
      patienceMs,
    });
    this.#feed = new CopyFeed({
      ...shared,
      client,
      observer,
      settle: (open) => this.#appender.settle(open),
      onPassed: (ids) => this.#appender.arrivals.tell(ids),
      onChange: () => this.#noticeAlarm(),
    });
    this.#running = this.#feed.run(signal);
  }

  override standing(): StoreStanding {
    const { connected, caughtUp, lag, lastContact, behindSince, fault } = this.#feed;
    const { log, books } = this.#options.copy;
    if (this.#closed) return { state: 'disconnected' };
    const alarm = books.alarm;
    const newest = log.placeUpTo()?.recordedAt;
    // A ledger may be quiet for long: who had everything a moment ago is not as far behind as its last event is old.
    const since = behindSince === undefined ? newest : Math.max(newest ?? 0, behindSince);
    const behind = since === undefined ? 0 : Math.max(0, Date.now() - since);
    const detail = alarm ?? (connected || fault === undefined ? undefined : messageOf(fault));
    return {
      state: alarm ? 'alarm' : !connected ? 'disconnected' : caughtUp ? 'ready' : 'catching-up',
      lagEvents: lag,
      lagMs: caughtUp ? 0 : behind,
      ...(lastContact !== undefined && { lastContactAt: instant(lastContact) }),
      ...(detail !== undefined && { detail }),
    };
  }

  override newest(streams: readonly string[]): Promise<void> {
    if (this.#closing) return Promise.reject(new StoreClosed());
    return this.#appender.newest(streams);
  }

  /**
   * Resolves when the copy has all that the server had; false when no connection stood within the time. Throws
   * `ServerRefused` when the server denies it.
   */
  async caughtUp(withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    while (!this.#feed.caughtUp) {
      const { connected, fault } = this.#feed;
      if (!connected && (fault instanceof ServerRefused || isLasting(fault))) throw fault;
      if (!connected && performance.now() >= until) return false;
      const heard = this.bell.rings;
      await this.bell.next(heard, AbortSignal.any([this.#stop.signal, AbortSignal.timeout(100)]));
      if (this.#stop.signal.aborted) return false;
    }
    return true;
  }

  /** Resolves when the copy has a place of the log; false when it did not move for the given time. */
  async reaches(position: bigint, withinMs: number): Promise<boolean> {
    for (;;) {
      const heard = this.bell.rings;
      if ((this.log().placeUpTo()?.position ?? 0n) >= position) return true;
      const over = AbortSignal.timeout(withinMs);
      await this.bell.next(heard, AbortSignal.any([this.#stop.signal, over]));
      if (over.aborted || this.#stop.signal.aborted) return false;
    }
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  protected override log(): SqliteLog {
    if (this.#closed) throw new StoreClosed();
    return this.#options.copy.log;
  }

  protected override async commit(append: PreparedAppend): Promise<AppendResult> {
    if (this.#closing) throw new StoreClosed();
    if (this.#options.readOnly) throw new Unsupported('writing to a ledger that is open for reading');
    if (this.#waiting >= MAX_QUEUE) throw new Busy(1_000);
    const { observer } = this.#options;
    this.#waiting += 1;
    observer?.queue?.(this.#waiting);
    try {
      const run = () => this.#appender.append(append);
      const facts = { events: eventIdsOf(append).length, bytes: append.bytes };
      return await (observer ? observedAppend(observer, facts, run) : run());
    } finally {
      this.#waiting -= 1;
      observer?.queue?.(this.#waiting);
    }
  }

  #noticeAlarm(): void {
    const { alarm } = this.#options.copy.books;
    if (alarm === undefined || this.#toldAlarm) return;
    this.#toldAlarm = true;
    this.#options.onAlarm?.(alarm);
  }

  async #close(): Promise<void> {
    await this.#appender.drained();
    this.#stop.abort();
    await this.#running;
    this.#closed = true;
    this.#options.copy.close();
    // Followers wake up and find the store closed.
    this.bell.ring();
    await this.#options.client.close();
  }
}

/** The file of the copy takes nothing, as on a full disk; that another has it at the moment passes. */
const isLasting = (fault: unknown): boolean => isSqliteError(fault) && !isBusy(fault);
