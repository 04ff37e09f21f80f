import type { StreamCheck, StreamWrite } from '#event-store';
import type { Posting, Read } from './posting.ts';
import type { StreamState, StreamsInMemory } from './streams-in-memory.ts';

/** The streams that a decision sees beside its own, under the names of its context, each at the revision it was seen at. */
export class Seen {
  readonly #streams: ReadonlyMap<string, { readonly stream: string; readonly state: StreamState }>;

  constructor(streams: ReadonlyMap<string, { readonly stream: string; readonly state: StreamState }>) {
    this.#streams = streams;
  }

  /** Their states by name, as the context of a decision takes them. */
  get states(): Record<string, unknown> {
    if (this.#streams.size === 0) return NOTHING;
    return Object.fromEntries([...this.#streams].map(([name, { state }]) => [name, state.state]));
  }

  /** Their revisions by the name of the stream. */
  get revisions(): Record<string, string> {
    if (this.#streams.size === 0) return NOTHING;
    const streams = [...this.#streams.values()];
    return Object.fromEntries(streams.map(({ stream, state }) => [stream, String(state.revision)]));
  }

  /** Settle when everything that was seen is durable. */
  get tails(): Promise<unknown>[] {
    return [...this.#streams.values()].map(({ state }) => state.tail);
  }

  /** They must not have moved when the decision is recorded. */
  get checks(): StreamCheck[] {
    return [...this.#streams.values()].map(({ stream, state }) => ({ stream, expected: state.revision }));
  }

  /** The checks of what is not written anyway; what is written itself says that it did not move. */
  checksBeside(writes: readonly StreamWrite[]): StreamCheck[] {
    const written = new Set(writes.map(({ stream }) => stream));
    return this.checks.filter(({ stream }) => !written.has(stream));
  }

  /** The streams that a posting reads; `at` gives each. */
  static of({ reads }: Posting, at: (read: Read) => StreamState): Seen {
    if (!reads) return NOTHING_SEEN;
    const named = Object.entries(reads);
    return new Seen(new Map(named.map(([name, read]) => [name, { stream: read.stream, state: at(read) }])));
  }
}

const NOTHING: Record<string, never> = {};
const NOTHING_SEEN = new Seen(new Map());

/** Forgets what a failed append may have shown to be old. */
export function forgetSeen(streams: StreamsInMemory, { reads = {} }: Posting): void {
  for (const { stream } of Object.values(reads)) streams.forget(stream);
}
