import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK = 512;

/**
 * The files of a folder as a tar archive (POSIX ustar), in the order of their names, under one folder. Whoever unpacks it
 * gets the same bytes; owners and times of this machine are left out.
 */
export async function* tarOf(folder: string, prefix: string, seconds: number): AsyncGenerator<Uint8Array> {
  for (const name of filesIn(folder)) {
    const file = join(folder, name);
    const { size } = statSync(file);
    yield headerOf(`${prefix}/${name}`, size, seconds);
    for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
    if (size % BLOCK !== 0) yield Buffer.alloc(BLOCK - (size % BLOCK));
  }
  yield Buffer.alloc(2 * BLOCK);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

/** Throws a `RangeError` for a name or a size that the form cannot hold. */
function headerOf(name: string, size: number, seconds: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100) throw new RangeError(`${name} is too long for a tar archive`);
  header.write(name, 0);
  const octal = (value: number, at: number, length: number) => {
    const digits = value.toString(8).padStart(length - 1, '0');
    if (digits.length >= length) throw new RangeError(`${name} is too large for a tar archive`);
    header.write(`${digits}\0`, at, 'latin1');
  };
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(seconds, 136, 12);
  header.write('        ', 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}
