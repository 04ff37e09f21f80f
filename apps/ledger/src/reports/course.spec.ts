import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { courseAnswer } from './course.answers.ts';

type CourseRow = ReturnType<(typeof courseAnswer)['parse']>['rows'][number];

interface QuarterRow {
  readonly quarter: string;
  readonly project_code: string;
  readonly baht: Readonly<Record<string, string>>;
}

let ledger: LedgerUnderTest;

async function course(query = '') {
  const { status, json, text } = await ledger.get(`reports/course?fiscalYear=2569${query}`);
  if (status !== 200) throw new Error(text);
  const { rows, cut } = courseAnswer.parse(json);
  const of = (level: CourseRow['level'], name: string) =>
    rows.find((row) => row.level === level && (row.month ?? row.quarter) === name)?.baht;
  return { rows, cut, of };
}

const satang = (baht: string | undefined) => BigInt((baht ?? '0.00').replace('.', ''));
const LINE = { fundSource: 'annual-appropriation', category: 'operating' };

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.import();
});
afterAll(() => ledger.close());

describe('the course of a year', () => {
  it('has the quarters of the quarterly report, for all projects and for one', async () => {
    for (const project of [undefined, 'P08']) {
      const { of } = await course(project === undefined ? '' : `&project=${project}`);
      const { json } = await ledger.get(
        `reports/quarterly?fiscalYear=2569&quarter=Q2&byQuarter=true${project === undefined ? '' : `&project=${project}`}`,
      );
      const rows = json['rows'] as unknown as readonly QuarterRow[];
      for (const quarter of ['Q1', 'Q2'] as const) {
        for (const measure of ['plan', 'spent', 'disbursed', 'committed'] as const) {
          const reported = rows
            .filter((row) => row.quarter === quarter && row.project_code !== 'TOTAL')
            .reduce((total, row) => total + satang(row.baht[measure]), 0n);
          expect([quarter, measure, satang(of('quarter', quarter)?.[measure])]).toEqual([
            ...[quarter, measure, reported],
          ]);
        }
      }
    }
  });

  it('has months that add up to their quarters, and sums that go on from month to month', async () => {
    const { rows, of } = await course();
    let toDate = 0n;
    for (const { month, quarter, baht } of rows.filter(({ level }) => level === 'month')) {
      toDate += satang(baht.disbursed);
      if (month !== undefined && satang(baht.disbursed_to_date) > 0n) {
        expect([month, satang(baht.disbursed_to_date)]).toEqual([month, toDate]);
      }
      expect([quarter, baht.plan]).toEqual([quarter, undefined]);
    }
    expect(toDate).toBe(satang(of('quarter', 'Q2')?.disbursed_to_date));
    expect(rows.filter(({ level }) => level === 'month').length).toBe(12);
  });

  it('is each explained: month, quarter, and from the beginning of the year', async () => {
    const { rows } = await course('&project=P08');
    let asked = 0;
    for (const { month, quarter, baht } of rows) {
      for (const [name, amount] of Object.entries(baht)) {
        const isToDate = name.endsWith('_to_date');
        const measure = name.replace('_to_date', '');
        const span = month === undefined ? `quarter=${quarter}` : `month=${month}`;
        const address = `project=P08&${span}&measure=${measure}&cumulative=${String(isToDate)}`;
        const { json } = await ledger.get(`explain?fiscalYear=2569&${address}`);
        expect([address, json['value']]).toEqual([address, amount]);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(20);
  });

  it('ends where knowledge ends: later months have neither movement nor sum', async () => {
    const { cut, of } = await course('&knownAt=2025-12-30');
    expect(cut).toBe('2025-12-30');
    expect(of('month', '2025-12')?.disbursed_to_date).toBeDefined();
    expect(of('month', '2026-01')).toEqual({});
    expect(of('quarter', 'Q2')?.plan).toBeDefined();
    expect(of('quarter', 'Q2')?.spent_to_date).toBeUndefined();
    const today = await course('&effectiveTo=2026-01-31');
    expect([today.cut, today.of('month', '2026-02')]).toEqual(['2026-01-31', {}]);
  });

  it('has the months after the year only when reserved money was used in them', async () => {
    const { rows } = await course();
    expect(rows.filter(({ quarter }) => quarter === 'after')).toEqual([]);
  });

  it('of a year without an account is twelve empty months', async () => {
    const { json } = await ledger.get('reports/course?fiscalYear=2572');
    const { rows } = courseAnswer.parse(json);
    expect(rows.length).toBe(16);
    expect(rows.every(({ baht }) => Object.keys(baht).length === 0)).toBe(true);
  });

  it('shows a payment in the month of its business date', async () => {
    await ledger.account('P90', '1000.00', LINE);
    await ledger.must('budget-accounts/2569/P90/disbursements', {
      ...{ disbursement: 'D-90', line: LINE, amount: '12.34', effectiveOn: '2026-02-11' },
    });
    const { of } = await course('&project=P90');
    expect(of('month', '2026-01')).toEqual({});
    expect(of('month', '2026-02')).toMatchObject({ disbursed: '12.34', committed: '0.00', spent: '12.34' });
    expect(of('month', '2026-04')).toEqual({
      ...{ spent_to_date: '12.34', disbursed_to_date: '12.34', committed_to_date: '0.00' },
    });
  });
});
