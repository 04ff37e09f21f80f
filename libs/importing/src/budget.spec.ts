import { describe, expect, it } from '@jest/globals';
import { lineKey } from '#budget';
import { type FiscalYear, sum, ZERO } from '#kernel';
import { importKey, planImport, summaryOf } from './index.ts';
import { LedgerInMemory, million, replaced, rowsOf, sampleFiles } from './sample.fixture.ts';

const FY2563 = 2563 as FiscalYear;
const budget = sampleFiles('etda-fy2563');

async function taken(files = budget): Promise<LedgerInMemory> {
  const ledger = new LedgerInMemory();
  const plan = await planImport(files, ledger);
  expect(plan.faults).toEqual([]);
  return ledger.take(plan.postings);
}

/** What the ledger holds of every row of the documents, beside what the row says. */
async function held(ledger: LedgerInMemory, measure: 'estimated' | 'allocated'): Promise<[unknown, unknown]> {
  const rows = rowsOf(budget, 'budget.csv');
  const holds = await Promise.all(
    rows.map(async (row) => {
      const line = { fundSource: row['fund_source'] ?? '', category: row['category'] ?? '' };
      const state = await ledger.account(FY2563, row['project_code'] ?? '');
      return [row['project_code'], line, state?.lines.get(lineKey(line))?.[measure]];
    }),
  );
  const said = rows.map((row) => [
    row['project_code'],
    { fundSource: row['fund_source'], category: row['category'] },
    million(row[`${measure}_m`]),
  ]);
  return [holds, said];
}

describe('the plan of FY2563, taken over as a budget', () => {
  it('has no fault and nothing to note', async () => {
    const plan = await planImport(budget, new LedgerInMemory());
    expect([plan.faults, plan.notes]).toEqual([[], []]);
  });

  it.each(['estimated', 'allocated'] as const)(
    'gives every line what is %s, to the satang',
    async (measure) => {
      const [holds, said] = await held(await taken(), measure);
      expect(holds).toEqual(said);
    },
  );

  it('allocates 588.7946 million baht in all, and estimates the 40.0000 of off-budget money beside it', async () => {
    const ledger = await taken();
    const accounts = await Promise.all(
      rowsOf(budget, 'projects.csv').map((row) => ledger.account(FY2563, row['code'] ?? '')),
    );
    const lines = accounts.flatMap((account) => [...(account?.lines.values() ?? [])]);
    expect(sum(lines.map(({ allocated }) => allocated))).toBe(million('588.7946'));
    const offBudget = lines.filter(({ line }) => line.fundSource.endsWith('income'));
    expect(sum(offBudget.map(({ estimated }) => estimated))).toBe(million('40.0000'));
    expect(sum(offBudget.map(({ allocated }) => allocated))).toBe(million('33.4653'));
  });

  it('is booked on the first day of the fiscal year, each document with its number and its place', async () => {
    const { postings, steps } = await planImport(budget, new LedgerInMemory());
    expect(steps).toEqual([{ bookedOn: '2019-10-01', first: 0, count: postings.length }]);
    expect(new Set(postings.map(({ bookedAt }) => bookedAt))).toEqual(new Set(['2019-09-30T17:00:00.000Z']));
    const personnel = postings.filter(({ source }) => source === 'budget.csv line 8');
    expect(personnel.map(({ command }) => command)).toMatchObject([
      { type: 'estimate', document: 'AP2563/3', amount: million('134.1005'), effectiveOn: '2019-10-01' },
      { type: 'allocate', document: 'AP2563/3', amount: million('134.1005'), effectiveOn: '2019-10-01' },
    ]);
  });

  it('opens each account with its name and its group', async () => {
    const { postings } = await planImport(budget, new LedgerInMemory());
    const opened = postings.filter(({ command }) => command.type === 'open-account');
    expect(opened.map(({ command }) => command)).toMatchObject(
      rowsOf(budget, 'projects.csv').map((row) => ({
        project: row['code'],
        name: row['name_th'],
        programme: row['plan_th'],
        fiscalYear: 2563,
      })),
    );
  });

  it('shows what it would post: the organisation, eight accounts, ten estimates and ten allocations', async () => {
    const summary = summaryOf(await planImport(budget, new LedgerInMemory()));
    expect(summary.commands).toEqual([
      { category: 'organisation', command: 'register-organisation', count: 1 },
      { category: 'budgetaccount', command: 'open-account', count: 8 },
      { category: 'budgetaccount', command: 'estimate', count: 10 },
      { category: 'budgetaccount', command: 'allocate', count: 10 },
    ]);
  });

  it('leaves a line without an estimate unestimated', async () => {
    const from = 'AP2563/1.4,B04,annual-appropriation,unclassified,12.1865,';
    const files = replaced(budget, 'budget.csv', from, from.replace('12.1865', ''));
    const account = await (await taken(files)).account(FY2563, 'B04');
    expect([...(account?.lines.values() ?? [])]).toMatchObject([
      { estimated: ZERO, allocated: million('12.1865') },
    ]);
  });
});

describe('a ledger that has taken a budget over', () => {
  it('takes nothing over a second time', async () => {
    const again = await planImport(budget, await taken());
    expect(again).toMatchObject({ faults: [], notes: [], postings: [], steps: [] });
    expect(again.skipped).toContain('AP2563/2.1');
  });

  it('takes only the project that a later folder adds, and notes what it leaves as it is', async () => {
    const before = await taken();
    const project = 'B06,โครงการใหม่,,งบโครงการ,1.0000,,,2019-10-01,2020-09-30';
    const files = budget.map(({ name, content }) => {
      if (name === 'projects.csv')
        return { name, content: `${content.replace('12.1865', '12.1866')}${project}\n` };
      if (name !== 'budget.csv') return { name, content };
      const added = 'AP2563/9,B06,annual-appropriation,capital,,1.0000\n';
      return { name, content: `${content.replace('12.1865,12.1865', '12.1865,12.1866')}${added}` };
    });
    const { postings, notes } = await planImport(files, before);
    expect(postings.map(({ stream, command }) => [stream, command.type])).toEqual([
      ['budgetaccount-etda.2563.B06', 'open-account'],
      ['budgetaccount-etda.2563.B06', 'allocate'],
    ]);
    expect(notes).toMatchObject([{ code: 'already-recorded', file: 'budget.csv', line: 5 }]);
    expect(notes[0]?.message).toMatch(/12186500\.00.*B04.*12186600\.00/);
  });

  it('knows the same tables again by their key, whatever lies beside them', () => {
    const key = importKey(budget);
    expect(importKey([...budget, { name: 'notes.csv', content: 'x\n' }])).toBe(key);
    const changed = replaced(budget, 'budget.csv', '13.5522', '13.5523');
    expect(importKey(changed)).not.toBe(key);
  });
});
