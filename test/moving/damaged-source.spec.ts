import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from '../../apps/cli/testing/obligo.fixture.ts';
import { LedgerCopy } from '../tampering/ledger-copy.fixture.ts';
import { contentOfFolder, ledgerToMove } from './ledger-to-move.fixture.ts';
import { refusedMove } from './refused-move.fixture.ts';

jest.setTimeout(120_000);

const temporary = scratch();
const at = (name: string): string => join(temporary.dir, name);
const D = at('D');
let copies = 0;

beforeAll(() => ledgerToMove(D));
afterAll(() => temporary.remove());

/** A copy of the ledger that may be changed. */
function copy(): LedgerCopy {
  copies += 1;
  return new LedgerCopy(D, at(`copy-${copies}`));
}

describe('a source that is not as it was recorded', () => {
  const flip = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
    Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1');

  it.each([1, 60, 150, 269, 271])(
    'is refused when one bit of the event at position %s has flipped',
    async (position) => {
      const damaged = copy();
      const row = damaged.rows().find((each) => each.position === position);
      if (!row) throw new Error(`no event at position ${position}`);
      // One bit: e is 0x65, d is 0x64.
      damaged.put([{ ...row, data: flip(row.data, 'e', 'd') }]);
      const to = at(`from-flipped-${position}`);
      const refused = await refusedMove(damaged.folder, to);
      expect(refused).toMatchObject({ exit: 2, out: '', code: 'move-source-damaged' });
      expect(refused.detail).toContain('nothing was written');
      expect([existsSync(to), readdirSync(`${to}.moving`)]).toEqual([
        false,
        expect.not.arrayContaining(['seals.sqlite']),
      ]);
      expect((await contentOfFolder(`${to}.moving`)).ledger).toEqual([]);
    },
  );

  it('is refused when an event cannot be decoded', async () => {
    const damaged = copy();
    const row = damaged.rows()[99];
    if (!row) throw new Error('no hundredth event');
    damaged.put([{ ...row, data: flip(row.data, '{', '\u00ff') }]);
    const refused = await refusedMove(damaged.folder, at('from-undecodable'));
    expect(refused).toMatchObject({ exit: 2, code: 'move-source-damaged' });
    expect(refused.detail).toContain('Event 100 of the log cannot be read');
  });

  it('is refused when its last events were taken away', async () => {
    const damaged = copy();
    damaged.edit('ledger.sqlite', (database) => {
      database.exec('DELETE FROM commands WHERE position > 268; DELETE FROM events WHERE position > 268');
    });
    const refused = await refusedMove(damaged.folder, at('from-cut'));
    expect(refused).toMatchObject({ exit: 2, code: 'move-source-damaged' });
    expect(refused.detail).toContain('the end was taken away');
  });

  it('is refused when a time, a place or a kept answer was changed', async () => {
    const changes = [
      'UPDATE events SET recorded_at = recorded_at - 1, booked_at = booked_at - 1 WHERE position = 268',
      'UPDATE events SET revision = revision + 1 WHERE position = 271',
      'UPDATE events SET position = 300 WHERE position = 271',
      'UPDATE commands SET answer = CAST(\'{"position":\' AS BLOB) WHERE position = 268',
    ];
    for (const [index, change] of changes.entries()) {
      const damaged = copy();
      damaged.edit('ledger.sqlite', (database) => database.exec(change));
      const refused = await refusedMove(damaged.folder, at(`from-changed-${index}`));
      expect([change, refused.code]).toEqual([change, 'move-source-damaged']);
    }
  });

  it('is refused when a checkpoint was changed', async () => {
    const damaged = copy();
    damaged.edit('seals.sqlite', (database) =>
      database.exec("UPDATE checkpoints SET note = replace(note, '271', '270') WHERE size = 271"),
    );
    expect(await refusedMove(damaged.folder, at('from-resealed'))).toMatchObject({
      code: 'move-source-damaged',
    });
  });
});
