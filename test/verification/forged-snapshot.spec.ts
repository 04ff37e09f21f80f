import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { types } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { LedgerUnderTest, LINE } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { findingsIn } from './stored-ledger.fixture.ts';

const BUDGET = '1234.56';

let ledger: LedgerUnderTest;
beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', BUDGET);
  for (let order = 0; order < 1_000; order += 1) await ledger.must(ORDERS, orderOf(`PO-${order}`, '0.01'));
}, 60_000);
afterAll(() => ledger.close());

const ORDERS = 'budget-accounts/2569/P01/commitments';
const orderOf = (commitment: string, amount: string) => ({
  commitment,
  line: LINE,
  amount,
  effectiveOn: '2025-11-20',
});

/** The same value with a number in it replaced wherever it stands. */
function replaced(value: unknown, from: number, to: number): unknown {
  if (value === from) return to;
  if (types.isMap(value)) return new Map([...value].map(([key, each]) => [key, replaced(each, from, to)]));
  if (Array.isArray(value)) return value.map((each) => replaced(each, from, to));
  if (typeof value !== 'object' || value === null || types.isSet(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, from, to)]));
}

/** Gives the account ten times its budget in the file of states, with a checksum that fits. */
function forge(): void {
  const file = new DatabaseSync(join(ledger.data, 'snapshots.sqlite'));
  const row = file.prepare('SELECT stream, state FROM snapshot').get() as {
    readonly stream: string;
    readonly state: Uint8Array;
  };
  const state = serialize(replaced(deserialize(row.state), 123_456, 1_234_560));
  file
    .prepare('UPDATE snapshot SET state = ?, checksum = ? WHERE stream = ?')
    .run(state, hash('sha256', state, 'hex'), row.stream);
  file.close();
}

describe('a posting that a forged state of its account let in', () => {
  it('is found by verification, which takes the decision again from the log', async () => {
    await ledger.ledger.close();
    forge();
    await ledger.start();
    const { json } = await ledger.must(ORDERS, orderOf('PO-BIG', '5000.00'));
    const { position } = json as unknown as { readonly position: string };
    await ledger.ledger.embedded.projector.catchUp();
    await ledger.ledger.close();
    const { found } = await findingsIn(ledger.data);
    await ledger.start();
    expect(found).toContainEqual(
      expect.objectContaining({ code: expect.stringMatching(/^decision-/), line: Number(position) }),
    );
  }, 60_000);
});
