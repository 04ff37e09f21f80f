import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, openEventStore, parseStoreHome } from '#event-store';
import { collect, posting } from '#event-store/testing';

/** What a process may rely on that asks for the newest of a stream, though another wrote it. */
export function readsTheNewest(server: string): void {
  let folder: string;
  const home = parseStoreHome(
    `${server}${server.includes('?') ? '&' : '?'}log=n${randomBytes(6).toString('hex')}`,
  );
  let writer: EventStore;
  let reader: EventStore;

  const open = (name: string) =>
    openEventStore({ home, log: 'ledger', file: join(folder, `${name}.sqlite`) });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'obligo-newest-'));
    writer = await open('writer');
    reader = await open('reader');
  });
  afterAll(async () => {
    for (const store of [writer, reader]) await (store as EventStore | undefined)?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sees at once what the other was told is recorded, of one stream and of several', async () => {
    for (let round = 0; round < 20; round++) {
      const [one, two] = [`budgetaccount-a${round}`, `budgetaccount-b${round}`];
      const writes = [one, two].map((stream) => ({
        stream,
        expected: 'none' as const,
        events: [posting(stream)],
      }));
      await writer.appendMany(writes, []);
      await reader.newest([one, two, one, 'budgetaccount-nothing']);
      for (const stream of [one, two]) expect(await collect(reader.readStream(stream))).toHaveLength(1);
    }
  });

  it('is told when the store is closed', async () => {
    const closed = await open('closed');
    await closed.close();
    await expect(closed.newest(['budgetaccount-a0'])).rejects.toMatchObject({ name: 'StoreClosed' });
  });
}
