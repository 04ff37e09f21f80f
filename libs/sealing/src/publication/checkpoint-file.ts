import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { StoredCheckpoint } from '../checkpoints.ts';
import type { SealsFile } from '../seals-file.ts';
import { Diverged, type Target } from './target.ts';

const SEPARATOR = '---\n';
/** Two notes of the largest size fit in. */
const TAIL_BYTES = 256 * 1024;

/** One file that grows: signed notes, oldest first, separated by a line `---`, as in a bundle. */
export class CheckpointFile implements Target {
  readonly kind = 'file';
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  async resume(seals: SealsFile): Promise<number> {
    const handle = await open(this.path, constants.O_RDWR | constants.O_CREAT, 0o644);
    try {
      const { size } = await handle.stat();
      const start = Math.max(0, size - TAIL_BYTES);
      const tail = await readFrom(handle, start, size);
      const { number, torn } = lastOf(tail, start === 0, seals, this.path);
      if (torn > 0) await handle.truncate(size - torn);
      return number;
    } finally {
      await handle.close();
    }
  }

  async add({ number, note }: StoredCheckpoint): Promise<void> {
    const handle = await open(this.path, 'a', 0o644);
    try {
      await handle.appendFile(number === 1 ? note : `${SEPARATOR}${note}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

async function readFrom(handle: FileHandle, start: number, size: number): Promise<string> {
  const bytes = Buffer.alloc(size - start);
  await handle.read(bytes, 0, bytes.length, start);
  return bytes.toString('utf8');
}

/** The last whole note of the file, and the bytes after it that a crash left behind. */
function lastOf(
  tail: string,
  isWhole: boolean,
  seals: SealsFile,
  path: string,
): { readonly number: number; readonly torn: number } {
  if (tail === '') return { number: 0, torn: 0 };
  const end = lastNoteOf(tail);
  const [, note = '', dashes = ''] = /^(.*?\n?)(-{0,3})$/s.exec(end) ?? [];
  const whole = seals.numberOf(note);
  if (whole !== undefined) return { number: whole, torn: dashes.length };
  const before = tail.slice(0, -(SEPARATOR.length + end.length));
  const number = before === '' && isWhole ? 0 : seals.numberOf(lastNoteOf(before));
  const next = number === undefined ? undefined : seals.checkpoint(number + 1)?.note;
  if (number === undefined || !next?.startsWith(end)) {
    throw new Diverged(path, 'ends with a checkpoint that this ledger has not signed');
  }
  return { number, torn: Buffer.byteLength(tail) - Buffer.byteLength(before) };
}

/** What follows the last line `---`; no note has one. */
function lastNoteOf(text: string): string {
  const cut = text.lastIndexOf(`\n${SEPARATOR}`);
  return text.slice(cut < 0 ? 0 : cut + 1 + SEPARATOR.length);
}
