import { type Column, figureColumn, renderCsv, renderText, type Row, textColumn } from '#reporting';
import { type AnswerFlags, formatOf, tabSeparated } from './answer.ts';
import type { Request } from './connection/connection.ts';
import { withLedger } from './connection/with-ledger.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { printProblem } from './problem.ts';

/** How a list is shown that the API answers as JSON alone. */
export interface List<Answer> {
  readonly title: string;
  /** Lines under the title. */
  readonly caption?: (answer: Answer) => readonly string[];
  readonly columns: readonly Column[];
  readonly rowsOf: (answer: Answer) => readonly Row[];
}

/** Asks, and prints the list as it is wanted; the JSON is the answer itself. */
export async function askList<Answer>(
  io: Io,
  flags: AnswerFlags,
  request: Request,
  { title, caption = () => [], columns, rowsOf }: List<Answer>,
): Promise<ExitCode> {
  const format = formatOf(flags);
  return withLedger(io, flags, { mode: 'read', purpose: 'read' }, async (connection) => {
    const reply = await connection.send(request);
    if (reply.status >= 400) return printProblem(io, reply, format === 'json');
    const answer = JSON.parse(reply.text) as Answer;
    const table = { title, caption: caption(answer), columns, rows: rowsOf(answer), footnotes: [] };
    if (format === 'json') io.out(`${JSON.stringify(answer, undefined, 2)}\n`);
    else if (format === 'table') io.out(renderText(table));
    else io.out(format === 'csv' ? renderCsv(table) : tabSeparated(renderCsv(table)));
    return EXIT.done;
  });
}

export const text = textColumn;
export const figure = figureColumn;

/** An absent value is an absent cell. */
export const cellOf = (value: string | number | boolean | null | undefined): string | undefined =>
  value === null || value === undefined ? undefined : String(value);
