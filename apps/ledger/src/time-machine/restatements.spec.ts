import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { restatementsExample } from './restatements-example.ts';

type Cell = Readonly<
  Record<'project_code' | 'measure' | 'published_m' | 'now_m' | 'difference_m', string>
> & {
  readonly quarter?: string;
  readonly events: readonly Readonly<Record<string, string>>[];
};
interface Report {
  readonly report: string;
  readonly asOf: string;
  readonly cells: readonly Cell[];
  readonly totals: readonly Cell[];
  readonly kpis: readonly Readonly<Record<string, unknown>>[];
  readonly statuses: readonly Readonly<Record<string, unknown>>[];
}

let ledger: LedgerUnderTest;

const reply = (query = '') => ledger.get(`reports/restatements?fiscalYear=2569${query}`);
const restatements = async (query = ''): Promise<Report[]> => {
  const { status, json, text } = await reply(query);
  if (status !== 200) throw new Error(text);
  return json['reports'] as unknown as Report[];
};
const satang = (baht: string | undefined) => Number((baht ?? 'x').replace('.', ''));

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.import();
});
afterAll(() => ledger.close());

describe('the restatements of the sample', () => {
  it('list every cell of the first report that the second one restated, with both figures', async () => {
    const [first, second] = await restatements();
    expect([first?.report, first?.asOf, second?.report, second?.asOf]).toEqual([
      ...['Q1-2569', '2025-12-30'],
      ...['Q2-2569', '2026-03-31'],
    ]);
    const rows = first?.cells.map((cell) => [
      ...[cell.project_code, cell.measure, cell.published_m, cell.now_m, cell.difference_m],
    ]);
    expect(rows).toEqual([
      ['P01', 'disbursed', '0.6334', '1.7334', '1.1000'],
      ['P01', 'committed', '14.4000', '13.3000', '-1.1000'],
      ['P02', 'disbursed', '5.2319', '5.2320', '0.0001'],
      ['P02', 'committed', '9.5884', '9.5883', '-0.0001'],
      ['P06', 'spent', '18.9111', '18.9110', '-0.0001'],
      ['P06', 'disbursed', '5.3740', '5.3739', '-0.0001'],
      ['P06', 'available', expect.any(String), expect.any(String), '0.0001'],
      ['P09', 'disbursed', '0.7632', '7.7127', '6.9495'],
      ['P09', 'committed', expect.any(String), expect.any(String), '-6.9495'],
    ]);
    expect(second?.cells).toEqual([]);
  });

  it('explain each by the correction that made it, its author, its reason and its source', async () => {
    const [first] = await restatements();
    for (const { project_code, difference_m, events } of first?.cells ?? []) {
      expect(events).toEqual([
        expect.objectContaining({
          type: 'QuarterCorrected',
          movement_m: difference_m,
          actor: 'operator',
          bookedAt: '2026-03-31T00:00:00+07:00',
          reason: expect.stringContaining(`Report Q2-2569 restates Q1 of ${project_code}`),
          source: expect.stringContaining('quarterly.csv line'),
          document: 'Q1-restated-in-Q2-2569',
        }),
      ]);
    }
  });

  it('account for what the second quarter seems to have moved: the two summaries less the restatement', async () => {
    const [first] = await restatements();
    const restated = new Map(
      first?.cells
        .filter(({ measure }) => measure === 'disbursed')
        .map(({ project_code, difference_m }) => [project_code, satang(difference_m)]),
    );
    // Second summary less first summary, and the printed second quarter, in ten-thousandths of a million baht.
    for (const [project, between, printed] of [
      ['P01', 66_702, 55_702],
      ['P09', 285_788, 216_293],
    ] as const) {
      expect([project, between - printed]).toEqual([project, restated.get(project)]);
    }
  });

  it('hold the KPI whose plan moved to other quarters, from the plan of then to the plan of now', async () => {
    const [first] = await restatements();
    const plans = first?.kpis.filter(({ kpi_code, column }) => kpi_code === 'P08-K2' && column === 'plan');
    expect(plans).toEqual([
      expect.objectContaining({ quarter: 'Q4', published: null, now: '500' }),
      expect.objectContaining({
        quarter: 'Q2',
        published: '500',
        now: null,
        events: [expect.objectContaining({ type: 'KpiPlanRevised', before: '500', after: null })],
      }),
    ]);
  });

  it('are none when now is the moment of the report itself', async () => {
    const [only, ...more] = await restatements('&to=Q1-2569');
    expect([only?.report, only?.cells, only?.totals, only?.kpis, more]).toEqual(['Q1-2569', [], [], [], []]);
  });

  it('are those of one project alone when one is named', async () => {
    const [first] = await restatements('&project=P09');
    expect(new Set(first?.cells.map(({ project_code }) => project_code))).toEqual(new Set(['P09']));
    expect(first?.totals).toEqual([]);
    const text = JSON.stringify(first);
    expect(text).not.toContain('P08-K2');
  });

  it('refuse a now that lies after what is known, and a project that was not', async () => {
    const swapped = await reply('&knownAt=2025-12-30&to=2026-03-31');
    expect([swapped.status, swapped.json['code']]).toEqual([400, 'known-at-order']);
    const unknown = await reply('&project=P77');
    expect([unknown.status, unknown.json['code']]).toEqual([404, 'project-unknown']);
  });

  it('are the example of the OpenAPI document', async () => {
    const { json } = await reply();
    const { reports, ...head } = restatementsExample.json;
    expect(json).toMatchObject(head);
    const [report] = reports;
    const [cell] = report?.cells ?? [];
    const found = (json['reports'] as unknown as Report[])[0];
    expect(found).toMatchObject({ report: report?.report, asOf: report?.asOf });
    expect(found?.cells[0]).toMatchObject({ ...cell });
  });

  it('are a row for each event as CSV, whose differences add up', async () => {
    const { text } = await reply('&format=csv&project=P01');
    const [header, ...rows] = text.trimEnd().split('\n');
    expect(header?.split(',').slice(0, 8)).toEqual([
      ...['report', 'published_as_of', 'subject', 'quarter', 'column', 'published', 'now', 'difference'],
    ]);
    expect(rows[0]).toMatch(/^Q1-2569,2025-12-30,P01,to Q1,disbursed,0\.6334,1\.7334,1\.1000,,,1\.1000,192,/);
  });
});

describe('a correction after both reports', () => {
  const correct = (correction: string, disbursed: string, reason: string) =>
    ledger.must('budget-accounts/2569/P03/corrections', {
      ...{ correction, quarter: 'Q1', commitment: 'P03-Q1', disbursed, committed: `-${disbursed}` },
      ...{ reason, effectiveOn: '2025-12-31', source: 'MEMO-7' },
    });

  it('restates both, every event with its part of the difference; a question about before stays as it was', async () => {
    const before = await reply('&knownAt=2026-03-31&format=csv');
    await correct('C-1', '1000.00', 'an invoice was overlooked');
    await correct('C-2', '500.00', 'so was another');
    const reports = await restatements('&project=P03');
    expect(reports.map(({ report }) => report)).toEqual(['Q1-2569', 'Q2-2569']);
    for (const { cells } of reports) {
      const disbursed = cells.find(({ measure }) => measure === 'disbursed');
      expect(disbursed?.difference_m).toBe('0.0015');
      expect(disbursed?.events.map(({ movement, reason, source }) => [movement, reason, source])).toEqual([
        ['1000.00', 'an invoice was overlooked', 'MEMO-7'],
        ['500.00', 'so was another', 'MEMO-7'],
      ]);
    }
    expect((await reply('&knownAt=2026-03-31&format=csv')).text).toBe(before.text);
  });

  it('stands in the quarter that it corrects when the quarters are asked for', async () => {
    const reports = await restatements('&project=P03&byQuarter=true');
    const second = reports.find(({ report }) => report === 'Q2-2569');
    const moved = second?.cells.filter(({ measure }) => measure === 'disbursed');
    expect(moved?.map(({ quarter, difference_m }) => [quarter, difference_m])).toEqual([
      ['Q1', '0.0015'],
      ['TOTAL', '0.0015'],
    ]);
  });
});

describe('the status of a project in a published report', () => {
  const report = (status: string, reason: string) => ({
    ...{ project: 'P01', status, text: `as ${reason} says`, reason },
    effectiveOn: '2026-04-02',
  });
  const path = 'quarterly-reports/2569/Q1-2569/statuses';

  it('is a restatement when another one is stated later, with the reason', async () => {
    const before = await restatements('&project=P01');
    expect(before.flatMap(({ statuses }) => statuses)).toEqual([]);
    await ledger.must(path, report('late', 'MEMO-8'));
    const [first] = await restatements('&project=P01');
    expect(first?.statuses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ project_code: 'P01', column: 'status', published: 'on_plan', now: 'late' },
          events: [expect.objectContaining({ type: 'ProjectStatusReported', reason: 'MEMO-8' })],
        }),
      ]),
    );
    expect((await reply('&project=P01&format=csv')).text).toMatch(
      /^Q1-2569,2025-12-30,P01,Q1,status,,,,on_plan,late,/m,
    );
  });
});
