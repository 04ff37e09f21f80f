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
  'data-folder-in-use': 'Ask the running ledger instead: --url with its address.',
  'no-ledger-here': 'Begin with `obligo import <folder> --data <folder>`, or post into it.',
  'idempotency-key-reused': 'Use another --idempotency-key for another posting.',
  'organisation-ambiguous': 'Name one with --organisation.',
};

/** Prints why something was not done, and says which exit code that is. */
export function printProblem(io: Io, { status, text }: Reply, asJson: boolean): ExitCode {
  if (asJson) io.err(text.endsWith('\n') ? text : `${text}\n`);
  else printPlainly(io, problemOf(text));
  return exitCodeOf(status);
}

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
  for (const fault of listOf(problem['faults'])) io.err(`  ${fault.message ?? placeOf(fault)}\n`);
  for (const error of listOf(problem['errors'])) io.err(`  ${error.field ?? ''}: ${error.expected ?? ''}\n`);
  const next = NEXT[code];
  if (next) io.err(`${next}\n`);
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

const placeOf = ({ file, line, column, given, expected }: Fault): string =>
  [
    `${file ?? ''}:${line ?? ''}`,
    column,
    given === undefined ? undefined : `"${given}"`,
    `expected ${expected ?? ''}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
