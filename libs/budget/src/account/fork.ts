import { OverlayMap, OverlaySet } from '#kernel';
import type { AccountState } from './state.ts';

/**
 * An account on which decisions can be tried: what is evolved on it leaves the given one alone, and making it costs the
 * same for ten documents and for a hundred thousand.
 */
export function forkAccount(state: AccountState): AccountState {
  return {
    ...state,
    lines: overlay(state.lines),
    requests: overlay(state.requests),
    commitments: overlay(state.commitments),
    acceptances: overlay(state.acceptances),
    disbursements: overlay(state.disbursements),
    transfers: overlay(state.transfers),
    corrections: new OverlaySet(state.corrections),
    refunds: new OverlaySet(state.refunds),
    offBudget: new OverlaySet(state.offBudget),
    contracts: new OverlayMap(state.contracts, (held) => ({ ...held, taken: new Map(held.taken) })),
    months: overlay(state.months),
    advances: overlay(state.advances),
    clearings: overlay(state.clearings),
    held: new OverlayMap(state.held, (held) => ({ ...held, payments: new Map(held.payments) })),
    reservations: overlay(state.reservations),
    yearEndSteps: state.yearEndSteps.map((step) => ({ ...step, events: [...step.events] })),
    broughtForward: overlay(state.broughtForward),
  };
}

/** The account that was forked, with all that was evolved on its fork. */
export const joinAccount = (fork: AccountState): AccountState =>
  Object.fromEntries(
    Object.entries(fork).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof OverlayMap || value instanceof OverlaySet ? value.settled() : value,
    ]),
  ) as unknown as AccountState;

/** For values whose members are never changed in depth. */
const overlay = <Value extends object>(below: Map<string, Value>): Map<string, Value> =>
  new OverlayMap(below, (value) => ({ ...value }));
