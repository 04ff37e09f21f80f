import { RefusalError, refusal } from '#kernel/folding';

/** Primary result codes of SQLite. */
const PERM = 3;
const BUSY = 5;
const LOCKED = 6;
const NO_MEMORY = 7;
const READ_ONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const CONSTRAINT = 19;
const NOT_A_DATABASE = 26;

export function isBusy(error: unknown): boolean {
  return resultCode(error) === BUSY;
}

export function isSqliteError(error: unknown): boolean {
  return resultCode(error) !== undefined;
}

/** Whether a file lost a page or is none of SQLite's: it reads no better the next time. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
}

/** Runs something on a file; damage becomes the refusal `ledger-damaged`, which says what to do. */
export function onFile<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw isDamage(error) ? damaged(file, messageOf(error), error) : error;
  }
}

/** Nobody's input is to blame: whoever asks gets the same as from a log out of reach. */
export function damaged(file: string, detail: string, cause?: unknown): RefusalError {
  const expected = `is damaged (${detail}): expected an intact ledger, restore a backup`;
  const refused = fileRefusal('ledger-damaged', file, expected, 'unavailable');
  // For the operator's log.
  if (cause !== undefined) refused.cause = cause;
  return refused;
}

/** What went wrong on opening, in words. */
export function openingRefusal(file: string, error: unknown): unknown {
  const code = resultCode(error);
  if (code === undefined) return error;
  if (code === CORRUPT) return damaged(file, messageOf(error));
  if (code === NOT_A_DATABASE) return notALedger(file);
  return fileRefusal('ledger-not-accessible', file, `cannot be opened (${messageOf(error)})`, 'unavailable');
}

/** The file is one of ours and takes nothing now, as on a full disk. */
export function notWritten(file: string, error: unknown): RefusalError {
  return fileRefusal('ledger-not-accessible', file, `cannot be written (${messageOf(error)})`, 'unavailable');
}

/** The tables allow no such row, as when its identity stands there already. */
export const isRowRefused = (error: unknown): error is Error => resultCode(error) === CONSTRAINT;

/** What the machine refuses whatever is written: a full or failing disk, a file that may not be written, want of memory. */
const OF_THE_MACHINE: readonly (number | undefined)[] = [
  ...[PERM, BUSY, LOCKED, NO_MEMORY],
  ...[READ_ONLY, IO_ERROR, FULL, CANNOT_OPEN],
];

/** Whether the machine is to blame, and not what was asked of SQLite. */
export const isOfTheMachine = (error: unknown): boolean => OF_THE_MACHINE.includes(resultCode(error));

export const isDiskFull = (error: unknown): boolean => resultCode(error) === FULL;

/** What to say when work ended on a full disk, whichever file it was; nothing for other errors. */
export function diskFull(error: unknown): RefusalError | undefined {
  if (!isDiskFull(error)) return undefined;
  const message = `A disk is full (${messageOf(error)}): expected room in the data folder and in the folder for temporary files; what was recorded before is kept.`;
  return new RefusalError(refusal('unavailable', 'storage-failed', message));
}

export function notALedger(file: string): RefusalError {
  return fileRefusal('not-a-ledger', file, 'is not a ledger: expected a file that this program has made');
}

export function newerLedger(file: string, version: number, known: number): RefusalError {
  const detail = `has schema version ${version}: expected at most ${known}, a newer program has written it`;
  return fileRefusal('ledger-newer-than-program', file, detail);
}

function fileRefusal(
  code: string,
  file: string,
  detail: string,
  kind: 'invalid' | 'unavailable' = 'invalid',
): RefusalError {
  return new RefusalError(refusal(kind, code, `${file} ${detail}.`, { file }));
}

/** Goes by what the error carries, not by its class: it may come from another realm. */
function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  // Extended codes keep the primary one in the low byte.
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

export function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return hasMessage ? String(error.message) : String(error);
}
