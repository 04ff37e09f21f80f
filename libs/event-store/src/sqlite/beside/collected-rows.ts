import type { ExpectedRevision } from '../../event-store.ts';
import type { PreparedEvent, PreparedWrite } from '../../log/prepared-append.ts';
import { type RowBatch, RowPacker, unpackRows } from './row-batch.ts';

/** The writes of one append as batches of rows: few large buffers, where many small objects would be carried along. */
export class CollectedRows {
  readonly #packer = new RowPacker();
  readonly #batches: RowBatch[] = [];
  readonly #shape: { readonly stream: string; readonly expected: ExpectedRevision; count: number }[] = [];
  #count = 0;
  #bytes = 0;

  /** Rows so far. */
  get count(): number {
    return this.#count;
  }

  /** Bytes of all data and metadata so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Gives the batches that are full now. */
  add({ stream, expected, events }: PreparedWrite): readonly RowBatch[] {
    this.#shape.push({ stream, expected, count: events.length });
    this.#count += events.length;
    const full: RowBatch[] = [];
    for (const event of events) {
      this.#bytes += event.data.length + event.metadata.length;
      const batch = this.#packer.add(stream, event);
      if (batch) full.push(batch);
    }
    this.#batches.push(...full);
    return full;
  }

  /** What is in no full batch; nothing when that is nothing. */
  rest(): RowBatch | undefined {
    const batch = this.#packer.take();
    if (batch) this.#batches.push(batch);
    return batch;
  }

  /** All that was added, as it was; the rest has been taken. */
  writes(): PreparedWrite[] {
    const names: string[] = [];
    const rows = this.#batches.flatMap((batch) => unpackRows(batch, names));
    let at = 0;
    return this.#shape.map(({ stream, expected, count }) => {
      const events: PreparedEvent[] = rows.slice(at, at + count).map(({ event }) => event);
      at += count;
      return { stream, expected, events };
    });
  }
}
