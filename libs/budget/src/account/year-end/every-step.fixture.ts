import type { AccountCommand } from '../commands.ts';
import { allocate, baht, capital, day } from '../testing.fixture.ts';
import {
  closeYear,
  confirm,
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

const broughtForward = {
  document: order('C-2568'),
  line: subsidy,
  amount: '70.00',
  since: '2025-03-01',
};

/** Every event of the year-end once, in the order of the catalogue. */
export const everyStep: readonly AccountCommand[] = [
  ...ordered,
  allocate('200.00', { line: capital }),
  allocate('300.00', { line: subsidy }),
  {
    type: 'bring-forward',
    from: { fiscalYear: 2568, line: subsidy },
    line: priorYear,
    amount: baht('80.00'),
    effectiveOn: day('2025-10-01'),
  },
  {
    type: 'bring-commitment-forward',
    from: { fiscalYear: 2568 },
    carried: broughtForward,
    effectiveOn: day('2025-10-01'),
  },
  {
    type: 'return-brought-forward',
    from: { line: subsidy },
    reason: 'ปี 2568 เปิดบัญชีใหม่',
    effectiveOn: day('2025-11-01'),
  },
  reserve('R-1', order('PO-1')),
  confirm('R-1'),
  extend('R-1', day('2027-06-30'), { effectiveOn: lastDay }),
  closeYear(),
  lapse('R-1', day('2027-07-01')),
  reverseStep(),
];

/** The number of commands before the year-end begins. */
export const beforeYearEnd = ordered.length + 2;
