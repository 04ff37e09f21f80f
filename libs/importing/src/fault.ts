import { printable } from '#kernel';
import { limits } from './source/source-file.ts';
import type { FaultCode } from './fault-codes.ts';

/** Something that is wrong in the folder; one is enough that nothing is posted. */
export interface Fault {
  readonly file: string;
  /** Counted from 1, the header is line 1; 1 also where the file as a whole is meant. */
  readonly line: number;
  readonly column?: string;
  readonly code: FaultCode;
  /** What stands there, cut where it is long. */
  readonly given?: string;
  readonly expected: string;
  /** One sentence with place, finding and expectation. */
  readonly message: string;
}

/** Something worth knowing that keeps nothing from being posted. */
export interface Note {
  readonly code: NoteCode;
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  readonly message: string;
}

/** Meaning of each note. */
export const noteCodes = {
  'file-ignored': 'The file is not one of the tables that are taken over.',
  'columns-ignored': 'The table has columns that are not taken over.',
  'rounding-difference': 'Two printed figures differ by no more than their rounding.',
  'budget-revised': 'A report prints another budget than the one before it; the difference is posted.',
  'plan-revised':
    'An earlier report prints another plan than the quarters; it is planned so until the next one.',
  'project-appears': 'A project is printed from a later report on; it is opened with that one.',
  'already-recorded': 'The ledger holds it already with other figures; it is left as it is.',
} as const;
export type NoteCode = keyof typeof noteCodes;

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: string | undefined;
}

export interface Finding {
  readonly code: FaultCode;
  readonly given?: string | undefined;
  /** What is wrong, when it is not simply the given value. */
  readonly found?: string | undefined;
  readonly expected: string;
}

/** Collects all that is found, so that a folder can be corrected in one go. */
export class Findings {
  readonly notes: Note[] = [];
  readonly #faults: Fault[] = [];
  #count = 0;

  get faulty(): boolean {
    return this.#count > 0;
  }

  fault({ file, line, column }: Place, { code, given, found, expected }: Finding): void {
    this.#count += 1;
    if (this.#faults.length >= limits.faults) return;
    const shown = given === undefined ? undefined : cut(given);
    const at = `${file} line ${line}${column === undefined ? '' : `, column ${column}`}`;
    const what = found ?? (shown === undefined || shown === '' ? 'nothing stands there' : `"${shown}"`);
    this.#faults.push({
      file: printable(file),
      line,
      ...(column === undefined ? {} : { column: printable(column) }),
      code,
      ...(shown === undefined ? {} : { given: printable(shown) }),
      expected,
      message: printable(`${at}: ${what}; expected ${expected}.`),
    });
  }

  note(place: { file: string; line?: number; column?: string }, code: NoteCode, message: string): void {
    this.notes.push({ code, ...place, message: printable(message) });
  }

  /** All faults in the order found; a last one counts those beyond the limit. */
  faults(): Fault[] {
    const more = this.#count - this.#faults.length;
    if (more === 0) return [...this.#faults];
    const { file, line } = this.#faults[this.#faults.length - 1] as Fault;
    const message = `${more} more faults are not listed.`;
    return [
      ...this.#faults,
      { file, line, code: 'more-faults', expected: 'a folder with fewer faults', message },
    ];
  }
}

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
