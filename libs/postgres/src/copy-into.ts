import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { quoted } from './identifier.ts';
import type { Client } from './pool.ts';

export type Cell = string | bigint | number | boolean | Uint8Array | null | undefined;

/** A row a chunk is eight times slower. */
const CHUNK = 64 * 1024;

export interface CopyTarget {
  readonly schema?: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** Takes rows into a table by COPY, in chunks of about 64 kB; answers how many the server took. */
export async function copyInto(
  client: Client,
  { schema, table, columns }: CopyTarget,
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): Promise<number> {
  const name = schema === undefined ? quoted(table) : `${quoted(schema)}.${quoted(table)}`;
  const stream = client.query(copyFrom(`COPY ${name} (${columns.map(quoted).join(', ')}) FROM STDIN`));
  await pipeline(Readable.from(chunksOf(rows), { objectMode: false }), stream);
  return stream.rowCount;
}

async function* chunksOf(rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>) {
  let chunk = '';
  for await (const row of rows) {
    chunk += `${row.map(written).join('\t')}\n`;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  if (chunk !== '') yield Buffer.from(chunk);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A value in the text form of COPY. */
function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N';
  if (typeof cell === 'string') return cell.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? '');
  if (typeof cell === 'object') return `\\\\x${Buffer.from(cell).toString('hex')}`;
  if (typeof cell === 'number' && !Number.isSafeInteger(cell))
    throw new RangeError(`${cell} is not a whole number`);
  return String(cell);
}
