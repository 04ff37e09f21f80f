import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leafHash, MerkleTree, parseCheckpoint, verifyNote } from '#audit-trail';
import { createMemoryEventStore, openSqliteEventStore } from '#event-store';
import { runAndKill, seededRandom } from '#event-store/testing';
import { type Instant, isRefusal } from '#kernel';
import { KeyFolder } from './key-folder.ts';
import { CheckpointFile } from './publication/checkpoint-file.ts';
import { Sealer } from './sealer.ts';
import { SealsFile } from './seals-file.ts';

const SEALING = new URL('./seal-until-killed.fixture.ts', import.meta.url).pathname;
const ROUNDS = 6;
const dir = mkdtempSync(join(tmpdir(), 'obligo-seal-crash-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Opens what the killed process left, seals the rest, and gives every checkpoint after a check against the log. */
async function sealTheRest(): Promise<readonly string[]> {
  const ledger = openSqliteEventStore({ file: join(dir, 'ledger.sqlite') });
  const seals = SealsFile.open({ file: join(dir, 'seals.sqlite') });
  const sealer = new Sealer({
    seals,
    logs: { ledger, access: createMemoryEventStore() },
    keys: KeyFolder.beside(join(dir, 'data')),
    clock: () => new Date().toISOString() as Instant,
    every: { events: 7, seconds: 1 },
    targets: [new CheckpointFile(join(dir, 'published.txt'))],
  });
  const status = await sealer.finish();
  expect([status.standing, status.problem]).toEqual(['sealed', null]);
  // Closing does not wait for a slow disk for ever; whoever opens the ledger next goes on there.
  while (sealer.publication.lag > 0) await sealer.publication.publish();
  const checkpoints = [...seals.checkpoints()];
  const roots = await rootsAt(ledger, new Set(checkpoints.map(({ size }) => size)));
  const keys = seals.verifierKeys().map(({ key }) => key);
  for (const { note, size } of checkpoints) {
    const verified = verifyNote(note, keys);
    if (isRefusal(verified)) throw new Error(verified.message);
    const checkpoint = parseCheckpoint(verified.text);
    if (isRefusal(checkpoint)) throw new Error(checkpoint.message);
    expect(verified.signatures.map(({ standing }) => standing)).toEqual(['verified']);
    expect([size, Buffer.from(checkpoint.root).toString('hex')]).toEqual([size, roots.get(size)]);
  }
  seals.close();
  await ledger.close();
  return checkpoints.map(({ note }) => note);
}

async function rootsAt(
  log: ReturnType<typeof openSqliteEventStore>,
  sizes: ReadonlySet<number>,
): Promise<Map<number, string>> {
  const roots = new Map<number, string>();
  const tree = new MerkleTree();
  for await (const event of log.readAll()) {
    tree.append(leafHash(event));
    if (sizes.has(tree.size)) roots.set(tree.size, Buffer.from(tree.root()).toString('hex'));
  }
  return roots;
}

describe('a sealer that is killed at any moment', () => {
  it('goes on: every checkpoint fits the log, each is published once, and one key has signed them', async () => {
    const seed = Date.now() % 1_000_000;
    const random = seededRandom(seed);
    let before: readonly string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await runAndKill(Math.floor(random() * 200), SEALING, dir, `round${round}`);
      const notes = await sealTheRest();
      expect({ seed, kept: notes.slice(0, before.length) }).toEqual({ seed, kept: before });
      expect(notes.length).toBeGreaterThan(before.length);
      expect(readFileSync(join(dir, 'published.txt'), 'utf8').split(/(?<=\n)---\n/)).toEqual(notes);
      before = notes;
    }
  }, 60_000);
});
