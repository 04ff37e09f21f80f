import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  isBlank,
  parseBaht,
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
import type { AccountState } from '../state.ts';
import { documentSchema, heldDocument, type StagedDocument, stagedName } from './document.ts';
import { documentsReserved, reservationOf } from './reservation.ts';
import { mustNotPrecedeStep } from './rules.ts';

/**
 * Keeps what is outstanding of a document for disbursement after the fiscal year. A contract brings what is accepted
 * on it and not yet paid. A request has no obligation behind it: that needs a special approval, given as the reason.
 */
export interface ReserveAtYearEnd {
  readonly type: 'reserve-at-year-end';
  /** Number of the reservation, unique in the account. */
  readonly reservation: string;
  readonly document: StagedDocument;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const YearEndReserved = defineEvent({
  type: 'YearEndReserved',
  version: 1,
  category: 'budgetaccount',
  when: 'Outstanding money of a document is put on the list of what is disbursed after the fiscal year.',
  data: z.strictObject({
    reservation: fields.code('Number of the reservation, unique in the account'),
    document: documentSchema,
    line: lineSchema,
    amount: fields.baht('What is outstanding, with what is accepted on it and not yet paid'),
    withObligation: z.boolean().meta({
      description: 'Whether an order or contract obliges; without one the approval stands in the metadata',
    }),
  }),
});
export type YearEndReserved = EventOf<typeof YearEndReserved>;

export function decideReserve(state: AccountState, command: ReserveAtYearEnd): [YearEndReserved] | Refusal {
  const { reservation, document, effectiveOn } = command;
  const held = heldDocument(state, document);
  if (!held) return unknownDocument(state, document);
  const amount = keptBy(state, command, held.line);
  const data = {
    reservation,
    document,
    line: held.line,
    amount: formatBaht(amount),
    withObligation: document.stage !== 'request',
  };
  return (
    mustBeNewReservation(state, reservation) ??
    mustBeApproved(state, command) ??
    mustNotPrecedeStep(state, stagedName(document), held.effectiveOn, effectiveOn) ??
    mustNotBeReserved(state, document) ??
    (amount > 0 ? undefined : nothingOutstanding(state, document)) ?? [
      { type: 'YearEndReserved', effectiveOn, data },
    ]
  );
}

/** What the reservation will keep: all that belongs to it once it is there. */
function keptBy(
  state: AccountState,
  { reservation, document, effectiveOn }: ReserveAtYearEnd,
  line: Line,
): Satang {
  const planned = { document, line, amount: ZERO, effectiveOn, until: undefined, lapsed: false };
  const reservations = new Map([...state.reservations, [reservation, planned]]);
  return sum(documentsReserved({ ...state, reservations }, reservation).map(({ amount }) => amount));
}

function mustBeNewReservation(state: AccountState, reservation: string): Refusal | undefined {
  if (!state.reservations.has(reservation)) return undefined;
  return refuse(
    'reservation-exists',
    `${nameOf(state)} has a reservation ${reservation} already; expected another number.`,
    accountDetails(state, { reservation }),
  );
}

function mustBeApproved(state: AccountState, { document, reason }: ReserveAtYearEnd): Refusal | undefined {
  if (document.stage !== 'request' || !isBlank(reason)) return undefined;
  return refuse(
    'reason-missing',
    `${nameOf(state)}: ${stagedName(document)} has no obligation behind it; expected the special approval as the reason.`,
    accountDetails(state, { document }),
  );
}

function mustNotBeReserved(state: AccountState, document: StagedDocument): Refusal | undefined {
  const covering = reservationOf(state, document);
  if (!covering || covering.held.lapsed) return undefined;
  const { reservation } = covering;
  return refuse(
    'document-already-reserved',
    `${nameOf(state)}: ${stagedName(document)} is reserved already, by ${reservation}.`,
    accountDetails(state, { document, reservation }),
  );
}

export const nothingOutstanding = (state: AccountState, document: StagedDocument): Refusal =>
  refuse(
    'nothing-outstanding',
    `${nameOf(state)}: nothing of ${stagedName(document)} is outstanding.`,
    accountDetails(state, { document }),
  );

const unknownDocument = (state: AccountState, document: StagedDocument): Refusal =>
  refuse(
    'document-unknown',
    `${nameOf(state)} has not ${stagedName(document)}; expected a document with money outstanding.`,
    accountDetails(state, { document }),
  );

export function evolveReserved(state: AccountState, { data, effectiveOn }: YearEndReserved): void {
  const { reservation, document, line, amount } = data;
  state.reservations.set(reservation, {
    document,
    line,
    amount: parseBaht(amount),
    effectiveOn,
    until: undefined,
    lapsed: false,
  });
}
