import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest, LINE } from '../../testing/ledger-under-test.fixture.ts';

type Row = Readonly<Record<string, string>>;

let ledger: LedgerUnderTest;
/** The last position after each step. */
const positions = new Map<string, string>();
const at = (step: string): string => positions.get(step) ?? `no position of ${step}`;

const account = 'budget-accounts/2569/P01';
const post = async (step: string, path: string, body: object, query = '', actor = 'malee'): Promise<void> => {
  const reply = await ledger.post(`${path}${query}`, body, { 'obligo-actor': actor });
  if (reply.status !== 201) throw new Error(`${step}: ${reply.text}`);
  positions.set(step, String(reply.headers['obligo-position']));
};
const get = async (path: string): Promise<Record<string, unknown>> => {
  const { status, json, text } = await ledger.get(path);
  if (status !== 200) throw new Error(`${path}: ${text}`);
  return json;
};
const rows = async (path: string) => (await get(path))['rows'] as Row[];
const total = async (query: string) =>
  (await rows(`states/account?fiscalYear=2569&project=P01${query}`)).at(-1);
const codeOf = async (path: string) => {
  const { status, json } = await ledger.get(path);
  return [status, json['code']];
};

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', '1000.00');
  const quarters = { Q1: '100.00', Q2: '200.00', Q3: '300.00', Q4: '400.00' };
  await post('plan', `${account}/plan`, { quarters, effectiveOn: '2025-10-01' });
  const line = LINE;
  const request = { request: 'R-1', line, amount: '300.00', effectiveOn: '2025-10-10' };
  await post('request', `${account}/requests`, request);
  const order = { commitment: 'PO-1', request: 'R-1', amount: '250.00', effectiveOn: '2025-11-05' };
  await post('order', `${account}/commitments`, order);
  const acceptance = { acceptance: 'A-1', commitment: 'PO-1', amount: '120.00', effectiveOn: '2026-01-15' };
  await post('acceptance', `${account}/acceptances`, acceptance);
  const payment = { disbursement: 'D-1', acceptance: 'A-1', amount: '120.00', effectiveOn: '2026-02-03' };
  await post('payment', `${account}/disbursements`, payment);
  // Known late, effective early.
  const direct = { disbursement: 'D-2', line, amount: '40.00', effectiveOn: '2025-10-20', source: 'BILL-9' };
  await post('late', `${account}/disbursements`, direct);
});
afterAll(() => ledger.close());

describe('a budget account', () => {
  it('is told as it stands, line by line, with its plan and the policy in force', async () => {
    const answer = await get('states/account?fiscalYear=2569&project=P01');
    expect(answer).toMatchObject({
      schema: 'obligo.account/1',
      plan: { Q1: '100.00', Q2: '200.00', Q3: '300.00', Q4: '400.00' },
      policy: { version: 0 },
      rows: [
        { fund_source: LINE.fundSource, category: LINE.category, budget: '1000.00', available: '660.00' },
        { fund_source: 'TOTAL' },
      ],
    });
    expect(await total('')).toMatchObject({
      ...{ budget: '1000.00', pre_committed: '50.00', committed: '130.00' },
      ...{ accepted: '0.00', disbursed: '160.00', available: '660.00' },
    });
  });

  it('is told as it was known at a position, and of that what took effect up to a day', async () => {
    expect(await total(`&knownAt=${at('order')}`)).toMatchObject({ committed: '250.00', disbursed: '0.00' });
    expect(await total('&effectiveTo=2025-10-31')).toMatchObject({
      ...{ pre_committed: '300.00', committed: '0.00', disbursed: '40.00' },
    });
    expect(await total(`&effectiveTo=2025-10-31&knownAt=${at('payment')}`)).toMatchObject({
      ...{ pre_committed: '300.00', disbursed: '0.00' },
    });
    expect(await total('&effectiveTo=2026-02-02')).toMatchObject({ accepted: '120.00', disbursed: '40.00' });
  });

  it('has the plan of the quarters that have begun by the day', async () => {
    const plan = async (day: string) =>
      (await get(`states/account?fiscalYear=2569&project=P01&effectiveTo=${day}`))['plan'];
    expect(await plan('2026-01-01')).toEqual({ Q1: '100.00', Q2: '200.00' });
    expect(await plan('2025-12-31')).toEqual({ Q1: '100.00' });
  });

  it('is the report through a quarter on the last day of the quarter', async () => {
    const status = async (span: string) => rows(`reports/budget-status?fiscalYear=2569&project=P01${span}`);
    expect(await status('&effectiveTo=2025-12-31')).toEqual(await status('&quarter=Q1'));
    expect(await status('&effectiveTo=2026-01-15')).not.toEqual(await status('&quarter=Q1'));
  });

  it('is not found before it was opened, on either axis, nor where there is none', async () => {
    const path = 'states/account?fiscalYear=2569&project=P01';
    expect(await codeOf(`${path}&effectiveTo=2025-09-30`)).toEqual([404, 'project-unknown']);
    expect(await codeOf(`${path}&knownAt=2020-01-01`)).toEqual([404, 'project-unknown']);
    expect(await codeOf('states/account?fiscalYear=2569&project=P99')).toEqual([404, 'project-unknown']);
  });
});

describe('a document', () => {
  const life = (query: string) => get(`states/documents?fiscalYear=2569&project=P01${query}`);

  it('is told with its whole chain: request, order, acceptance, payment', async () => {
    const answer = await life('&document=A-1');
    const documents = answer['documents'] as Row[];
    expect(documents.map(({ stage, document, draws_on }) => [stage, document, draws_on])).toEqual([
      ['request', 'R-1', undefined],
      ['commitment', 'PO-1', 'request R-1'],
      ['acceptance', 'A-1', 'commitment PO-1'],
      ['disbursement', 'D-1', 'acceptance A-1'],
    ]);
    const steps = answer['steps'] as Row[];
    expect(steps.map(({ type, number, amountBy, usedBy }) => [type, number, amountBy, usedBy])).toEqual([
      ['RequestMade', 'R-1', '300.00', '0.00'],
      ['CommitmentMade', 'R-1', '0.00', '250.00'],
      ['CommitmentMade', 'PO-1', '250.00', '0.00'],
      ['WorkAccepted', 'PO-1', '0.00', '0.00'],
      ['WorkAccepted', 'A-1', '120.00', '0.00'],
      ['DisbursementMade', 'PO-1', '0.00', '120.00'],
      ['DisbursementMade', 'A-1', '0.00', '120.00'],
      ['DisbursementMade', 'D-1', '120.00', '0.00'],
    ]);
    expect(new Set(steps.map(({ actor }) => actor))).toEqual(new Set(['malee']));
  });

  it('is told as it was on a day, and as it was known at a moment', async () => {
    const outstanding = async (query: string) => {
      const documents = (await life(`&document=PO-1${query}`))['documents'] as Row[];
      return documents.map(({ document, outstanding: left }) => [document, left]);
    };
    expect(await outstanding('&effectiveTo=2025-12-31')).toEqual([
      ['R-1', '50.00'],
      ['PO-1', '250.00'],
    ]);
    expect(await outstanding(`&knownAt=${at('acceptance')}`)).toEqual([
      ['R-1', '50.00'],
      ['PO-1', '130.00'],
      ['A-1', '120.00'],
    ]);
    expect(await codeOf('states/documents?fiscalYear=2569&project=P01&document=X')).toEqual([
      ...[404, 'document-not-known'],
    ]);
  });

  it('stands in the list of an account, which comes page by page where a limit is given', async () => {
    const all = await life('');
    expect(all).not.toHaveProperty('next');
    const rows: Row[] = [];
    let next: { after: string } | null = { after: '' };
    for (let query = '&limit=2'; next; query = `&limit=2&after=${next?.after ?? ''}`) {
      const page = await life(query);
      rows.push(...(page['rows'] as Row[]));
      next = page['next'] as { after: string } | null;
    }
    expect(rows.length).toBeGreaterThan(2);
    expect(rows).toEqual(all['rows']);
    expect(await codeOf('states/documents?fiscalYear=2569&project=P01&after=nothing')).toEqual([
      ...[400, 'input-invalid'],
    ]);
  });

  it('stands in the list of commitments as it was on a day', async () => {
    const listed = async (query: string) =>
      (await rows(`commitments?fiscalYear=2569${query}`)).map(({ commitment, outstanding }) => [
        commitment,
        outstanding,
      ]);
    expect(await listed('&effectiveTo=2025-12-31')).toEqual([['PO-1', '250.00']]);
    expect(await listed('&effectiveTo=2025-11-04')).toEqual([]);
    expect(await listed('')).toEqual([['PO-1', '130.00']]);
  });

  it('tells who approved it, where it waited for other eyes', async () => {
    const approvals = [{ command: 'commit', from: '100.00', tiers: ['checker'] }];
    await post('policy', 'control/policy', { policy: { approvals }, effectiveOn: '2026-03-01' });
    await post('duty', 'control/duties', { duty: 'checker', holder: 'somsri', effectiveOn: '2026-03-01' });
    const order = { commitment: 'PO-2', line: LINE, amount: '110.00', effectiveOn: '2026-03-02' };
    await post('waiting', `${account}/commitments`, order, '?submit=W-1');
    await post('approved', 'approvals/W-1/approvals', { effectiveOn: '2026-03-03' }, '', 'somsri');
    const { steps } = await life('&document=PO-2');
    expect(steps).toEqual([
      expect.objectContaining({ approval: { number: 'W-1', maker: 'malee', approvers: ['somsri'] } }),
    ]);
  });
});

describe('what governs', () => {
  it('the list of approvals is as it was known, and as it stood on a day', async () => {
    const listed = async (query: string) =>
      (await rows(`approvals?status=all${query}`)).map(({ number, status, waitsFor }) => [
        number,
        status,
        waitsFor,
      ]);
    expect(await listed('')).toEqual([['W-1', 'approved', undefined]]);
    expect(await listed(`&knownAt=${at('waiting')}`)).toEqual([['W-1', 'waiting', 'checker']]);
    expect(await listed('&effectiveTo=2026-03-02')).toEqual([['W-1', 'waiting', 'checker']]);
    expect(await listed(`&knownAt=${at('duty')}`)).toEqual([]);
    expect(await rows(`approvals?knownAt=${at('waiting')}`)).toHaveLength(1);
  });

  it('the policy and the duties are those in force on the day', async () => {
    const grant = { duty: 'keeper', holder: 'anan', first: '2026-04-01', last: '2026-04-30' };
    await post('grant', 'control/duties', { ...grant, effectiveOn: '2026-03-05' });
    const onDay = async (day: string) => {
      const { version, duties } = await get(`control/policy?effectiveTo=${day}`);
      return [version, (duties as Row[]).map(({ holder }) => holder)];
    };
    expect(await onDay('2026-02-28')).toEqual([0, []]);
    expect(await onDay('2026-03-31')).toEqual([1, ['somsri']]);
    expect(await onDay('2026-04-15')).toEqual([1, ['somsri', 'anan']]);
    expect(await onDay('2026-05-01')).toEqual([1, ['somsri']]);
  });

  it('the months are those that were closed by the day', async () => {
    await post('close', 'periods/2569/soft-closings', { period: '2025-11', effectiveOn: '2026-01-10' });
    expect((await get('periods/2569?effectiveTo=2026-01-09'))['months']).toEqual([]);
    expect((await get('periods/2569?effectiveTo=2026-01-10'))['months']).toEqual([
      { month: '2025-11', status: 'soft-closed' },
    ]);
  });
});

describe('a KPI', () => {
  const kpis = (query: string) => get(`states/kpis?fiscalYear=2569${query}`);
  const result = async (query: string) => {
    const answer = await kpis(`&kpi=K1${query}`);
    return (answer['rows'] as Row[]).map(({ quarter, plan, result: value }) => [quarter, plan, value]);
  };

  it('is told with target, plan, results and history, at any point of both axes', async () => {
    const kpi = { fiscalYear: 2569, kpi: 'K1', project: 'P01', name: 'Services', kind: 'count' };
    await post('kpi', 'kpis', { ...kpi, accumulation: 'incremental', effectiveOn: '2025-10-01' });
    const quarters = { Q1: { value: '10' }, Q2: { value: '20' } };
    await post('kpi plan', 'kpis/2569/K1/plan', { quarters, effectiveOn: '2025-10-01' });
    const first = { result: 'r1', quarter: 'Q1', value: '8', effectiveOn: '2026-01-05' };
    await post('result', 'kpis/2569/K1/results', first);
    const second = { value: '9', quarter: 'Q1', reason: 'one was overlooked', effectiveOn: '2026-02-01' };
    await post('corrected', 'kpis/2569/K1/results/r1/corrections', second);
    expect((await result('&effectiveTo=2026-03-31'))[0]).toEqual(['Q1', '10', '9']);
    expect((await result('&effectiveTo=2026-01-31'))[0]).toEqual(['Q1', '10', '8']);
    expect((await result('&effectiveTo=2025-12-31'))[0]).toEqual(['Q1', '10', undefined]);
    expect((await result(`&knownAt=${at('result')}`))[0]).toEqual(['Q1', '10', '8']);
    const { history } = await kpis('&kpi=K1');
    expect((history as Row[]).map(({ type, reason }) => [type, reason])).toEqual([
      ...[
        ['KpiDefined', null],
        ['KpiPlanSet', null],
        ['KpiResultRecorded', null],
      ],
      ['KpiResultCorrected', 'one was overlooked'],
    ]);
    expect(await codeOf('states/kpis?fiscalYear=2569&kpi=K9')).toEqual([404, 'kpi-not-known']);
    expect(await codeOf('states/kpis?fiscalYear=2569&kpi=K1&project=P02')).toEqual([404, 'kpi-not-known']);
  });
});

describe('a question about a day', () => {
  it.each([
    'states/account?project=P01&',
    'reports/quarterly?quarter=Q1&',
    'commitments?',
    'journal?',
    'diff?quarter=Q1&from=1&',
  ])('refuses at %s one that is none', async (path) => {
    const { status, json } = await ledger.get(`${path}fiscalYear=2569&effectiveTo=2568-10-01`);
    expect([status, json['code'], JSON.stringify(json['errors'])]).toEqual([
      ...[400, 'input-invalid', expect.stringContaining('effectiveTo')],
    ]);
  });
});

describe('the life of a document', () => {
  it('names the files that each step rests on', async () => {
    const own = await LedgerUnderTest.open();
    await own.account('P01', '1000.00');
    const evidence = [{ name: 'PO-7.pdf', size: 1234, sha256: 'a'.repeat(64), reference: 'แฟ้ม 7' }];
    await own.must('budget-accounts/2569/P01/commitments', {
      ...{ commitment: 'PO-7', amount: '10.00', effectiveOn: '2025-11-01', evidence },
      line: { fundSource: 'annual-appropriation', category: 'operating' },
    });
    const { json } = await own.get('states/documents?fiscalYear=2569&project=P01&document=PO-7');
    expect(json['steps']).toEqual([expect.objectContaining({ number: 'PO-7', evidence })]);
    await own.close();
  });
});
