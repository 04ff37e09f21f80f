import type { Command } from 'commander';
import { type AnswerFlags, withWordsFlags } from '../../answer.ts';
import { placeOf } from '../../connection/place.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import { need } from '../../needed.ts';
import { nounOf } from '../../nouns.ts';
import { NOBODY } from '../../sign-in/proof.ts';
import { wrongUse } from '../../settings.ts';
import { tell } from '../../tell.ts';
import { examples, type Run } from '../question.ts';

interface RecoverFlags extends AnswerFlags {
  readonly name?: string;
  readonly reason?: string;
}

interface Recovered {
  readonly name: string;
  readonly invitation: { readonly code: string; readonly expiresAt: string };
}

/** A way back for a ledger whose administrators cannot sign in: by whoever has the folder, and seen by everybody. */
export function addRecovery(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'access')
    .command('recover')
    .description(
      'make somebody administrator on the folder itself, when no administrator can sign in, or the log of who may do what is lost; the log says so',
    )
    .option('--name <name>', 'account that administers from now on, opened when there is none (required)')
    .option('--reason <text>', 'why')
    .addHelpText('before', examples('obligo access recover --data D --name admin --reason "Telephone lost"'));
  withWordsFlags(command).action(run((flags: RecoverFlags) => recover(io, flags)));
}

function recover(io: Io, flags: RecoverFlags) {
  need(flags, 'name');
  const place = placeOf(io, flags);
  if (place.url !== undefined) {
    throw wrongUse('Access is recovered on the folder itself: expected --data, with the service stopped.');
  }
  const { name, reason } = flags;
  const request = { method: 'POST', path: 'set-up/recovery', body: { name, reason } } as const;
  const inWords = ({ invitation }: Recovered) => {
    io.out(`${invitation.code}\n`);
    io.err(`${name ?? ''} administers from now on; the code counts once, until ${invitation.expiresAt}\n`);
    io.err(`next: obligo invitation redeem ${place.flag}\n`);
    return EXIT.done;
  };
  const use = { mode: 'read', purpose: 'recover access', proof: NOBODY, beginsAccessAnew: true } as const;
  return tell(io, flags, request, inWords, use);
}
