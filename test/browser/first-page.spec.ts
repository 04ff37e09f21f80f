import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';

const WEB = process.env['OBLIGO_TEST_WEB'] ?? path.join(import.meta.dirname, '../../dist/apps/web');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(path.join(WEB, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** The chunks that the document itself asks for. */
const entry = Object.keys(manifest).filter((name) =>
  readFileSync(path.join(WEB, 'index.html'), 'utf8').includes(`src="/${manifest[name]!.file}"`),
);

/** Everything that must be there before a chunk runs, itself included. */
function needed(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of manifest[name]?.imports ?? []) needed(other, seen);
  return seen;
}

const packed = (names: ReadonlySet<string>): number =>
  [...names].reduce(
    (sum, name) => sum + gzipSync(readFileSync(path.join(WEB, manifest[name]!.file)), { level: 9 }).length,
    0,
  );

describe('the first page', () => {
  const first = new Set([...entry, 'src/pages/overview/page.tsx'].flatMap((name) => [...needed(name)]));

  it('is what the document asks for and what its page brings along', () => {
    expect(entry.length).toBeGreaterThan(0);
    expect(packed(new Set(entry))).toBeGreaterThan(packed(first) / 2);
  });

  it('takes at most 180 KB of packed JavaScript', () => {
    expect(packed(first)).toBeLessThanOrEqual(180 * 1024);
  });

  it('brings nothing along that reads or writes files', () => {
    const code = [...first]
      .map((name) => readFileSync(path.join(WEB, manifest[name]!.file), 'utf8'))
      .join('\n');
    expect(code.match(/xl\/worksheets|pptxgen|sheet1\.xml/g) ?? []).toEqual([]);
  });
});
