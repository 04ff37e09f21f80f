import type { BudgetRefusalCode } from '../../refusals.ts';
import type { AccountCommand } from '../commands.ts';
import { baht, commit, day, disburse } from '../testing.fixture.ts';
import {
  closed,
  closeYear,
  confirm,
  confirmed,
  extend,
  lapse,
  lastDay,
  order,
  ordered,
  priorYear,
  reserve,
  reverseStep,
  subsidy,
} from './year-end.fixture.ts';

const april = day('2027-04-01');
const toJune = extend('R-1', day('2027-06-30'));
const late = (effectiveOn = april) => disburse('V-9', '1.00', { commitment: 'PO-1', effectiveOn });
const reserved = [...ordered, reserve('R-1', order('PO-1'))];
const lapsed = [...confirmed, lapse('R-1', april)];
const bring = {
  type: 'bring-forward',
  from: { fiscalYear: 2568, line: subsidy },
  line: priorYear,
  amount: baht('80.00'),
  effectiveOn: day('2025-10-01'),
} as const;
const carried = { document: order('C-1'), line: subsidy, amount: '70.00', since: '2025-03-01' };
const bringOrder = {
  type: 'bring-commitment-forward',
  from: { fiscalYear: 2568 },
  carried,
  effectiveOn: day('2025-10-01'),
} as const;
const giveBack = {
  type: 'return-brought-forward',
  from: { document: order('C-1') },
  reason: 'ปี 2568 เปิดบัญชีใหม่',
  effectiveOn: lastDay,
} as const;

/** For every code that the year-end can refuse with: what was accepted before, and last what is refused. */
export const yearEndCases = {
  'date-before-step': [
    ...ordered,
    reserve('R-1', order('PO-1')),
    confirm('R-1', { effectiveOn: day('2026-09-14') }),
  ],
  'document-date-outside-year': [...ordered, { ...commit('PO-9', '1.00'), documentDate: day('2026-10-01') }],
  'reservation-exists': [...reserved, reserve('R-1', order('PO-2'))],
  'reservation-unknown': [...ordered, confirm('R-1')],
  'document-unknown': [...ordered, reserve('R-1', order('PO-9'))],
  'document-exists': [...ordered, { ...bringOrder, carried: { ...carried, document: order('PO-1') } }],
  'document-already-reserved': [...reserved, reserve('R-2', order('PO-1'))],
  'reservation-not-confirmed': [...reserved, toJune],
  'reservation-already-confirmed': [...confirmed, confirm('R-1')],
  'until-out-of-range': [...reserved, confirm('R-1', { until: april })],
  'agreement-missing': [...confirmed, { ...toJune, agreement: ' ' }],
  'reservation-expired': [...confirmed, late()],
  'reservation-not-expired': [...confirmed, lapse('R-1', day('2027-03-31'))],
  'reservation-lapsed': [...lapsed, toJune],
  'reservation-in-use': [...confirmed, late(day('2027-03-31')), reverseStep()],
  'year-not-ended': [...ordered, closeYear({ effectiveOn: day('2026-09-29') })],
  'year-closed': [...closed, commit('PO-9', '1.00')],
  'not-the-next-year': [...ordered, closeYear({ toFiscalYear: 2571 })],
  'year-end-step-unknown': [...ordered, reverseStep()],
  'year-end-out-of-order': [...confirmed, reverseStep(1)],
  'brought-forward-already': [...ordered, bring, bring],
  'brought-forward-unknown': [...ordered, giveBack],
  'brought-forward-used': [...ordered, bringOrder, disburse('V-9', '1.00', { commitment: 'C-1' }), giveBack],
} satisfies Partial<Record<BudgetRefusalCode, readonly AccountCommand[]>>;
