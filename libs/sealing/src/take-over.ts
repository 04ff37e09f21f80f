import { type Checkpoint, formatVerifierKey, parseCheckpoint, parseListedKey } from '#audit-trail';
import { isRefusal, type Refusal, RefusalError } from '#kernel';
import { refuse } from './refusals.ts';
import type { SealsFile } from './seals-file.ts';

/** What a bundle tells of the seals of the ledger that it was exported from. */
export interface ForeignSeals {
  readonly origin: string;
  /** Verifier keys as lists write them, the oldest first. */
  readonly keys: readonly string[];
  /** Signed notes, the oldest first; verified by the caller. */
  readonly notes: readonly string[];
}

/**
 * Takes over the checkpoints and public keys of a log that was imported; its leaves are read from the log by the sealer,
 * which compares the roots. The key that signs next is the last one, whose file has to be brought along. Throws
 * `seals-not-empty`, `key-malformed` or `checkpoint-malformed`.
 */
export function takeOverSeals(seals: SealsFile, { origin, keys, notes }: ForeignSeals): void {
  if (seals.origin !== undefined || seals.latest() !== undefined) {
    throw refuse(
      'seals-not-empty',
      `${seals.file} holds checkpoints already: expected a ledger without seals.`,
    );
  }
  const checkpoints = notes.map((note, index) => {
    const { size, access, time } = checkpointIn(note);
    return { number: index + 1, size, accessSize: access?.size ?? 0, time, note };
  });
  const [first] = checkpoints;
  if (!first) return;
  const firstOf = (keyId: string) => checkpoints.find(({ note }) => signersOf(note).includes(keyId)) ?? first;
  const known = keys.map((line) => orThrow(parseListedKey(line)));
  seals.add({
    growth: {},
    origin,
    keys: known.map((key, index) => {
      const { note, time: since } = firstOf(key.id);
      const [before] = index === 0 ? [] : known.slice(index - 1);
      // Whichever key signed the first checkpoint of the next one was not lost.
      const how = before && (signersOf(note).includes(before.id) ? ('rotated' as const) : ('lost' as const));
      return { id: key.id, text: formatVerifierKey(key), since, ...(how && { before: how }) };
    }),
    checkpoints,
  });
}

function checkpointIn(note: string): Checkpoint {
  return orThrow(parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1)));
}

/** The ids of the keys whose signatures stand below a note. */
function signersOf(note: string): string[] {
  const lines = note.slice(note.lastIndexOf('\n\n') + 2).split('\n');
  return lines.map((line) => Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('hex', 0, 4));
}

function orThrow<T extends object>(read: T | Refusal): T {
  if (isRefusal(read)) throw new RefusalError(read);
  return read;
}
