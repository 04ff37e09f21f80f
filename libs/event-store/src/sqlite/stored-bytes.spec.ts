import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { collect } from '../../testing/index.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openSqliteEventStore } from './sqlite-event-store.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** A log whose only event was put there by a foreign tool, with these bytes as its data. */
async function logWith(hex: string) {
  const file = join(folder.dir, `${crypto.randomUUID()}.sqlite`);
  await openSqliteEventStore({ file }).close();
  const foreign = new DatabaseSync(file);
  foreign.exec(`
    INSERT INTO streams VALUES (1, 'account-1');
    INSERT INTO events VALUES (1, x'00112233445566778899aabbccddeeff', 1, 0, 'Seeded', 1, x'${hex}', x'7b7d', 0, 0)`);
  foreign.close();
  const store = openSqliteEventStore({ file });
  const read = await collect(store.readAll());
  await store.close();
  return read;
}

const hexOf = (text: string) => Buffer.from(text).toString('hex');

describe('bytes that are stored', () => {
  it.each([
    ['plain text', '{"a":"b"}'],
    ['Thai', '{"ชื่อ":"สำนักงาน"}'],
    ['signs beyond the basic plane', '{"a":"😀"}'],
    ['the sign that stands for what cannot be read', '{"a":"\uFFFD"}'],
    ['a byte order mark within a value', '{"a":"\uFEFF"}'],
  ])('are given back to the last one, and their value: %s', async (_, text) => {
    const read = await logWith(hexOf(text));
    expect(read).toMatchObject([
      { id: '00112233-4455-6677-8899-aabbccddeeff', data: JSON.parse(text) as unknown },
    ]);
    expect(Buffer.from(read[0]!.dataBytes).toString('hex')).toBe(hexOf(text));
  });

  it.each([
    ['a byte that is no UTF-8', '7b2261223a22ff227d'],
    ['a sign that was cut, as long as what stands for it', '7b2261223a22f09f98227d'],
    ['half of a surrogate pair', '7b2261223a22eda080227d'],
    ['a NUL and more behind the value', '7b7d007b7d'],
    ['a byte order mark before the value', 'efbbbf7b7d'],
    ['nothing', ''],
  ])('are not taken for a value when they are damaged: %s', async (_, hex) => {
    const [event] = await logWith(hex);
    expect(Buffer.from(event!.dataBytes).toString('hex')).toBe(hex);
    const place = { type: 'Seeded', stream: 'account-1', revision: 0n, position: '1' };
    expect(() => event?.data).toThrow(expect.objectContaining({ name: 'UnreadableEvent', event: place }));
    expect(event?.metadata).toEqual({});
  });
});
