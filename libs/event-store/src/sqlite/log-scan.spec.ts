import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UnreadableEvent } from '#kernel';
import { collect, posting, postings } from '../../testing/index.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { NewEvent } from '../event-store.ts';
import { LogScan, type ScannedEvent } from './log-scan.ts';
import { openSqliteEventStore } from './sqlite-event-store.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const newFile = (): string => join(folder.dir, `${randomUUID()}.sqlite`);

/** A log with these events in one stream, and what the store reads of it. */
async function logOf(events: readonly NewEvent[]) {
  const file = newFile();
  const store = openSqliteEventStore({ file });
  await store.append({ stream: 'budgetaccount-etda.2569.P01', expected: 'none', events });
  const read = await collect(store.readAll());
  await store.close();
  return { file, read };
}

function scanned(file: string, upTo: bigint, leftOut?: readonly string[]): ScannedEvent[] {
  const scan = new LogScan({ file, ...(leftOut ? { leftOut } : {}) });
  try {
    return [...scan.pages(upTo)].flat();
  } finally {
    scan.close();
  }
}

const decided = (name: string): NewEvent => {
  const event = posting(name);
  const asked = { command: { description: 'ค่าเช่า 😀', text: '","causationId":"' } };
  const decision = { balances: [1], policy: 1, approval: { maker: 'a' } };
  return { ...event, metadata: { ...event.metadata, asked, decision, reason: 'ตรวจทานแล้ว' } };
};

describe('a scan of the log', () => {
  it('gives every event as the store does, up to a position, but for its bytes', async () => {
    const { file, read } = await logOf([...postings('a', 90), decided('b')]);
    const whole = read.map(({ dataBytes: _, metadataBytes: __, ...event }) => event);
    expect(scanned(file, 1_000n)).toEqual(whole);
    expect(scanned(file, 70n)).toEqual(whole.slice(0, 70));
    expect(scanned(file, 0n)).toEqual([]);
  });

  it('leaves out members of the metadata that the reader does not look at', async () => {
    const { file, read } = await logOf([posting('a'), decided('b')]);
    const { asked: _, ...metadata } = read[1]!.metadata;
    const decision = { policy: 1, approval: { maker: 'a' } };
    const [plain, brief] = scanned(file, 2n, ['asked', 'decision.balances']);
    expect(plain?.metadata).toEqual(read[0]?.metadata);
    expect(brief?.metadata).toEqual({ ...metadata, decision });
  });
});

/** Files with one event that a foreign tool has put there. */
async function damagedLog({ data = '7b7d', metadata = '7b7d' }): Promise<string> {
  const file = newFile();
  await openSqliteEventStore({ file }).close();
  const foreign = new DatabaseSync(file);
  foreign.exec(`
    INSERT INTO streams VALUES (1, 'account-1');
    INSERT INTO events VALUES (1, randomblob(16), 1, 0, 'Seeded', 1, x'${data}', x'${metadata}', 0, 0)`);
  foreign.close();
  return file;
}

const hexOf = (text: string) => Buffer.from(text).toString('hex');

describe('what somebody has damaged', () => {
  it.each([
    ['data that are no UTF-8', { data: '7b2261223a22ff227d' }],
    ['data that are no JSON', { data: hexOf('{"a":1,}') }],
    ['a NUL behind the data', { data: '7b7d007b7d' }],
    ['metadata that are no UTF-8', { metadata: '7b2261223a22ff227d' }],
    ['metadata that are no JSON', { metadata: hexOf('{"a":1,}') }],
    ['metadata that only some readers take', { metadata: hexOf("{a:'b'}") }],
    ['no metadata', { metadata: '' }],
  ])('is met as by the store: %s', async (_, damage) => {
    const file = await damagedLog(damage);
    const store = openSqliteEventStore({ file, readOnly: true });
    const [event] = await collect(store.readAll());
    await store.close();
    const [found] = scanned(file, 1n, ['asked']);
    const met = (read: () => unknown): unknown => {
      try {
        return read();
      } catch (error) {
        return error;
      }
    };
    for (const part of ['data', 'metadata'] as const) {
      const expected = met(() => event?.[part]);
      expect(met(() => found?.[part])).toEqual(expected);
      if (part in damage) expect(expected).toBeInstanceOf(UnreadableEvent);
    }
  });

  it('is given where it can be read: the sign that stands for what cannot', async () => {
    const file = await damagedLog({ data: hexOf('{"a":"\uFFFD"}'), metadata: hexOf('{"b":"\uFFFD"}') });
    expect(scanned(file, 1n)).toMatchObject([{ data: { a: '\uFFFD' }, metadata: { b: '\uFFFD' } }]);
  });
});
