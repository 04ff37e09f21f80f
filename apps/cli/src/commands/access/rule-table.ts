import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type AccessRules, ROLES } from '#access';
import { type AnswerFlags, withWordsFlags } from '../../answer.ts';
import { placeOf } from '../../connection/place.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import { nounOf } from '../../nouns.ts';
import { wrongUse } from '../../settings.ts';
import { tell } from '../../tell.ts';
import { dayOf, examples, pointOf, type Run, withKnownAt } from '../question.ts';
import { type Receipt, sayRecorded } from './receipt.ts';

interface AccessFlags extends AnswerFlags {
  readonly on?: string;
  readonly revision?: string;
  readonly reason?: string;
}

interface RuleTable {
  readonly on: string | null;
  readonly knownAt: string | null;
  readonly effectiveTo: string | null;
  readonly version: number;
  readonly revision: number;
  readonly rules: AccessRules;
}

/** What the roles may do. */
export function addRuleTable(program: Command, io: Io, run: Run): void {
  const verb = (name: string, description: string, ...lines: readonly string[]) =>
    nounOf(program, 'access')
      .command(name)
      .description(description)
      .addHelpText('before', examples(...lines));
  const show = verb(
    'show',
    'what each role may do, now or on any day',
    'obligo access show --url http://127.0.0.1:8080 --known-at 2026-03-31',
  )
    .option('--on <date>', 'as it was at the end of this day; now when absent')
    .option('--revision <number>', 'as a decision saw it that names this revision');
  withWordsFlags(withKnownAt(show)).action(run((flags: AccessFlags) => showTable(io, flags)));
  const set = verb(
    'set',
    'say what roles may do; a role or part that the file does not name stays as it is',
    'obligo access set rules.json --reason "Makers sign in with a second factor"',
    'obligo access show --json | jq .rules.roles.maker.secondFactor=true | obligo access set -',
  )
    .argument('<file>', 'JSON: { "roles": { "maker": { "secondFactor": true } } }; - for standard input')
    .option('--reason <text>', 'why');
  withWordsFlags(set).action(run((file: string, flags: AccessFlags) => setTable(io, file, flags)));
}

async function showTable(io: Io, flags: AccessFlags): Promise<ExitCode> {
  const query = { on: dayOf(io, flags.on, flags.era), revision: flags.revision, ...pointOf(io, flags) };
  return tell(io, flags, { method: 'GET', path: 'access/rules', query }, (table: RuleTable) => {
    const { version, revision, rules } = table;
    const when = whenOf(table);
    io.out(`rule table version ${version}, revision ${revision}, ${when}\n`);
    for (const role of ROLES) {
      const { may, commands, secondFactor } = rules.roles[role];
      io.out(`${role}${secondFactor ? ', with a second factor' : ''}\n`);
      io.out(`  may      ${may.join(', ') || 'nothing else'}\n`);
      io.out(`  records  ${commands.join(', ') || 'nothing'}\n`);
    }
    return EXIT.done;
  });
}

/** The point that the table is shown at, in words. */
export function whenOf({
  on,
  knownAt,
  effectiveTo,
}: Pick<RuleTable, 'on' | 'knownAt' | 'effectiveTo'>): string {
  if (on !== null) return `at the end of ${on}`;
  const known = knownAt === null ? 'now' : `as known at ${knownAt}`;
  return effectiveTo === null ? known : `${known}, in force on ${effectiveTo}`;
}

async function setTable(io: Io, file: string, flags: AccessFlags): Promise<ExitCode> {
  const body = { rules: await rulesIn(io, file), reason: flags.reason };
  return tell(io, flags, { method: 'POST', path: 'access/rules', body }, (receipt: Receipt) =>
    sayRecorded(io, receipt, `obligo access show ${placeOf(io, flags).flag}`),
  );
}

/** A rule table, or the whole of what `access show --json` prints. */
async function rulesIn(io: Io, file: string): Promise<unknown> {
  const content = file === '-' ? await io.stdin() : await contentOf(file);
  try {
    const parsed = JSON.parse(content) as { readonly rules?: unknown } | null;
    return parsed?.rules ?? parsed;
  } catch (error) {
    throw wrongUse(`${file} is not JSON: ${(error as Error).message}.`);
  }
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw wrongUse(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.`);
  }
}
