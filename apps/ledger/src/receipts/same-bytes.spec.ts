import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { ReportReceipt } from '#audit-trail';
import type { Instant } from '#kernel';
import { endYear, liveThroughYear } from '../../testing/budget-life.fixture.ts';
import { LedgerUnderTest, tables } from '../../testing/ledger-under-test.fixture.ts';
import { FORMATS } from '../reports/answer.ts';

/** Every report of the API, by its address; a new one is found here by itself. */
const reportsOf = (ledger: LedgerUnderTest): string[] =>
  ledger.ledger.routes
    .filter(({ method, url }) => method === 'GET' && url.startsWith('/api/v1/reports/'))
    .map(({ url }) => url.replace('/api/v1/reports/', ''));

const QUESTIONS = [
  'fiscalYear=2569&quarter=Q2',
  'fiscalYear=2569&quarter=Q2&byQuarter=true',
  'fiscalYear=2569',
];

/** A receipt, and the report of its query. */
interface Made {
  readonly receipt: ReportReceipt;
  readonly text: string;
}

async function make(ledger: LedgerUnderTest, report: string, format: string): Promise<Made> {
  for (const question of QUESTIONS) {
    const made = await ledger.post(`report-receipts/${report}?${question}&format=${format}`, {});
    if (made.status !== 200) continue;
    const receipt = JSON.parse(made.text) as ReportReceipt;
    return { receipt, text: await again(ledger, receipt) };
  }
  throw new Error(`no question fits the report ${report}`);
}

async function again(ledger: LedgerUnderTest, { report, query }: ReportReceipt): Promise<string> {
  const { status, text } = await ledger.get(`reports/${report}?${new URLSearchParams(query).toString()}`);
  if (status !== 200) throw new Error(text);
  return text;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const DAY = 86_400_000;

describe.each([
  ['the life of a budget', liveThroughYear, endYear],
  ['the sample', takeOver, liveOn],
] as const)('a report of %s', (_, before, after) => {
  const made: Made[] = [];
  let ledger: LedgerUnderTest;
  let now = Date.parse('2026-03-31T05:00:00.000Z');

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open({ clock: () => new Date(now++).toISOString() as Instant });
    await before(ledger);
    for (const report of reportsOf(ledger)) {
      for (const format of FORMATS) made.push(await make(ledger, report, format));
    }
    // The day of the report is not over: as of this day more is known in the evening.
    now += DAY / 24;
    await after(ledger);
    now += 3 * 365 * DAY;
    await ledger.account('R98', '1.00');
    await ledger.restart();
  });

  afterAll(() => ledger.close());

  it('has the same bytes three years and many postings later, in every format', async () => {
    expect(made.length).toBeGreaterThan(30);
    const differing: string[] = [];
    for (const { receipt, text } of made) {
      expect(hashOf(text)).toBe(receipt.bytes.sha256);
      if ((await again(ledger, receipt)) !== text) differing.push(`${receipt.report} ${receipt.bytes.type}`);
    }
    expect(differing).toEqual([]);
  });
});

async function takeOver(ledger: LedgerUnderTest): Promise<void> {
  const { status, text } = await ledger.import(tables());
  if (status !== 200) throw new Error(text);
}

async function liveOn(ledger: LedgerUnderTest): Promise<void> {
  await ledger.account('R99', '1000000.00');
  const line = { fundSource: 'annual-appropriation', category: 'operating' };
  await ledger.must('budget-accounts/2569/R99/commitments', {
    ...{ commitment: 'PO-99', line, amount: '1000.00', effectiveOn: '2025-11-01' },
  });
}
