import { type CivilDate, defineEvent, type EventOf, fields, type Refusal } from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { asDate } from './document.ts';
import { confirmedReservation } from './reservation.ts';
import { mustEndBetween } from './rules.ts';

/** Extends the time of disbursement by agreement with the ministry of finance. Needs a reason. */
export interface ExtendReservation {
  readonly type: 'extend-reservation';
  readonly reservation: string;
  readonly until: CivilDate;
  /** Number of the letter that agrees. */
  readonly agreement: string;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const ReservationExtended = defineEvent({
  type: 'ReservationExtended',
  version: 1,
  category: 'budgetaccount',
  when: 'The ministry of finance agrees that reserved money is disbursed later; the reason stands in the metadata.',
  data: z.strictObject({
    reservation: fields.code('Number of the reservation'),
    until: fields.date('The new last day of disbursement'),
    previous: fields.date('The last day of disbursement before'),
    agreement: fields.code('Number of the agreement'),
  }),
});
export type ReservationExtended = EventOf<typeof ReservationExtended>;

export function decideExtend(
  state: AccountState,
  { reservation, until, agreement, effectiveOn }: ExtendReservation,
): [ReservationExtended] | Refusal {
  const held = confirmedReservation(state, reservation);
  if ('refused' in held) return held;
  if (agreement.trim() === '') {
    return refuse(
      'agreement-missing',
      `${nameOf(state)}: the extension of ${reservation} names no agreement with the ministry of finance.`,
      accountDetails(state, { reservation }),
    );
  }
  const data = { reservation, until, previous: held.until, agreement };
  return (
    mustEndBetween(state, reservation, until, { after: held.until }) ?? [
      { type: 'ReservationExtended', effectiveOn, data },
    ]
  );
}

export function evolveExtended(state: AccountState, { data }: ReservationExtended): void {
  const held = state.reservations.get(data.reservation);
  if (held) held.until = asDate(data.until);
}
