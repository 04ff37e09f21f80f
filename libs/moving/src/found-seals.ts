import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, NoteCheck, type SealedHead } from '#audit-trail';
import { type LogName, SealsFile } from '#sealing';

/** The checkpoints of a data folder: what both logs must come to at their sizes. */
export interface FoundSeals {
  /** The name that the ledger is sealed under; nothing where it never was. */
  readonly origin: string | undefined;
  /** Signed notes, the oldest first. */
  readonly notes: readonly string[];
  readonly heads: Readonly<Record<LogName, readonly SealedHead[]>>;
  /** What is wrong with signatures, forms and order. */
  readonly findings: readonly Pick<Finding, 'code' | 'message'>[];
}

export const SEALS = 'seals.sqlite';

const NONE: FoundSeals = { origin: undefined, notes: [], heads: { ledger: [], access: [] }, findings: [] };

/**
 * Reads the checkpoints of a data folder, and checks their signatures with the keys found there. A folder that another
 * process owns is read without a trace; of one's own, the file is left without a journal.
 */
export function foundSeals(folder: string | undefined, readOnly = false): FoundSeals {
  const file = folder === undefined ? undefined : join(folder, SEALS);
  if (file === undefined || !existsSync(file)) return NONE;
  const seals = SealsFile.open({ file, readOnly });
  try {
    return readSeals(seals);
  } finally {
    seals.close();
  }
}

function readSeals(seals: SealsFile): FoundSeals {
  const findings: Finding[] = [];
  const keys = seals.verifierKeys().map(({ key }) => key);
  const check = new NoteCheck(SEALS, { keys, origin: seals.origin }, (finding) => findings.push(finding));
  const notes: string[] = [];
  for (const { number, note } of seals.checkpoints()) {
    notes.push(note);
    check.take(note, number);
  }
  const access = check.trusted.flatMap(({ access: head, file, line }) =>
    head ? [{ ...head, file, line }] : [],
  );
  return { origin: seals.origin, notes, heads: { ledger: check.trusted, access }, findings };
}
