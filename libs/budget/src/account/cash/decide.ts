import type { Refusal } from '#kernel';
import type { AccountContext } from '../context.ts';
import type { AccountState } from '../state.ts';
import { type ClearAdvance, decideClearAdvance } from './clear-advance.ts';
import type { CashEvent } from './events.ts';
import { decideHoldGuarantee, type HoldGuarantee } from './hold-guarantee.ts';
import { decidePayAdvance, type PayAdvance } from './pay-advance.ts';
import { decideReturnAdvance, type ReturnAdvance } from './return-advance.ts';
import { decideReturnHeld, type ReturnHeld } from './return-held.ts';
import { decideReverseClearing, type ReverseClearing } from './reverse-clearing.ts';

/** All that can be asked about cash beside the chain: advances, and what is held for counterparties. */
export type CashCommand =
  PayAdvance | ClearAdvance | ReturnAdvance | ReverseClearing | HoldGuarantee | ReturnHeld;

export function decideCash(
  state: AccountState,
  command: CashCommand,
  context: AccountContext,
): CashEvent[] | Refusal {
  switch (command.type) {
    case 'pay-advance':
      return decidePayAdvance(state, command, context);
    case 'clear-advance':
      return decideClearAdvance(state, command);
    case 'return-advance':
      return decideReturnAdvance(state, command);
    case 'reverse-clearing':
      return decideReverseClearing(state, command);
    case 'hold-guarantee':
      return decideHoldGuarantee(state, command);
    case 'return-held':
      return decideReturnHeld(state, command);
  }
}
