import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '#event-store';
import { BundleStreams } from './bundle-streams.ts';

const dir = mkdtempSync(join(tmpdir(), 'obligo-streams-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');
const lineOf = (stream: string, revision: number, note: string): string =>
  JSON.stringify({
    stream,
    revision,
    id: `id-${note}`,
    type: 'Noted',
    schemaVersion: 1,
    effectiveOn: '2026-01-01',
    recordedAt: '2026-01-01T00:00:00.000Z',
    bookedAt: '2026-01-01T00:00:00.000Z',
    data: base64({ note }),
    metadata: base64({ actor: 'สมหญิง' }),
  });

function streamsOf(text: string, noted: readonly (readonly [stream: string, line: number])[]): BundleStreams {
  const file = join(dir, 'events.jsonl');
  writeFileSync(file, text);
  const streams = new BundleStreams(file);
  let start = 0;
  const places = text.split('\n').map((content, at) => {
    const place = { line: at + 1, start, length: Buffer.byteLength(content) };
    start += place.length + 1;
    return place;
  });
  for (const [stream, line] of noted) streams.note({ stream } as RecordedEvent, places[line - 1]!);
  streams.open();
  return streams;
}

const notesOf = (streams: BundleStreams, name: string, from?: number): unknown[] =>
  [...streams.read(name, from)].map(({ data }) => (data as { note: string }).note);

describe('the streams of a bundle', () => {
  it('are read one by one from lines that stand between those of others', () => {
    const lines = [
      lineOf('a', 0, 'ก'),
      lineOf('b', 0, 'two'),
      lineOf('a', 1, 'x'.repeat(200_000)),
      lineOf('a', 2, 'four'),
    ];
    const streams = streamsOf(`${lines.join('\n')}\n`, [
      ['a', 1],
      ['b', 2],
      ['a', 3],
      ['a', 4],
    ]);
    expect([...streams.names()]).toEqual(['a', 'b']);
    expect(notesOf(streams, 'a')).toEqual(['ก', 'x'.repeat(200_000), 'four']);
    expect(notesOf(streams, 'a', 2)).toEqual(['four']);
    expect(notesOf(streams, 'b')).toEqual(['two']);
    expect(notesOf(streams, 'c')).toEqual([]);
    const [first] = streams.read('b');
    expect(first).toMatchObject({ revision: 0n, position: '2', metadata: { actor: 'สมหญิง' } });
    streams.close();
  });

  it('leave out lines that are no events, and take the last one without its newline', () => {
    const streams = streamsOf(`${lineOf('a', 0, 'one')}\nno event\n${lineOf('a', 1, 'three')}`, [
      ['a', 1],
      ['a', 3],
    ]);
    expect(notesOf(streams, 'a')).toEqual(['one', 'three']);
    streams.close();
  });

  it('are found again where there are more than stay in memory', () => {
    const many = 20_000;
    const lines = Array.from({ length: many }, (_, at) => lineOf(`approval-${at}`, 0, `${at}`));
    const again = lineOf('approval-7', 1, 'again');
    const noted = lines.map((_, at) => [`approval-${at}`, at + 1] as const);
    const streams = streamsOf([...lines, again].join('\n'), [...noted, ['approval-7', many + 1]]);
    expect([...streams.names()]).toHaveLength(many);
    expect(notesOf(streams, 'approval-7')).toEqual(['7', 'again']);
    expect(notesOf(streams, `approval-${many - 1}`)).toEqual([`${many - 1}`]);
    streams.close();
  });

  it('are none in an empty file', () => {
    const streams = streamsOf('', []);
    expect([...streams.names()]).toEqual([]);
    streams.close();
  });
});
