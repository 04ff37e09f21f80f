import type { Command } from 'commander';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../answer.ts';
import { placeOf } from '../connection/place.ts';
import { sharedHomesIn } from '../connection/shared-homes.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { waitingFor } from '../progress.ts';
import { wrongUse } from '../settings.ts';
import { examples, type Run } from './question.ts';

interface ShareFlags extends AnswerFlags {
  readonly back?: boolean;
}

/** What lies beside the log of a folder goes to PostgreSQL, where several processes share it, or comes back. */
export function addShare(program: Command, io: Io, run: Run): void {
  withWordsFlags(
    program.command('share').option('--back', 'the other way: into a folder whose log is its own again'),
  )
    .description(
      'carry accounts, drafts, the reading log and published files of a folder into PostgreSQL (OBLIGO_POSTGRES), where several processes share them; OBLIGO_KEY_FILE names a copy of its access.key',
    )
    .addHelpText('before', examples('obligo share --data D', 'obligo share --data D --back'))
    .action(run((flags: ShareFlags) => share(io, flags)));
}

async function share(io: Io, flags: ShareFlags): Promise<ExitCode> {
  const asJson = asJsonOf(flags);
  const { data } = placeOf(io, flags);
  if (data === undefined) throw wrongUse('A folder is shared on the machine where it lies: expected --data.');
  const { postgres } = sharedHomesIn(io.env);
  const keyFile = io.env['OBLIGO_KEY_FILE'] || undefined;
  if (postgres === undefined || keyFile === undefined)
    throw wrongUse('Expected OBLIGO_POSTGRES, and OBLIGO_KEY_FILE with a copy of access.key of the folder.');
  const done = waitingFor(io, `carrying what lies beside the log of ${data}`);
  try {
    const { shareFolder, takeBack } = await import('../../../ledger/src/embedded/share-folder.ts');
    const carry = flags.back ? takeBack : shareFolder;
    const shared = await carry({ data, postgres, keyFile });
    done();
    if (asJson) io.out(`${JSON.stringify({ schema: 'obligo.share/1', ...shared })}\n`);
    else {
      for (const [schema, tables] of Object.entries(shared.tables))
        for (const { table, rows } of tables) io.out(`${schema}.${table}  ${rows} rows\n`);
      io.out(`published reports  ${shared.published}\n`);
      io.err('carried and compared; what it came from stays as it is, and is not followed any more\n');
    }
    return EXIT.done;
  } finally {
    done();
  }
}
