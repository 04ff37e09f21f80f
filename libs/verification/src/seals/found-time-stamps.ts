import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { readNotes } from '#audit-trail';
import { FILES } from '../folder/file-names.ts';
import type { FoundTimeStamp } from './check-time-stamps.ts';

const FOLDER = 'timestamps';
const MOST_BYTES = 1024 * 1024;

/** The time-stamps in the seals of a data folder. */
export function* timeStampsOfSeals(seals: DatabaseSync): Generator<FoundTimeStamp> {
  const rows = seals.prepare(
    'SELECT timestamp, note, token FROM timestamps LEFT JOIN checkpoints USING (number) ORDER BY timestamp',
  );
  for (const { timestamp, note, token } of rows.iterate()) {
    yield {
      place: { file: FILES.seals, table: 'timestamps', key: `timestamp=${String(timestamp)}` },
      notes: typeof note === 'string' ? [note] : [],
      response: token instanceof Uint8Array ? token : new Uint8Array(),
    };
  }
}

/** The time-stamps of a bundle: `timestamps/<size>.tsr`, in the order of the checkpoints; others there at the end. */
export async function* timeStampsOfBundle(bundle: string): AsyncGenerator<FoundTimeStamp> {
  const names = new Set(await namesIn(path.join(bundle, FOLDER)));
  if (names.size === 0) return;
  let size = '';
  let notes: string[] = [];
  const checkpoints = path.join(bundle, 'checkpoints.txt');
  const isPlain = (await lstat(checkpoints).catch(() => undefined))?.isFile() ?? false;
  for await (const { note } of isPlain ? readNotes(checkpoints) : []) {
    const next = note?.split('\n')[1] ?? '';
    if (next !== size) {
      if (names.delete(`${size}.tsr`)) yield await found(bundle, `${size}.tsr`, notes);
      notes = [];
    }
    size = next;
    if (note !== undefined) notes.push(note);
  }
  if (names.delete(`${size}.tsr`)) yield await found(bundle, `${size}.tsr`, notes);
  for (const name of names) yield found(bundle, name, []);
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  // Folders and links in a bundle are found by its manifest.
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function found(bundle: string, name: string, notes: readonly string[]): Promise<FoundTimeStamp> {
  const file = path.join(bundle, FOLDER, name);
  const { size } = await stat(file);
  const response = size > MOST_BYTES ? undefined : await readFile(file);
  return { place: { file: `${FOLDER}/${name}` }, notes, response };
}
