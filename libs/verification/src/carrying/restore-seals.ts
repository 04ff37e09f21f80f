import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Manifest, readNotes } from '#audit-trail';
import { SealsFile, takeOverSeals } from '#sealing';

const STAMP = /^timestamps\/(\d+)\.tsr$/;

/**
 * Takes over the checkpoints, keys and time-stamps of a bundle that was found to be in order. The hashes under them are
 * read again from the log when the ledger opens, and compared then.
 */
export async function restoreSeals(file: string, bundle: string, { origin, files }: Manifest): Promise<void> {
  const notes: string[] = [];
  for await (const { note } of readNotes(path.join(bundle, 'checkpoints.txt'))) {
    if (note !== undefined) notes.push(note);
  }
  if (notes.length === 0) return;
  const keys = (await readFile(path.join(bundle, 'keys.txt'), 'utf8')).split('\n').filter(Boolean);
  const seals = SealsFile.open({ file });
  try {
    takeOverSeals(seals, { origin, keys, notes });
    for (const { name } of files) {
      const size = STAMP.exec(name)?.[1];
      const checkpoint = size === undefined ? undefined : seals.ofSize(Number(size));
      if (!checkpoint) continue;
      // When it came is not known any more: not before its checkpoint.
      const { number, time: at } = checkpoint;
      seals.addTimestamp({ number, at, token: await readFile(path.join(bundle, name)) });
    }
  } finally {
    seals.close();
  }
}
