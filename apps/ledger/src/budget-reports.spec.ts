import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseBaht } from '#kernel';
import { endYear, liveThroughYear } from '../testing/budget-life.fixture.ts';
import { LedgerUnderTest } from '../testing/ledger-under-test.fixture.ts';
import { budgetComparisonExample, budgetStatusExample, executionExample } from './reports/budget-examples.ts';
import {
  ageingExample,
  likelyToLapseExample,
  paymentDaysExample,
  transferReportsExample,
} from './reports/document-examples.ts';
import { targetsExample, yearEndExample } from './reports/year-examples.ts';

interface Example {
  readonly json: { readonly rows: readonly object[]; readonly [member: string]: unknown };
  readonly csv: string;
}

type Row = Readonly<Record<string, string>> & { readonly baht: Readonly<Record<string, string>> };

const YEAR = 'fiscalYear=2569';
let ledger: LedgerUnderTest;
/** The head of the log on the last day before the year-end. */
let before: string;

const report = (question: string) => ledger.get(`reports/${question}`);
const rows = async (question: string) => (await report(question)).json['rows'] as unknown as readonly Row[];
const column = async (question: string, name: string) => (await rows(question)).map((row) => row[name]);

/** The answer holds what its example in the OpenAPI document says, as JSON and as CSV. */
async function answers(question: string, { json, csv }: Example): Promise<void> {
  const { rows: shown, ...envelope } = json;
  const reply = await report(question);
  expect(reply.json).toMatchObject(envelope);
  expect(reply.json['rows']).toEqual(
    expect.arrayContaining(shown.map((row) => expect.objectContaining(row))),
  );
  const [header, line] = csv.trimEnd().split('\n');
  const lines = (await report(`${question}&format=csv`)).text.split('\n');
  expect([lines[0], lines.includes(line ?? 'no line')]).toEqual([header, true]);
}

/** Changes are compared by what they say, not by where they stand in this log. */
const bare = (example: typeof budgetComparisonExample): Example => ({
  ...example,
  json: {
    ...example.json,
    rows: example.json.rows.map((row) => ({
      ...row,
      changes: row.changes.map((change) => expect.objectContaining(change)),
    })),
  },
});

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await liveThroughYear(ledger);
  before = String((await ledger.get('status')).json['head']);
});

afterAll(() => ledger.close());

describe('while the year runs', () => {
  it.each<[string, string, Example]>([
    ['the budget status', `budget-status?${YEAR}`, budgetStatusExample],
    ['the ageing', `ageing?${YEAR}&on=2026-03-31`, ageingExample],
    ['what is likely to lapse', `likely-to-lapse?${YEAR}&on=2026-08-31`, likelyToLapseExample],
    ['the target rates', `disbursement-targets?${YEAR}&on=2026-04-10`, targetsExample],
    ['the days to payment', `payment-days?${YEAR}`, paymentDaysExample],
    ['the reports on transfers', `transfer-reports?${YEAR}&on=2025-12-10`, transferReportsExample],
  ])('%s answers what its example says', (_name, question, example) => answers(question, example));

  it('the budget status of every line adds up, and shows what is explained event by event', async () => {
    for (const { baht } of await rows(`budget-status?${YEAR}`)) {
      const sum = (...names: string[]) => names.reduce((total, name) => total + satang(baht[name]), 0);
      const use = sum('available', 'pre_committed', 'committed', 'disbursed');
      expect(use).toBe(sum('current'));
      expect(sum('original', 'supplements', 'cuts', 'transfers')).toBe(sum('current'));
    }
    const cell = 'project=P01&quarter=Q4&cumulative=true&measure=transfer&category=operating';
    const explained = (await ledger.get(`explain?${YEAR}&${cell}`)).json;
    expect(explained).toMatchObject({
      value: '-100000.00',
      cell: { category: 'operating' },
      events: [{ type: 'BudgetTransferredOut', document: 'TR-1', movement: '-100000.00' }],
      next: null,
    });
  });

  it('a status to the end of Q1 leaves out what takes effect later', async () => {
    const [, operating] = await rows(`budget-status?${YEAR}&quarter=Q1`);
    expect(operating).toMatchObject({ committed_m: '0.2400', accepted_m: '0.2000' });
    expect(operating).not.toHaveProperty('disbursed_m');
  });

  it('a transfer is reported or overdue by its day, and due before', async () => {
    expect(await column(`transfer-reports?${YEAR}&on=2025-12-05`, 'status')).toEqual(['due']);
    await ledger.must('budget-accounts/2569/P01/transfers/TR-1/reports', {
      reference: 'สงป. 12/2569',
      effectiveOn: '2025-12-08',
    });
    expect(await column(`transfer-reports?${YEAR}&on=2025-12-10`, 'status')).toEqual(['reported']);
    expect(await column(`transfer-reports?${YEAR}&on=2025-12-07`, 'status')).toEqual(['overdue']);
    expect(await column(`transfer-reports?${YEAR}&on=2025-12-10&knownAt=${before}`, 'status')).toEqual([
      'overdue',
    ]);
  });

  it('says when nothing is known of the project, the day or the limit', async () => {
    const faulty = [
      `budget-status?${YEAR}&project=P77`,
      `ageing?${YEAR}&on=31/3/2569`,
      `payment-days?${YEAR}&limitDays=400`,
      `execution?${YEAR}&by=colour`,
    ];
    const statuses = await Promise.all(faulty.map(async (question) => (await report(question)).status));
    expect(statuses).toEqual([404, 400, 400, 400]);
  });

  it('an order that is not paid is on the list of commitments, with what is accepted of it', async () => {
    const { json } = await ledger.get(`commitments?${YEAR}`);
    expect(json['rows']).toMatchObject([
      {
        commitment: 'PO-1',
        committed: '240000.00',
        accepted: '50000.00',
        disbursed: '150000.00',
        outstanding: '40000.00',
      },
    ]);
  });
});

describe('after the year is closed', () => {
  beforeAll(() => endYear(ledger));

  it.each<[string, string, Example]>([
    ['the comparison of budget and actual', `budget-comparison?${YEAR}`, bare(budgetComparisonExample)],
    ['the execution', `execution?${YEAR}`, executionExample],
    ['the year-end', `year-end?${YEAR}`, yearEndExample],
  ])('%s answers what its example says', (_name, question, example) => answers(question, example));

  it('what was used after the year is explained there, and no quarter counts it', async () => {
    const disbursed = `explain?${YEAR}&project=P01&measure=disbursed`;
    expect((await ledger.get(`${disbursed}&quarter=after`)).json).toMatchObject({
      value: '20000.00',
      to_date: '400000.00',
      events: [{ document: 'DV-9' }],
    });
    expect((await ledger.get(`${disbursed}&quarter=Q4&cumulative=true`)).json['value']).toBe('380000.00');
    const quarterly = await rows(`quarterly?${YEAR}&quarter=Q4`);
    expect(quarterly[0]).toMatchObject({ disbursed_m: '0.3800' });
  });

  it('reserved money is near its own last day', async () => {
    expect(await rows(`likely-to-lapse?${YEAR}&on=2026-12-01`)).toMatchObject([
      { document: 'IV-1', at_risk: '30000.00', deadline: '2027-03-31', days_left: '120' },
      { project_code: 'TOTAL' },
    ]);
  });

  it('the reports of the running year are printed again, to the last digit', async () => {
    await answers(`budget-status?${YEAR}&knownAt=${before}`, {
      ...budgetStatusExample,
      json: { rows: budgetStatusExample.json.rows },
    });
    const carried = await rows(`year-end?${YEAR}&knownAt=${before}`);
    expect(carried.some((row) => 'carried_forward_m' in row)).toBe(false);
  });

  it('every answer says where it comes from, and a rebuild changes none', async () => {
    const questions = [
      `budget-status?${YEAR}`,
      `ageing?fiscalYear=2570&on=2026-12-01`,
      `payment-days?${YEAR}`,
    ];
    const ask = () =>
      Promise.all(questions.map(async (question) => (await report(`${question}&format=csv`)).text));
    const first = await ask();
    expect((await ledger.post('projections/rebuild', {})).json).toMatchObject({ equal: true });
    expect(await ask()).toEqual(first);
    const { headers } = await report(`ageing?${YEAR}&on=2026-12-01&format=csv`);
    expect(headers).toMatchObject({
      'obligo-projection': 'documents/5',
      'obligo-query': 'organisation=main&fiscalYear=2569&on=2026-12-01&knownAt=now',
    });
    expect((await report(`ageing?${YEAR}&on=2026-12-01&format=table`)).text).toContain('documents v5');
  });
});

const satang = (baht: string | undefined): number => parseBaht(baht ?? '0.00');
