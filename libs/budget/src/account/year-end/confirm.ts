import { type CivilDate, defineEvent, type EventOf, fields, type Refusal } from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { type AccountContext, policyOf } from '../context.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { accountYear, disburseUntil } from './calendar.ts';
import { asDate } from './document.ts';
import { heldReservation } from './reservation.ts';
import { mustEndBetween, mustNotPrecedeStep } from './rules.ts';

/** Confirms a reservation: from then on its documents may be paid after the fiscal year. */
export interface ConfirmReservation {
  readonly type: 'confirm-reservation';
  readonly reservation: string;
  /** The last day of disbursement; that of the policy when absent, and never later than that. */
  readonly until?: CivilDate | undefined;
  readonly effectiveOn: CivilDate;
}

export const ReservationConfirmed = defineEvent({
  type: 'ReservationConfirmed',
  version: 1,
  category: 'budgetaccount',
  when: 'Reserved money may be disbursed after the fiscal year.',
  data: z.strictObject({
    reservation: fields.code('Number of the reservation'),
    until: fields.date('The last day of disbursement'),
  }),
});
export type ReservationConfirmed = EventOf<typeof ReservationConfirmed>;

export function decideConfirm(
  state: AccountState,
  { reservation, until, effectiveOn }: ConfirmReservation,
  context: AccountContext,
): [ReservationConfirmed] | Refusal {
  const held = heldReservation(state, reservation);
  if ('refused' in held) return held;
  const { calendar } = context;
  const latest = disburseUntil(state, calendar, policyOf(context).yearEnd.disburseUntil);
  const last = until ?? latest;
  return (
    mustBeUnconfirmed(state, reservation, held.until) ??
    mustNotPrecedeStep(state, `the reservation ${reservation}`, held.effectiveOn, effectiveOn) ??
    mustEndBetween(state, reservation, last, { after: accountYear(state, calendar).last, latest }) ?? [
      { type: 'ReservationConfirmed', effectiveOn, data: { reservation, until: last } },
    ]
  );
}

function mustBeUnconfirmed(
  state: AccountState,
  reservation: string,
  until: CivilDate | undefined,
): Refusal | undefined {
  if (until === undefined) return undefined;
  return refuse(
    'reservation-already-confirmed',
    `${nameOf(state)}: the reservation ${reservation} is confirmed until ${until}; expected an extension of it.`,
    accountDetails(state, { reservation, until }),
  );
}

export function evolveConfirmed(state: AccountState, { data }: ReservationConfirmed): void {
  const held = state.reservations.get(data.reservation);
  if (held) held.until = asDate(data.until);
}
