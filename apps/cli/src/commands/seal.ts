import type { Command } from 'commander';
import type { SealStatus, StoredCheckpoint } from '#sealing';
import { type AnswerFlags, withWordsFlags } from '../answer.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nounOf } from '../nouns.ts';
import { tell } from '../tell.ts';
import { examples, type Run } from './question.ts';
import { saySeals, sealedWords } from './seal-words.ts';

interface Keys {
  readonly keys: readonly {
    readonly key: string;
    readonly since: string;
    readonly until: string | null;
    readonly ended: 'rotated' | 'lost' | null;
  }[];
}

interface RotateFlags extends AnswerFlags {
  readonly lost?: boolean;
}

/** Signed checkpoints over the log: proof, kept elsewhere, that nothing was changed. */
export function addSeal(program: Command, io: Io, run: Run): void {
  const verb = (name: string, description: string, example: string): Command =>
    withWordsFlags(nounOf(program, 'seal').command(name))
      .description(description)
      .addHelpText('before', examples(example));
  verb('now', 'seal all that is in the logs now', 'obligo seal now --data D').action(
    run((flags: AnswerFlags) =>
      tell(
        io,
        flags,
        { method: 'POST', path: 'seal', body: {} },
        (sealed: { checkpoint: StoredCheckpoint | null }) => saySealed(io, sealed.checkpoint),
      ),
    ),
  );
  verb(
    'status',
    'what is sealed, what waits, and what stands in the way',
    'obligo seal status --data D',
  ).action(
    run((flags: AnswerFlags) =>
      tell(io, flags, { method: 'GET', path: 'seal' }, (status: SealStatus) => sayStatus(io, status)),
    ),
  );
  verb('keys', 'the public keys, and how long each has signed', 'obligo seal keys --data D').action(
    run((flags: AnswerFlags) =>
      tell(io, flags, { method: 'GET', path: 'checkpoints/keys' }, (keys: Keys) => sayKeys(io, keys)),
    ),
  );
  verb(
    'rotate-key',
    'begin a new signing key; the first checkpoint after it is signed by both',
    'obligo seal rotate-key --data D',
  )
    .option('--lost', 'the old key is lost or was stolen, and does not sign')
    .action(
      run((flags: RotateFlags) => {
        const body = { lost: flags.lost ?? false };
        const request = { method: 'POST', path: 'seal/key-rotations', body } as const;
        return tell(io, flags, request, (rotated: { key: string }) => {
          io.out(`${rotated.key}\n`);
          io.err('publish this key where auditors find it; the old one stays listed\n');
          return EXIT.done;
        });
      }),
    );
}

function saySealed(io: Io, checkpoint: StoredCheckpoint | null): ExitCode {
  if (checkpoint) io.err(`sealed: ${sealedWords(checkpoint)}\n`);
  else io.err('nothing to seal: the log is empty\n');
  if (checkpoint) io.out(checkpoint.note);
  return EXIT.done;
}

function sayStatus(io: Io, status: SealStatus): ExitCode {
  saySeals(io, status);
  io.out(`origin ${status.origin ?? 'none yet'}\nkeys in ${status.keysFolder}\n`);
  return status.standing === 'broken' || status.standing === 'stuck' ? EXIT.failed : EXIT.done;
}

/** The keys as verifiers take them, with their end; since when each has signed is said beside. */
function sayKeys(io: Io, { keys }: Keys): ExitCode {
  for (const { key, since, until, ended } of keys) {
    const end = until === null || ended === null ? '' : ` until ${until} ${ended}`;
    io.out(`${key}${end}\n`);
    io.err(`  signs since ${since}\n`);
  }
  return EXIT.done;
}
