import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { obligo, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
const D = join(temporary.dir, 'D');
const at = ['--data', D, '--fiscal-year', '2569'];

beforeAll(async () => {
  await obligo('import', SAMPLE, '--data', D);
});
afterAll(() => temporary.remove());

describe('the restatements from the shell', () => {
  it('say of P01, P02, P06 and P09 what was published, what is so now, and why', async () => {
    const { code, out } = await obligo('report', 'restatements', ...at, '--csv');
    expect(code).toBe(0);
    const rows = out.split('\n').map((line) => line.split(',').slice(0, 8).join(' '));
    for (const row of [
      'Q1-2569 2025-12-30 P01 to Q1 disbursed 0.6334 1.7334 1.1000',
      'Q1-2569 2025-12-30 P02 to Q1 disbursed 5.2319 5.2320 0.0001',
      'Q1-2569 2025-12-30 P06 to Q1 spent 18.9111 18.9110 -0.0001',
      'Q1-2569 2025-12-30 P06 to Q1 disbursed 5.3740 5.3739 -0.0001',
      'Q1-2569 2025-12-30 P09 to Q1 disbursed 0.7632 7.7127 6.9495',
    ]) {
      expect(rows).toContain(row);
    }
    expect(out).toContain('Report Q2-2569 restates Q1 of P09');
  });

  it('are the same again when both moments are named', async () => {
    const named = ['--known-at', '2026-03-31', '--to', 'Q2-2569', '--csv'];
    const first = await obligo('report', 'restatements', ...at, ...named);
    const second = await obligo('report', 'restatements', ...at, ...named);
    expect([second.code, second.out]).toEqual([0, first.out]);
    const nothing = await obligo('report', 'restatements', ...at, '--to', 'Q1-2569');
    expect(nothing.out).toContain('0 cells of 1 reports');
    expect(nothing.out).toContain('(as of 2025-12-30): every cell says now what it said then.');
  });
});

describe('states from the shell', () => {
  it('show an account at any point of both axes', async () => {
    const show = (...point: string[]) =>
      obligo('account', 'show', ...at, '--project', 'P01', ...point, '--csv');
    const total = async (...point: string[]) => (await show(...point)).out.trimEnd().split('\n').at(-1);
    expect(await total('--known-at', '2025-12-30', '--effective-to', '2025-12-31')).toBe(
      'TOTAL,,42737700.00,0.00,0.00,14400000.00,0.00,633400.00,0.00,27704300.00',
    );
    expect(await total('--effective-to', '2025-12-31')).toContain(',13300000.00,0.00,1733400.00,');
    expect(await total('--era', 'be', '--effective-to', '2568-12-31')).toContain(',1733400.00,');
  });

  it('list documents, and tell the life of one', async () => {
    const list = await obligo('document', 'list', ...at, '--project', 'P01', '--csv');
    expect(list.out).toMatch(/^commitment,P01,P01-Q1,/m);
    const life = await obligo('document', 'show', ...at, '--project', 'P01', '--number', 'P01-Q1', '--json');
    const { steps } = JSON.parse(life.out) as { steps: { type: string }[] };
    expect(steps.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CommitmentMade', 'QuarterCorrected']),
    );
    const unknown = await obligo('document', 'show', ...at, '--project', 'P01', '--number', 'X');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('document-not-known')]);
  });

  it('show a KPI as it was known at the first report, with its history', async () => {
    const show = await obligo('kpi', 'show', ...at, '--kpi', 'P08-K2', '--known-at', 'Q1-2569', '--json');
    const { rows, history } = JSON.parse(show.out) as { rows: { plan?: string }[]; history: object[] };
    expect(rows.map(({ plan }) => plan)).toEqual([undefined, '500', '500', undefined]);
    expect(history.length).toBeGreaterThan(1);
  });

  it('refuse a moment that is still to come, and name every flag that is missing', async () => {
    const future = await obligo('account', 'show', ...at, '--project', 'P01', '--known-at', '2199-01-01');
    expect([future.code, future.err]).toEqual([2, expect.stringContaining('still to come')]);
    const missing = await obligo('document', 'show', '--data', D);
    expect(missing.err).toContain('--fiscal-year, --project, --number are missing');
  });
});

describe('differences from the shell', () => {
  it('compare an account, KPIs and the policy at two points', async () => {
    const account = await obligo(
      ...[
        'diff',
        '--of',
        'account',
        ...at,
        '--project',
        'P01',
        '--from',
        'Q1-2569',
        '--effective-to',
        '2025-12-31',
      ],
      '--csv',
    );
    expect(account.code).toBe(6);
    expect(account.out).toContain(',disbursed,0.6334,1.7334,1.1000,');
    const kpis = await obligo('diff', '--of', 'kpi', ...at, '--quarter', 'Q1', '--from', 'Q1-2569', '--csv');
    expect(kpis.out).toContain('P08-K2 · Q4 · plan,,500,');
    const policy = await obligo('diff', '--of', 'policy', '--data', D, '--from', 'Q1-2569');
    expect([policy.code, policy.out]).toEqual([0, expect.stringContaining('0 settings changed')]);
  });

  it('refuse what cannot be compared, and one point alone', async () => {
    const other = await obligo('diff', '--of', 'toString', ...at, '--from', '1');
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('policy, roles')]);
    const one = await obligo('diff', ...at, '--quarter', 'Q1');
    expect([one.code, one.err]).toEqual([2, expect.stringContaining('--from is missing')]);
  });
});
