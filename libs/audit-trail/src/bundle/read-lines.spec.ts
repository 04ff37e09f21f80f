import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from './bundle.fixture.ts';
import { readLines } from './read-lines.ts';

const scratch = scratchFolder();
afterAll(scratch.dispose);

interface Shown {
  readonly length: number;
  readonly text: string;
  readonly fault?: string;
}

async function linesOf(content: string): Promise<{ readonly lines: Shown[]; readonly seen: number }> {
  const file = path.join(scratch.folder, 'lines.txt');
  writeFileSync(file, content);
  const lines: Shown[] = [];
  let seen = 0;
  for await (const batch of readLines(file, (chunk) => void (seen += chunk.length))) {
    for (const { start, bytes, fault } of batch) {
      const stands = Buffer.from(content).subarray(start, start + bytes.length);
      if (fault !== 'too-long') expect(stands.equals(bytes)).toBe(true);
      const text = Buffer.from(bytes.subarray(0, 8)).toString();
      lines.push({ length: bytes.length, text, ...(fault && { fault }) });
    }
  }
  return { lines, seen };
}

const CHUNK = 64 * 1024;
const MOST = 16 * 1024 * 1024;

describe('the lines of a log', () => {
  it('are none in an empty file', async () => {
    expect(await linesOf('')).toEqual({ lines: [], seen: 0 });
  });

  it.each([CHUNK - 2, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 3 * CHUNK])(
    'are whole wherever a piece of the file ends (%d bytes)',
    async (length) => {
      const { lines, seen } = await linesOf(`${'a'.repeat(length)}\n\nb\n`);
      expect(lines.map((line) => [line.length, line.fault])).toEqual([
        [length, undefined],
        [0, undefined],
        [1, undefined],
      ]);
      expect(seen).toBe(length + 4);
    },
  );

  it('tell when the last newline is missing', async () => {
    expect((await linesOf('a\nb')).lines).toEqual([
      { length: 1, text: 'a' },
      { length: 1, text: 'b', fault: 'unfinished' },
    ]);
  });

  it('do not fill the memory when one is too long, and go on after it', async () => {
    const { lines } = await linesOf(
      `${'a'.repeat(MOST)}\n${'b'.repeat(MOST + 1)}\nc\n${'d'.repeat(MOST + 1)}`,
    );
    expect(lines.map(({ length, fault }) => [length <= MOST, fault])).toEqual([
      [true, undefined],
      [true, 'too-long'],
      [true, undefined],
      [true, 'too-long'],
    ]);
    expect(lines[0]!.length).toBe(MOST);
    expect(lines[2]!.text).toBe('c');
  });
});
