import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { dateOf, periodOf } from '../dates.ts';
import { type AnswerFlags, formatOf, withAnswerFlags } from '../answer.ts';
import type { Reply } from '../connection/connection.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nounOf } from '../nouns.ts';
import { printProblem } from '../problem.ts';
import { actorHeader, settingOf, withLedger, wrongUse } from '../settings.ts';
import { type Field, type PostingCommand, postingCommands, readOpenApi } from './openapi.ts';

interface PostFlags extends AnswerFlags {
  readonly dryRun?: boolean;
  readonly idempotencyKey?: string;
  readonly input?: string;
  readonly [flag: string]: unknown;
}

type Run = (action: (flags: PostFlags) => Promise<ExitCode>) => (flags: PostFlags) => Promise<void>;

/** A command for every posting of the API, made from its OpenAPI document. */
export function addPostings(program: Command, io: Io, run: Run): void {
  for (const posting of postingCommands(readOpenApi())) {
    const command = withAnswerFlags(nounOf(program, posting.noun).command(posting.verb)).description(
      posting.summary,
    );
    for (const { flag, description, required } of posting.fields) {
      if (command.options.some(({ long }) => long === `--${flag}`)) continue;
      command.option(`--${flag} <${flag}>`, required ? `${description} (required)` : description);
    }
    command
      .option('--input <file>', 'the whole body as JSON from a file, - for standard input; flags come on top')
      .option('--dry-run', 'decide and answer, record nothing')
      .option('--idempotency-key <key>', 'repeat safely under the same key; made and printed when absent')
      .addHelpText('before', `Example:\n  obligo ${posting.noun} ${posting.verb}${exampleOf(posting)}\n`)
      .action(run((flags) => post(io, posting, flags)));
    if (!hasEra(posting)) command.option('--era <era>', 'be: dates are typed in the Buddhist era and echoed');
  }
}

/** The era of an organisation is a value of its own; elsewhere the flag says how dates are typed. */
const hasEra = ({ fields }: PostingCommand): boolean => fields.some(({ flag }) => flag === 'era');

const exampleOf = ({ fields }: PostingCommand): string =>
  fields
    .filter(({ required }) => required)
    .map(({ flag, example }) => ` --${flag} ${quoted(example ?? '…')}`)
    .join('');

const quoted = (text: string): string => (/^[\w.:/-]+$/.test(text) ? text : `"${text}"`);

async function post(io: Io, posting: PostingCommand, flags: PostFlags): Promise<ExitCode> {
  const asJson = formatOf(flags) === 'json';
  const input = await inputOf(io, flags.input);
  const { path, body } = requestOf(io, posting, flags, input);
  const key = flags.idempotencyKey ?? randomUUID();
  if (flags.idempotencyKey === undefined && !flags.dryRun) io.err(`idempotency key ${key}\n`);
  return withLedger(io, flags, { create: flags.dryRun !== true, purpose: 'post' }, async (connection) => {
    const reply = await connection.send({
      method: 'POST',
      path,
      query: {
        dryRun: flags.dryRun ? 'true' : undefined,
        organisation: settingOf('organisation', flags, io.env).value,
      },
      body,
      headers: { 'idempotency-key': key, 'obligo-actor': actorHeader(flags, io) },
    });
    if (reply.status >= 400) return printProblem(io, reply, asJson);
    if (asJson) io.out(`${reply.text.trimEnd()}\n`);
    else printReceipt(io, reply);
    return EXIT.done;
  });
}

async function inputOf(io: Io, input: string | undefined): Promise<Record<string, unknown>> {
  if (input === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(input === '-' ? await io.stdin() : await readFile(input, 'utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch (error) {
    throw wrongUse(
      `--input ${input} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  throw wrongUse(`--input ${input} is not a JSON object.`);
}

/** The request that flags and input make together. Refuses with every missing flag named. */
export function requestOf(
  io: Io,
  posting: PostingCommand,
  flags: Readonly<Record<string, unknown>>,
  input: Readonly<Record<string, unknown>>,
): { path: string; body: Record<string, unknown> } {
  const { path, fields } = posting;
  const era = hasEra(posting) ? undefined : (flags['era'] as string | undefined);
  const body = structuredClone(input) as Record<string, unknown>;
  let address = path;
  const missing: string[] = [];
  for (const field of fields) {
    const given = valueOf(io, field, flags, era);
    if (field.inPath) address = address.replace(`{${field.place[0]}}`, encodeURIComponent(String(given)));
    if (given !== undefined && !field.inPath) put(body, field.place, given);
    const present = field.inPath ? given !== undefined : get(body, field.place) !== undefined;
    if (field.required && !present) missing.push(`--${field.flag}`);
  }
  if (missing.length > 0)
    throw wrongUse(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`);
  return { path: address, body };
}

function valueOf(
  io: Io,
  { flag, type }: Field,
  flags: Readonly<Record<string, unknown>>,
  era: string | undefined,
): unknown {
  const text = flags[flag.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())];
  if (typeof text !== 'string') return undefined;
  if (flag === 'fiscal-year') {
    const { fiscalYear } = periodOf(text, undefined);
    return type === 'integer' ? Number(fiscalYear) : fiscalYear;
  }
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  return /(?:^|-)(?:on|as-of)$/.test(flag) ? dateOf(io, text, era) : text;
}

function put(body: Record<string, unknown>, place: readonly string[], value: unknown): void {
  const [name = '', ...rest] = place;
  if (rest.length === 0) body[name] = value;
  else {
    const inner = body[name];
    const object = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
    body[name] = object;
    put(object, rest, value);
  }
}

function get(body: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    body,
  );
}

interface Receipt {
  readonly dryRun: boolean;
  readonly replayed: boolean;
  readonly position?: string;
  readonly events: readonly {
    readonly type: string;
    readonly stream: string;
    readonly effectiveOn: string;
  }[];
  readonly outcome?: {
    readonly available?: readonly {
      readonly line: { readonly fundSource: string; readonly category: string };
      readonly before: string;
      readonly after: string;
    }[];
  };
}

function printReceipt(io: Io, { text }: Reply): void {
  const { dryRun, replayed, position, events, outcome } = JSON.parse(text) as Receipt;
  const done = dryRun ? 'would record' : replayed ? 'recorded before' : 'recorded';
  for (const { type, stream, effectiveOn } of events)
    io.out(`${done} ${type} in ${stream}, effective ${effectiveOn}\n`);
  for (const { line, before, after } of outcome?.available ?? []) {
    io.out(`  available on ${line.fundSource}/${line.category}: ${before} → ${after} baht\n`);
  }
  if (position !== undefined) {
    io.out(`  receipt: position ${position}\n`);
    io.err(`next: obligo event show ${position}\n`);
  }
}
