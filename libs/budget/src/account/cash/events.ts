import { AdvanceCleared } from './clear-advance.ts';
import { GuaranteeHeld } from './hold-guarantee.ts';
import { AdvancePaid } from './pay-advance.ts';
import { AdvanceReturned } from './return-advance.ts';
import { HeldCashReturned } from './return-held.ts';
import { AdvanceClearingReversed } from './reverse-clearing.ts';

/** Every event of cash beside the chain, in the order of its life. */
export const cashEvents = [
  AdvancePaid,
  AdvanceCleared,
  AdvanceReturned,
  AdvanceClearingReversed,
  GuaranteeHeld,
  HeldCashReturned,
] as const;

export type CashEvent =
  AdvancePaid | AdvanceCleared | AdvanceReturned | AdvanceClearingReversed | GuaranteeHeld | HeldCashReturned;
