import type { Refusal } from '#kernel';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { type AccountState, documentKey } from '../state.ts';
import {
  earlier,
  heldDocument,
  outstandingDocuments,
  type OutstandingDocument,
  type StagedDocument,
} from './document.ts';
import type { ReservationState } from './state.ts';

/** A reservation with its number. */
export interface Covering {
  readonly reservation: string;
  readonly held: ReservationState;
}

/**
 * The reservation that a document's money belongs to: its own, or that of the document it drew on. So what is
 * accepted on a reserved contract is reserved, and so is an order placed on a reserved request since.
 */
export function reservationOf(state: AccountState, document: StagedDocument): Covering | undefined {
  const own = [...state.reservations].filter(([, held]) => isSame(held.document, document));
  const found = own.find(([, held]) => !held.lapsed) ?? own.at(-1);
  if (found) return { reservation: found[0], held: found[1] };
  const drawnOn = earlier(state, document);
  const covering = drawnOn && reservationOf(state, drawnOn);
  if (covering?.held.document.stage !== 'request') return covering;
  // What was ordered before the rest of the request was reserved is an obligation of its own.
  const order = orderOf(state, document);
  const orderedOn = order && heldDocument(state, order)?.effectiveOn;
  return orderedOn !== undefined && orderedOn >= covering.held.effectiveOn ? covering : undefined;
}

const isSame = (a: StagedDocument, b: StagedDocument): boolean =>
  a.stage === b.stage && documentKey(a.number, a.item) === documentKey(b.number, b.item);

const orderOf = (state: AccountState, document: StagedDocument): StagedDocument | undefined =>
  document.stage === 'acceptance' ? earlier(state, document) : document;

/** The documents with money outstanding that a reservation keeps. */
export const documentsReserved = (state: AccountState, reservation: string): OutstandingDocument[] =>
  outstandingDocuments(state).filter(
    ({ document }) => reservationOf(state, document)?.reservation === reservation,
  );

/** Whether the money stays in the account when the year is closed. */
export function staysInAccount(state: AccountState, document: StagedDocument): boolean {
  const held = reservationOf(state, document)?.held;
  return held?.until !== undefined && !held.lapsed;
}

/** A reservation that can still be worked with: it is there and has not lapsed. */
export function heldReservation(state: AccountState, reservation: string): ReservationState | Refusal {
  const held = state.reservations.get(reservation);
  if (!held) {
    return refuse(
      'reservation-unknown',
      `${nameOf(state)} has no reservation ${reservation}.`,
      accountDetails(state, { reservation }),
    );
  }
  return held.lapsed ? lapsedAlready(state, reservation) : held;
}

/** The same, and confirmed. */
export function confirmedReservation(
  state: AccountState,
  reservation: string,
): (ReservationState & { readonly until: NonNullable<ReservationState['until']> }) | Refusal {
  const held = heldReservation(state, reservation);
  if ('refused' in held) return held;
  const { until } = held;
  if (until !== undefined) return { ...held, until };
  return refuse(
    'reservation-not-confirmed',
    `${nameOf(state)}: the reservation ${reservation} is not confirmed; expected its confirmation first.`,
    accountDetails(state, { reservation }),
  );
}

export const lapsedAlready = (state: AccountState, reservation: string): Refusal =>
  refuse(
    'reservation-lapsed',
    `${nameOf(state)}: the reservation ${reservation} has lapsed.`,
    accountDetails(state, { reservation }),
  );
