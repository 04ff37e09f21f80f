import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';

export interface Receipt {
  readonly position?: string;
  readonly events: readonly { readonly type: string; readonly effectiveOn: string }[];
}

/** Says what was recorded in the log of the rule table, which is not that of the ledger. */
export function sayRecorded(io: Io, { position, events }: Receipt, next: string): ExitCode {
  for (const { type, effectiveOn } of events) io.out(`recorded ${type}, effective ${effectiveOn}\n`);
  if (position !== undefined) io.out(`  receipt: position ${position} in the log of the rule table\n`);
  io.err(`next: ${next}\n`);
  return EXIT.done;
}
