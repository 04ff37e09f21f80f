import { closeSync, openSync, readSync } from 'node:fs';
import type { StatementSync } from 'node:sqlite';
import type { LinePlace } from '#audit-trail';
import type { EventMetadata, Position, RecordedEvent } from '#event-store';
import { Recent } from '#kernel';
import type { LogStreams, SaidEvent } from '../decisions/log-streams.ts';
import { NumbersByName } from '../scratch/numbers-by-name.ts';
import { openScratchDatabase } from '../scratch/scratch-database.ts';

const STREAMS_AT_HAND = 8_192;

const SCHEMA = `
CREATE TABLE streams (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE lines (
  line INTEGER PRIMARY KEY, stream INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL
) STRICT;
BEGIN`;

type Stream = Readonly<{ number: number; name: string }>;
type Row = Readonly<{ line: number; start: number; length: number }>;

/**
 * The log of a bundle by its streams. Where the lines of each are lies in a temporary file; events are read again when they
 * are asked for.
 */
export class BundleStreams implements LogStreams {
  readonly #file: string;
  readonly #scratch = openScratchDatabase(SCHEMA);
  readonly #known = new Recent<string, number>(STREAMS_AT_HAND);
  readonly #numbers = new NumbersByName();
  #streams = 0;
  readonly #addLine = this.#scratch.prepare('INSERT INTO lines VALUES (?, ?, ?, ?)');
  readonly #addStream = this.#scratch.prepare('INSERT INTO streams VALUES (?, ?)');
  readonly #streamOf = this.#scratch.prepare('SELECT number, name FROM streams WHERE number = ?');
  /** Statements over a stream that nobody is reading just now. */
  readonly #idle: StatementSync[] = [];
  #lines: LineReader | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Notes the event of a line, in the order of the lines. */
  note({ stream }: RecordedEvent, { line, start, length }: LinePlace): void {
    let number = this.#numberOf(stream);
    if (number === undefined) {
      number = this.#streams;
      this.#streams += 1;
      this.#addStream.run(number, stream);
      this.#numbers.add(stream, number);
      this.#known.set(stream, number);
    }
    this.#addLine.run(line, number, start, length);
  }

  /** To be called once, after all were noted. Throws what the system says. */
  open(): void {
    this.#scratch.exec('CREATE INDEX lines_of_stream ON lines (stream); COMMIT');
    // What is missing or no plain file was never noted, and is not opened.
    if (this.#streams > 0) this.#lines = new LineReader(this.#file);
  }

  *names(): Generator<string> {
    for (const { name } of this.#scratch.prepare('SELECT name FROM streams ORDER BY number').iterate())
      yield name as string;
  }

  *read(stream: string, from = 0): Generator<SaidEvent> {
    const [number, lines] = [this.#numberOf(stream), this.#lines];
    if (number === undefined || !lines) return;
    const rows = this.#idle.pop() ?? this.#scratch.prepare(OF_STREAM);
    try {
      for (const row of rows.iterate(number, from) as Iterable<unknown>) yield lines.eventOn(row as Row);
    } finally {
      this.#idle.push(rows);
    }
  }

  close(): void {
    this.#lines?.close();
    this.#scratch.close();
  }

  #numberOf(stream: string): number | undefined {
    const known = this.#known.get(stream);
    if (known !== undefined) return known;
    const found = this.#numbers.find(stream, (number) => this.#streamOf.get(number) as Stream | undefined);
    if (found) this.#known.set(stream, found.number);
    return found?.number;
  }
}

const OF_STREAM = 'SELECT line, start, length FROM lines WHERE stream = ? ORDER BY line LIMIT -1 OFFSET ?';

/** Reads lines of a bundle at their places. */
class LineReader {
  readonly #descriptor: number;
  #buffer = Buffer.alloc(64 * 1024);

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
  }

  eventOn({ line, start, length }: Row): SaidEvent {
    if (length > this.#buffer.length) this.#buffer = Buffer.alloc(length * 2);
    const read = readSync(this.#descriptor, this.#buffer, 0, length, start);
    return eventIn(this.#buffer.toString('utf8', 0, read), line);
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
