import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerUnderTest, LINE } from '../../ledger/testing/ledger-under-test.fixture.ts';
import { smuggle } from '../../ledger/testing/smuggled-event.fixture.ts';
import { obligo, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
let ledger: LedgerUnderTest;
beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', '1000.00');
  await ledger.get('journal');
});
afterAll(async () => {
  await ledger.close();
  temporary.remove();
});

describe('the log of one organisation', () => {
  it('is not exported: whoever names one would give that of all away', async () => {
    const out = join(temporary.dir, 'of-one');
    const { code, err } = await obligo(
      'export',
      'log',
      '--data',
      ledger.data,
      '--out',
      out,
      '--organisation',
      'a',
    );
    expect([code, err]).toEqual([2, expect.stringContaining('A bundle holds the log of all organisations')]);
    expect(existsSync(out)).toBe(false);
    const { out: help } = await obligo('export', 'log', '--help');
    expect(help).not.toContain('--organisation');
  });
});

describe('the log of a folder that a service owns', () => {
  it('is exported while its read models stand still, with the totals that they report there', async () => {
    const before = (await ledger.get('status')).json['head'];
    await smuggle(ledger, 'CommitmentReleased', { commitment: 'C-0', line: LINE, amount: '1.00' });
    expect((await ledger.get('journal')).status).toBe(503);
    await ledger.ledger.embedded.seals.sealer.sealNow();
    const out = join(temporary.dir, 'B');
    const exported = await obligo('export', 'log', '--data', ledger.data, '--out', out);
    expect(exported).toMatchObject({
      code: 0,
      err: expect.stringContaining(`stand still at position ${String(before)}: totals.json`),
    });
    // Whoever verifies it hears of the event, and that the totals are without it.
    const { out: told } = await obligo('verify', out, '--json');
    const codes = told.match(/(?<="code":")[^"]+/g);
    expect(codes).toEqual(expect.arrayContaining(['decision-differs', 'totals-differ']));
  });
});
