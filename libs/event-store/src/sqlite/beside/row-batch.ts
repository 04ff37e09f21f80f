import type { PreparedEvent } from '../../log/prepared-append.ts';

/** Rows of events for two threads: all in one buffer that both see and nobody changes. */
export interface RowBatch {
  /** Names of streams and types that no batch before it had; rows give the number of each. */
  readonly names: readonly string[];
  readonly bytes: SharedArrayBuffer;
  /** How much of the bytes holds rows. */
  readonly length: number;
}

/** An event, and the stream that it goes to. */
export interface BatchedRow {
  readonly stream: string;
  readonly event: PreparedEvent;
}

/** A batch is given away when it has so many bytes. */
const BATCH_BYTES = 256 * 1024;
const UUID_LENGTH = 36;
/** Numbers of stream and type, schema version, lengths of data and metadata: 4 bytes each; then the time of booking. */
const NUMBERS_LENGTH = 5 * 4 + 8;
const HEAD_LENGTH = NUMBERS_LENGTH + UUID_LENGTH;

/** Collects rows into batches. */
export class RowPacker {
  readonly #names = new Map<string, number>();
  #fresh: string[] = [];
  #shared = new SharedArrayBuffer(0);
  #bytes = Buffer.from(this.#shared);
  #end = 0;

  /** Gives the batch before it when there is no room for this row. */
  add(stream: string, event: PreparedEvent): RowBatch | undefined {
    const length = HEAD_LENGTH + event.data.length + event.metadata.length;
    const full = this.#end + length > this.#bytes.length ? this.take() : undefined;
    if (this.#bytes.length === 0) this.#take(Math.max(BATCH_BYTES, length));
    this.#write(stream, event);
    return full;
  }

  /** What was collected since the last batch; nothing when that is nothing. */
  take(): RowBatch | undefined {
    if (this.#end === 0) return undefined;
    const batch = { names: this.#fresh, bytes: this.#shared, length: this.#end };
    this.#fresh = [];
    this.#end = 0;
    this.#take(0);
    return batch;
  }

  #take(length: number): void {
    this.#shared = new SharedArrayBuffer(length);
    this.#bytes = Buffer.from(this.#shared);
  }

  #write(stream: string, { id, type, schemaVersion, data, metadata, bookedAt }: PreparedEvent): void {
    const into = this.#bytes;
    let at = this.#end;
    at = into.writeUInt32LE(this.#numberOf(stream), at);
    at = into.writeUInt32LE(this.#numberOf(type), at);
    at = into.writeUInt32LE(schemaVersion, at);
    at = into.writeUInt32LE(data.length, at);
    at = into.writeUInt32LE(metadata.length, at);
    at = into.writeDoubleLE(bookedAt ?? NaN, at);
    at += into.write(id, at, 'latin1');
    into.set(data, at);
    into.set(metadata, at + data.length);
    this.#end = at + data.length + metadata.length;
  }

  #numberOf(name: string): number {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const number = this.#names.size;
    this.#names.set(name, number);
    this.#fresh.push(name);
    return number;
  }
}

/** The rows of a batch in their order. `names` has the names of all batches so far; those of this one are added. */
export function unpackRows(batch: RowBatch, names: string[]): BatchedRow[] {
  names.push(...batch.names);
  const from = Buffer.from(batch.bytes);
  const rows: BatchedRow[] = [];
  for (let at = 0; at < batch.length;) {
    const numbers = [0, 4, 8, 12, 16].map((offset) => from.readUInt32LE(at + offset));
    const [stream = 0, type = 0, schemaVersion = 0, dataLength = 0, metadataLength = 0] = numbers;
    const bookedAt = from.readDoubleLE(at + 20);
    const data = at + HEAD_LENGTH;
    const metadata = data + dataLength;
    const event: PreparedEvent = {
      id: from.toString('latin1', at + NUMBERS_LENGTH, data),
      type: names[type] ?? '',
      schemaVersion,
      data: from.subarray(data, metadata),
      metadata: from.subarray(metadata, metadata + metadataLength),
      bookedAt: Number.isNaN(bookedAt) ? undefined : bookedAt,
    };
    rows.push({ stream: names[stream] ?? '', event });
    at = metadata + metadataLength;
  }
  return rows;
}
