import type { CivilDate, Refusal } from '#kernel';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { type AccountState, documentName } from '../state.ts';
import { type StagedDocument, stagedName } from './document.ts';
import { documentAt, documentsAt } from './document.ts';
import { reservationOf } from './reservation.ts';
import { paidFrom } from './named-document.ts';
import type { YearEndStep } from './state.ts';

/** A confirmation or extension stands while something that it allowed stands: that goes back first. */
export function mustNotBeInUse(
  state: AccountState,
  step: YearEndStep,
  lastOfYear: CivilDate,
): Refusal | undefined {
  const [event] = step.events;
  if (event?.type !== 'ReservationConfirmed' && event?.type !== 'ReservationExtended') return undefined;
  const { reservation } = event.data;
  const allowedAnyway =
    event.type === 'ReservationExtended' ? (event.data.previous as CivilDate) : lastOfYear;
  const user = usedAfter(state, reservation, allowedAnyway);
  if (user === undefined) return undefined;
  return refuse(
    'reservation-in-use',
    `${nameOf(state)}: ${user} stands on the reservation ${reservation} after ${allowedAnyway}; expected it to be taken back first.`,
    accountDetails(state, { reservation, document: user, after: allowedAnyway }),
  );
}

/** The first document after a day that a reservation made possible, in words. */
function usedAfter(state: AccountState, reservation: string, day: CivilDate): string | undefined {
  const isCovered = (document: StagedDocument | undefined): boolean =>
    document !== undefined && reservationOf(state, document)?.reservation === reservation;
  for (const [key, made] of state.disbursements) {
    const stands = made.effectiveOn > day && made.reversed < made.amount;
    if (stands && isCovered(paidFrom(state, key))) return `the disbursement ${documentName(...parts(key))}`;
  }
  for (const stage of ['acceptance', 'commitment'] as const) {
    for (const [key, { effectiveOn, outstanding }] of documentsAt(state, stage)) {
      const document = documentAt(stage, key);
      if (effectiveOn > day && outstanding > 0 && isCovered(document)) return stagedName(document);
    }
  }
  return undefined;
}

function parts(key: string): [string, string?] {
  const [number = '', item] = key.split('\n');
  return item === undefined ? [number] : [number, item];
}
