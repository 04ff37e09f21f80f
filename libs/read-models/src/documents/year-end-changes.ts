import type { AccountEvent, StagedDocument } from '#budget';
import { negate, parseBaht, type Satang } from '#kernel/folding';
import { acceptanceLess } from './chain-changes.ts';
import type { DocumentChange, DocumentName, HeldOf } from './change.ts';

type EventOfType<Type extends AccountEvent['type']> = Extract<AccountEvent, { type: Type }>;
type Undoable = EventOfType<
  | 'YearEndReserved'
  | 'ReservationConfirmed'
  | 'ReservationExtended'
  | 'DocumentReleasedAtYearEnd'
  | 'CommitmentCarriedForward'
  | 'BudgetCarriedForward'
  | 'BudgetReturned'
  | 'BudgetLapsed'
  | 'YearClosed'
  | 'ReservationLapsed'
>;

const reservation = (number: string): DocumentName => ({ stage: 'reservation', number });

/** A document that holds so much less; accepted money is an obligation of its commitment too. */
const less = (document: StagedDocument, amount: Satang): DocumentChange =>
  document.stage === 'acceptance'
    ? acceptanceLess(document, negate(amount))
    : { moved: document, amount: negate(amount) };

/** What a step of the year-end does to documents and reservations. */
export function yearEndChanges(event: Undoable, heldOf: HeldOf): DocumentChange[] {
  switch (event.type) {
    case 'YearEndReserved': {
      const { document, line, amount } = event.data;
      const made = reservation(event.data.reservation);
      return [{ made, line, amount: parseBaht(amount), previous: document }];
    }
    case 'ReservationConfirmed':
    case 'ReservationExtended':
      return [{ moved: reservation(event.data.reservation), until: event.data.until }];
    case 'DocumentReleasedAtYearEnd':
    case 'CommitmentCarriedForward':
      return [less(event.data.document, parseBaht(event.data.amount))];
    case 'ReservationLapsed': {
      const moved = reservation(event.data.reservation);
      return [
        { moved, amount: negate(heldOf(moved).amount) },
        ...event.data.documents.map(({ document, amount }) => less(document, parseBaht(amount))),
      ];
    }
    case 'BudgetCarriedForward':
    case 'BudgetReturned':
    case 'BudgetLapsed':
    case 'YearClosed':
      return [];
  }
}

/** What taking a step back does: the opposite of the step. */
export function undone({ data, effectiveOn }: EventOfType<'YearEndStepReversed'>): DocumentChange[] {
  const event = { type: data.of, data: data.undone, effectiveOn } as Undoable;
  switch (event.type) {
    case 'YearEndReserved': {
      const moved = reservation(event.data.reservation);
      return [{ moved, amount: negate(parseBaht(event.data.amount)) }];
    }
    case 'ReservationConfirmed':
      return [{ moved: reservation(event.data.reservation), until: null }];
    case 'ReservationExtended':
      return [{ moved: reservation(event.data.reservation), until: event.data.previous }];
    case 'DocumentReleasedAtYearEnd':
    case 'CommitmentCarriedForward':
      return [less(event.data.document, negate(parseBaht(event.data.amount)))];
    case 'ReservationLapsed':
      return [
        // A reservation that ended holds nothing; any amount says that it is there again.
        { moved: reservation(event.data.reservation), amount: parseBaht(event.data.amount) },
        ...event.data.documents.map(({ document, amount }) => less(document, negate(parseBaht(amount)))),
      ];
    case 'BudgetCarriedForward':
    case 'BudgetReturned':
    case 'BudgetLapsed':
    case 'YearClosed':
      return [];
  }
}

/** A document goes on in the next year under its number, with what was outstanding of it. */
export function broughtForward({ data }: EventOfType<'CommitmentBroughtForward'>): DocumentChange[] {
  const { document, line, since, draws, fromFiscalYear } = data;
  const amount = parseBaht(data.amount);
  const previous = draws && ({ stage: 'commitment', number: draws.number, item: draws.item } as const);
  return [
    { made: document, line, amount, since, previous, broughtFrom: fromFiscalYear },
    ...(previous ? [{ moved: previous, amount, accepted: amount }] : []),
  ];
}

export const broughtForwardReturned = ({ data }: EventOfType<'BroughtForwardReturned'>): DocumentChange[] =>
  data.document === undefined ? [] : [less(data.document, parseBaht(data.amount))];
