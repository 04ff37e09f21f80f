import type { AccountCommand } from '../commands.ts';
import { baht, budget1000, inQ1, inQ2, operating } from '../testing.fixture.ts';
import type { ClearAdvance } from './clear-advance.ts';
import type { HoldGuarantee } from './hold-guarantee.ts';
import type { PayAdvance } from './pay-advance.ts';
import type { ReturnAdvance } from './return-advance.ts';
import type { ReturnHeld } from './return-held.ts';
import type { ReverseClearing } from './reverse-clearing.ts';

/** Advances and cash that is held, as the tests of an account tell them. */

export const advance = (number: string, amount: string, changes: Partial<PayAdvance> = {}): PayAdvance => ({
  type: 'pay-advance',
  advance: number,
  line: operating,
  amount: baht(amount),
  effectiveOn: inQ1,
  ...changes,
});

/** An advance of 300.00 out of a budget of 1,000.00. */
export const lent: readonly AccountCommand[] = [...budget1000, advance('AV-1', '300.00')];

/** Cleared by a voucher of the same number. */
export const clear = (number: string, spent: string, changes: Partial<ClearAdvance> = {}): ClearAdvance => ({
  type: 'clear-advance',
  advance: number,
  disbursement: `${number}-V`,
  spent: baht(spent),
  effectiveOn: inQ2,
  ...changes,
});

export const giveBack = (
  number: string,
  amount: string,
  changes: Partial<ReturnAdvance> = {},
): ReturnAdvance => ({
  type: 'return-advance',
  advance: number,
  amount: baht(amount),
  effectiveOn: inQ2,
  ...changes,
});

export const guarantee = (
  number: string,
  amount: string,
  changes: Partial<HoldGuarantee> = {},
): HoldGuarantee => ({
  type: 'hold-guarantee',
  guarantee: number,
  amount: baht(amount),
  effectiveOn: inQ1,
  ...changes,
});

/** Given back to the counterparty unless the test says that it is kept. */
export const returnHeld = (
  number: string,
  amount: string,
  changes: Partial<ReturnHeld> = {},
): ReturnHeld => ({
  type: 'return-held',
  number,
  amount: baht(amount),
  to: 'counterparty',
  effectiveOn: inQ2,
  ...changes,
});

export const reverseClearing = (
  clearing: string,
  changes: Partial<ReverseClearing> = {},
): ReverseClearing => ({
  type: 'reverse-clearing',
  clearing,
  reason: 'ส่งใช้ผิดฎีกา',
  effectiveOn: inQ2,
  ...changes,
});
