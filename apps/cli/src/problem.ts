import { widthOf } from '#reporting';
import type { Reply } from './connection/connection.ts';
import { type ExitCode, exitCodeOf } from './exit-codes.ts';
import type { Io } from './io.ts';

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly [fact: string]: unknown;
}

/** Members that the sentence says already. */
const SAID = new Set(['type', 'title', 'status', 'detail', 'code', 'instance', 'faults', 'errors']);

const NEXT: Readonly<Record<string, string>> = {
  'no-ledger-here': 'Begin with `obligo import <folder> --data <folder>`, or post into it.',
  'idempotency-key-reused': 'Use another --idempotency-key for another posting.',
  'organisation-ambiguous': 'Name one with --organisation.',
};

/** Prints why something was not done, and says which exit code that is. */
export function printProblem(io: Io, { status, text, next }: Reply, asJson: boolean): ExitCode {
  if (asJson) io.err(text.endsWith('\n') ? text : `${text}\n`);
  else {
    printPlainly(io, problemOf(text));
    if (next !== undefined) io.err(`${next}\n`);
  }
  return exitCodeOf(status);
}

/** The code of a refusal. */
export const refusedAs = ({ text }: Reply): string | undefined => problemOf(text).code;

function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return { code: 'answer-unreadable', detail: text.slice(0, 500) };
  }
}

export function printPlainly(io: Io, problem: Problem): void {
  const { code = 'unknown', detail = '' } = problem;
  io.err(`refused (${code}): ${detail}\n`);
  for (const [name, fact] of Object.entries(problem)) {
    if (!SAID.has(name)) io.err(`  ${name}: ${typeof fact === 'string' ? fact : JSON.stringify(fact)}\n`);
  }
  printFaults(io, listOf(problem['faults']));
  for (const error of listOf(problem['errors'])) io.err(`  ${error.field ?? ''}: ${error.expected ?? ''}\n`);
  const next = nextAfter(code, problem);
  if (next) io.err(`${next}\n`);
}

function nextAfter(code: string, { owner }: Problem): string | undefined {
  if (code !== 'data-folder-in-use') return NEXT[code];
  const { url } = (owner ?? {}) as { readonly url?: string };
  return url === undefined
    ? 'Repeat the command when it is done.'
    : `Ask the running ledger instead: --url ${url}`;
}

interface Fault {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly given?: string;
  readonly expected?: string;
  readonly message?: string;
  readonly field?: string;
}

const listOf = (value: unknown): readonly Fault[] => (Array.isArray(value) ? (value as Fault[]) : []);

/** Place and finding in two columns; the place as editors and compilers write it. */
function printFaults(io: Io, faults: readonly Fault[]): void {
  const places = faults.map(placeOf);
  const width = Math.max(0, ...places.map(widthOf));
  faults.forEach((fault, index) => {
    const place = places[index] ?? '';
    io.err(`  ${place}${' '.repeat(width - widthOf(place))}  ${findingOf(fault)}\n`);
  });
}

const placeOf = ({ file, line, column }: Fault): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

/** The sentence of the fault without its place, which stands in a column of its own. */
function findingOf({ file = '', line, column, given, expected = '', message }: Fault): string {
  const at = `${file} line ${line ?? ''}${column === undefined ? '' : `, column ${column}`}: `;
  if (message !== undefined) return message.startsWith(at) ? message.slice(at.length) : message;
  return `${given === undefined ? '' : `"${given}"; `}expected ${expected}`;
}
