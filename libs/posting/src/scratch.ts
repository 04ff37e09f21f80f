import type { ExpectedRevision } from '#event-store';
import type { DomainEvent } from '#kernel';
import type { StreamEnd } from './links.ts';
import type { AnyDecider, Posting, Read } from './posting.ts';
import { advance, arrive, type StreamState, type StreamsInMemory } from './streams-in-memory.ts';

/** One stream of a list: as it is in memory, and as the list would leave it. */
interface Sketch {
  readonly decider: AnyDecider;
  readonly loading: Promise<StreamState>;
  readonly kept: StreamState;
  /** Where the stream ended when the list came to it. */
  readonly revision: ExpectedRevision;
  /** The stream with what the list decided so far; the one in memory until something is decided. */
  now: StreamState;
}

/**
 * The streams of a list of commands, each decided on what those before it left. What is decided goes onto forks, so that a
 * list that is refused, or only tried, leaves nothing behind in memory.
 */
export class Scratch {
  readonly #streams: StreamsInMemory;
  readonly #sketches = new Map<string, Sketch>();

  constructor(streams: StreamsInMemory) {
    this.#streams = streams;
  }

  /** Loads the streams that a posting writes and reads, as far as the list has not come to them before. */
  async loadFor(what: Read & Pick<Posting, 'reads'>): Promise<void> {
    if (!this.#sketches.has(what.stream)) await this.#load(what);
    for (const read of Object.values(what.reads ?? {})) {
      if (!this.#sketches.has(read.stream)) await this.#load(read);
    }
  }

  /** A stream that is loaded, with what the list decided so far. */
  at({ stream }: Read): StreamState {
    const sketch = this.#sketches.get(stream);
    if (!sketch) throw new Error(`${stream} is not loaded`);
    return sketch.now;
  }

  /** Counts what was decided, for the postings after it. */
  advance(stream: string, events: readonly DomainEvent[], end: StreamEnd): void {
    const sketch = this.#sketches.get(stream);
    if (!sketch) return;
    if (sketch.now === sketch.kept) sketch.now = forked(sketch.decider, sketch.kept);
    advance(sketch.now, sketch.decider, events, end);
  }

  async #load({ decider, stream }: Read): Promise<void> {
    const loading = this.#streams.get(decider, stream);
    const kept = await loading;
    this.#sketches.set(stream, { decider, loading, kept, revision: kept.revision, now: kept });
  }

  /** Whether every stream still ends where the list came to it; else it has been decided on what is no more. */
  get isCurrent(): boolean {
    for (const { kept, revision } of this.#sketches.values()) if (kept.revision !== revision) return false;
    return true;
  }

  /** Whether all appends became durable that the streams counted when the list came to them. */
  arrives(): Promise<boolean> {
    return arrive([...this.#sketches.values()].map(({ kept }) => kept.tail));
  }

  /** Counts the whole list in memory; it is about to be appended. */
  keep(): void {
    for (const [stream, { decider, kept, now, loading }] of this.#sketches) {
      if (now === kept) continue;
      kept.state = decider.join ? decider.join(now.state) : now.state;
      kept.revision = now.revision;
      kept.digest = now.digest;
      this.#streams.forgetUnless(stream, loading);
    }
  }

  /** The append that memory now counts on. */
  follow(append: Promise<unknown>): void {
    for (const { kept, now } of this.#sketches.values()) if (now !== kept) kept.tail = append;
  }

  /** Whatever failed may have shown any of them to be old. */
  forget(): void {
    for (const stream of this.#sketches.keys()) this.#streams.forget(stream);
  }
}

function forked(decider: AnyDecider, { state, ...end }: StreamState): StreamState {
  return { ...end, state: decider.fork ? decider.fork(state) : structuredClone(state) };
}
