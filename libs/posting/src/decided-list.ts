import type { GrowingAppend, NewEvent, StreamCheck, StreamWrite } from '#event-store';

interface OneStream extends StreamWrite {
  readonly events: NewEvent[];
}

/** Several decisions that stand or fall together, as they are to be written. */
export class DecidedList {
  readonly outcomes: unknown[] = [];
  readonly #writes: OneStream[] = [];
  readonly #checks = new Map<string, StreamCheck>();
  readonly #growing: GrowingAppend | undefined;
  #count = 0;

  /** What is decided goes to `growing` at once, too. */
  constructor(growing?: GrowingAppend) {
    this.#growing = growing;
  }

  /** Events so far. */
  get count(): number {
    return this.#count;
  }

  /** The writes in their order; decisions on one stream that follow each other are one write. */
  get writes(): readonly StreamWrite[] {
    return this.#writes;
  }

  /** What was read and must not have moved; a stream that is written says so by its own revision. */
  get checks(): readonly StreamCheck[] {
    const written = new Set(this.#writes.map(({ stream }) => stream));
    return [...this.#checks.values()].filter(({ stream }) => !written.has(stream));
  }

  add(writes: readonly StreamWrite[], checks: readonly StreamCheck[], outcome: unknown): void {
    for (const check of checks) if (!this.#checks.has(check.stream)) this.#checks.set(check.stream, check);
    for (const write of writes) this.#write(write);
    if (outcome !== undefined) this.outcomes.push(outcome);
  }

  #write(write: StreamWrite): void {
    const { stream, expected, events } = write;
    this.#growing?.add(write);
    this.#count += events.length;
    const last = this.#writes.at(-1);
    if (last?.stream !== stream) {
      this.#writes.push({ stream, expected, events: [...events] });
      return;
    }
    for (const event of events) last.events.push(event);
  }
}
