import { closeSync, openSync, readSync } from 'node:fs';
import type { EventMetadata, Position, RecordedEvent } from '#event-store';
import type { LogStreams, SaidEvent } from '../decisions/log-streams.ts';
import { lineEnds } from './line-ends.ts';

const FIRST = 1024;

/**
 * The log of a bundle by its streams. Of every line only its place in the file and the number of its stream are in
 * memory; events are read again when they are asked for.
 */
export class BundleStreams implements LogStreams {
  readonly #file: string;
  readonly #numbers = new Map<string, number>();
  /** Number of the stream, from 1, of every line; 0 for a line that is no event. */
  #streamOf = new Uint32Array(FIRST);
  #lines = 0;
  #index: Index | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Notes the event of a line, in the order of the lines. */
  note({ stream }: RecordedEvent, line: number): void {
    let number = this.#numbers.get(stream);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(stream, number);
    }
    if (line > this.#streamOf.length) {
      const larger = new Uint32Array(Math.max(line, this.#streamOf.length * 2));
      larger.set(this.#streamOf);
      this.#streamOf = larger;
    }
    this.#streamOf[line - 1] = number;
    this.#lines = line;
  }

  /** Finds the places of all lines; to be called once, after all were noted. Throws what the system says. */
  async open(): Promise<void> {
    const ends = await lineEnds(this.#file, this.#lines);
    this.#index = new Index(this.#file, ends, this.#streamOf.subarray(0, this.#lines), this.#numbers.size);
  }

  names(): Iterable<string> {
    return this.#numbers.keys();
  }

  *read(stream: string, from = 0): Generator<SaidEvent> {
    const number = this.#numbers.get(stream);
    const index = this.#index;
    if (number === undefined || !index) return;
    for (const line of index.linesOf(number).subarray(from)) yield index.eventOn(line);
  }

  close(): void {
    this.#index?.close();
  }
}

/** Which lines belong to which stream, and where they are. */
class Index {
  readonly #descriptor: number;
  readonly #ends: Float64Array;
  /** Lines from 0, by stream and then in their order; where the lines of each stream begin. */
  readonly #lines: Uint32Array;
  readonly #starts: Uint32Array;
  #buffer = Buffer.alloc(64 * 1024);

  constructor(file: string, ends: Float64Array, streamOf: Uint32Array, streams: number) {
    this.#descriptor = openSync(file, 'r');
    this.#ends = ends;
    this.#starts = new Uint32Array(streams + 2);
    for (const number of streamOf) this.#starts[number + 1] = (this.#starts[number + 1] ?? 0) + 1;
    for (let at = 1; at < this.#starts.length; at += 1) {
      this.#starts[at] = (this.#starts[at] ?? 0) + (this.#starts[at - 1] ?? 0);
    }
    const next = this.#starts.slice();
    this.#lines = new Uint32Array(streamOf.length);
    for (const [line, number] of streamOf.entries()) {
      const place = next[number] ?? 0;
      this.#lines[place] = line;
      next[number] = place + 1;
    }
  }

  linesOf(number: number): Uint32Array {
    return this.#lines.subarray(this.#starts[number], this.#starts[number + 1]);
  }

  eventOn(line: number): SaidEvent {
    const start = line === 0 ? 0 : (this.#ends[line - 1] ?? 0) + 1;
    const length = (this.#ends[line] ?? start) - start;
    if (length > this.#buffer.length) this.#buffer = Buffer.alloc(length * 2);
    const read = readSync(this.#descriptor, this.#buffer, 0, length, start);
    return eventIn(this.#buffer.toString('utf8', 0, read), line + 1);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** The event of a line whose form was found to be in order. */
function eventIn(text: string, line: number): SaidEvent {
  const said = JSON.parse(text) as SaidLine;
  return {
    id: said.id,
    stream: said.stream,
    revision: BigInt(said.revision),
    position: String(line) as Position,
    type: said.type,
    schemaVersion: said.schemaVersion,
    data: jsonIn(said.data),
    metadata: jsonIn(said.metadata) as EventMetadata,
    recordedAt: said.recordedAt,
    bookedAt: said.bookedAt,
  };
}

interface SaidLine extends Omit<SaidEvent, 'revision' | 'position' | 'data' | 'metadata'> {
  readonly revision: number;
  /** Base64. */
  readonly data: string;
  readonly metadata: string;
}

/** Used again and again: a million buffers would have to be cleared away. */
let scratch = Buffer.alloc(64 * 1024);

function jsonIn(base64: string): unknown {
  if (base64.length > scratch.length) scratch = Buffer.alloc(base64.length * 2);
  const length = scratch.write(base64, 'base64');
  return JSON.parse(scratch.toString('utf8', 0, length));
}
