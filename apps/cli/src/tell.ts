import { type AnswerFlags, asJsonOf } from './answer.ts';
import type { Connection, Request } from './connection/connection.ts';
import { type Use, withLedger } from './connection/with-ledger.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { printProblem } from './problem.ts';

/** Asks, and shows the answer as JSON or in words. */
export function tell<Answer>(
  io: Io,
  flags: AnswerFlags,
  request: Request,
  inWords: (answer: Answer) => ExitCode,
  use: Partial<Use> = {},
): Promise<ExitCode> {
  // A wrong --format is told before anything is done.
  asJsonOf(flags);
  return withLedger(io, flags, { mode: 'read', purpose: request.path, ...use }, (connection) =>
    tellOver(io, flags, connection, request, inWords),
  );
}

/** The same over a connection that is used for more. */
export async function tellOver<Answer>(
  io: Io,
  flags: AnswerFlags,
  connection: Connection,
  request: Request,
  inWords: (answer: Answer) => ExitCode,
): Promise<ExitCode> {
  const asJson = asJsonOf(flags);
  const reply = await connection.send(request);
  if (reply.status >= 400) return printProblem(io, reply, asJson);
  const answer = JSON.parse(reply.text) as Answer;
  if (!asJson) return inWords(answer);
  io.out(`${JSON.stringify(answer, undefined, 2)}\n`);
  return (answer as { equal?: boolean }).equal === false ? EXIT.differences : EXIT.done;
}
