import type { AccountState } from '../state.ts';
import { evolveAdvanceCleared } from './clear-advance.ts';
import type { CashEvent } from './events.ts';
import { evolveGuaranteeHeld } from './hold-guarantee.ts';
import { evolveAdvancePaid } from './pay-advance.ts';
import { evolveAdvanceReturned } from './return-advance.ts';
import { evolveHeldReturned } from './return-held.ts';
import { evolveClearingReversed } from './reverse-clearing.ts';

export function evolveCash(state: AccountState, event: CashEvent): void {
  switch (event.type) {
    case 'AdvancePaid':
      return evolveAdvancePaid(state, event);
    case 'AdvanceCleared':
      return evolveAdvanceCleared(state, event);
    case 'AdvanceReturned':
      return evolveAdvanceReturned(state, event);
    case 'AdvanceClearingReversed':
      return evolveClearingReversed(state, event);
    case 'GuaranteeHeld':
      return evolveGuaranteeHeld(state, event);
    case 'HeldCashReturned':
      return evolveHeldReturned(state, event);
  }
}
