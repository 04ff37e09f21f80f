import type { Command } from 'commander';
import { printable } from '#kernel';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../../answer.ts';
import type { Connection, Reply } from '../../connection/connection.ts';
import { type Place, placeOf } from '../../connection/place.ts';
import { withLedger } from '../../connection/with-ledger.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import { printProblem, refusedAs } from '../../problem.ts';
import { canAsk, needWithSecrets, type Secret, secretOf } from '../../secrets.ts';
import { forget, isOver, keep, keptFor } from '../../sign-in/kept.ts';
import { NOBODY } from '../../sign-in/proof.ts';
import { tell } from '../../tell.ts';
import { examples, type Run } from '../question.ts';
import { type Role, saidLimits } from './limits.ts';

interface SignInFlags extends AnswerFlags {
  readonly name?: string;
  readonly secondFactorFile?: string;
}

export interface Token {
  readonly name: string;
  readonly token: string;
  readonly expiresAt: string;
}

interface Self {
  readonly name: string;
  readonly displayName?: string;
  readonly demo?: boolean;
  readonly via: string;
  readonly secondFactor: boolean;
  readonly secondFactorNeeded: boolean;
  readonly roles: readonly Role[];
}

const PASSWORD: Secret = { flag: 'password-file', question: 'Password' };
const SECOND_FACTOR: Secret = {
  flag: 'second-factor-file',
  question: 'Code of the authenticator',
  typed: 'shown',
};

/** Signing in and out, and who one is then. */
export function addSession(program: Command, io: Io, run: Run): void {
  const signInCommand = program
    .command('sign-in')
    .description('sign in with name and password; kept for this ledger until it ends')
    .option('--name <name>', 'name of the account (required)')
    .option('--password-file <file>', 'file with the password, - for standard input; else it is asked for')
    .option('--second-factor-file <file>', 'file with the code of the authenticator, - for standard input');
  withWordsFlags(signInCommand)
    .addHelpText('before', examples('obligo sign-in --url http://127.0.0.1:8080 --name malee'))
    .action(run((flags: SignInFlags) => signIn(io, flags)));
  withWordsFlags(program.command('sign-out'))
    .description('end the sign-in that is kept for this ledger')
    .addHelpText('before', examples('obligo sign-out --url http://127.0.0.1:8080'))
    .action(run((flags: AnswerFlags) => signOut(io, flags)));
  withWordsFlags(program.command('who'))
    .description('who asks here, and with which roles')
    .addHelpText('before', examples('obligo who --url http://127.0.0.1:8080'))
    .action(run((flags: AnswerFlags) => who(io, flags)));
}

async function signIn(io: Io, flags: SignInFlags): Promise<ExitCode> {
  const asJson = asJsonOf(flags);
  needWithSecrets(io, flags, ['name'], [PASSWORD]);
  const place = placeOf(io, flags);
  const body = {
    name: flags.name,
    password: await secretOf(io, flags, PASSWORD),
    secondFactorCode: flags.secondFactorFile && (await codeOf(io, flags)),
    as: 'token',
  };
  return withLedger(io, flags, { mode: 'read', purpose: 'sign-in', proof: NOBODY }, async (connection) => {
    const reply = await signedIn(io, flags, connection, body);
    if (reply.status >= 400) return printProblem(io, reply, asJson);
    const { name, token, expiresAt } = JSON.parse(reply.text) as Token;
    await keep(io, place.key, { name, token, expiresAt });
    if (asJson) {
      const said = { schema: 'obligo.sign-in/1', name, ledger: place.key, expiresAt };
      io.out(`${JSON.stringify(said, undefined, 2)}\n`);
    } else {
      io.out(`signed in as ${name} at ${place.key} until ${expiresAt}\n`);
      io.err(`next: obligo who ${place.flag}\n`);
    }
    return EXIT.done;
  });
}

const codeOf = async (io: Io, flags: SignInFlags): Promise<string> =>
  (await secretOf(io, flags, SECOND_FACTOR)).trim();

/** The second factor is asked for when the ledger says that there is one. */
async function signedIn(io: Io, flags: SignInFlags, connection: Connection, body: object): Promise<Reply> {
  const reply = await connection.send({ method: 'POST', path: 'session', body });
  const isWanted = reply.status >= 400 && refusedAs(reply) === 'second-factor-code-missing';
  if (!isWanted || !canAsk(io, flags)) return reply;
  const secondFactorCode = await codeOf(io, flags);
  return connection.send({ method: 'POST', path: 'session', body: { ...body, secondFactorCode } });
}

/** Ends what sign-in has kept; a token from elsewhere, such as one of a service, is left alone. */
async function signOut(io: Io, flags: AnswerFlags): Promise<ExitCode> {
  const place = placeOf(io, flags);
  const signIn = await keptFor(io, place.key);
  if (signIn === undefined) return saySignedOut(io, flags, place, `nobody is signed in at ${place.key}`);
  const { name, token } = signIn;
  if (!isOver(io, signIn)) {
    const use = { mode: 'read', purpose: 'sign-out', proof: { token, signIn } } as const;
    const refused = await withLedger(io, flags, use, async (connection) => {
      const reply = await connection.send({ method: 'POST', path: 'session/end', body: {} });
      // What does not count any more is signed out.
      return reply.status >= 400 && reply.status !== 401
        ? printProblem(io, reply, asJsonOf(flags))
        : undefined;
    });
    if (refused !== undefined) return refused;
  }
  await forget(io, place.key);
  return saySignedOut(io, flags, place, `${name} is signed out of ${place.key}`);
}

function saySignedOut(io: Io, flags: AnswerFlags, { key }: Place, words: string): ExitCode {
  const said = { schema: 'obligo.session/1', signedIn: false, ledger: key };
  io.out(asJsonOf(flags) ? `${JSON.stringify(said, undefined, 2)}\n` : `${words}\n`);
  return EXIT.done;
}

async function who(io: Io, flags: AnswerFlags): Promise<ExitCode> {
  const place = placeOf(io, flags);
  return tell(io, flags, { method: 'GET', path: 'session' }, (self: Self) => {
    const { name, displayName, demo, via, secondFactor, secondFactorNeeded, roles } = self;
    if (via === 'local') {
      io.out(`${name}: a program on the folder itself, not signed in\n`);
      return EXIT.done;
    }
    const called = displayName === undefined ? '' : ` (${printable(displayName)})`;
    io.out(`${name}${called}${demo ? ', a demo user' : ''} at ${place.key}\n`);
    for (const { grant, role, limits } of roles)
      io.out(`  ${role}, ${saidLimits(limits)} (grant ${String(grant)})\n`);
    if (roles.length === 0) io.out('  no role: an administrator gives one\n');
    io.out(`  signed in ${secondFactor ? 'with' : 'without'} a second factor\n`);
    if (secondFactorNeeded)
      io.err(`A role takes a second factor: obligo second-factor set-up ${place.flag}\n`);
    return EXIT.done;
  });
}
