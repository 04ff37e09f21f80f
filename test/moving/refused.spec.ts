import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder } from '#event-store';
import { obligo, SAMPLE, scratch } from '../../apps/cli/testing/obligo.fixture.ts';
import { LedgerCopy } from '../tampering/ledger-copy.fixture.ts';
import { contentOfFolder, filesIn, ledgerToMove, must, order } from './ledger-to-move.fixture.ts';
import { refusedMove } from './refused-move.fixture.ts';

jest.setTimeout(120_000);

const temporary = scratch();
const at = (name: string): string => join(temporary.dir, name);
const D = at('D');

beforeAll(() => ledgerToMove(D));
afterAll(() => temporary.remove());

/** A ledger of the sample alone, which goes on by itself. */
async function openLedger(name: string): Promise<string> {
  const folder = at(name);
  await must('import', SAMPLE, '--data', folder);
  return folder;
}

describe('a target that holds something else', () => {
  it('is refused when it is another ledger or has gone on by itself, and is left as it was', async () => {
    const [from, to] = [await openLedger('goes-on'), at('went-on')];
    await must('move', '--from', from, '--to', to);
    await must(...order(to, 'PO-of-the-target'));
    const content = await contentOfFolder(to);
    expect(await refusedMove(D, to)).toMatchObject({ exit: 5, code: 'move-target-differs' });
    const ahead = await refusedMove(from, to);
    expect(ahead).toMatchObject({ exit: 5, out: '', code: 'move-target-differs' });
    expect(ahead.detail).toMatch(
      /the log ends after 267 events, and there follows CommitmentMade, revision \d/,
    );
    await must(...order(from, 'PO-of-the-source'));
    const foreign = await refusedMove(from, to);
    expect(foreign).toMatchObject({ exit: 5, out: '', code: 'move-target-differs' });
    expect(foreign.detail).toContain('event 268 there is CommitmentMade');
    expect(await contentOfFolder(to)).toEqual(content);
  });

  it('leaves no folder behind that was to be made beside it', async () => {
    const [to, beside] = [at('another.sqlite'), at('beside')];
    await must('move', '--from', await openLedger('another'), '--to', to);
    expect(await refusedMove(D, to, '--files-to', beside)).toMatchObject({ code: 'move-target-differs' });
    expect([existsSync(beside), existsSync(`${beside}.moving`)]).toEqual([false, false]);
  });

  it('is refused when another answer is kept under a key', async () => {
    const to = at('other-answer');
    await must('move', '--from', D, '--to', to);
    new LedgerCopy(to, at('other-answer-changed')).edit('ledger.sqlite', (database) =>
      database.exec(`UPDATE commands SET answer = CAST('{"position":"1"}' AS BLOB) WHERE position = 268`),
    );
    const refused = await refusedMove(D, at('other-answer-changed'));
    expect(refused).toMatchObject({ exit: 5, code: 'move-target-differs' });
    expect(refused.detail).toContain('the answers kept under its idempotency key differ');
  });

  it('is refused when it holds checkpoints that the ledger never signed', async () => {
    const [from, to] = [await openLedger('one-key'), at('another-key')];
    await must('move', '--from', from, '--to', to);
    await must('seal', 'rotate-key', '--lost', '--data', to);
    await must(...order(from, 'PO-after'));
    expect(await refusedMove(from, to)).toMatchObject({ exit: 5, code: 'move-target-sealed-otherwise' });
  });

  it('is refused when it is a folder of other things, which stay', async () => {
    const folder = at('photographs');
    mkdirSync(folder);
    writeFileSync(join(folder, 'beach.jpg'), 'sand');
    expect(await refusedMove(D, folder)).toMatchObject({ exit: 2, code: 'folder-not-a-ledger' });
    expect(Object.keys(filesIn(folder))).toEqual(['beach.jpg']);
  });
});

describe('a store that cannot be moved', () => {
  it('is refused while somebody owns its folder, on either side', async () => {
    const to = at('owned');
    mkdirSync(to);
    for (const [owned, from, target] of [
      [D, D, at('of-owned')],
      [to, D, to],
    ] as const) {
      const owner = openDataFolder(owned, { create: true, purpose: 'serve' });
      try {
        const refused = await refusedMove(from, target);
        expect([owned, refused.exit, refused.code]).toEqual([owned, 5, 'data-folder-in-use']);
      } finally {
        owner.release();
      }
    }
  });

  it('is refused when there is nothing, or the same', async () => {
    const nothing = at('nothing');
    expect(await refusedMove(nothing, at('x'))).toMatchObject({ exit: 1, code: 'move-nothing-there' });
    expect(existsSync(nothing)).toBe(false);
    cpSync(D, at('same'), { recursive: true });
    for (const other of [at('same'), at('same/ledger.sqlite'), join(temporary.dir, 'x/../same')]) {
      expect(await refusedMove(at('same'), other)).toMatchObject({ exit: 2, code: 'move-same-store' });
    }
    const hosts = 'kurrentdb://a:2113,b:2113?log=one';
    expect(await refusedMove(hosts, 'esdb://b:2113?log=one')).toMatchObject({ code: 'move-same-store' });
  });

  it('is refused from one client library to the other, which goes by way of a folder', async () => {
    const refused = await refusedMove('esdb://127.0.0.1:1?tls=false', 'kurrentdb://127.0.0.1:2?tls=false');
    expect(refused).toMatchObject({ exit: 2, code: 'move-through-a-folder' });
  });

  it('is refused with what is wrong about how it is named, and no password is repeated', async () => {
    for (const wrong of ['ftp://files/log', 'postgres://u:p4ssw0rd@db/ledger', 'kurrentdb://?log=x']) {
      const refused = await refusedMove(D, wrong);
      expect([wrong, refused.exit, refused.code]).toEqual([wrong, 2, 'store-home-malformed']);
      expect(refused.detail).not.toContain('p4ssw0rd');
    }
    for (const [flags, said] of [
      [[], '--from, --to are missing'],
      [['--from', D], '--to is missing'],
      [['--from', D, '--to', at('y'), '--files-to', at('z')], '--files-to'],
    ] as const) {
      const { code, err } = await obligo('move', ...flags);
      expect([flags, code, err]).toEqual([flags, 2, expect.stringContaining(said)]);
    }
  });
});
