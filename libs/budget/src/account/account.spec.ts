import { describe, expect, it } from '@jest/globals';
import { THAI_CALENDAR } from '#kernel';
import { documentOf, movementsOf } from '../movements.ts';
import { budgetAccount } from './account.ts';
import type { AccountCommand } from './commands.ts';
import { accountEvents } from './events.ts';
import {
  after,
  allocate,
  baht,
  capital,
  commit,
  disburse,
  inQ2,
  open,
  operating,
  totals,
} from './testing.fixture.ts';

const [none, fifty] = [baht('0'), baht('50.00')];
const quarters = { Q1: fifty, Q2: none, Q3: fifty, Q4: none };
const reason = 'เหตุผล';
const transfer = { transfer: 'T-1', amount: fifty, reason, effectiveOn: inQ2 } as const;

/** All that can happen to an account, each once, in the order of the catalogue. */
const year: readonly AccountCommand[] = [
  open(),
  allocate('1000.00', { document: 'พ.ร.บ. 2569' }),
  { type: 'supplement', line: operating, amount: fifty, document: 'S-1', reason, effectiveOn: inQ2 },
  { type: 'cut', line: operating, amount: fifty, reason, effectiveOn: inQ2 },
  { ...transfer, type: 'transfer-out', line: operating, to: { project: 'P02', line: operating } },
  { ...transfer, type: 'transfer-in', line: capital, from: { project: 'P02', line: operating } },
  { type: 'set-plan', quarters, effectiveOn: inQ2 },
  { type: 'revise-plan', quarters: { ...quarters, Q4: fifty }, reason, effectiveOn: inQ2 },
  commit('PO-1', '400.00'),
  { type: 'amend-commitment', commitment: 'PO-1', change: fifty, reason, effectiveOn: inQ2 },
  { type: 'release-commitment', commitment: 'PO-1', amount: fifty, reason, effectiveOn: inQ2 },
  disburse('V-1', '100.00', { commitment: 'PO-1' }),
  { type: 'reverse-disbursement', disbursement: 'V-1', amount: fifty, reason, effectiveOn: inQ2 },
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
  const { events } = after(year);

  it('writes every event of the catalogue, and no other', () => {
    expect(events.map(({ type }) => type)).toEqual(accountEvents.map(({ type }) => type));
  });

  it('ends with what every step left', () => {
    expect(totals(year)).toEqual({
      allocated: '1000.00',
      committed: '300.00',
      disbursed: '100.00',
      available: '600.00',
    });
  });

  it('moves the cells of the report, step by step', () => {
    const cells = events.map((event) =>
      movementsOf(event, THAI_CALENDAR).map(({ measure, quarter, amount }) => [measure, quarter, amount]),
    );
    expect(cells).toEqual([
      [],
      [['budget', 'Q1', 100_000]],
      [['budget', 'Q2', 5_000]],
      [['budget', 'Q2', -5_000]],
      [['budget', 'Q2', -5_000]],
      [['budget', 'Q2', 5_000]],
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
      'พ.ร.บ. 2569',
      'S-1',
      undefined,
      'T-1',
      'T-1',
      undefined,
      undefined,
      'PO-1',
      'PO-1',
      'PO-1',
      'V-1',
      'V-1',
      'C-1',
    ]);
  });
});

it('the events of a budget account stand in the streams of budget accounts', () => {
  for (const { category } of accountEvents) expect(category).toBe(budgetAccount.category);
});
