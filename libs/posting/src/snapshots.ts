import { eventDigest } from '#audit-trail';
import type { EventStore, RecordedEvent } from '#event-store';
import type { EventCatalogue } from '#kernel';
import { NO_EVENTS } from './links.ts';
import type { AnyDecider } from './posting.ts';
import { arrive, type StreamState } from './streams-in-memory.ts';
import { folded } from './unreadable-events.ts';

/** A state as it was folded once, and the event that it was folded up to. */
export interface Snapshot {
  readonly revision: bigint;
  /** Digest of that event, which stands for all before it: each names the one before. */
  readonly digest: string;
  readonly state: unknown;
}

/**
 * Keeps states that took long to fold, for the next start. It may lose any of them at any time, and never gives one that
 * another version of the program folded. It does not throw: without a snapshot a stream is folded from its beginning.
 */
export interface Snapshots {
  find(stream: string): Snapshot | undefined;
  keep(stream: string, snapshot: Snapshot): void;
}

/** Where nothing is kept. */
export const NO_SNAPSHOTS: Snapshots = { find: () => undefined, keep: () => undefined };

/** Events that are folded in the time that a snapshot takes to be read. */
const LONG = 1_000n;

/** Folds streams from the log, beginning with a snapshot where one fits the log. */
export class StreamLoader {
  readonly #store: EventStore;
  readonly #catalogue: EventCatalogue;
  readonly #snapshots: Snapshots;
  /** How many events of a state its snapshot holds. */
  readonly #kept = new WeakMap<StreamState, bigint>();

  constructor(store: EventStore, catalogue: EventCatalogue, snapshots: Snapshots = NO_SNAPSHOTS) {
    this.#store = store;
    this.#catalogue = catalogue;
    this.#snapshots = snapshots;
  }

  async load(decider: AnyDecider, stream: string): Promise<StreamState> {
    const snapshot = this.#snapshots.find(stream);
    const loaded =
      (snapshot && (await this.#fold(decider, stream, snapshot))) ?? (await this.#fold(decider, stream));
    if (!loaded) throw new Error(`${stream} cannot be folded`);
    this.keep(stream, loaded);
    return loaded;
  }

  /** Keeps a state that went far beyond its snapshot; it must hold nothing that is not in the log. */
  keep(stream: string, state: StreamState): void {
    const { revision, digest } = state;
    if (revision === 'none' || digest === undefined) return;
    if (revision + 1n - (this.#kept.get(state) ?? 0n) < LONG) return;
    this.#snapshots.keep(stream, { revision, digest, state: state.state });
    this.#kept.set(state, revision + 1n);
  }

  /** The states as they are when everything on its way has arrived; what did not arrive is not kept. */
  async keepAll(states: Iterable<readonly [stream: string, state: Promise<StreamState>]>): Promise<void> {
    for (const [stream, loading] of states) {
      const state = await loading.catch(() => undefined);
      if (state && (await arrive([state.tail]))) this.keep(stream, state);
    }
  }

  /** Nothing, when the snapshot is of another past than the log has. */
  async #fold(decider: AnyDecider, stream: string, from?: Snapshot): Promise<StreamState | undefined> {
    let state = from ? from.state : decider.initial();
    let last: RecordedEvent | undefined;
    for await (const recorded of this.#store.readStream(stream, from ? { from: from.revision } : {})) {
      if (from && !last) {
        if (!isEndOf(from, recorded)) return undefined;
      } else state = folded(decider, this.#catalogue, state, recorded);
      last = recorded;
    }
    if (from && !last) return undefined;
    const end = last ? { revision: last.revision, digest: eventDigest(last) } : NO_EVENTS;
    const loaded: StreamState = { state, ...end, tail: Promise.resolve() };
    if (from) this.#kept.set(loaded, from.revision + 1n);
    return loaded;
  }
}

const isEndOf = ({ revision, digest }: Snapshot, event: RecordedEvent): boolean =>
  event.revision === revision && eventDigest(event) === digest;
