import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SealedLog } from './receipt.fixture.ts';
import { verifyInclusionReceipt } from './verify-inclusion-receipt.ts';
import { verifyReportReceipt } from './verify-report-receipt.ts';

/** Receipts as they were written by the first version; they are never changed. */
const kept = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'kept', `${name}.receipt.txt`), 'utf8');

describe('a receipt that somebody has kept', () => {
  let log: SealedLog;

  beforeAll(async () => {
    log = await SealedLog.of('obligo.example/ledger/etda', 7);
  });

  it('of a posting still proves, and is still written so', async () => {
    const keys = [log.key.verifier];
    expect(verifyInclusionReceipt(kept('posting'), { keys })).toMatchObject({ proven: true });
    expect(await log.receipt([2, 3])).toBe(kept('posting'));
  });

  it('of a report still proves, and is still written so', async () => {
    const keys = [log.key.verifier];
    expect(verifyReportReceipt(kept('report'), { keys })).toMatchObject({ proven: true });
    expect(await log.reportReceipt(5)).toBe(kept('report'));
  });
});
