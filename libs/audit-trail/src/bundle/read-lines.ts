import { createReadStream } from 'node:fs';

const NEWLINE = 0x0a;
const CHUNK_BYTES = 64 * 1024;
/** Longer than any line that the ledger writes; a file without newlines must not fill the memory. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** A line without its newline; a line that is too long is cut off, the last one may lack its newline. */
export interface Line {
  /** Where it begins in the file. */
  readonly start: number;
  readonly bytes: Uint8Array;
  readonly fault?: 'too-long' | 'unfinished';
}

/**
 * The lines of a file, in batches; no batch is longer than a chunk and a line. `onChunk` sees every byte once, before
 * its lines are given. Throws the error of the system when the file cannot be read.
 */
export async function* readLines(
  file: string,
  onChunk?: (chunk: Uint8Array) => void,
): AsyncGenerator<Line[]> {
  const rest = new Rest();
  let before = 0;
  let begun = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    onChunk?.(chunk);
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      lines.push({ start: begun, ...rest.finish(chunk.subarray(start, end)) });
      start = end + 1;
      begun = before + start;
    }
    rest.keep(chunk.subarray(start));
    before += chunk.length;
    yield lines;
  }
  const last = rest.last();
  if (last) yield [{ start: begun, ...last }];
}

/** The beginning of a line whose end is not read yet. */
class Rest {
  #parts: Uint8Array[] = [];
  #length = 0;

  keep(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length > MAX_LINE_BYTES) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  finish(part: Uint8Array): Omit<Line, 'start'> {
    if (this.#length === 0 && part.length <= MAX_LINE_BYTES) return { bytes: part };
    this.keep(part);
    const tooLong = this.#length > MAX_LINE_BYTES;
    const bytes = Buffer.concat(this.#parts);
    [this.#parts, this.#length] = [[], 0];
    return tooLong ? { bytes, fault: 'too-long' } : { bytes };
  }

  last(): Omit<Line, 'start'> | undefined {
    if (this.#length === 0) return undefined;
    return { fault: 'unfinished', ...this.finish(new Uint8Array()) };
  }
}
