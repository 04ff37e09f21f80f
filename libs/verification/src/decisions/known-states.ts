import { categoryOf, type DomainEvent } from '#kernel';
import type { AnyDecider, Book } from '../books.ts';
import type { LogStreams } from './log-streams.ts';

interface Known {
  readonly decider: AnyDecider;
  state: unknown;
  /** The next event of the stream. */
  next: number;
}

/** Enough for what governs the accounts of many organisations; a state that is dropped is folded again. */
const MOST = 64;

/**
 * The states of streams that decisions on other streams see. One state a stream is kept and folded on; an earlier one is
 * folded anew, since deciders may reuse what they are given. A state is good until the next one is asked for.
 */
export class KnownStates {
  readonly #book: Book;
  readonly #streams: LogStreams;
  readonly #known = new Map<string, Known>();

  constructor(book: Book, streams: LogStreams) {
    this.#book = book;
    this.#streams = streams;
  }

  /** The state of a stream after so many events. Throws when the log has not so many, or cannot be read. */
  after(stream: string, events: number): unknown {
    let known = this.#known.get(stream);
    this.#known.delete(stream);
    if (!known || known.next > events) known = this.#fresh(stream);
    if (known.next < events) this.#fold(known, stream, events);
    this.#known.set(stream, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST) break;
      this.#known.delete(oldest);
    }
    return known.state;
  }

  #fresh(stream: string): Known {
    const decider = this.#book.deciderOf(categoryOf(stream));
    if (!decider) throw new Error(`the stream ${stream} is of no category that this version knows`);
    return { decider, state: decider.initial(), next: 0 };
  }

  #fold(known: Known, stream: string, events: number): void {
    for (const recorded of this.#streams.read(stream, known.next)) {
      if (known.next === events) break;
      if (Number(recorded.revision) !== known.next) break;
      const event: DomainEvent = this.#book.catalogue.read(recorded);
      known.state = known.decider.evolve(known.state, event);
      known.next += 1;
    }
    if (known.next < events) throw new Error(`${stream} has no revision ${events - 1}`);
  }
}
