import type { Command } from 'commander';
import { type AnswerFlags, withWordsFlags } from '../../answer.ts';
import { placeOf } from '../../connection/place.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import { needWithSecrets, type Secret, secretOf } from '../../secrets.ts';
import { NOBODY } from '../../sign-in/proof.ts';
import { tell } from '../../tell.ts';
import { examples, type Run } from '../question.ts';

interface SetUpFlags extends AnswerFlags {
  readonly name?: string;
  readonly displayName?: string;
}

const CODE: Secret = { flag: 'code-file', question: 'Code that the service printed', typed: 'shown' };
export const NEW_PASSWORD: Secret = {
  flag: 'password-file',
  question: 'Password, 12 to 256 characters',
  isNew: true,
};

/** The first administrator: once, by whoever works on the folder or has the code that the service printed. */
export function addSetUp(program: Command, io: Io, run: Run): void {
  const command = program
    .command('set-up')
    .description(
      'name the first administrator of a ledger, once; from then on nobody may do what nobody granted',
    )
    .option(
      '--name <name>',
      'name of the account; it stands in events for ever, so no e-mail address (required)',
    )
    .option('--display-name <text>', 'how pages call the person')
    .option(
      '--code-file <file>',
      'file with the one-time code that the service printed, - for standard input',
    )
    .option('--password-file <file>', 'file with the password, - for standard input; else it is asked for');
  withWordsFlags(command)
    .addHelpText(
      'before',
      examples(
        'obligo set-up --data D --name malee',
        'obligo set-up --url http://127.0.0.1:8080 --name malee --code-file code.txt',
      ),
    )
    .action(run((flags: SetUpFlags) => setUp(io, flags)));
}

async function setUp(io: Io, flags: SetUpFlags) {
  const place = placeOf(io, flags);
  // Whoever works on the folder itself needs no code: the folder is the proof.
  const code = place.url === undefined ? [] : [CODE];
  needWithSecrets(io, flags, ['name'], [...code, NEW_PASSWORD]);
  const body = {
    name: flags.name,
    displayName: flags.displayName,
    code: place.url === undefined ? undefined : (await secretOf(io, flags, CODE)).trim(),
    password: await secretOf(io, flags, NEW_PASSWORD),
  };
  const inWords = ({ name }: { readonly name: string }) => {
    io.out(`${name} is the first administrator\n`);
    io.err(`next: obligo sign-in ${place.flag} --name ${name}\n`);
    return EXIT.done;
  };
  const use = { mode: 'post', purpose: 'set-up', proof: NOBODY } as const;
  return tell(io, flags, { method: 'POST', path: 'set-up', body }, inWords, use);
}
