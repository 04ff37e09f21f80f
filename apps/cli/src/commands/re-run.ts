import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { messageOf } from '#kernel';
import { type AnswerFlags, ask, withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { wrongUse } from '../settings.ts';
import { examples, type Run } from './question.ts';

interface ReRunFlags extends AnswerFlags {
  readonly fiscalYear?: string;
  readonly project?: string;
  readonly policy?: string;
  readonly cuts?: string;
}

/** Other rules tried on the real history; nothing is written. */
export function addReRun(program: Command, io: Io, run: Run): void {
  const command = program
    .command('re-run')
    .option('--fiscal-year <year>', 'fiscal year whose history is run again (required)')
    .option('--project <code>', 'one project; all of the year when absent')
    .option('--policy <file>', 'settings that differ from the policy in force, as JSON; - for standard input')
    .option(
      '--cuts <file>',
      'cuts that are tried, as a JSON list of project, line, amount, on; - for standard input',
    );
  withAnswerFlags(command)
    .description('what a proposed policy, ceiling or cut would have refused; exit code 6 when it would have')
    .addHelpText('before', examples('obligo re-run --fiscal-year 2569 --policy proposed.json'))
    .action(
      run(async (flags: ReRunFlags) => {
        need(flags, 'fiscal-year');
        const { fiscalYear } = periodOf(flags.fiscalYear ?? '', undefined);
        const body = {
          fiscalYear: Number(fiscalYear),
          project: flags.project,
          policy: await jsonOf(io, 'policy', flags.policy),
          cuts: await jsonOf(io, 'cuts', flags.cuts),
        };
        return ask(io, flags, { method: 'POST', path: 'control/re-runs', body });
      }),
    );
}

async function jsonOf(io: Io, flag: string, file: string | undefined): Promise<unknown> {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(file === '-' ? await io.stdin() : await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    throw wrongUse(`--${flag} ${file} cannot be read: ${messageOf(error)}.`);
  }
}
