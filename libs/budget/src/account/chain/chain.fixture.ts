import { parseQuantity } from '#kernel';
import type { AccountCommand } from '../commands.ts';
import { baht, budget1000, commit, day, disburse, inQ1, inQ2, operating } from '../testing.fixture.ts';
import type { Accept } from './accept.ts';
import type { MakeRequest } from './request.ts';

/** Documents of the chain, as its tests tell them. */

const reason = 'เหตุผล';

export const request = (number: string, amount: string, changes: Partial<MakeRequest> = {}): MakeRequest => ({
  type: 'make-request',
  request: number,
  line: operating,
  amount: baht(amount),
  effectiveOn: inQ1,
  ...changes,
});

export const accept = (number: string, commitment: string, changes: Partial<Accept> = {}): Accept => ({
  type: 'accept',
  acceptance: number,
  commitment,
  effectiveOn: inQ1,
  ...changes,
});

export const units = parseQuantity;

const contract = {
  total: '300.00',
  years: [
    { fiscalYear: 2569, amount: '200.00' },
    { fiscalYear: 2570, amount: '100.00' },
  ],
};

/** Every document of the chain, and every way it is taken back. */
export const everyDocument: readonly AccountCommand[] = [
  ...budget1000,
  request('PR-1', '100.00'),
  { type: 'release-request', request: 'PR-1', amount: baht('10.00'), reason, effectiveOn: inQ2 },
  commit('PO-1', '90.00', { request: 'PR-1' }),
  { type: 'amend-commitment', commitment: 'PO-1', change: baht('10.00'), reason, effectiveOn: inQ2 },
  { type: 'release-commitment', commitment: 'PO-1', amount: baht('10.00'), reason, effectiveOn: inQ2 },
  { type: 'reverse-commitment', commitment: 'PO-1', reason, effectiveOn: inQ2 },
  commit('CT-1', '200.00', { contract }),
  {
    type: 'take-up-contract-year',
    commitment: 'CT-1',
    fiscalYear: 2570,
    amount: baht('100.00'),
    effectiveOn: inQ2,
  },
  accept('AC-1', 'CT-1', { amount: baht('100.00') }),
  disburse('V-1', '60.00', { acceptance: 'AC-1', line: undefined, final: true }),
  { type: 'reverse-disbursement', disbursement: 'V-1', amount: baht('20.00'), reason, effectiveOn: inQ2 },
  {
    type: 'refund',
    refund: 'RF-1',
    disbursement: 'V-1',
    amount: baht('10.00'),
    reason,
    effectiveOn: inQ2,
  },
  accept('AC-2', 'CT-1', { amount: baht('50.00') }),
  { type: 'reverse-acceptance', acceptance: 'AC-2', reason, effectiveOn: inQ2 },
  {
    type: 'note-off-budget-line',
    stage: 'commitment',
    document: 'CT-1',
    item: '2',
    amount: baht('7.00'),
    description: 'เจ้าภาพจ่าย',
    effectiveOn: inQ2,
  },
];

const dollars = { currency: 'USD', amount: '10.00', rate: '35.50' };
const contracted = [...budget1000, commit('CT-1', '200.00', { contract })];
const takeUp = {
  type: 'take-up-contract-year',
  commitment: 'CT-1',
  fiscalYear: 2570,
  amount: baht('100.00'),
  effectiveOn: inQ2,
} as const;
const ordered = [...budget1000, request('PR-1', '500.00'), commit('PO-1', '300.00', { request: 'PR-1' })];
const accepted = [...ordered, accept('AC-1', 'PO-1', { amount: baht('200.00') })];
const early = day('2025-10-31');
const note = everyDocument.at(-1) as AccountCommand;
const refund = {
  type: 'refund',
  refund: 'RF-1',
  disbursement: 'V-1',
  amount: baht('1.00'),
  reason,
  effectiveOn: inQ2,
} as const;

/** What the chain refuses: what was accepted before, and last what is refused. */
export const chainCases = {
  'request-exists': [...ordered, request('PR-1', '1.00')],
  'request-unknown': [...budget1000, commit('PO-9', '1.00', { request: 'PR-9' })],
  'request-exceeded': [...ordered, commit('PO-2', '200.01', { request: 'PR-1' })],
  'acceptance-exists': [...accepted, accept('AC-1', 'PO-1', { amount: baht('1.00') })],
  'acceptance-unknown': [...accepted, disburse('V-1', '1.00', { acceptance: 'AC-9', line: undefined })],
  'acceptance-exceeded': [...accepted, disburse('V-1', '200.01', { acceptance: 'AC-1', line: undefined })],
  'quantity-exceeded': [
    ...budget1000,
    commit('PO-1', '300.00', { quantity: units('3') }),
    accept('AC-1', 'PO-1', { quantity: units('3.0001') }),
  ],
  'date-before-document': [...ordered, commit('PO-2', '1.00', { request: 'PR-1', effectiveOn: early })],
  'document-in-use': [
    ...accepted,
    { type: 'reverse-commitment', commitment: 'PO-1', reason, effectiveOn: inQ2 },
  ],
  'document-ambiguous': [
    ...accepted,
    disburse('V-1', '1.00', { acceptance: 'AC-1', commitment: 'PO-1', line: undefined }),
  ],
  'document-reversed': [
    ...budget1000,
    commit('PO-1', '10.00'),
    { type: 'reverse-commitment', commitment: 'PO-1', reason, effectiveOn: inQ2 },
    { type: 'amend-commitment', commitment: 'PO-1', change: baht('1.00'), reason, effectiveOn: inQ2 },
  ],
  'refund-exists': [...budget1000, disburse('V-1', '100.00'), refund, refund],
  'withheld-exceeds-payment': [
    ...budget1000,
    disburse('V-1', '10.00', { withheld: [{ kind: 'late-fine', amount: baht('10.01') }] }),
  ],
  'foreign-amount-differs': [...budget1000, commit('PO-1', '354.99', { foreign: dollars })],
  'currency-differs': [
    ...budget1000,
    commit('PO-1', '355.00', { foreign: dollars }),
    accept('AC-1', 'PO-1', { foreign: { currency: 'EUR', amount: '10.00' } }),
  ],
  'contract-years-differ': [...budget1000, commit('CT-1', '100.00', { contract })],
  'contract-year-unknown': [...contracted, { ...takeUp, fiscalYear: 2571 }],
  'contract-year-taken': [...contracted, takeUp, takeUp],
  'contract-year-exceeded': [...contracted, { ...takeUp, amount: baht('100.01') }],
  'off-budget-line-exists': [...contracted, note, note],
} satisfies Readonly<Record<string, readonly AccountCommand[]>>;
