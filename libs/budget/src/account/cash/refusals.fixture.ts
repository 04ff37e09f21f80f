import type { AccountCommand } from '../commands.ts';
import { baht, budget1000, day, disburse, inQ2 } from '../testing.fixture.ts';
import { advance, clear, giveBack, guarantee, returnHeld, reverseClearing } from './cash.fixture.ts';

/** For every code of cash that can be refused: what was accepted before, and last what is refused. */
export const cashCases = {
  'advance-exists': [...budget1000, advance('AV-1', '10.00'), advance('AV-1', '1.00')],
  'advance-unknown': [...budget1000, clear('AV-1', '1.00')],
  'advance-settled': [
    ...budget1000,
    advance('AV-1', '10.00'),
    clear('AV-1', '10.00'),
    giveBack('AV-1', '1.00'),
  ],
  'advance-exceeded': [...budget1000, advance('AV-1', '10.00'), giveBack('AV-1', '10.01')],
  'clearing-unknown': [...budget1000, reverseClearing('V-9')],
  'clearing-already-reversed': [
    ...budget1000,
    advance('AV-1', '10.00'),
    clear('AV-1', '10.00'),
    reverseClearing('AV-1-V'),
    reverseClearing('AV-1-V'),
  ],
  'voucher-clears-advance': [
    ...budget1000,
    advance('AV-1', '10.00'),
    clear('AV-1', '10.00'),
    { type: 'reverse-disbursement', disbursement: 'AV-1-V', reason: 'จ่ายผิด', effectiveOn: inQ2 },
  ],
  'advance-due-early': [...budget1000, advance('AV-1', '10.00', { dueOn: day('2025-11-14') })],
  'held-cash-exists': [...budget1000, guarantee('G-1', '50.00'), guarantee('G-1', '1.00')],
  'held-cash-unknown': [
    ...budget1000,
    // A late fine is settled with the payment: nothing is held.
    disburse('V-1', '100.00', { withheld: [{ kind: 'late-fine', amount: baht('5.00'), number: 'F-1' }] }),
    returnHeld('F-1', '5.00'),
  ],
  'retention-returned': [
    ...budget1000,
    disburse('V-1', '100.00', { withheld: [{ kind: 'retention', amount: baht('5.00'), number: 'RT-1' }] }),
    returnHeld('RT-1', '5.00'),
    { type: 'reverse-disbursement', disbursement: 'V-1', reason: 'จ่ายผิด', effectiveOn: inQ2 },
  ],
  'held-cash-exceeded': [...budget1000, guarantee('G-1', '50.00'), returnHeld('G-1', '50.01')],
} as const satisfies Record<string, readonly AccountCommand[]>;
