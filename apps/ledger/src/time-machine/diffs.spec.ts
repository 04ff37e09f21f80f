import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseBaht } from '#kernel';
import { LedgerUnderTest, LINE } from '../../testing/ledger-under-test.fixture.ts';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { changesAnswer } from './diff.answers.ts';

interface Cell {
  readonly project_code: string;
  readonly measure: string;
  readonly quarter?: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly change: string;
  readonly events: readonly {
    readonly movement: string;
    readonly running: string;
    readonly reason: string | null;
  }[];
}
interface Change {
  readonly place: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly events: readonly Readonly<Record<string, string | null>>[];
}

const account = 'budget-accounts/2569/P01';
const steps: string[] = [];
const after = (step: number): string => steps[step] ?? `no step ${String(step)}`;
let ledger: LedgerUnderTest;

const post = async (path: string, body: object): Promise<void> => {
  const { headers } = await ledger.must(path, body);
  steps.push(String(headers['obligo-position']));
};
const answer = async (query: string) => {
  const { status, json, text } = await ledger.get(query);
  if (status !== 200) throw new Error(text);
  return json;
};
const cellsOf = async (query: string) =>
  (await answer(`diff?fiscalYear=2569&${query}`))['cells'] as unknown as Cell[];
const changesOf = async (path: string) => (await answer(path))['changes'] as unknown as Change[];

/** Every change is the sum of its movements, and the last running value is the value at the second point. */
function explains(cells: readonly Cell[]): void {
  for (const { from, to, change, events } of cells) {
    const moved = events.reduce((sum, { movement }) => sum + parseBaht(movement), 0);
    expect(moved).toBe(parseBaht(change));
    expect(moved).toBe(parseBaht(to ?? '0.00') - parseBaht(from ?? '0.00'));
    expect(events.at(-1)?.running).toBe(to ?? '0.00');
  }
}

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', '1000.00');
  await ledger.account('P02', '500.00');
  const order = { commitment: 'PO-1', line: LINE, amount: '300.00', effectiveOn: '2025-11-05' };
  await post(`${account}/commitments`, order);
  const payment = { disbursement: 'D-1', commitment: 'PO-1', amount: '100.00', effectiveOn: '2026-01-15' };
  await post(`${account}/disbursements`, payment);
  const late = { disbursement: 'D-2', line: LINE, amount: '40.00', effectiveOn: '2025-12-20' };
  await post(`${account}/disbursements`, { ...late, reason: 'the bill came late', source: 'BILL-9' });
  const cut = {
    line: LINE,
    amount: '50.00',
    reason: 'committee',
    document: 'CUT-1',
    effectiveOn: '2026-02-01',
  };
  await post(`${account}/cuts`, cut);
});
afterAll(() => ledger.close());

describe('a difference of an account', () => {
  it('between two moments is made of the events that became known, on every line', async () => {
    const cells = await cellsOf(`of=account&project=P01&from=${after(1)}`);
    expect(cells.map(({ measure, from, to }) => [measure, from, to])).toEqual([
      ['budget', '1000.00', '950.00'],
      ['disbursed', '100.00', '140.00'],
      ['available', '700.00', '610.00'],
    ]);
    explains(cells);
  });

  it('between two days is made of what takes effect between them, at one moment', async () => {
    const cells = await cellsOf('of=account&project=P01&fromEffectiveTo=2025-12-31&toEffectiveTo=2026-01-31');
    expect(cells.map(({ measure, from, to }) => [measure, from, to])).toEqual([
      ['committed', '300.00', '200.00'],
      ['disbursed', '40.00', '140.00'],
    ]);
    explains(cells);
  });

  it('back to an earlier day turns the same events round', async () => {
    const cells = await cellsOf('of=account&project=P01&fromEffectiveTo=2026-02-28&toEffectiveTo=2025-12-31');
    expect(cells.map(({ measure, change }) => [measure, change])).toEqual([
      ['budget', '50.00'],
      ['committed', '100.00'],
      ['disbursed', '-100.00'],
      ['available', '50.00'],
    ]);
    explains(cells);
  });

  it('over both axes at once adds up still', async () => {
    for (const from of ['1', ...steps]) {
      for (const [then, now] of [
        ['2025-11-30', '2026-01-20'],
        ['2026-01-20', '2025-11-30'],
        ['2025-12-20', '2025-12-20'],
      ] as const) {
        explains(await cellsOf(`of=budget-status&from=${from}&fromEffectiveTo=${then}&toEffectiveTo=${now}`));
      }
    }
  });

  it('names the author, the reason and the document of every event', async () => {
    const [cell] = await cellsOf(`of=budget-status&project=P01&from=${after(2)}`);
    expect(cell).toMatchObject({ measure: 'cut', fund_source: LINE.fundSource, category: LINE.category });
    expect(cell?.events).toEqual([
      expect.objectContaining({ reason: 'committee', document: 'CUT-1', movement: '-50.00' }),
    ]);
  });
});

describe('a difference of the quarterly report', () => {
  it('is that of one project where one is named, and of the days that are asked about', async () => {
    const all = await cellsOf(`quarter=Q2&from=1`);
    expect(new Set(all.map(({ project_code }) => project_code))).toEqual(new Set(['P01', 'P02']));
    const own = await cellsOf(`quarter=Q2&from=1&project=P02`);
    expect(own.map(({ project_code, measure }) => [project_code, measure])).toEqual([
      ['P02', 'budget'],
      ['P02', 'available'],
    ]);
    const cells = await cellsOf(`quarter=Q2&from=${after(0)}&effectiveTo=2025-12-31`);
    expect(cells.map(({ measure, change }) => [measure, change])).toEqual([
      ['spent', '40.00'],
      ['disbursed', '40.00'],
      ['available', '-40.00'],
    ]);
    explains(cells);
  });

  it('needs a first moment, or two days', async () => {
    const { status, json } = await ledger.get('diff?fiscalYear=2569&effectiveTo=2025-12-31');
    expect([status, json['code'], JSON.stringify(json['errors'])]).toEqual([
      ...[400, 'input-invalid', expect.stringContaining('from')],
    ]);
  });

  it('refuses a moment that is still to come', async () => {
    const { status, json } = await ledger.get('diff?fiscalYear=2569&from=1&to=2199-01-01');
    expect([status, json['code']]).toEqual([400, 'known-at-in-future']);
  });
});

describe('a difference of KPIs', () => {
  it('goes from value to value, event by event, with the reasons', async () => {
    const kpi = { fiscalYear: 2569, kpi: 'K1', project: 'P01', name: 'Services', kind: 'count' };
    await post('kpis', { ...kpi, accumulation: 'incremental', effectiveOn: '2025-10-01' });
    const result = { result: 'r1', quarter: 'Q1', value: '8', effectiveOn: '2026-01-05' };
    await post('kpis/2569/K1/results', result);
    const from = steps.at(-1) ?? '';
    for (const [value, reason] of [
      ['9', 'one was overlooked'],
      ['10', 'and another'],
    ]) {
      const correction = { value, quarter: 'Q1', reason, effectiveOn: '2026-02-01' };
      await post('kpis/2569/K1/results/r1/corrections', correction);
    }
    const changes = await changesOf(`diff?fiscalYear=2569&of=kpi&quarter=Q1&from=${from}`);
    const cell = changes.find(({ place }) => place === 'K1 · Q1 · result');
    expect([cell?.from, cell?.to]).toEqual(['8', '10']);
    expect(cell?.events.map(({ before, after, reason }) => [before, after, reason])).toEqual([
      ['8', '9', 'one was overlooked'],
      ['9', '10', 'and another'],
    ]);
    expect(await changesOf(`diff?fiscalYear=2569&of=kpi&from=${from}&project=P02`)).toEqual([]);
  });
});

describe('a difference of the policy', () => {
  it('names every setting and duty that changed, by the event that changed it', async () => {
    const before = steps.at(-1) ?? '';
    await post('control/policy', {
      ...{ policy: { pastQuarters: 'locked' }, reason: 'Order 7', effectiveOn: '2026-03-01' },
    });
    await post('control/duties', { duty: 'keep-periods', holder: 'anan', effectiveOn: '2026-04-01' });
    const changes = await changesOf(`control/policy/diff?from=${before}`);
    expect(changes.map(({ place, from, to }) => [place, from, to])).toEqual([
      ['policy · version', '0', '1'],
      ['policy · pastQuarters', expect.any(String), 'locked'],
      ['duty · keep-periods · anan', null, 'always to ever'],
    ]);
    expect(changes[1]?.events).toEqual([
      expect.objectContaining({ type: 'ControlPolicySet', reason: 'Order 7', after: 'locked' }),
    ]);
    const days = 'fromEffectiveTo=2026-03-31&toEffectiveTo=2026-04-30';
    const later = await changesOf(`control/policy/diff?${days}`);
    expect(later.map(({ place }) => place)).toEqual(['duty · keep-periods · anan']);
  });
});

describe('the roles', () => {
  let served: ServedLedger;
  const ask = async (path: string) => (await served.must(path, { token: served.admin })).json;
  const day = () => new Date(served.clock.now + 7 * 3_600_000).toISOString().slice(0, 10);
  const NEXT = 86_400_000;

  beforeAll(async () => {
    served = await ServedLedger.open();
  });
  afterAll(() => served.close());

  it('are asked for on both axes in the words of everything else, and compared', async () => {
    await served.person('somsri', ['reader']);
    const first = day();
    served.clock.now += 2 * NEXT;
    served.admin = await served.signIn('admin');
    const limits = { first: '2026-01-01', last: '2026-01-31' };
    const body = { subject: 'somsri', role: 'maker', limits, reason: 'Order 3' };
    await served.must('access/grants', { token: served.admin, body });
    const roles = async (query: string) => {
      const { grants } = await ask(`access/rules?subject=somsri${query}`);
      return (grants as { role: string }[]).map(({ role }) => role);
    };
    expect(await roles(`&knownAt=${first}`)).toEqual(['reader']);
    expect(await roles('')).toEqual(['reader', 'maker']);
    expect(await roles('&effectiveTo=2026-01-15')).toEqual(['reader', 'maker']);
    expect(await roles('&effectiveTo=2026-02-01')).toEqual(['reader']);
    const { changes } = await ask(`access/rules/diff?from=${first}`);
    expect(changes).toEqual([
      {
        place: expect.stringMatching(/^grant · \d+ · somsri · maker$/),
        from: null,
        to: 'by administrator, first 2026-01-01, last 2026-01-31',
        events: [expect.objectContaining({ type: 'RoleGranted', actor: 'admin', reason: 'Order 3' })],
      },
    ]);
  });

  it('are compared with a day before anybody had one, when nothing was booked', async () => {
    const said = changesAnswer.parse(await ask('access/rules/diff?from=2000-01-01'));
    expect(said.from).toEqual({ asked: '2000-01-01', position: '0', bookedAt: null });
    expect(said.changes.length).toBeGreaterThan(0);
  });

  it('are refused at a moment that is none, and when they are asked for in two ways', async () => {
    const code = (query: string) => served.codeOf(`access/rules?${query}`, { token: served.admin });
    expect(await code('knownAt=soon')).toBe('known-at-malformed');
    expect(await code('knownAt=2199-01-01')).toBe('known-at-in-future');
    expect(await code('on=2025-12-05&knownAt=2025-12-05')).toBe('input-invalid');
    expect(await served.codeOf('access/rules/diff?from=1', { token: served.admin })).toBe('known-at-unknown');
  });
});
