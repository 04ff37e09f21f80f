import { eventDigest } from '#audit-trail';
import type { EventStore, ExpectedRevision } from '#event-store';
import type { DomainEvent, EventCatalogue } from '#kernel';
import type { StreamEnd } from './links.ts';
import type { AnyDecider } from './posting.ts';
import { folded } from './unreadable-events.ts';

/** The state of a stream at a revision, and the last append that it builds on. */
export interface StreamState {
  state: unknown;
  revision: ExpectedRevision;
  /** Digest of the last event, which the next one names. */
  digest: string | undefined;
  /** Settles when the newest append that the state already counts is durable. */
  tail: Promise<unknown>;
}

/** Counts what the log has beyond a state that counts nothing else; several may do so at the same time. */
export async function readOn(
  store: EventStore,
  catalogue: EventCatalogue,
  decider: AnyDecider,
  stream: string,
  target: StreamState,
): Promise<StreamState> {
  for await (const recorded of store.readStream(stream, { from: nextOf(target) })) {
    // Counted by another reader meanwhile.
    if (recorded.revision < nextOf(target)) continue;
    target.state = folded(decider, catalogue, target.state, recorded);
    target.revision = recorded.revision;
    target.digest = eventDigest(recorded);
  }
  return target;
}

const nextOf = ({ revision }: StreamState): bigint => (revision === 'none' ? 0n : revision + 1n);

/** Counts events that were decided but may not be durable yet. */
export function advance(
  target: StreamState,
  decider: AnyDecider,
  events: readonly DomainEvent[],
  { revision, digest }: StreamEnd,
): void {
  for (const event of events) target.state = decider.evolve(target.state, event);
  target.revision = revision;
  target.digest = digest;
}

type Load = (decider: AnyDecider, stream: string) => Promise<StreamState>;
type ReadOn = (decider: AnyDecider, stream: string, state: StreamState) => Promise<StreamState>;

/**
 * Keeps the states of the streams that were used last. Whoever finds one wrong forgets it;
 * the next use folds it from the log again.
 */
export class StreamsInMemory {
  readonly #states = new Map<string, Promise<StreamState>>();
  readonly #load: Load;
  readonly #most: number;
  readonly #readOn: ReadOn | undefined;

  /** With `readOn` every state is brought up to the log before it is given: others write it, too. */
  constructor(load: Load, { most = 2_000, readOn: on }: { most?: number; readOn?: ReadOn | undefined } = {}) {
    this.#load = load;
    this.#most = most;
    this.#readOn = on;
  }

  get(decider: AnyDecider, stream: string): Promise<StreamState> {
    const known = this.#states.get(stream);
    if (known) {
      this.#states.delete(stream);
      this.#states.set(stream, known);
      return this.#readOn ? this.#broughtUp(this.#readOn, known, decider, stream) : known;
    }
    const loading = this.#load(decider, stream);
    this.#states.set(stream, loading);
    loading.catch(() => this.forget(stream, loading));
    this.#evict();
    return loading;
  }

  /** The streams in memory, and their states. */
  [Symbol.iterator](): MapIterator<[stream: string, state: Promise<StreamState>]> {
    return this.#states.entries();
  }

  /** Forgets a stream; with `only`, unless somebody loaded it again meanwhile. */
  forget(stream: string, only?: Promise<StreamState>): void {
    if (only === undefined || this.#states.get(stream) === only) this.#states.delete(stream);
  }

  /** Forgets a stream when somebody loaded it again meanwhile: a copy that does not count what another one counts. */
  forgetUnless(stream: string, loading: Promise<StreamState>): void {
    if (this.#states.get(stream) !== loading) this.#states.delete(stream);
  }

  async #broughtUp(
    on: ReadOn,
    known: Promise<StreamState>,
    decider: AnyDecider,
    stream: string,
  ): Promise<StreamState> {
    try {
      return await on(decider, stream, await known);
    } catch (error) {
      // Half a change must not be decided on.
      this.forget(stream, known);
      throw error;
    }
  }

  #evict(): void {
    for (const stream of this.#states.keys()) {
      if (this.#states.size <= this.#most) return;
      this.#states.delete(stream);
    }
  }
}

/** Whether appends that a decision builds on all became durable. */
export function arrive(appends: readonly Promise<unknown>[]): Promise<boolean> {
  return Promise.all(appends).then(
    () => true,
    () => false,
  );
}
