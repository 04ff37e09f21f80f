import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type AccountEvent, type AccountState, available, budgetAccount, movementsOf } from '#budget';
import { openSqliteEventStore, type RecordedEvent } from '#event-store';
import { type FiscalYear, THAI_CALENDAR } from '#kernel';
import { type Finding, ledgerBook, verifyFolder } from '#verification';
import { writeHistory } from './write-history.ts';

const EVENTS = 4_000;
const MINUTES = 60_000;
const scratch = mkdtempSync(path.join(tmpdir(), 'obligo-history-'));
const folder = path.join(scratch, 'history');
let events: readonly RecordedEvent[] = [];

beforeAll(async () => {
  await writeHistory(folder, { events: EVENTS, seed: 'a' });
  events = await eventsIn(folder);
}, 3 * MINUTES);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function eventsIn(of: string): Promise<RecordedEvent[]> {
  const store = openSqliteEventStore({ file: path.join(of, 'ledger.sqlite'), readOnly: true });
  const all: RecordedEvent[] = [];
  for await (const event of store.readAll()) all.push(event);
  await store.close();
  return all;
}

/** Everything that the log holds, row by row. */
function digestOf(of: string): string {
  const database = new DatabaseSync(path.join(of, 'ledger.sqlite'), { readOnly: true });
  const digest = createHash('sha256');
  for (const table of ['streams', 'events', 'commands'])
    for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY 1`).iterate())
      for (const value of Object.values(row))
        digest.update(value instanceof Uint8Array ? value : String(value)).update('|');
  database.close();
  return digest.digest('hex');
}

const ofAccounts = () => events.filter(({ stream }) => stream.startsWith('budgetaccount-'));
const yearIn = (stream: string): FiscalYear => Number(stream.split('.')[1]) as FiscalYear;

describe('a history of public spending', () => {
  it('has about as many events as asked for', () => {
    expect(Math.abs(events.length / EVENTS - 1)).toBeLessThan(0.05);
  });

  it(
    'passes every check of the ledger: bytes, links, decisions taken again',
    async () => {
      const found: Finding[] = [];
      const summary = await verifyFolder(folder, { onFinding: (finding) => found.push(finding) });
      expect(found).toEqual([]);
      expect(summary.events).toBe(events.length);
    },
    MINUTES,
  );

  it('has every stage of a document, and every step of a year', () => {
    const types = new Set(events.map(({ type }) => type));
    for (const type of STAGES) expect(types).toContain(type);
  });

  it('begins slowly and rushes to the end of the year', () => {
    const paid = { Q1: 0, Q2: 0, Q3: 0, Q4: 0, after: 0 };
    for (const event of ofAccounts()) {
      const read = ledgerBook.catalogue.read(event) as AccountEvent;
      for (const { measure, quarter, amount } of movementsOf(read, THAI_CALENDAR, yearIn(event.stream)))
        if (measure === 'disbursed') paid[quarter] += amount;
    }
    const year = paid.Q1 + paid.Q2 + paid.Q3 + paid.Q4;
    expect(paid.Q4 / year).toBeGreaterThan(0.35);
    expect(Math.min(paid.Q2, paid.Q3, paid.Q4)).toBeGreaterThan(paid.Q1);
    expect(paid.after).toBeGreaterThan(0);
  });

  it('restates quarters that have ended, and books papers that come late', () => {
    const days = (event: RecordedEvent): number =>
      (Date.parse(event.recordedAt) - Date.parse(event.metadata.effectiveOn)) / 86_400_000;
    expect(events.some((event) => event.type === 'QuarterCorrected' && days(event) > 5)).toBe(true);
    expect(events.some((event) => event.type === 'DisbursementMade' && days(event) > 5)).toBe(true);
  });

  it('never uses more than there is on any line, whatever the moment', () => {
    const states = new Map<string, AccountState>();
    for (const event of ofAccounts()) {
      const read = ledgerBook.catalogue.read(event) as AccountEvent;
      const before = states.get(event.stream) ?? budgetAccount.initial();
      const state = budgetAccount.evolve(before, read);
      states.set(event.stream, state);
      for (const { line } of state.lines.values()) expect(available(state, line)).toBeGreaterThanOrEqual(0);
    }
    expect(states.size).toBeGreaterThan(10);
  });

  it(
    'is the same byte for byte with the same seed, whatever is forgotten on the way',
    async () => {
      const again = path.join(scratch, 'again');
      await writeHistory(again, { events: EVENTS, seed: 'a' }, { forgetAfter: 300 });
      expect(digestOf(again)).toBe(digestOf(folder));
    },
    3 * MINUTES,
  );

  it(
    'is another with another seed',
    async () => {
      const [one, other] = [path.join(scratch, 'one'), path.join(scratch, 'other')];
      await writeHistory(one, { events: 100, seed: 'a' });
      await writeHistory(other, { events: 100, seed: 'b' });
      expect(digestOf(one)).not.toBe(digestOf(other));
    },
    MINUTES,
  );

  it(
    'holds no more in memory for many years than for two',
    () => {
      const bytes = (count: number, years: number): number =>
        Number(
          execFileSync(process.execPath, [...FLAGS, HEAP, String(count), String(years)], {
            encoding: 'utf8',
          }),
        );
      expect(bytes(8_000, 8)).toBeLessThan(1.5 * bytes(2_000, 2));
    },
    5 * MINUTES,
  );

  it('refuses to be of no events, and of more lines than there are kinds of', async () => {
    const none = path.join(scratch, 'none');
    await expect(writeHistory(none, { events: 0 })).rejects.toThrow(/events is 0/);
    await expect(writeHistory(none, { events: 100, lines: 6 })).rejects.toThrow(
      /lines is 6: expected 5 at most/,
    );
  });

  it('refuses a folder that holds a ledger, and leaves it as it was', async () => {
    const before = digestOf(folder);
    await expect(writeHistory(folder, { events: 100, seed: 'b' })).rejects.toThrow('is not empty');
    expect(digestOf(folder)).toBe(before);
  });
});

const FLAGS = ['--conditions=source', '--disable-warning=ExperimentalWarning', '--expose-gc'];
const HEAP = path.join(import.meta.dirname, 'heap-of-history.fixture.ts');

const STAGES = [
  'ControlPolicySet',
  'BudgetAllocated',
  'QuarterlyPlanSet',
  'QuarterlyPlanRevised',
  'BudgetReleased',
  'BudgetTransferredOut',
  'BudgetTransferredIn',
  'RequestMade',
  'RequestReleased',
  'CommitmentMade',
  'CommitmentAmended',
  'CommitmentReleased',
  'WorkAccepted',
  'DisbursementMade',
  'DisbursementReversed',
  'AdvancePaid',
  'AdvanceCleared',
  'QuarterCorrected',
  'KpiDefined',
  'KpiResultRecorded',
  'KpiResultCorrected',
  'YearEndReserved',
  'ReservationConfirmed',
  'CommitmentCarriedForward',
  'CommitmentBroughtForward',
  'BudgetCarriedForward',
  'BudgetBroughtForward',
  'BudgetReturned',
  'BudgetLapsed',
  'YearClosed',
  'PeriodClosed',
];
