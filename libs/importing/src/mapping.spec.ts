import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Posting } from '#posting';
import { type ImportPlan, importKey, planImport, summaryOf } from './index.ts';
import { LedgerInMemory, million, replaced, sampleFiles } from './sample.fixture.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'unclassified' };
const sample = sampleFiles();
let plan: ImportPlan;

beforeAll(async () => {
  plan = await planImport(sample, new LedgerInMemory());
});

/** Postings of one project or KPI, as far as they are of the given kinds. */
function commandsOf(code: string, ...types: string[]): Posting['command'][] {
  return plan.postings
    .filter(({ stream, command }) => stream.endsWith(`.${code}`) && types.includes(command.type))
    .map(({ command }) => command);
}

describe('the published tables of FY2569', () => {
  it('have no fault, and two cells that contradict the quarters within rounding', () => {
    expect(plan.faults).toEqual([]);
    const cells = plan.notes.filter(({ code }) => code === 'rounding-difference');
    expect(cells.map(({ file, line, column, message }) => [file, line, column, message])).toEqual([
      ['summary.csv', 12, 'disbursed_m', expect.stringMatching(/21\.0094 for P02.*21\.0095/)],
      ['summary.csv', 16, 'disbursed_m', expect.stringMatching(/15\.2358 for P06.*15\.2357/)],
    ]);
  });

  it('are booked in the order in which the organisation learnt them', () => {
    const clocks = plan.postings.map(({ bookedAt }) => bookedAt);
    expect(clocks).toEqual([...clocks].sort());
    expect([...new Set(clocks)]).toEqual([
      '2025-09-30T17:00:00.000Z',
      '2025-12-29T17:00:00.000Z',
      '2026-03-30T17:00:00.000Z',
    ]);
    expect(plan.steps.map(({ report, bookedOn }) => [report, bookedOn])).toEqual([
      [undefined, '2025-10-01'],
      ['Q1-2569', '2025-12-30'],
      ['Q2-2569', '2026-03-31'],
    ]);
  });

  it('never carry a person or a column that is not taken over', () => {
    expect(JSON.stringify(plan.postings)).not.toMatch(/owner|ผู้รับผิดชอบ/);
    expect(plan.notes.find(({ file }) => file === 'projects.csv')?.message).toContain('brief_no');
  });
});

describe('a project at the beginning of the year', () => {
  it('gets its account, its printed budget and its plan per quarter', () => {
    expect(commandsOf('P01', 'open-account', 'allocate', 'set-plan')).toMatchObject([
      {
        type: 'open-account',
        organisation: 'etda',
        fiscalYear: 2569,
        nameEn: 'Promotion and Governance of National Digital ID',
        programme: 'แผนงานบูรณาการรัฐบาลดิจิทัล',
        effectiveOn: '2025-10-01',
      },
      { type: 'allocate', line: LINE, amount: million('42.7377'), effectiveOn: '2025-10-01' },
      {
        type: 'set-plan',
        quarters: {
          Q1: million('20.2320'),
          Q2: million('14.1872'),
          Q3: million('0.8325'),
          Q4: million('7.4860'),
        },
      },
    ]);
  });

  it('keeps a printed cut as a remark and posts none, since the source does not say which side of it the budget is', () => {
    const note = (code: string) => commandsOf(code, 'open-account')[0] as { note?: string };
    expect(note('P04').note).toContain('2.7675');
    expect(note('P01').note).toBeUndefined();
    expect(plan.postings.filter(({ command }) => command.type === 'cut')).toEqual([]);
  });
});

describe('the money of the reports', () => {
  it('of December: what is not disbursed is one commitment, the rest is disbursed directly', () => {
    expect(commandsOf('P01', 'commit', 'disburse').slice(0, 2)).toMatchObject([
      {
        type: 'commit',
        commitment: 'P01-Q1',
        line: LINE,
        amount: million('14.4000'),
        effectiveOn: '2025-12-30',
      },
      { type: 'disburse', disbursement: 'P01-Q1-D', line: LINE, amount: million('0.6334') },
    ]);
  });

  it('of March: the first quarter is corrected where it was restated, and nowhere else', () => {
    const corrected = plan.postings.filter(({ command }) => command.type === 'correct-quarter');
    expect(corrected.map(({ stream, command }) => [stream.slice(-3), command])).toMatchObject([
      ['P01', { disbursed: million('1.1000'), committed: million('-1.1000'), commitment: 'P01-Q1' }],
      ['P02', { disbursed: million('0.0001'), committed: million('-0.0001'), commitment: 'P02-Q1' }],
      ['P06', { disbursed: million('-0.0001'), committed: 0, line: LINE }],
      ['P09', { disbursed: million('6.9495'), committed: million('-6.9495'), commitment: 'P09-Q1' }],
    ]);
    expect(corrected[0]?.command).toEqual({
      type: 'correct-quarter',
      correction: 'Q1-restated-in-Q2-2569',
      quarter: 'Q1',
      commitment: 'P01-Q1',
      disbursed: million('1.1000'),
      committed: million('-1.1000'),
      reason:
        'Report Q2-2569 restates Q1 of P01: 1.7334 disbursed and 13.3000 committed, against 0.6334 disbursed and 14.4000 committed as known since Q1-2569, in million baht',
      effectiveOn: '2025-12-31',
    });
    expect(corrected[0]?.source).toBe(
      'Q2-2569 (สรุปผลการดำเนินงานไตรมาส 2 ปีงบประมาณ 2569), quarterly.csv line 2',
    );
  });

  it('of March: a net fall of commitments is a disbursement that liquidates them, the rest is direct', () => {
    expect(commandsOf('P08', 'commit', 'disburse', 'release-commitment').slice(2)).toMatchObject([
      { type: 'disburse', disbursement: 'P08-Q2-L', commitment: 'P08-Q1', amount: million('32.1369') },
      { type: 'disburse', disbursement: 'P08-Q2-D', line: LINE, amount: million('0.5588') },
    ]);
  });
});

describe('the KPIs of the reports', () => {
  it('are defined with the first report, parts naming the KPI that they belong to', () => {
    expect(commandsOf('P05-K2', 'define-kpi')).toMatchObject([
      { kind: 'composite', authority: 'BOTH', project: 'P05' },
    ]);
    expect(commandsOf('P05-K2a', 'define-kpi', 'set-target')).toMatchObject([
      { kind: 'count', accumulation: 'incremental', partOf: 'P05-K2', unit: 'ราย' },
      { operator: '>', value: '60000', text: 'มากกว่า 60,000 ราย' },
    ]);
  });

  it('have one plan that the second report revises: P08-K2 moves from Q2 and Q3 to Q3 and Q4', () => {
    const revised = plan.postings.filter(
      ({ decider, command }) => decider.category === 'kpi' && command.type === 'revise-plan',
    );
    expect(revised.map(({ stream }) => stream)).toEqual(['kpi-etda.2569.P08-K2']);
    expect(revised[0]?.command).toEqual({
      type: 'revise-plan',
      quarters: { Q3: { value: '500', text: '500' }, Q4: { value: '500', text: '500' } },
      reason: 'Report Q2-2569 prints another plan than Q1-2569: Q2 from 500 to none, Q4 from none to 500',
      effectiveOn: '2026-03-31',
    });
    expect(commandsOf('P08-K2', 'set-plan')).toMatchObject([
      { quarters: { Q2: { value: '500' }, Q3: { value: '500' } } },
    ]);
  });

  it('keep every printed result, the running total beside the figures of the quarters', () => {
    const results = commandsOf('P08-K1', 'record-result');
    expect(results).toMatchObject([
      { result: 'Q1-2569', quarter: 'Q1', value: '595', cumulative: false },
      { result: 'Q2-2569', quarter: 'Q2', value: '4556', cumulative: true },
      { result: 'Q2-2569/Q1', quarter: 'Q1', value: '595', cumulative: false },
      { result: 'Q2-2569/Q2', quarter: 'Q2', value: '3961', cumulative: false },
    ]);
  });

  it('are marked as achieved where the status page names them', () => {
    const achieved = plan.postings.filter(({ command }) => command.type === 'mark-achieved');
    expect(achieved.map(({ stream }) => stream.split('.').at(-1))).toEqual([
      'P01-K1',
      'P01-K2',
      'P03-K2',
      'P08-K3',
    ]);
  });
});

describe('the import as a whole', () => {
  it('shows what it would post, by report and command', () => {
    const summary = summaryOf(plan);
    expect(summary.postings).toBe(plan.postings.length);
    expect(summary.steps.map(({ postings }) => postings).reduce((a, b) => a + b)).toBe(summary.postings);
    const march = summary.steps[2]?.commands ?? [];
    expect(march).toContainEqual({ category: 'budgetaccount', command: 'correct-quarter', count: 4 });
    expect(march).toContainEqual({ category: 'kpi', command: 'revise-plan', count: 1 });
  });

  it('has a key that depends on the tables and on nothing else in the folder', () => {
    const key = importKey(sample);
    expect(key).toMatch(/^import-[0-9a-f]{32}$/);
    expect(importKey([...sample].reverse().concat({ name: 'notes.txt', content: 'x' }))).toBe(key);
    expect(importKey(replaced(sample, 'summary.csv', '15.0334', '15.0335'))).not.toBe(key);
  });

  it('is planned in less than a second', async () => {
    const started = performance.now();
    await planImport(sample, new LedgerInMemory());
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
