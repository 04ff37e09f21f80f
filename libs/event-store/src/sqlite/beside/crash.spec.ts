import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { runAndKill } from '../../../testing/child-process.ts';
import { collect, seededRandom } from '../../../testing/index.ts';
import { command } from '../../../testing/samples.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { openSqliteEventStore } from '../sqlite-event-store.ts';

const POSTER = new URL('./grow-until-killed.fixture.ts', import.meta.url).pathname;
const ROUNDS = 4;
const EVENTS = 200;
const folder = temporaryFolder();
const file = join(folder.dir, 'ledger.sqlite');
afterAll(() => folder.remove());

describe('a process that is killed while a thread writes its long appends', () => {
  it('loses nothing that it acknowledged and leaves no half of an append', async () => {
    const seed = Date.now() % 1_000_000;
    const random = seededRandom(seed);
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      acknowledged.push(...(await runAndKill(Math.floor(random() * 200), POSTER, file, `round${round}`)));
      const store = openSqliteEventStore({ file });
      const streams = Map.groupBy(await collect(store.readAll()), ({ stream }) => stream);
      const halves = [...streams].filter(([, events]) => events.length !== EVENTS).map(([stream]) => stream);
      const lost = acknowledged.filter((name) => !streams.has(`account-${name}`));
      const names = [...streams.keys()].map((stream) => stream.slice('account-'.length));
      const recorded = await Promise.all(names.map((name) => store.findCommand(command(name).key)));
      expect({ seed, round, halves, lost }).toEqual({ seed, round, halves: [], lost: [] });
      expect(recorded.every((each) => each !== undefined)).toBe(true);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);
  }, 120_000);
});
