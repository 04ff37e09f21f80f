import type { Reply } from '../connection/connection.ts';
import type { Io } from '../io.ts';

interface Receipt {
  readonly dryRun: boolean;
  readonly replayed: boolean;
  readonly position?: string;
  readonly events: readonly {
    readonly type: string;
    readonly stream: string;
    readonly effectiveOn: string;
  }[];
  readonly outcome?: {
    readonly available?: readonly {
      readonly project: string;
      readonly line: { readonly fundSource: string; readonly category: string };
      readonly before: string;
      readonly after: string;
    }[];
  };
}

/** Says what happened, and how to look at it again. */
export function printReceipt(io: Io, { text }: Reply): void {
  const { dryRun, replayed, position, events, outcome } = JSON.parse(text) as Receipt;
  const done = dryRun ? 'would record' : replayed ? 'recorded before' : 'recorded';
  for (const { type, stream, effectiveOn } of events)
    io.out(`${done} ${type} in ${stream}, effective ${effectiveOn}\n`);
  const changes = outcome?.available ?? [];
  const several = new Set(changes.map(({ project }) => project)).size > 1;
  for (const { project, line, before, after } of changes) {
    const where = `${several ? `${project}, ` : ''}${line.fundSource}/${line.category}`;
    io.out(`  available on ${where}: ${before} → ${after} baht\n`);
  }
  if (position !== undefined) {
    io.out(`  receipt: position ${position}\n`);
    io.err(`next: obligo event show ${position}\nproof to keep: obligo receipt show ${position}\n`);
  }
}
