import { parse } from 'csv-parse/sync';
import type { Command } from 'commander';
import type { Connection, Reply, Request } from './connection/connection.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { printProblem } from './problem.ts';
import { withLedger } from './connection/with-ledger.ts';
import { type CommonFlags, settingOf, withCommonFlags, wrongUse } from './settings.ts';

export interface AnswerFlags extends CommonFlags {
  readonly format?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly plain?: boolean;
  readonly knownAt?: string;
  readonly effectiveTo?: string;
  readonly era?: string;
}

const FORMATS = ['table', 'csv', 'json', 'plain'] as const;
type Format = (typeof FORMATS)[number];

/** Flags of everything that answers with a table. */
export function withAnswerFlags(command: Command): Command {
  return withCommonFlags(
    command
      .optionsGroup('Answer:')
      .option('--format <format>', 'table, csv, json or plain (tab-separated)', 'table')
      .option('--json', 'short for --format json')
      .option('--csv', 'short for --format csv')
      .option('--plain', 'short for --format plain'),
  );
}

/** Flags of everything that answers in words, which have no columns. */
export function withWordsFlags(command: Command): Command {
  return withCommonFlags(
    command
      .optionsGroup('Answer:')
      .option('--format <format>', 'table (words for people) or json', 'table')
      .option('--json', 'short for --format json'),
  );
}

/** Whether an answer in words is wanted as JSON. */
export function asJsonOf({ format = 'table', json }: AnswerFlags): boolean {
  if (format !== 'table' && format !== 'json') {
    throw wrongUse(`--format is "${format}"; expected table or json.`);
  }
  return json === true || format === 'json';
}

export function formatOf({ format = 'table', json, csv, plain }: AnswerFlags): Format {
  const chosen = json ? 'json' : csv ? 'csv' : plain ? 'plain' : format;
  if (!FORMATS.includes(chosen as Format)) {
    throw wrongUse(`--format is "${chosen}"; expected ${FORMATS.join(', ')}.`);
  }
  return chosen as Format;
}

const byDifferences = ({ headers }: Reply): ExitCode =>
  Number(headers['obligo-differences'] ?? 0) > 0 ? EXIT.differences : EXIT.done;

/** Asks and prints: the answer to standard output, where it comes from to standard error. */
export async function ask(
  io: Io,
  flags: AnswerFlags,
  request: Request,
  exitOf: (reply: Reply) => ExitCode = byDifferences,
): Promise<ExitCode> {
  const format = formatOf(flags);
  const query = {
    organisation: settingOf('organisation', flags, io.env).value,
    ...request.query,
    format: format === 'plain' ? 'csv' : format,
  };
  return withLedger(io, flags, { mode: 'read', purpose: 'read' }, async (connection: Connection) => {
    const reply = await connection.send({ ...request, query });
    if (reply.status >= 400) return printProblem(io, reply, format === 'json');
    sayWhere(io, reply);
    const text = format === 'plain' ? tabSeparated(reply.text) : reply.text;
    io.out(text.endsWith('\n') ? text : `${text}\n`);
    return exitOf(reply);
  });
}

/** What "as known at" resolved to. */
export function sayWhere(io: Io, { headers }: Reply): void {
  const position = headers['obligo-position'];
  if (position === undefined) return;
  const booked = headers['obligo-booked-at'];
  const projection = headers['obligo-projection'] ?? '';
  io.err(
    `as known at position ${position}${booked === undefined ? '' : ` (booked ${booked})`}, ${projection.replace('/', ' v')}\n`,
  );
}

export function tabSeparated(csv: string): string {
  const rows: string[][] = parse(csv);
  return rows
    .map((cells) => `${cells.map((cell) => cell.replaceAll(/[\t\n\r]+/g, ' ')).join('\t')}\n`)
    .join('');
}
