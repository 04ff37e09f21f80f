import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerUnderTest } from './ledger-under-test.fixture.ts';

/**
 * A folder that nobody serves, whose log was replaced by a copy of before: its read models know the account P02 and the event at
 * `head`, which its log does not hold.
 */
export async function withOlderLog(): Promise<{ readonly ledger: LedgerUnderTest; readonly head: string }> {
  const ledger = await LedgerUnderTest.open();
  const log = join(ledger.data, 'ledger.sqlite');
  await ledger.account('P01', '100.00');
  await ledger.ledger.close();
  copyFileSync(log, `${log}.copy`);
  await ledger.start();
  await ledger.account('P02', '100.00');
  await ledger.ledger.embedded.projector.catchUp();
  const head = String((await ledger.get('status')).json['head']);
  await ledger.ledger.close();
  renameSync(`${log}.copy`, log);
  return { ledger, head };
}
