import { messageOf, RefusalError } from '#kernel';
import { folderSettings } from '../connection/folder-settings.ts';
import type { Io } from '../io.ts';

/** Refusals after which there is nothing to export. */
const NOTHING_THERE = [
  'no-ledger-here',
  'not-a-ledger',
  'ledger-newer-than-program',
  'ledger-not-accessible',
];

interface SealedBefore {
  readonly problem?: string;
  /** Whether the seals contradict the log or the keys beside it. */
  readonly isBroken?: boolean;
}

/**
 * Seals the tail of the log in a folder, or of the one in an event database that the settings name and the folder
 * copies, and brings its read models up to the end. A service that owns the folder does that by itself. What stands in
 * the way is told: a log that was changed is not sealed anew.
 */
export async function sealBeforeExport(io: Io, data: string): Promise<SealedBefore> {
  const { EmbeddedLedger } = await import('../../../ledger/src/embedded/embedded-ledger.ts');
  try {
    const ledger = await EmbeddedLedger.open({
      data,
      create: false,
      purpose: 'export',
      ...(await folderSettings(io.env, io.env['OBLIGO_KEY_FILE'] || undefined)),
      auditRulesFile: io.env['OBLIGO_AUDIT_RULES'] || undefined,
    });
    const { stopped } = ledger.projector;
    const status = await ledger.close();
    const isBroken = status?.standing === 'broken';
    if (status?.problem) return { problem: notSealed(status.problem.message), isBroken };
    return stopped ? { problem: `totals are not of all events: ${stopped.message}` } : {};
  } catch (error) {
    const code = error instanceof RefusalError ? error.refusal.code : undefined;
    if (code === 'data-folder-in-use') return {};
    if (code !== undefined && NOTHING_THERE.includes(code)) throw error;
    return { problem: notSealed(messageOf(error)) };
  }
}

const notSealed = (why: string): string => `not sealed anew: ${why}`;
