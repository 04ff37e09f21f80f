import { describe, expect, it } from '@jest/globals';
import { edit, P01, sample } from './faults.fixture.ts';
import { figures, FY2569 } from './imported.fixture.ts';
import { type ImportPlan, planImport, type SourceFile } from './index.ts';
import { LedgerInMemory, million, replaced, rowsOf } from './sample.fixture.ts';
import { withThirdReport } from './third-report.fixture.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'unclassified' };

/** The sample as the first report would print P01 with another budget, or another plan of its quarter. */
const firstReport = (from: string, to: string): SourceFile[] =>
  edit('summary.csv', P01, P01.replace(from, to));

const commandsOf = ({ postings }: ImportPlan, project: string, ...types: string[]) =>
  postings
    .filter(({ stream, command }) => stream.endsWith(`.2569.${project}`) && types.includes(command.type))
    .map(({ command, bookedAt }) => [bookedAt, command]);

const OPENED = '2025-09-30T17:00:00.000Z';
const MARCH = '2026-03-30T17:00:00.000Z';

async function takenOver(files: readonly SourceFile[]): Promise<[ImportPlan, LedgerInMemory]> {
  const ledger = new LedgerInMemory();
  const plan = await planImport(files, ledger);
  expect(plan.faults).toEqual([]);
  ledger.take(plan.postings);
  const [held, printed] = await figures(ledger, [...files]);
  expect(held).toEqual(printed);
  return [plan, ledger];
}

describe('a budget that the second report prints otherwise than the first', () => {
  it('is what the first printed until then, and less from the second on', async () => {
    const [plan] = await takenOver(firstReport('42.7377', '43.5000'));
    expect(commandsOf(plan, 'P01', 'allocate', 'cut', 'supplement')).toEqual([
      [OPENED, { type: 'allocate', line: LINE, amount: million('43.5000'), effectiveOn: '2025-10-01' }],
      [
        MARCH,
        {
          type: 'cut',
          line: LINE,
          amount: million('0.7623'),
          reason:
            'Report Q2-2569 prints a budget of 42.7377 for P01, against 43.5000 in Q1-2569, in million baht',
          effectiveOn: '2026-03-31',
        },
      ],
    ]);
    expect(plan.notes.filter(({ code }) => code === 'budget-revised')).toMatchObject([
      { file: 'summary.csv', line: 11, column: 'budget_m' },
    ]);
  });

  it('is more from the second on, and what the first could not yet plan is planned with it', async () => {
    const [plan] = await takenOver(firstReport('42.7377', '40.0000'));
    expect(commandsOf(plan, 'P01', 'allocate', 'supplement', 'set-plan', 'revise-plan')).toMatchObject([
      [OPENED, { type: 'allocate', amount: million('40.0000') }],
      [
        OPENED,
        {
          type: 'set-plan',
          quarters: {
            Q1: million('20.2320'),
            Q2: million('14.1872'),
            Q3: million('0.8325'),
            Q4: million('4.7483'),
          },
        },
      ],
      [MARCH, { type: 'supplement', amount: million('2.7377') }],
      [MARCH, { type: 'revise-plan', quarters: { Q4: million('7.4860') } }],
    ]);
  });

  it('moves between projects without anything left over', async () => {
    const files = replaced(firstReport('42.7377', '42.8377'), 'summary.csv', 'P02,47.6852', 'P02,47.5852');
    const [plan] = await takenOver(files);
    expect(commandsOf(plan, 'P01', 'cut')).toMatchObject([[MARCH, { amount: million('0.1000') }]]);
    expect(commandsOf(plan, 'P02', 'supplement')).toMatchObject([[MARCH, { amount: million('0.1000') }]]);
  });

  it('is a fault where projects.csv prints what no report does', async () => {
    const { faults } = await planImport(edit('projects.csv', '42.7377', '42.7737'), new LedgerInMemory());
    expect(faults.map(({ code, line }) => [code, line])).toEqual([
      ['budget-differs', 2],
      ['budget-differs', 11],
    ]);
  });

  it('is taken over once', async () => {
    const files = firstReport('42.7377', '43.5000');
    const [, ledger] = await takenOver(files);
    expect(await planImport(files, ledger)).toMatchObject({ faults: [], postings: [] });
    expect((await planImport(files, ledger)).notes.map(({ code }) => code)).not.toContain('already-recorded');
  });
});

describe('a plan that the second report prints otherwise than the first', () => {
  it('is what the first printed until then: what its quarter has more, the next ones have less', async () => {
    const [plan] = await takenOver(firstReport('20.2320', '35.0000'));
    expect(commandsOf(plan, 'P01', 'set-plan', 'revise-plan')).toMatchObject([
      [
        OPENED,
        {
          type: 'set-plan',
          quarters: {
            Q1: million('35.0000'),
            Q2: 0,
            Q3: million('0.2517'),
            Q4: million('7.4860'),
          },
        },
      ],
      [MARCH, { type: 'revise-plan', quarters: { Q1: million('20.2320'), Q2: million('14.1872') } }],
    ]);
    expect(plan.notes.filter(({ code }) => code === 'plan-revised')).toMatchObject([
      {
        file: 'summary.csv',
        line: 2,
        column: 'plan_m',
        message: expect.stringMatching(/35\.0000.*20\.2320/),
      },
    ]);
  });

  it('is what the first printed until then: what its quarter has less, the next one has more', async () => {
    const [plan] = await takenOver(firstReport('20.2320', '18.0000'));
    expect(commandsOf(plan, 'P01', 'set-plan')).toMatchObject([
      [OPENED, { quarters: { Q1: million('18.0000'), Q2: million('16.4192') } }],
    ]);
  });

  it('is still a fault where the newest report contradicts its own quarters', async () => {
    const { faults } = await planImport(
      edit('summary.csv', 'P01,42.7377,34.4192', 'P01,42.7377,34.4912'),
      new LedgerInMemory(),
    );
    expect(faults).toMatchObject([{ code: 'plan-differs', file: 'summary.csv', line: 11 }]);
  });
});

describe('three reports that print three budgets and plans', () => {
  it('are each what the ledger knew at the end of their day', async () => {
    const third = withThirdReport(sample, []);
    const change = (files: SourceFile[], report: string, budget: string, plan: string): SourceFile[] => {
      const row = rowsOf(files, 'summary.csv').find(
        (each) => each['report_id'] === report && each['project_code'] === 'P03',
      );
      const head = `${report},P03,${row?.['budget_m'] ?? ''},${row?.['plan_m'] ?? ''}`;
      return replaced(files, 'summary.csv', head, `${report},P03,${budget},${plan}`);
    };
    const files = change(change(third, 'Q1-2569', '18.0000', '9.0000'), 'Q2-2569', '17.5000', '12.0000');
    const ledger = new LedgerInMemory();
    const { faults, postings } = await planImport(files, ledger);
    expect(faults).toEqual([]);
    const printed = rowsOf(files, 'summary.csv').filter((row) => row['project_code'] === 'P03');
    for (const [index, quarters] of [['Q1'], ['Q1', 'Q2'], ['Q1', 'Q2', 'Q3']].entries()) {
      const until = ['2025-12-29', '2026-03-30', '2026-06-29'][index] ?? '';
      const from = ['2025-01-01', '2025-12-30', '2026-03-31'][index] ?? '';
      ledger.take(
        postings.filter(
          ({ bookedAt = '' }) => bookedAt.slice(0, 10) <= until && bookedAt.slice(0, 10) >= from,
        ),
      );
      const state = await ledger.account(FY2569, 'P03');
      const budget = [...(state?.lines.values() ?? [])].reduce((all, line) => all + line.allocated, 0);
      const planned = quarters.reduce((all, quarter) => all + (state?.plan?.[quarter as 'Q1'] ?? 0), 0);
      expect([budget, planned]).toEqual([
        million(printed[index]?.['budget_m']),
        million(printed[index]?.['plan_m']),
      ]);
    }
  });
});
