import { baht, capital, inQ2, operating } from '../testing.fixture.ts';
import type { ReleaseBudget } from './release-budget.ts';
import type { TransferIn, TransferOut } from './transfer.ts';

/** Releases and transfers, as the tests of an account tell them. */

export const releaseBudget = (amount: string, changes: Partial<ReleaseBudget> = {}): ReleaseBudget => ({
  type: 'release-budget',
  line: operating,
  amount: baht(amount),
  effectiveOn: inQ2,
  ...changes,
});

const other = { project: 'P02', line: capital };
const shared = (amount: string) => ({
  transfer: 'T-1',
  line: operating,
  amount: baht(amount),
  reason: 'เหลือจ่าย',
  effectiveOn: inQ2,
});

/** From the operating line to the capital line of another project. */
export const out = (amount: string, changes: Partial<TransferOut> = {}): TransferOut => ({
  ...shared(amount),
  type: 'transfer-out',
  to: other,
  ...changes,
});

/** From the capital line of another project to the operating line. */
export const into = (amount: string, changes: Partial<TransferIn> = {}): TransferIn => ({
  ...shared(amount),
  type: 'transfer-in',
  from: other,
  ...changes,
});
