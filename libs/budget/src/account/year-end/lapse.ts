import {
  add,
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  type Refusal,
  type Satang,
  sum,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import type { Line } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { mustNotPrecedeTakingBack } from './rules.ts';
import { type AccountState, available } from '../state.ts';
import { documentSchema, outstandingUnits, unitsField } from './document.ts';
import { BudgetTaker, releasedField } from './budget-taker.ts';
import { confirmedReservation, documentsReserved } from './reservation.ts';
import { nothingOutstanding } from './reserve.ts';

/** Ends a reservation after its last day: what is left of its documents is released and the budget is gone. */
export interface LapseReservation {
  readonly type: 'lapse-reservation';
  readonly reservation: string;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const ReservationLapsed = defineEvent({
  type: 'ReservationLapsed',
  version: 1,
  category: 'budgetaccount',
  when: 'The time of disbursement is over: what is left of reserved money is released and lapses.',
  data: z.strictObject({
    reservation: fields.code('Number of the reservation'),
    line: lineSchema,
    amount: fields.baht(
      'Budget that lapses: what was outstanding, and what came free on the line since the year was closed',
    ),
    documents: z
      .array(
        z.strictObject({
          document: documentSchema,
          amount: fields.baht('What was outstanding of the document'),
          quantity: unitsField,
        }),
      )
      .meta({ description: 'The documents that are released' }),
    released: releasedField,
  }),
});
export type ReservationLapsed = EventOf<typeof ReservationLapsed>;

export function decideLapse(
  state: AccountState,
  { reservation, effectiveOn }: LapseReservation,
): [ReservationLapsed] | Refusal {
  const held = confirmedReservation(state, reservation);
  if ('refused' in held) return held;
  if (effectiveOn <= held.until) {
    return refuse(
      'reservation-not-expired',
      `${nameOf(state)}: the reservation ${reservation} runs until ${held.until}; expected a day after that.`,
      accountDetails(state, { reservation, effectiveOn, until: held.until }),
    );
  }
  const early = mustNotPrecedeTakingBack(state, effectiveOn);
  if (early) return early;
  const left = documentsReserved(state, reservation);
  const amount = add(sum(left.map((each) => each.amount)), freeSinceClosing(state, held.line));
  if (amount === 0) return nothingOutstanding(state, held.document);
  const data = {
    reservation,
    line: held.line,
    amount: formatBaht(amount),
    documents: left.map((each) => ({
      document: each.document,
      amount: formatBaht(each.amount),
      ...outstandingUnits(each.held),
    })),
    ...new BudgetTaker(state).take(held.line, amount),
  };
  return [{ type: 'ReservationLapsed', effectiveOn, data }];
}

/** In a closed year nothing is available to anybody: what reserved documents gave back can only lapse. */
function freeSinceClosing(state: AccountState, line: Line): Satang {
  const free = state.closed ? available(state, line) : ZERO;
  return free > 0 ? free : ZERO;
}
