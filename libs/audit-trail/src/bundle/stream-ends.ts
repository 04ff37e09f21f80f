/** Where a stream ends so far. */
export interface StreamEnd {
  /** Of the stream, from 0, in the order in which streams began. */
  readonly number: number;
  readonly revision: bigint;
  /** Of its last event. */
  readonly digest: string;
}

/** Where the streams of a log end, however many they are. */
export interface StreamEnds {
  get(stream: string): StreamEnd | undefined;
  set(stream: string, end: StreamEnd): void;
  /** The stream of a number; to be asked for when no end is set any more. */
  nameOf(number: number): string | undefined;
  close(): void;
}

/** All in memory: some 200 bytes a stream. */
export class StreamEndsInMemory implements StreamEnds {
  readonly #ends = new Map<string, StreamEnd>();
  #names: readonly string[] | undefined;

  get(stream: string): StreamEnd | undefined {
    return this.#ends.get(stream);
  }

  set(stream: string, end: StreamEnd): void {
    this.#ends.set(stream, end);
  }

  nameOf(number: number): string | undefined {
    // A map keeps the order in which its keys came.
    this.#names ??= [...this.#ends.keys()];
    return this.#names[number];
  }

  close(): void {
    this.#ends.clear();
  }
}
