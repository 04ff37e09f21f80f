import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AccountEvent,
  accountEvents,
  type AccountState,
  accountTotals,
  budgetAccount,
  type DecisionRecord,
} from '#budget';
import { openSqliteEventStore, type RecordedEvent } from '#event-store';
import { EventCatalogue, isRefusal, parseBaht, parseCivilDate, THAI_CALENDAR } from '#kernel';
import { type Answer, Service } from './service.fixture.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const ACCOUNT = 'budgetaccount-main.2569.P01';
const DAY = '2025-11-01';
const OFFICERS = 20;
const ORDERS = 10;

// Every answer waits for the disk, and disks differ.
jest.setTimeout(180_000);

let data: string;
let service: Service;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'obligo-officers-'));
  service = await Service.start(data);
});
afterEach(async () => {
  await service.stop('SIGKILL');
  for (const made of [data, `${data}.keys`]) rmSync(made, { recursive: true, force: true });
  rmSync(`${data}.token`, { force: true });
});

/** One officer after another order, all officers at the same time; each over connections of his own. */
async function rush(): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const officers = Array.from({ length: OFFICERS }, async (_, officer) => {
    for (let order = 0; order < ORDERS; order++) {
      const number = `PO-${officer}-${order}`;
      const body = { commitment: number, line: LINE, amount: '1.00', effectiveOn: DAY };
      const answer = await service.post('budget-accounts/2569/P01/commitments', body, number);
      if (answer) answers.set(number, answer);
    }
  });
  await Promise.all(officers);
  return answers;
}

/** The log of the account, read when nobody owns it any more. */
async function logOf(): Promise<RecordedEvent[]> {
  const store = openSqliteEventStore({ file: join(data, 'ledger.sqlite') });
  const log: RecordedEvent[] = [];
  for await (const event of store.readStream(ACCOUNT)) log.push(event);
  await store.close();
  return log;
}

describe('twenty officers with ten orders of 1.00 each, and 100.00 available', () => {
  it('have exactly the hundred affordable orders recorded, and a replay takes the same decisions', async () => {
    const open = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: DAY };
    await service.post('budget-accounts', open, 'open');
    const budget = { line: LINE, amount: '100.00', effectiveOn: DAY };
    await service.post('budget-accounts/2569/P01/allocations', budget, 'allocate');

    const answers = await rush();
    const with_ = (status: number) => [...answers].filter(([, answer]) => answer.status === status);
    expect([answers.size, with_(201).length, with_(422).length]).toEqual([200, 100, 100]);
    expect(with_(422).every(([, { body }]) => body.code === 'budget-exceeded')).toBe(true);
    await service.stop('SIGTERM');

    const log = await logOf();
    const catalogue = new EventCatalogue(accountEvents);
    const context = { calendar: THAI_CALENDAR, bookedOn: parseCivilDate(DAY) };
    let state: AccountState = budgetAccount.initial();
    for (const [revision, recorded] of log.entries()) {
      const event = catalogue.read(recorded) as AccountEvent;
      const seen = recorded.metadata.decision as DecisionRecord;
      if (event.type === 'CommitmentMade') {
        const { commitment, line, amount } = event.data;
        const command = { type: 'commit', commitment, line, amount: parseBaht(amount) } as const;
        const again = budgetAccount.decide(state, { ...command, effectiveOn: event.effectiveOn }, context);
        if (isRefusal(again)) throw new Error(again.message);
        expect(again.map(({ decision: _, ...decided }) => decided)).toEqual([event]);
        expect((again[0]?.decision as DecisionRecord).balances).toEqual(seen.balances);
        expect([seen.policy, seen.revisions[ACCOUNT]]).toEqual([0, String(revision - 1)]);
      }
      state = budgetAccount.evolve(state, event);
    }
    expect(accountTotals(state)).toMatchObject({ committed: 10_000, available: 0 });
    expect(log.filter(({ type }) => type === 'CommitmentMade')).toHaveLength(100);
  });
});
