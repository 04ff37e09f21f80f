import type { DocumentReference } from '../../movements.ts';
import type { StagedDocument } from './document.ts';
import type { YearEndEvent } from './events.ts';
import { undoneEvent } from './undone-event.ts';

/** The document that an event of the year-end is about: a reservation, or the document that moves. */
export function yearEndDocument(event: YearEndEvent): DocumentReference | undefined {
  switch (event.type) {
    case 'YearEndReserved':
    case 'ReservationConfirmed':
    case 'ReservationExtended':
    case 'ReservationLapsed':
      return { kind: 'reservation', number: event.data.reservation };
    case 'DocumentReleasedAtYearEnd':
    case 'CommitmentCarriedForward':
    case 'CommitmentBroughtForward':
    case 'BroughtForwardReturned':
      return event.data.document && moved(event.data.document);
    case 'YearEndStepReversed':
      return yearEndDocument(undoneEvent(event));
    case 'BudgetCarriedForward':
    case 'BudgetReturned':
    case 'BudgetLapsed':
    case 'YearClosed':
    case 'BudgetBroughtForward':
      return undefined;
  }
}

const moved = ({ stage, number }: StagedDocument): DocumentReference => ({ kind: stage, number });
