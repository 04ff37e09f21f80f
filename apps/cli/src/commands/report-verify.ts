import type { Command } from 'commander';
import { printable } from '#kernel';
import { type ReportReceipt, verifyReportReceipt } from '#audit-trail';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../answer.ts';
import { withLedger } from '../connection/with-ledger.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { examples, type Run } from './question.ts';
import { bytesOf, keysIn, textOf } from './receipt-files.ts';
import { jsonText, sayNotProven, saySealing, sealingJson } from './receipt-words.ts';
import { type Comparison, compareWithLedger } from './report-verify-ledger.ts';

interface VerifyFlags extends AnswerFlags {
  readonly keys?: string;
}

/** A published report, made again from its receipt. */
export function addReportVerify(report: Command, io: Io, run: Run): void {
  const command = report
    .command('verify')
    .description(
      'makes a report again from its receipt and compares it byte for byte; exit code 6 when it differs',
    )
    .argument('<receipt>', 'what --receipt wrote')
    .argument('[published]', 'the report as it was published, so that differing cells can be named')
    .option(
      '--keys <file>',
      'the published verifier keys, one a line; those of the receipt do not count then',
    );
  withWordsFlags(command)
    .addHelpText('before', examples('obligo report verify q1.receipt.json q1.csv --data D'))
    .action(
      run((receipt: string, published: string | undefined, flags: VerifyFlags) =>
        verify(io, receipt, published, flags),
      ),
    );
}

async function verify(
  io: Io,
  file: string,
  publishedFile: string | undefined,
  flags: VerifyFlags,
): Promise<ExitCode> {
  const asJson = asJsonOf(flags);
  const verdict = verifyReportReceipt(await textOf(file), { keys: await keysIn(flags.keys) });
  if (!verdict.proven) {
    const { findings } = verdict;
    if (!asJson) return sayNotProven(io, findings);
    io.out(jsonText({ schema: 'obligo.report-verification/1', same: false, findings }));
    return EXIT.differences;
  }
  const published = publishedFile === undefined ? undefined : await bytesOf(publishedFile);
  const { receipt, sealing } = verdict;
  return withLedger(io, flags, { mode: 'read', purpose: 'verify' }, async (connection) => {
    const comparison = await compareWithLedger(connection, { receipt, sealing, published });
    const { same, findings, notes } = comparison;
    if (asJson) {
      const said = { same, sealing: sealingJson(sealing), findings, notes };
      io.out(jsonText({ schema: 'obligo.report-verification/1', ...said }));
    } else {
      sayComparison(io, receipt, comparison);
      saySealing(io, sealing);
    }
    return same ? EXIT.done : EXIT.differences;
  });
}

function sayComparison(io: Io, { report, log, bytes }: ReportReceipt, comparison: Comparison): void {
  const { same, findings, notes } = comparison;
  const at = `as known at position ${log.position}, ${log.events} events`;
  io.out(
    same
      ? `SAME: ${report}, ${at}, ${bytes.length} bytes, SHA-256 ${bytes.sha256}\n`
      : `DIFFERENT: ${report}, ${at}\n`,
  );
  for (const { code, message, differences = [] } of findings) {
    io.out(`  ${printable(message)} (${code})\n`);
    for (const difference of differences) io.out(`    ${printable(difference)}\n`);
  }
  for (const note of notes) io.out(`note: ${printable(note)}\n`);
}
