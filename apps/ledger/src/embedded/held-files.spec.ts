import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', '1000.00');
  await ledger.post('seal', {});
  await ledger.account('P02', '1000.00');
});
afterAll(() => ledger.close());

it('a file that another program holds is told as such, and the service goes on when it is let go', async () => {
  const held = new DatabaseSync(join(ledger.data, 'seals.sqlite'));
  held.exec('BEGIN IMMEDIATE');
  try {
    const { status, headers, json } = await ledger.post('seal', {});
    expect([status, json['code'], headers['retry-after']]).toEqual([503, 'file-busy', '1']);
  } finally {
    held.exec('ROLLBACK');
    held.close();
  }
  expect((await ledger.post('seal', {})).status).toBeLessThan(300);
});
