import { describe, expect, it } from '@jest/globals';
import { THAI_CALENDAR } from '#kernel';
import { documentOf, movementsOf } from '../movements.ts';
import { budgetAccount } from './account.ts';
import { clear, lent, reverseClearing } from './cash/cash.fixture.ts';
import { everyDocument } from './chain/chain.fixture.ts';
import type { AccountCommand } from './commands.ts';
import { under } from './control/control.fixture.ts';
import { accountEvents } from './events.ts';
import {
  after,
  allocate,
  baht,
  capital,
  commit,
  disburse,
  inQ1,
  inQ2,
  open,
  operating,
  totals,
} from './testing.fixture.ts';
import { beforeYearEnd, everyStep } from './year-end/every-step.fixture.ts';
import { byRule } from './year-end/year-end.fixture.ts';

const [none, fifty] = [baht('0'), baht('50.00')];
const quarters = { Q1: fifty, Q2: none, Q3: fifty, Q4: none };
const reason = 'เหตุผล';
const transfer = { transfer: 'T-1', amount: fifty, reason, effectiveOn: inQ2 } as const;

const november = { effectiveOn: inQ1 } as const;
const advance = { advance: 'AV-1', ...november } as const;

/** Transfers have to be reported. */
const reporting = under({
  transfers: [{ scope: 'any', action: 'report', message: 'รายงานสำนักงบประมาณ', withinDays: 15 }],
});

/** All that can happen to an account, each once, in the order of the catalogue. */
const year: readonly AccountCommand[] = [
  open(),
  { type: 'estimate', line: operating, amount: baht('1200.00'), document: 'E-1', ...november },
  allocate('1000.00', { document: 'พ.ร.บ. 2569' }),
  { type: 'release-budget', line: operating, amount: fifty, document: 'R-1', ...november },
  { type: 'supplement', line: operating, amount: fifty, document: 'S-1', reason, effectiveOn: inQ2 },
  { type: 'cut', line: operating, amount: fifty, reason, effectiveOn: inQ2 },
  { ...transfer, type: 'transfer-out', line: operating, to: { project: 'P02', line: operating } },
  { ...transfer, type: 'transfer-in', line: capital, from: { project: 'P02', line: operating } },
  { type: 'report-transfer', transfer: 'T-1', reference: 'นร 1/2569', effectiveOn: inQ2 },
  { type: 'set-plan', quarters, effectiveOn: inQ2 },
  { type: 'revise-plan', quarters: { ...quarters, Q4: fifty }, reason, effectiveOn: inQ2 },
  commit('PO-1', '400.00'),
  { type: 'amend-commitment', commitment: 'PO-1', change: fifty, reason, effectiveOn: inQ2 },
  { type: 'release-commitment', commitment: 'PO-1', amount: fifty, reason, effectiveOn: inQ2 },
  disburse('V-1', '100.00', { commitment: 'PO-1' }),
  { type: 'reverse-disbursement', disbursement: 'V-1', amount: fifty, reason, effectiveOn: inQ2 },
  { ...advance, type: 'pay-advance', line: operating, amount: baht('60.00') },
  { ...advance, type: 'clear-advance', disbursement: 'V-9', spent: baht('30.00'), returned: baht('10.00') },
  { ...advance, type: 'return-advance', amount: baht('20.00') },
  { type: 'hold-guarantee', guarantee: 'G-1', commitment: 'PO-1', amount: fifty, ...november },
  { type: 'return-held', number: 'G-1', amount: fifty, to: 'counterparty', ...november },
  {
    type: 'correct-quarter',
    correction: 'C-1',
    quarter: 'Q1',
    commitment: 'PO-1',
    disbursed: fifty,
    committed: baht('-50.00'),
    reason,
  },
];

describe('the year of a project', () => {
  const { events } = after(year, reporting);

  it('writes every event of the catalogue, and no other', () => {
    const ending = after(everyStep, byRule).events.slice(beforeYearEnd);
    const reversed = after([...lent, clear('AV-1', '1.00'), reverseClearing('AV-1-V')]).events;
    const written = [...events, ...after(everyDocument).events, ...reversed, ...ending].map(
      ({ type }) => type,
    );
    expect([...new Set(written)].sort()).toEqual(accountEvents.map(({ type }) => type).sort());
  });

  it('ends with what every step left', () => {
    expect(totals(year, reporting)).toEqual({
      allocated: '1000.00',
      committed: '300.00',
      disbursed: '130.00',
      available: '570.00',
    });
  });

  it('moves the cells of the report, step by step', () => {
    const budget = (part: string, quarter: string, amount: number) =>
      ['budget', part].map((measure) => [measure, quarter, amount]);
    const cells = events.map((event) =>
      movementsOf(event, THAI_CALENDAR).map(({ measure, quarter, amount }) => [measure, quarter, amount]),
    );
    expect(cells).toEqual([
      [],
      [['estimated', 'Q1', 120_000]],
      budget('original', 'Q1', 100_000),
      [['released', 'Q1', 5_000]],
      budget('supplement', 'Q2', 5_000),
      budget('cut', 'Q2', -5_000),
      budget('transfer', 'Q2', -5_000),
      budget('transfer', 'Q2', 5_000),
      [],
      [
        ['plan', 'Q1', 5_000],
        ['plan', 'Q2', 0],
        ['plan', 'Q3', 5_000],
        ['plan', 'Q4', 0],
      ],
      [['plan', 'Q4', 5_000]],
      [['committed', 'Q1', 40_000]],
      [['committed', 'Q2', 5_000]],
      [['committed', 'Q2', -5_000]],
      [
        ['disbursed', 'Q1', 10_000],
        ['committed', 'Q1', -10_000],
      ],
      [
        ['disbursed', 'Q2', -5_000],
        ['committed', 'Q2', 5_000],
      ],
      [
        ['disbursed', 'Q1', 6_000],
        ['advanced', 'Q1', 6_000],
      ],
      [
        ['disbursed', 'Q1', -1_000],
        ['advanced', 'Q1', -4_000],
      ],
      [
        ['disbursed', 'Q1', -2_000],
        ['advanced', 'Q1', -2_000],
      ],
      [],
      [],
      [
        ['disbursed', 'Q1', 5_000],
        ['committed', 'Q1', -5_000],
      ],
    ]);
  });

  it('falls into other quarters where the fiscal year starts in January', () => {
    const calendar = { ...THAI_CALENDAR, startMonth: 1 };
    const made = events.find(({ type }) => type === 'CommitmentMade');
    expect(made && movementsOf(made, calendar)).toMatchObject([{ quarter: 'Q4' }]);
  });

  it('names the document of each step', () => {
    expect(events.map((event) => documentOf(event)?.number)).toEqual([
      undefined,
      'E-1',
      'พ.ร.บ. 2569',
      'R-1',
      'S-1',
      undefined,
      'T-1',
      'T-1',
      'T-1',
      undefined,
      undefined,
      'PO-1',
      'PO-1',
      'PO-1',
      'V-1',
      'V-1',
      'AV-1',
      'AV-1',
      'AV-1',
      'G-1',
      'G-1',
      'C-1',
    ]);
  });
});

it('the events of a budget account stand in the streams of budget accounts', () => {
  for (const { category } of accountEvents) expect(category).toBe(budgetAccount.category);
});
