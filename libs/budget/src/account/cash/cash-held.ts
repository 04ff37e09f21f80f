import type { Satang } from '#kernel';
import type { AccountState } from '../state.ts';
import { heldUnder } from './held-cash.ts';
import type { HeldState } from './state.ts';

/** Cash that is held for a counterparty under one number. */
export interface CashHeld {
  readonly number: string;
  readonly kind: HeldState['kind'];
  /** What is held now, in satang. */
  readonly amount: Satang;
  /** The order or contract that it belongs to; absent where there is none, or more than one. */
  readonly commitment?: string | undefined;
}

/** All guarantees and retentions of which something is still held, in the order in which they came. */
export function cashHeld(state: AccountState): CashHeld[] {
  return [...state.held]
    .map(([number, held]) => {
      const commitment = held.commitment ?? retainedOn(state, held);
      return {
        number,
        kind: held.kind,
        amount: heldUnder(state, held),
        ...(commitment === undefined ? {} : { commitment }),
      };
    })
    .filter(({ amount }) => amount > 0);
}

/** The one order or contract whose payments were retained. */
function retainedOn(state: AccountState, { payments }: HeldState): string | undefined {
  const orders = new Set([...payments.keys()].map((payment) => orderPaidBy(state, payment)));
  return orders.size === 1 ? [...orders][0] : undefined;
}

function orderPaidBy(state: AccountState, payment: string): string | undefined {
  const made = state.disbursements.get(payment);
  const acceptance = made?.acceptance === undefined ? undefined : state.acceptances.get(made.acceptance);
  return (made?.commitment ?? acceptance?.draws?.key)?.split('\n')[0];
}
