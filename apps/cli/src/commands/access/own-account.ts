import type { Command } from 'commander';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../../answer.ts';
import type { Connection } from '../../connection/connection.ts';
import { type Place, placeOf } from '../../connection/place.ts';
import { withLedger } from '../../connection/with-ledger.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import { nounOf } from '../../nouns.ts';
import { canAsk, needWithSecrets, type Secret, secretOf } from '../../secrets.ts';
import { forget } from '../../sign-in/kept.ts';
import { NOBODY } from '../../sign-in/proof.ts';
import { tell, tellOver } from '../../tell.ts';
import { examples, type Run } from '../question.ts';
import { NEW_PASSWORD } from './set-up.ts';

interface Beginning {
  readonly secret: string;
  readonly uri: string;
}

const OLD: Secret = { flag: 'password-file', question: 'Password so far' };
const NEW: Secret = {
  ...NEW_PASSWORD,
  flag: 'new-password-file',
  question: 'New password, 12 to 256 characters',
};
const INVITATION: Secret = { flag: 'code-file', question: 'Code of the invitation', typed: 'shown' };
const CONFIRMATION: Secret = {
  flag: 'code-file',
  question: 'Code that the authenticator shows',
  typed: 'shown',
};

/** What people do with their own account. */
export function addOwnAccount(program: Command, io: Io, run: Run): void {
  withWordsFlags(
    nounOf(program, 'password')
      .command('change')
      .option('--password-file <file>', 'file with the password so far, - for standard input')
      .option('--new-password-file <file>', 'file with the new password, - for standard input'),
  )
    .description('change my password; everything that is signed in as me ends')
    .addHelpText('before', examples('obligo password change --url http://127.0.0.1:8080'))
    .action(run((flags: AnswerFlags) => changePassword(io, flags)));
  withWordsFlags(nounOf(program, 'second-factor').command('set-up'))
    .description('print a secret for my authenticator (TOTP), then confirm it with the first code')
    .addHelpText('before', examples('obligo second-factor set-up --url http://127.0.0.1:8080'))
    .action(run((flags: AnswerFlags) => setUpSecondFactor(io, flags)));
  withWordsFlags(
    nounOf(program, 'second-factor')
      .command('confirm')
      .option('--code-file <file>', 'file with the code that the authenticator shows, - for standard input'),
  )
    .description('confirm the secret of my authenticator with its first code')
    .addHelpText('before', examples('obligo second-factor confirm --url http://127.0.0.1:8080 --code-file -'))
    .action(run((flags: AnswerFlags) => confirmSecondFactor(io, flags)));
  withWordsFlags(
    nounOf(program, 'invitation')
      .command('redeem')
      .option('--code-file <file>', 'file with the code of the invitation, - for standard input')
      .option('--password-file <file>', 'file with the password, - for standard input; else it is asked for'),
  )
    .description('choose a password with the one-time code of an invitation')
    .addHelpText(
      'before',
      examples('obligo invitation redeem --url http://127.0.0.1:8080 --code-file code.txt'),
    )
    .action(run((flags: AnswerFlags) => redeem(io, flags)));
}

async function changePassword(io: Io, flags: AnswerFlags): Promise<ExitCode> {
  needWithSecrets(io, flags, [], [OLD, NEW]);
  const place = placeOf(io, flags);
  const oldPassword = await secretOf(io, flags, OLD);
  const body = { oldPassword, newPassword: await secretOf(io, flags, NEW) };
  const request = { method: 'POST', path: 'session/password', body } as const;
  const changed = await tell(io, flags, request, () => {
    io.out('the password is changed; everything that was signed in with the old one has ended\n');
    io.err(`next: obligo sign-in ${place.flag} --name <name>\n`);
    return EXIT.done;
  });
  if (changed === EXIT.done) await forget(io, place.key);
  return changed;
}

async function setUpSecondFactor(io: Io, flags: AnswerFlags): Promise<ExitCode> {
  const asks = canAsk(io, flags) && !asJsonOf(flags);
  const place = placeOf(io, flags);
  return withLedger(io, flags, { mode: 'read', purpose: 'second-factor' }, async (connection) => {
    const request = { method: 'POST', path: 'session/second-factor', body: {} } as const;
    const begun = await tellOver(io, flags, connection, request, ({ secret, uri }: Beginning) => {
      io.out(`secret ${secret}\n${uri}\n`);
      return EXIT.done;
    });
    if (begun === EXIT.done && asks) return confirm(io, flags, connection, place);
    if (begun === EXIT.done)
      io.err(
        `It counts once it is confirmed: obligo second-factor confirm ${place.flag} --code-file <file>\n`,
      );
    return begun;
  });
}

async function confirmSecondFactor(io: Io, flags: AnswerFlags): Promise<ExitCode> {
  needWithSecrets(io, flags, [], [CONFIRMATION]);
  const use = { mode: 'read', purpose: 'second-factor' } as const;
  return withLedger(io, flags, use, (connection) => confirm(io, flags, connection, placeOf(io, flags)));
}

async function confirm(io: Io, flags: AnswerFlags, connection: Connection, place: Place): Promise<ExitCode> {
  const body = { code: (await secretOf(io, flags, CONFIRMATION)).trim() };
  const request = { method: 'POST', path: 'session/second-factor/confirmation', body } as const;
  return tellOver(io, flags, connection, request, () => {
    io.out('the second factor counts from now on\n');
    io.err(`next, to have it in your sign-in: obligo sign-in ${place.flag} --name <name>\n`);
    return EXIT.done;
  });
}

async function redeem(io: Io, flags: AnswerFlags): Promise<ExitCode> {
  needWithSecrets(io, flags, [], [INVITATION, NEW_PASSWORD]);
  const place = placeOf(io, flags);
  const code = (await secretOf(io, flags, INVITATION)).trim();
  const body = { code, password: await secretOf(io, flags, NEW_PASSWORD) };
  const request = { method: 'POST', path: 'invitations/redemptions', body } as const;
  const inWords = ({ name }: { readonly name: string }) => {
    io.out(`the password of ${name} is set\n`);
    io.err(`next: obligo sign-in ${place.flag} --name ${name}\n`);
    return EXIT.done;
  };
  return tell(io, flags, request, inWords, { proof: NOBODY });
}
