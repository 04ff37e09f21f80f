import { createReadStream } from 'node:fs';

const NEWLINE = 0x0a;
const CHUNK_BYTES = 1024 * 1024;

/** Where the lines of a file end, as many as are asked for; the last one may end with the file. */
export async function lineEnds(file: string, lines: number): Promise<Float64Array> {
  const ends = new Float64Array(lines);
  let [found, before] = [0, 0];
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(NEWLINE); at >= 0 && found < lines; at = chunk.indexOf(NEWLINE, at + 1)) {
      ends[found] = before + at;
      found += 1;
    }
    before += chunk.length;
  }
  if (found < lines) ends.fill(before, found);
  return ends;
}
