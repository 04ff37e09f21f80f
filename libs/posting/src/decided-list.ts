import type { ExpectedRevision, GrowingAppend, NewEvent, StreamCheck, StreamWrite } from '#event-store';
import type { PostedEvent } from './posting.ts';
import { postedEvents } from './receipts.ts';

interface OneStream extends StreamWrite {
  readonly events: NewEvent[];
}

/** One write of a list, as its receipt and its marker tell of it. */
interface Told {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: PostedEvent[];
}

/** Several decisions that stand or fall together, as they are to be written. */
export class DecidedList {
  readonly outcomes: unknown[] = [];
  readonly growing: GrowingAppend | undefined;
  readonly #writes: OneStream[] = [];
  readonly #told: Told[] = [];
  readonly #checks = new Map<string, StreamCheck>();
  #count = 0;

  /** What is decided goes to `growing` at once; only what is told of it is kept here then. */
  constructor(growing?: GrowingAppend) {
    this.growing = growing;
  }

  /** Events so far. */
  get count(): number {
    return this.#count;
  }

  /** The writes in their order, but for a list that grows; decisions on one stream that follow each other are one write. */
  get writes(): readonly StreamWrite[] {
    return this.#writes;
  }

  /** The same, of any list, without what only the log needs. */
  get told(): readonly Told[] {
    return this.#told;
  }

  /** What was read and must not have moved; a stream that is written says so by its own revision. */
  get checks(): readonly StreamCheck[] {
    const written = new Set(this.#told.map(({ stream }) => stream));
    return [...this.#checks.values()].filter(({ stream }) => !written.has(stream));
  }

  add(writes: readonly StreamWrite[], checks: readonly StreamCheck[], outcome: unknown): void {
    for (const check of checks) if (!this.#checks.has(check.stream)) this.#checks.set(check.stream, check);
    for (const write of writes) this.#write(write);
    if (outcome !== undefined) this.outcomes.push(outcome);
  }

  #write(write: StreamWrite): void {
    const { stream, expected, events } = write;
    this.#count += events.length;
    const goesOn = this.#told.at(-1)?.stream === stream;
    if (!goesOn) this.#told.push({ stream, expected, events: [] });
    const told = this.#told.at(-1)?.events;
    for (const event of postedEvents([write])) told?.push(event);
    if (this.growing) {
      this.growing.add(write);
      return;
    }
    if (!goesOn) this.#writes.push({ stream, expected, events: [] });
    const written = this.#writes.at(-1)?.events;
    for (const event of events) written?.push(event);
  }
}
