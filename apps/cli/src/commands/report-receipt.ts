import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import type { ReportReceipt } from '#audit-trail';
import { printable } from '#kernel';
import { type AnswerFlags, ask, formatOf, sayWhere } from '../answer.ts';
import type { Request } from '../connection/connection.ts';
import { withLedger } from '../connection/with-ledger.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { printProblem } from '../problem.ts';
import { settingOf, wrongUse } from '../settings.ts';
import { writeNew } from './receipt-files.ts';

export interface ReportFlags extends AnswerFlags {
  readonly receipt?: string;
}

export const withReceipt = (command: Command): Command =>
  command
    .optionsGroup('Receipt:')
    .option('--receipt <file>', 'writes a new file with which the report can be made again and compared');

/** Asks for a report, with a receipt where one is wanted; its path is `reports/` and a name. */
export function askReport(io: Io, flags: ReportFlags, request: Request): Promise<ExitCode> {
  return flags.receipt === undefined
    ? ask(io, flags, request)
    : askWithReceipt(io, flags, request, flags.receipt);
}

/** What is printed is what the receipt is about: the same query, with its moment as a position. */
function askWithReceipt(io: Io, flags: ReportFlags, request: Request, file: string): Promise<ExitCode> {
  const format = formatOf(flags);
  if (format === 'plain')
    throw wrongUse('--receipt goes with table, csv or json, as the ledger writes them.');
  const query = { organisation: settingOf('organisation', flags, io.env).value, ...request.query, format };
  return withLedger(io, flags, { mode: 'read', purpose: 'report' }, async (connection) => {
    const path = request.path.replace(/^reports\//, 'report-receipts/');
    const made = await connection.send({ method: 'POST', path, query, body: {} });
    if (made.status >= 400) return printProblem(io, made, format === 'json');
    const receipt = JSON.parse(made.text) as ReportReceipt;
    const reply = await connection.send({ ...request, query: receipt.query });
    if (reply.status >= 400) return printProblem(io, reply, format === 'json');
    if (sha256(reply.text) !== receipt.bytes.sha256)
      throw new Error('the report is not the one of its receipt');
    await writeNew(file, made.text);
    sayWhere(io, reply);
    io.out(reply.text);
    io.err(
      `receipt in ${printable(file)}; next: keep both, obligo report verify ${printable(file)} compares them\n`,
    );
    return EXIT.done;
  });
}

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
