import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, obligoWith, scratch } from '../../apps/cli/testing/obligo.fixture.ts';
import { moveUntil } from './killed-move.fixture.ts';
import { contentOfFolder } from './ledger-to-move.fixture.ts';
import { longLog } from './long-log.fixture.ts';

jest.setTimeout(180_000);

const EVENTS = 25_000;
const temporary = scratch();
const D = join(temporary.dir, 'D');
const E = join(temporary.dir, 'E');
const unfinished = `${E}.moving`;

let content: Awaited<ReturnType<typeof contentOfFolder>>;

beforeAll(async () => {
  await longLog(D, EVENTS);
  content = await contentOfFolder(D);
});
afterAll(() => temporary.remove());
beforeEach(() => expect(readdirSync(temporary.dir)).toEqual(['D']));
afterEach(() => {
  for (const made of [E, unfinished]) rmSync(made, { recursive: true, force: true });
});

interface Summary {
  readonly ledger: { readonly events: number; readonly added: number; readonly commands: number };
}

async function moveAgain(): Promise<Summary> {
  const { code, out, err } = await obligo('move', '--from', D, '--to', E, '--json');
  expect([code, err]).toEqual([
    0,
    expect.stringContaining('checking the log as it was moved: 25,000 events\n'),
  ]);
  return JSON.parse(out) as Summary;
}

describe('a move that is killed', () => {
  const kills: readonly (readonly [when: string, said: string, durable: number])[] = [
    ['before anything was copied', 'checking the log: 5000', 0],
    ['before the first batch was durable', 'copying the log: 3000', 0],
    ['between two batches', 'copying the log: 12000', 10_000],
    ['in the last batch', 'copying the log: 24000', 20_000],
    ['while it was read back', 'checking the log as it was moved: 9000', EVENTS],
  ];

  it('again and again goes on each time after what is there, and nothing is missing or twice', async () => {
    for (const [when, said, durable] of kills) {
      await moveUntil(said, D, E);
      const there = (await contentOfFolder(unfinished)).ledger.filter((line) => !line.startsWith('{'));
      expect([when, existsSync(E), there.length]).toEqual([when, false, durable]);
      expect(there).toEqual(content.ledger.slice(0, durable));
    }
    expect((await moveAgain()).ledger).toMatchObject({ events: EVENTS, added: 0, commands: EVENTS / 1_000 });
    expect(await contentOfFolder(E)).toEqual(content);
    expect(existsSync(unfinished)).toBe(false);
  });
});

describe('a move that is stopped by Ctrl-C', () => {
  it('keeps what it has copied, says that it goes on, and ends with 130', async () => {
    const stop = new AbortController();
    let lines = 0;
    // The first lines tell of the checks; then it is copying.
    const err = (): void => {
      lines += 1;
      if (lines === 2) setImmediate(() => stop.abort());
    };
    const {
      code,
      out,
      err: said,
    } = await obligoWith({ interrupted: stop.signal, err }, ...['move', '--from', D, '--to', E]);
    expect([code, out]).toEqual([130, '']);
    expect(said).toMatch(/interrupted: what was copied is kept; repeat the command, and it goes on\n$/);
    expect(existsSync(E)).toBe(false);
    const { ledger } = await moveAgain();
    expect(ledger.added).toBeLessThan(EVENTS);
    expect(await contentOfFolder(E)).toEqual(content);
  });
});
