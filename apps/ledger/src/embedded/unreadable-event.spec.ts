import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LedgerUnderTest, LINE } from '../../testing/ledger-under-test.fixture.ts';
import { lastOf, smuggle, SMUGGLED_INTO } from '../../testing/smuggled-event.fixture.ts';

let ledger: LedgerUnderTest;

beforeEach(async () => {
  ledger = await LedgerUnderTest.open();
  for (const project of ['P01', 'P02']) await ledger.account(project, '1000.00');
});
afterEach(() => ledger.close());

const unreadable: readonly [string, () => Promise<string>][] = [
  ['is of a type that this program does not know', () => smuggle(ledger, 'BudgetPainted', {})],
  ['is of a version that a newer program wrote', () => smuggle(ledger, 'BudgetAllocated', {}, 99)],
  [
    'speaks of a document that was never made',
    () => smuggle(ledger, 'CommitmentReleased', { commitment: 'C-0', line: LINE, amount: '1.00' }),
  ],
  ['lost its data', () => damage('data', '{"amount":"10')],
  ['has other bytes than text in its data', () => damage('data', Buffer.from([0x7b, 0xff, 0x7d]))],
  ['lost its metadata', () => damage('metadata', '')],
];

describe.each(unreadable)('an account with an event that %s', (_, make) => {
  let position: string;

  beforeEach(async () => {
    position = await make();
    await ledger.restart();
  });

  it('refuses postings, and says which event it is and what to do', async () => {
    for (const answer of [await pay('P01', 'DV-1'), await pay('P01', 'DV-1')]) {
      expect(answer).toMatchObject({
        status: 503,
        json: { code: 'event-unreadable', position, stream: SMUGGLED_INTO, eventType: expect.any(String) },
      });
      const { detail } = answer.json as Readonly<Record<string, unknown>>;
      expect(detail).toContain(`position ${position}`);
      expect(detail).toContain(SMUGGLED_INTO);
      expect(detail).toContain('obligo verify');
    }
  });

  it('keeps no other account from being posted to', async () => {
    expect((await pay('P02', 'DV-1')).status).toBe(201);
  });

  it('starts without the file of the read models, too, which stand still there', async () => {
    await ledger.ledger.close();
    rmSync(join(ledger.data, 'projections.sqlite'));
    await ledger.start();
    expect((await pay('P02', 'DV-1')).status).toBe(201);
    expect((await pay('P01', 'DV-2')).json).toMatchObject({ code: 'event-unreadable', position });
    expect((await ledger.get('journal')).json).toMatchObject({ code: 'read-models-stopped', position });
  });

  it('is sealed as it is', async () => {
    expect(await ledger.ledger.embedded.seals.sealer.sealNow()).toBeDefined();
    expect((await ledger.get('checkpoints/latest')).status).toBe(200);
  });
});

describe('whoever asks for an event of which the bytes were damaged', () => {
  it('hears that, also where past decisions are taken again', async () => {
    // The read models have it from before.
    expect((await ledger.get('journal')).status).toBe(200);
    const position = await damage('data', '{"amount":"10');
    await ledger.restart();
    const told = { status: 503, json: { code: 'event-unreadable', position, stream: SMUGGLED_INTO } };
    expect(await ledger.get(`events/${position}`)).toMatchObject(told);
    const request = { fiscalYear: 2569, project: 'P01' };
    expect(await ledger.post('control/re-runs', request)).toMatchObject(told);
  });
});

const pay = (project: string, disbursement: string) =>
  ledger.post(`budget-accounts/2569/${project}/disbursements`, {
    disbursement,
    line: LINE,
    amount: '1.00',
    effectiveOn: '2025-12-01',
  });

/** Changes the last event of the account in the file, as a disk does that forgets. */
async function damage(column: 'data' | 'metadata', bytes: string | Uint8Array): Promise<string> {
  const { position } = (await lastOf(ledger))!;
  await ledger.ledger.close();
  const file = new DatabaseSync(join(ledger.data, 'ledger.sqlite'));
  const guards = file.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of guards) file.exec(`DROP TRIGGER "${String(name)}"`);
  file.prepare(`UPDATE events SET ${column} = ? WHERE position = ?`).run(Buffer.from(bytes), position);
  for (const { sql } of guards) file.exec(String(sql));
  file.close();
  await ledger.start();
  return position;
}
