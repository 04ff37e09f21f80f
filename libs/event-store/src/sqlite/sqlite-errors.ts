import { messageOf, refusal, RefusalError } from '#kernel/folding';

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
  const detail = `cannot be opened (${messageOf(error)})`;
  return Object.assign(fileRefusal('ledger-not-accessible', file, detail, 'unavailable'), { cause: error });
}

/** The same of a file that was open before: then it is the disk that fails. */
export const reopeningFailure = (error: unknown): unknown =>
  (error instanceof RefusalError ? storageFailure(error.cause) : undefined) ?? error;

/** The file is one of ours and takes nothing now, as on a full disk. */
export function notWritten(file: string, error: unknown): RefusalError {
  return fileRefusal('ledger-not-accessible', file, `cannot be written (${messageOf(error)})`, 'unavailable');
}

/** The tables allow no such row, as when its identity stands there already. */
export const isRowRefused = (error: unknown): error is Error => resultCode(error) === CONSTRAINT;

/** A disk that is full or fails, files that may not be read or written. */
const OF_THE_DISK: readonly number[] = [PERM, READ_ONLY, IO_ERROR, FULL, CANNOT_OPEN];
const OF_THE_MACHINE: readonly number[] = [...OF_THE_DISK, BUSY, LOCKED, NO_MEMORY];

/** Whether the machine is to blame, and not what was asked of SQLite. */
export function isOfTheMachine(error: unknown): boolean {
  const code = resultCode(error);
  return code !== undefined && OF_THE_MACHINE.includes(code);
}

export const isDiskFull = (error: unknown): boolean => resultCode(error) === FULL;

/** What to say when the disk refused something, whichever file it was; nothing for other errors. */
export function storageFailure(error: unknown): RefusalError | undefined {
  const code = resultCode(error);
  if (code === undefined || !OF_THE_DISK.includes(code)) return undefined;
  const message =
    code === FULL
      ? `A disk is full (${messageOf(error)}): expected room in the data folder and in the folder for temporary files; what was recorded before is kept.`
      : `A disk does not do what it is asked (${messageOf(error)}): expected files in the data folder that can be read and written.`;
  return new RefusalError(refusal('unavailable', 'storage-failed', message));
}

export function notALedger(file: string): RefusalError {
  return fileRefusal(
    'not-a-ledger',
    file,
    'is not a ledger: expected a file that this program has made; where it was one, restore a backup',
  );
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
