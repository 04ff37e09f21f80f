import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { messageOf } from '#kernel';
import { type AnswerFlags, ask, withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { wrongUse } from '../settings.ts';
import { examples, pointOf, type Run, withKnownAt } from './question.ts';

interface ReconcileFlags extends AnswerFlags {
  readonly report?: string;
  readonly fiscalYear?: string;
  readonly quarter?: string;
}

/** A published table against the ledger. */
export function addReconcile(program: Command, io: Io, run: Run): void {
  const command = program
    .command('reconcile')
    .argument('<file>', 'CSV with project_code and columns such as spent_m, in million baht')
    .option('--report <code>', 'quarterly report; says fiscal year, quarter and moment')
    .option('--fiscal-year <year>', 'fiscal year, when no report is named')
    .option('--quarter <quarter>', 'quarter, when no report is named');
  withAnswerFlags(withKnownAt(command))
    .description(
      'a published table (CSV, - for standard input) against the ledger; exit code 6 when cells differ',
    )
    .addHelpText('before', examples('obligo reconcile --report Q2-2569 summary.csv'))
    .action(
      run(async (file: string, flags: ReconcileFlags) => {
        const content = await contentOf(io, file);
        const period = flags.fiscalYear === undefined ? undefined : periodOf(flags.fiscalYear, flags.quarter);
        const body = {
          file: { name: file === '-' ? 'standard input' : basename(file), content },
          report: flags.report,
          fiscalYear: period === undefined ? undefined : Number(period.fiscalYear),
          quarter: period?.quarter,
          ...pointOf(io, flags),
        };
        return ask(io, flags, { method: 'POST', path: 'reconcile', body });
      }),
    );
}

async function contentOf(io: Io, file: string): Promise<string> {
  if (file === '-') return io.stdin();
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw wrongUse(`${file} cannot be read: ${messageOf(error)}.`);
  }
}
