import type { Command } from 'commander';
import { type InclusionReceipt, type ProvenEvent, verifyInclusionReceipt } from '#audit-trail';
import { printable } from '#kernel';
import { type AnswerFlags, asJsonOf } from '../answer.ts';
import { withLedger } from '../connection/with-ledger.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nounOf } from '../nouns.ts';
import { printProblem } from '../problem.ts';
import { settingOf, withCommonFlags } from '../settings.ts';
import { examples, given, type Run } from './question.ts';
import { keysIn, textOf, writeNew } from './receipt-files.ts';
import { jsonText, sayNotProven, saySealing, sealingJson } from './receipt-words.ts';

interface ShowFlags extends AnswerFlags {
  readonly out?: string;
  readonly single?: boolean;
  readonly seal?: boolean;
}

interface VerifyFlags extends AnswerFlags {
  readonly keys?: string;
}

/** Receipts of postings: fetched from a ledger, checked without one. */
export function addReceipts(program: Command, io: Io, run: Run): void {
  addShow(program, io, run);
  addVerify(program, io, run);
}

function addShow(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'receipt')
    .command('show')
    .description('proof that a posting is in the log, to be kept and checked without the ledger')
    .argument('<position>', 'place of one of its events in the log')
    .option('--out <file>', 'writes it to a new file; to standard output when absent')
    .option('--single', 'this event alone, without the others of its posting')
    .option('--seal', 'seals first what is not sealed yet');
  withCommonFlags(command)
    .addHelpText('before', examples('obligo receipt show 217 --data D --out receipt-217.json'))
    .action(run((position: string, flags: ShowFlags) => show(io, position, flags)));
}

function show(io: Io, position: string, flags: ShowFlags): Promise<ExitCode> {
  const request = {
    method: 'GET',
    path: `receipts/${encodeURIComponent(position)}`,
    query: {
      organisation: settingOf('organisation', flags, io.env).value,
      single: given(flags.single),
      seal: given(flags.seal),
    },
  } as const;
  return withLedger(io, flags, { mode: 'read', purpose: 'receipt' }, async (connection) => {
    const reply = await connection.send(request);
    if (reply.status >= 400) return printProblem(io, reply, false);
    const { events } = JSON.parse(reply.text) as InclusionReceipt;
    if (flags.out === undefined) io.out(reply.text);
    else await writeNew(flags.out, reply.text);
    const kept = flags.out === undefined ? 'it' : printable(flags.out);
    io.err(`receipt of ${counted(events.length)}; next: keep ${kept}, obligo receipt verify checks it\n`);
    return EXIT.done;
  });
}

function addVerify(program: Command, io: Io, run: Run): void {
  nounOf(program, 'receipt')
    .command('verify')
    .description('checks a receipt without any ledger, and says what it proves; exit code 6 when nothing')
    .argument('<file>', 'the receipt')
    .option(
      '--keys <file>',
      'the published verifier keys, one a line; those of the receipt do not count then',
    )
    .option('--format <format>', 'table (words for people) or json', 'table')
    .option('--json', 'short for --format json')
    .addHelpText('before', examples('obligo receipt verify receipt-217.json --keys published-keys.txt'))
    .action(run((file: string, flags: VerifyFlags) => verify(io, file, flags)));
}

async function verify(io: Io, file: string, flags: VerifyFlags): Promise<ExitCode> {
  const asJson = asJsonOf(flags);
  const verdict = verifyInclusionReceipt(await textOf(file), { keys: await keysIn(flags.keys) });
  if (asJson) {
    const { proven } = verdict;
    const said = proven
      ? { sealing: sealingJson(verdict.sealing), events: verdict.events.map(eventJson) }
      : { findings: verdict.findings };
    io.out(jsonText({ schema: 'obligo.receipt-verification/1', proven, ...said }));
    return proven ? EXIT.done : EXIT.differences;
  }
  if (!verdict.proven) return sayNotProven(io, verdict.findings);
  io.out(`PROVEN: ${counted(verdict.events.length)} of the log\n`);
  for (const event of verdict.events) io.out(`  ${inWords(event)}\n`);
  saySealing(io, verdict.sealing);
  return EXIT.done;
}

const counted = (events: number): string => `${events} ${events === 1 ? 'event' : 'events'}`;

/** The events of a log are counted from 1 for people, as the lines of a bundle. */
function inWords({ index, event }: ProvenEvent): string {
  const { type, stream, revision, metadata, recordedAt } = event;
  const what = `${type}, revision ${revision} of ${stream}`;
  const who = `recorded ${recordedAt} by ${metadata.actor}`;
  return printable(`event ${index + 1}: ${what}, effective ${metadata.effectiveOn}, ${who}`);
}

const eventJson = ({ index, event }: ProvenEvent): object => {
  const { id, type, stream, revision, schemaVersion, recordedAt, bookedAt, data, metadata } = event;
  return {
    index,
    id,
    type,
    stream,
    revision: String(revision),
    schemaVersion,
    recordedAt,
    bookedAt,
    data,
    metadata,
  };
};
