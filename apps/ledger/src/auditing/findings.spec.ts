import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';

interface Row {
  readonly id: string;
  readonly rule: string;
  readonly project: string | null;
  readonly sentence: string;
  readonly events: readonly string[];
}

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.import();
});
afterAll(() => ledger.close());

const rowsOf = async (query: string): Promise<Row[]> =>
  (await ledger.get(`audit/findings?${query}`)).json['rows'] as unknown as Row[];

const RESTATED = 'rule=restatements-without-approver&fiscalYear=2569';

describe('the findings of the sample', () => {
  it('name the corrections of quarter 1 that nobody approved, of every restated project', async () => {
    const rows = await rowsOf(RESTATED);
    expect([...new Set(rows.map(({ project }) => project))].sort()).toEqual(['P01', 'P02', 'P06', 'P09']);
  });

  it('are those that were known at a moment: none at the first report', async () => {
    expect(await rowsOf(`${RESTATED}&knownAt=2025-12-30`)).toEqual([]);
  });

  it('lead to the events, and to the figures that they moved', async () => {
    const [row] = await rowsOf(`${RESTATED}&project=P01`);
    const { json } = await ledger.get(`audit/findings/${row?.id ?? ''}`);
    const { events } = json['finding'] as unknown as {
      events: { links: { event: string; explain: string } }[];
    };
    expect(json['finding']).toMatchObject({
      id: row?.id,
      project: 'P01',
      rule: { rule: 'restatements-without-approver', name: { th: expect.any(String) } },
      events: [{ position: row?.events[0], type: 'QuarterCorrected', fiscalYear: 2569 }],
    });
    const [{ links } = { links: { event: '', explain: '' } }] = events;
    expect((await ledger.get(links.event)).json).toMatchObject({ type: 'QuarterCorrected' });
    const explained = await ledger.get(links.explain);
    expect(explained.status).toBe(200);
    expect(explained.text).toContain(`"${String(row?.events[0])}"`);
  });

  it('come page by page as they come at once', async () => {
    const query = 'effectiveTo=2027-01-01&includeEnded=true';
    const whole = await rowsOf(query);
    expect(whole.length).toBeGreaterThan(4);
    const paged: Row[] = [];
    for (let after: string | undefined; ;) {
      const { json } = await ledger.get(
        `audit/findings?${query}&limit=1${after === undefined ? '' : `&after=${after}`}`,
      );
      paged.push(...(json['rows'] as unknown as Row[]));
      const next = json['next'] as unknown as { after: string } | null;
      if (next === null) break;
      ({ after } = next);
    }
    expect(paged).toEqual(whole);
  });

  it('of dormant commitments depend on the day and on what was known', async () => {
    const dormant = 'rule=dormant-commitments&fiscalYear=2569';
    expect(await rowsOf(`${dormant}&effectiveTo=2026-01-15`)).toEqual([]);
    const later = await rowsOf(`${dormant}&effectiveTo=2027-01-01`);
    expect(later.length).toBeGreaterThan(0);
    expect(later[0]?.sentence).toMatch(/baht outstanding and has not moved since \d{4}-\d\d-\d\d/);
    expect(await rowsOf(`${dormant}&effectiveTo=2027-01-01&knownAt=2025-10-01`)).toEqual([]);
    const asked = `audit/findings?${dormant}&knownAt=2026-03-31`;
    expect((await ledger.get(asked)).json).toMatchObject({ query: { judgedOn: '2026-03-31' } });
    const [first] = later;
    const { json } = await ledger.get(`audit/findings/${first?.id ?? ''}?effectiveTo=2027-01-01`);
    expect(json['finding']).toMatchObject({ events: [{ type: 'CommitmentMade' }] });
    expect((await ledger.get(`audit/findings/${first?.id ?? ''}?effectiveTo=2026-01-15`)).status).toBe(404);
  });

  it('are a table with what was judged, and a CSV with stable columns', async () => {
    const csv = await ledger.get(`audit/findings?${RESTATED}&format=csv`);
    expect(csv.text.split(/\r?\n/)[0]?.split(',')).toEqual([
      'finding',
      'rule',
      'severity',
      'project_code',
      'fiscal_year',
      'effective_on',
      'amount',
      'people',
      'since',
      'until',
      'events',
      'sentence',
    ]);
    expect(Number(csv.headers['obligo-findings'])).toBeGreaterThanOrEqual(4);
    const table = await ledger.get(`audit/findings?${RESTATED}&format=table&effectiveTo=2026-09-30`);
    expect(table.text).toContain('Judged on 2026-09-30');
  });

  it.each([
    ['audit/findings?rule=no-such', 404, 'audit-rule-unknown'],
    ['audit/findings?after=x', 400, 'input-invalid'],
    ['audit/findings/00000000000000000000', 404, 'finding-unknown'],
  ])('%s is refused', async (path, status, code) => {
    expect(await ledger.get(path)).toMatchObject({ status, json: { code } });
  });

  it('of one project are not shown as those of another', async () => {
    const [row] = await rowsOf(`${RESTATED}&project=P01`);
    expect((await ledger.get(`audit/findings/${row?.id ?? ''}?project=P02`)).status).toBe(404);
  });

  it('are the same after the read models are built anew', async () => {
    const before = (await ledger.get('audit/findings?includeEnded=true')).text;
    const { json } = await ledger.post('projections/rebuild', {});
    expect(json).toMatchObject({ equal: true });
    expect((await ledger.get('audit/findings?includeEnded=true')).text).toBe(before);
  });
});

describe('a document that waited for approval', () => {
  let approved: LedgerUnderTest;
  const post = async (path: string, body: object, actor = 'keeper'): Promise<void> => {
    const reply = await approved.post(
      path,
      { effectiveOn: '2025-11-20', ...body },
      { 'obligo-actor': actor },
    );
    if (reply.status !== 201) throw new Error(reply.text);
  };

  beforeAll(async () => {
    approved = await LedgerUnderTest.open();
    await approved.account('P01', '1000.00');
  });
  afterAll(() => approved.close());

  it('and restates a closed month is no finding, since another approved it', async () => {
    await post('control/duties', { duty: 'restate', holder: 'malee' });
    await post('control/duties', { duty: 'approve-restatement', holder: 'olan' });
    await post('periods/2569/closings', { period: '2025-11' });
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    const payment = { disbursement: 'DV-1', line, amount: '10.00', restates: true, reason: 'late bill' };
    await post('budget-accounts/2569/P01/disbursements?submit=RS-1', payment, 'malee');
    await post('approvals/RS-1/approvals', {}, 'olan');
    const { json } = await approved.get('audit/findings?includeEnded=true');
    expect(json['rows']).toEqual([]);
  });
});

describe('who is limited to a project', () => {
  it('asks about its findings and its rules alone, and a maker about none', async () => {
    const served = await ServedLedger.open();
    const owner = await served.person('kanya', ['budget-owner', { projects: ['P01'] }]);
    const maker = await served.person('somchai', ['maker']);
    const codes = (token: string) =>
      Promise.all(
        ['findings', 'findings?project=P02', 'findings?project=P01', 'rules?project=P01'].map((path) =>
          served.codeOf(`audit/${path}`, { token }),
        ),
      );
    expect(await codes(owner)).toEqual([
      'outside-your-limits',
      'outside-your-limits',
      'answered 200',
      'answered 200',
    ]);
    expect(new Set(await codes(maker))).toEqual(new Set(['role-missing']));
    await served.close();
  });
});

describe('the rules', () => {
  it('say what they find, where they come from, and their parameters with units', async () => {
    const rules = (await ledger.get('audit/rules')).json['rules'] as unknown as object[];
    expect(rules).toContainEqual(
      expect.objectContaining({
        rule: 'dormant-commitments',
        version: 1,
        parameters: expect.arrayContaining([
          expect.objectContaining({ name: 'days', value: 180, default: 180, unit: 'days' }),
        ]),
      }),
    );
    expect((await ledger.get('audit/rules?format=csv')).text).toContain('threshold=500000.00 days=30');
  });
});
