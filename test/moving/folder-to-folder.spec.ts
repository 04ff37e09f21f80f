import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  obligo,
  obligoWith,
  PASSWORD,
  type Ran,
  SAMPLE,
  scratch,
} from '../../apps/cli/testing/obligo.fixture.ts';
import { answersOf, contentOfFolder, filesIn, ledgerToMove, must, order } from './ledger-to-move.fixture.ts';

jest.setTimeout(120_000);

const temporary = scratch();
const at = (name: string): string => join(temporary.dir, name);
const D = at('D');
const E = at('E');

let before: Record<string, string>;
let moved: Ran;

beforeAll(async () => {
  await ledgerToMove(D);
  before = filesIn(D);
  moved = await obligo('move', '--from', D, '--to', E, '--json');
});
afterAll(() => temporary.remove());

describe('a ledger that is moved from one folder to another', () => {
  it('tells what it moved and that checkpoints vouch for it', () => {
    expect([moved.code, moved.err]).toEqual([0, expect.stringContaining('copying the log: 271 events\n')]);
    expect(JSON.parse(moved.out)).toMatchObject({
      schema: 'obligo.move/1',
      from: D,
      to: E,
      final: true,
      ledger: { events: 271, added: 271, commands: 5, proven: 271 },
      access: { added: expect.any(Number) },
    });
  });

  it('has the same bytes, positions, revisions, times and kept answers in both logs', async () => {
    const [there, here] = [await contentOfFolder(D), await contentOfFolder(E)];
    expect(there.ledger).toHaveLength(271 + 5);
    expect(there.access.length).toBeGreaterThan(1);
    expect(here).toEqual(there);
  });

  it('gives the same reports, byte for byte, as known at every moment', async () => {
    const [there, here] = [await answersOf(D), await answersOf(E)];
    expect(new Set(there.values()).size).toBeGreaterThan(8);
    expect(here).toEqual(there);
  });

  it('brings its checkpoints and published files, and verifies without a finding', async () => {
    const { out } = await must('verify', E, '--json');
    expect(JSON.parse(out)).toMatchObject({ kind: 'ledger', events: 271, proven: 271, findings: 0 });
    const files = filesIn(E);
    const published = Object.keys(before).filter((name) => name.startsWith('published/'));
    expect(published.length).toBeGreaterThan(3);
    for (const name of published) expect([name, files[name]]).toEqual([name, before[name]]);
  });

  it('answers a command that is sent again as it was answered before, and does nothing twice', async () => {
    const [open, there] = [at('open'), at('open-moved')];
    await must('import', SAMPLE, '--data', open);
    const first = JSON.parse((await must(...order(open, 'PO-1', '--json'))).out) as object;
    await must('move', '--from', open, '--to', there);
    const again = JSON.parse((await must(...order(there, 'PO-1', '--json'))).out) as object;
    expect(again).toEqual({ ...first, replayed: true });
    expect((await must('doctor', '--data', there)).out).toContain('head of the log 268\n');
  });

  it('leaves the store that it came from as it was', () => {
    const { 'projections.sqlite': _, ...others } = filesIn(D);
    expect(Object.keys(others).length).toBeGreaterThan(5);
    for (const [name, digest] of Object.entries(others)) {
      if (/^(?:ledger|access-log|seals)\.sqlite|^published/.test(name)) {
        expect([name, digest]).toEqual([name, before[name]]);
      }
    }
  });

  it('leaves accounts and drafts behind, unless everything is to come along', async () => {
    expect(existsSync(join(E, 'identities.sqlite'))).toBe(false);
    const everything = at('everything');
    const { out } = await must('move', '--from', D, '--to', everything, '--everything');
    for (const name of ['identities.sqlite', 'access.key', 'readings.sqlite', 'desk.sqlite']) {
      expect(out).toContain(`with it: ${name}\n`);
    }
    const signIn = ['sign-in', '--data', everything, '--name', 'admin', '--password-file', '-'];
    const world = { env: { XDG_STATE_HOME: at('state') }, stdin: () => Promise.resolve(PASSWORD) };
    expect(await obligoWith(world, ...signIn)).toMatchObject({ code: 0 });
  });

  it('is found the same by a comparison, which writes nothing', async () => {
    const files = filesIn(E);
    const compared = await must('move', '--from', D, '--to', E, '--verify-only', '--json');
    expect(JSON.parse(compared.out)).toMatchObject({ equal: true, ledger: { events: 271 } });
    expect(filesIn(E)).toEqual(files);
  });
});

describe('files without a folder', () => {
  it('take both logs, and give them back', async () => {
    const file = at('log.sqlite');
    const { out } = await must('move', '--from', D, '--to', file);
    expect(out).toContain('271 events');
    const back = at('back');
    await must('move', '--from', file, '--files-from', D, '--to', back);
    expect(await contentOfFolder(back)).toEqual(await contentOfFolder(D));
    const { out: verified } = await must('verify', back);
    expect(verified).toContain('no findings');
  });
});
