import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Interrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import { wrongUse } from '../settings.ts';
import { examples, type Run } from './question.ts';
import { progressOn } from './verify-progress.ts';
import { type Verified, type VerifyQuestions, verified } from './verified.ts';
import { sayFinding, saySummary } from './verify-words.ts';

export interface VerifyFlags {
  readonly keys?: string;
  readonly checkpoint?: string;
  readonly tsaCa?: string;
  readonly json?: boolean;
}

/** Whether a ledger, or a bundle of one, is what it says: without a server, without a network. */
export function addVerify(program: Command, io: Io, run: Run): void {
  program
    .command('verify')
    .argument('<folder>', 'a bundle, or the folder of a ledger; a service that owns it goes on')
    .option('--keys <file>', 'verifier keys that were published, one a line, instead of those found inside')
    .option('--checkpoint <file>', 'signed checkpoints that were kept elsewhere; they show what was cut off')
    .option('--tsa-ca <file>', 'PEM file: certificates that you trust to vouch for time-stamps')
    .option('--json', 'one JSON object a line: each finding, and the summary at the end')
    .description(
      'check every event, link, seal and signature, every decision, the totals and the read models; exit code 6 with findings',
    )
    .addHelpText(
      'before',
      examples('obligo verify B', 'obligo verify D --keys published-keys.txt --checkpoint checkpoint.txt'),
    )
    .action(run((folder: string, flags: VerifyFlags) => verify(io, folder, flags)));
}

async function verify(io: Io, folder: string, flags: VerifyFlags): Promise<ExitCode> {
  const { keys: keysFile, checkpoint: checkpointFile, tsaCa, json: asJson = false } = flags;
  for (const file of [keysFile, checkpointFile, tsaCa]) {
    if (file !== undefined && !existsSync(file))
      throw wrongUse(`${file} is not there: expected a file that was kept.`);
  }
  const progress = progressOn(io);
  const questions: VerifyQuestions = {
    keysFile,
    checkpointFile,
    trustedStamps: tsaCa === undefined ? undefined : await authoritiesIn(tsaCa),
    keysFolder: io.env['OBLIGO_SEAL_KEYS'] || undefined,
    auditRulesFile: io.env['OBLIGO_AUDIT_RULES'] || undefined,
    onFinding: (finding) => progress.above(() => sayFinding(io, finding, asJson)),
    onNotice: (notice) => progress.above(() => io.err(`note: ${notice}\n`)),
    onProgress: (step) => {
      if (io.interrupted.aborted) throw new Interrupted();
      progress.show(step);
    },
  };
  let found: Verified;
  try {
    found = await verified(folder, questions);
  } finally {
    progress.clear();
  }
  saySummary(io, found, { asJson, fromOutside: keysFile !== undefined });
  return found.findings === 0 ? EXIT.done : EXIT.differences;
}

async function authoritiesIn(file: string): Promise<string> {
  // Loaded only here: help needs none of it.
  const settings = await import('../../../ledger/src/sealing/settings.ts');
  return settings.authoritiesIn(file);
}
