import { readLines } from './read-lines.ts';

/** A signed note and the line on which it begins; without a text when it is not UTF-8, cut off or too long. */
export interface FoundNote {
  readonly note: string | undefined;
  readonly line: number;
}

const SEPARATOR = '---';
const MAX_BYTES = 64 * 1024;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The notes of a file, one after the other, separated by a line of three hyphens. An empty file has none. */
export async function* readNotes(
  file: string,
  onChunk?: (chunk: Uint8Array) => void,
): AsyncGenerator<FoundNote> {
  let note = new NoteLines(1);
  let number = 0;
  for await (const lines of readLines(file, onChunk)) {
    for (const { bytes, fault } of lines) {
      number += 1;
      if (!fault && isSeparator(bytes)) {
        yield note.found();
        note = new NoteLines(number + 1);
      } else {
        note.add(bytes, fault === undefined);
      }
    }
  }
  if (number > 0) yield note.found();
}

/** The signed notes as the file that holds them. */
export const formatNotes = (notes: readonly string[]): string => notes.join(`${SEPARATOR}\n`);

const isSeparator = (line: Uint8Array): boolean =>
  line.length === SEPARATOR.length && Buffer.from(line).toString('latin1') === SEPARATOR;

class NoteLines {
  readonly #line: number;
  readonly #parts: Uint8Array[] = [];
  #bytes = 0;
  #whole = true;

  constructor(line: number) {
    this.#line = line;
  }

  add(bytes: Uint8Array, whole: boolean): void {
    this.#bytes += bytes.length + 1;
    this.#whole &&= whole && this.#bytes <= MAX_BYTES;
    if (this.#whole) this.#parts.push(bytes, Buffer.from('\n'));
  }

  found(): FoundNote {
    return { note: this.#whole ? this.#text() : undefined, line: this.#line };
  }

  #text(): string | undefined {
    try {
      return decoder.decode(Buffer.concat(this.#parts));
    } catch {
      return undefined;
    }
  }
}
