import type { Command } from 'commander';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../answer.ts';
import type { SealStatus } from '#sealing';
import type { Request } from '../connection/connection.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nounOf } from '../nouns.ts';
import { type SettingName, settingOf, settings } from '../settings.ts';
import { tell } from '../tell.ts';
import { examples, type Run } from './question.ts';
import { saySeals } from './seal-words.ts';

interface Rebuilt {
  readonly position: string | null;
  readonly equal: boolean;
  readonly projections: readonly {
    readonly name: string;
    readonly version: number;
    readonly equal: boolean;
    readonly after: Record<string, string>;
  }[];
}

interface Status {
  readonly version: string;
  readonly node: string;
  readonly data: string;
  readonly head: string | null;
  readonly stopped: string | null;
  readonly seals: SealStatus;
  readonly projections: readonly {
    readonly name: string;
    readonly version: number;
    readonly position: string | null;
  }[];
}

/** One event of the log, byte for byte. */
export function addEvents(program: Command, io: Io, run: Run): void {
  withWordsFlags(nounOf(program, 'event').command('show'))
    .description('one event exactly as it stands in the log')
    .argument('<position>', 'its place in the log')
    .addHelpText('before', examples('obligo event show 191 --data D'))
    .action(
      run((position: string, flags: AnswerFlags) => {
        const request: Request = { method: 'GET', path: `events/${encodeURIComponent(position)}` };
        return tell(io, flags, request, (event: Record<string, unknown>) => {
          io.out(`${JSON.stringify(event, undefined, 2)}\n`);
          return EXIT.done;
        });
      }),
    );
}

/** What operators ask and do. */
export function addOperations(program: Command, io: Io, run: Run): void {
  withWordsFlags(program.command('rebuild'))
    .description('build every read model again from the log; reports stay byte-equal')
    .addHelpText('before', examples('obligo rebuild --data D'))
    .action(
      run((flags: AnswerFlags) => {
        const request: Request = { method: 'POST', path: 'projections/rebuild', body: {} };
        return tell(io, flags, request, (rebuilt: Rebuilt) => sayRebuilt(io, rebuilt));
      }),
    );
  withWordsFlags(program.command('doctor'))
    .description('versions, head of the log, and how far the read models have read')
    .addHelpText('before', examples('obligo doctor --data D'))
    .action(
      run((flags: AnswerFlags) =>
        tell(io, flags, { method: 'GET', path: 'status' }, (status: Status) => sayStatus(io, status)),
      ),
    );
  withWordsFlags(program.command('config'))
    .description('each setting with its value and where it comes from')
    .addHelpText('before', examples('obligo config'))
    .action(run((flags: AnswerFlags) => Promise.resolve(sayConfig(io, flags))));
}

function sayRebuilt(io: Io, { position, equal, projections }: Rebuilt): ExitCode {
  for (const { name, version, equal: same, after } of projections) {
    const totals = Object.entries(after).map(([total, value]) => `${total} ${value}`);
    io.out(`${same ? 'equal    ' : 'DIFFERENT'}  ${name} v${version}: ${totals.join(', ')}\n`);
  }
  io.out(`rebuilt up to position ${position ?? 'none, the log is empty'}\n`);
  return equal ? EXIT.done : EXIT.differences;
}

function sayStatus(io: Io, { version, node, data, head, stopped, projections, seals }: Status): ExitCode {
  io.out(`obligo ${version} on Node ${node}\ndata folder ${data}\n`);
  io.out(`head of the log ${head ?? 'none, the log is empty'}\n`);
  for (const { name, version: built, position } of projections) {
    const reached = position === head ? 'up to date' : `at position ${position ?? 'none'}`;
    io.out(`  ${name} v${built}: ${reached}\n`);
  }
  saySeals(io, seals);
  if (stopped !== null) io.out(`stopped: ${stopped}\n`);
  return stopped === null && seals.standing !== 'broken' ? EXIT.done : EXIT.failed;
}

function sayConfig(io: Io, flags: AnswerFlags): ExitCode {
  const rows = (Object.keys(settings) as SettingName[]).map((name) => ({
    name: settings[name].flag,
    ...settingOf(name, flags, io.env),
    variable: settings[name].env,
  }));
  if (asJsonOf(flags)) {
    io.out(`${JSON.stringify({ schema: 'obligo.config/1', settings: rows }, undefined, 2)}\n`);
    return EXIT.done;
  }
  for (const { name, value, origin, variable } of rows) {
    io.out(`${name.padEnd(13)} ${(value ?? '-').padEnd(24)} ${origin} (${variable})\n`);
  }
  return EXIT.done;
}
