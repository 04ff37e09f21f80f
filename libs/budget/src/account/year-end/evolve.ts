import {
  add,
  type CivilDate,
  parseBaht,
  parseQuantity,
  type Quantity,
  subtract,
  UnreadableEvent,
} from '#kernel';
import { lineKey } from '../../line.ts';
import { type AccountState, documentKey, lineState, move } from '../state.ts';
import { openingState } from './carried-document.ts';
import { evolveConfirmed } from './confirm.ts';
import { asDate, documentsAt, documentSource, heldDocument, type StagedDocument } from './document.ts';
import type { UndoableEvent, YearEndEvent } from './events.ts';
import { undoneEvent } from './undone-event.ts';
import { evolveExtended } from './extend.ts';
import { yearEndMovements } from './movements.ts';
import { evolveReserved } from './reserve.ts';
import type { ReservationState } from './state.ts';

/** Folds an event of the year-end: the lines by its movements, then documents, reservations and steps. */
export function evolveYearEnd(state: AccountState, event: YearEndEvent): void {
  moveLines(state, event);
  switch (event.type) {
    case 'YearEndStepReversed':
      if (yearEndMovements(event).length > 0) cameBack(state, event.effectiveOn);
      return undo(state, undoneEvent(event));
    case 'BudgetBroughtForward': {
      const { from, line, amount } = event.data;
      state.broughtForward.set(lineKey(from.line), { line, amount: parseBaht(amount) });
      return;
    }
    case 'CommitmentBroughtForward': {
      const { document, line, amount } = event.data;
      const { stage, number, item } = document;
      documentsAt(state, stage).set(documentKey(number, item), openingState(event.data, event.effectiveOn));
      state.broughtForward.set(documentSource(document), { line, amount: parseBaht(amount) });
      return;
    }
    case 'BroughtForwardReturned': {
      const { document, fromLine } = event.data;
      if (fromLine) state.broughtForward.delete(lineKey(fromLine));
      if (!document) return;
      state.broughtForward.delete(documentSource(document));
      documentsAt(state, document.stage).delete(documentKey(document.number, document.item));
      return;
    }
    default:
      return take(state, event);
  }
}

function moveLines(state: AccountState, event: YearEndEvent): void {
  for (const { measure, line, amount } of yearEndMovements(event)) {
    const held = lineState(state, line);
    if (measure === 'budget') held.allocated = add(held.allocated, amount);
    if (measure === 'released') held.released = add(held.released, amount);
    if (measure === 'accepted') move(state, line, event.effectiveOn, { accepted: amount });
    if (measure === 'committed') move(state, line, event.effectiveOn, { committed: amount });
    if (measure === 'pre-committed') move(state, line, event.effectiveOn, { preCommitted: amount });
  }
}

/** A step begins with its first event; the events of a closing follow each other up to `YearClosed`. */
function take(state: AccountState, event: UndoableEvent): void {
  const { decision: _, ...bare } = event;
  const last = state.yearEndSteps.at(-1);
  if (last && isClosing(last.events.at(-1)) && isClosing(event) && !state.closed) last.events.push(bare);
  else state.yearEndSteps.push({ effectiveOn: event.effectiveOn, events: [bare] });
  for (const { document, amount } of documentsClosed(event)) close(state, document, amount);
  if (event.type === 'YearEndReserved') evolveReserved(state, event);
  if (event.type === 'ReservationConfirmed') evolveConfirmed(state, event);
  if (event.type === 'ReservationExtended') evolveExtended(state, event);
  if (event.type === 'ReservationLapsed') reservation(state, event.data.reservation).lapsed = true;
  if (event.type === 'YearClosed') state.closed = true;
}

function cameBack(state: AccountState, effectiveOn: CivilDate): void {
  const { takenBackOn: before } = state;
  if (before === undefined || before < effectiveOn) state.takenBackOn = effectiveOn;
}

function undo(state: AccountState, event: UndoableEvent): void {
  const last = state.yearEndSteps.at(-1);
  last?.events.pop();
  if (last?.events.length === 0) state.yearEndSteps.pop();
  for (const each of documentsClosed(event)) reopen(state, each);
  if (event.type === 'YearEndReserved') state.reservations.delete(event.data.reservation);
  if (event.type === 'ReservationConfirmed') reservation(state, event.data.reservation).until = undefined;
  if (event.type === 'ReservationExtended') {
    reservation(state, event.data.reservation).until = asDate(event.data.previous);
  }
  if (event.type === 'ReservationLapsed') reservation(state, event.data.reservation).lapsed = false;
  if (event.type === 'YearClosed') state.closed = false;
}

const NOT_CLOSING: ReadonlySet<string | undefined> = new Set([
  undefined,
  'YearEndReserved',
  'ReservationConfirmed',
  'ReservationExtended',
  'ReservationLapsed',
]);

const isClosing = (event: UndoableEvent | undefined): boolean => !NOT_CLOSING.has(event?.type);

interface ClosedDocument {
  readonly document: StagedDocument;
  readonly amount: string;
  readonly quantity?: string | undefined;
}

function documentsClosed(event: UndoableEvent): readonly ClosedDocument[] {
  if (event.type === 'ReservationLapsed') return event.data.documents;
  const isOne = event.type === 'DocumentReleasedAtYearEnd' || event.type === 'CommitmentCarriedForward';
  return isOne ? [event.data] : [];
}

function close(state: AccountState, document: StagedDocument, amount: string): void {
  const held = known(state, document);
  held.outstanding = subtract(held.outstanding, parseBaht(amount));
  if (held.outstandingQuantity !== undefined) held.outstandingQuantity = 0 as Quantity;
}

function reopen(state: AccountState, { document, amount, quantity }: ClosedDocument): void {
  const held = known(state, document);
  held.outstanding = add(held.outstanding, parseBaht(amount));
  if (quantity === undefined || held.outstandingQuantity === undefined) return;
  held.outstandingQuantity = (held.outstandingQuantity + parseQuantity(quantity)) as Quantity;
}

function known(state: AccountState, document: StagedDocument) {
  const held = heldDocument(state, document);
  if (!held) throw new UnreadableEvent(`the ${document.stage} ${document.number} was never made`);
  return held;
}

function reservation(state: AccountState, number: string): ReservationState {
  const held = state.reservations.get(number);
  if (!held) throw new UnreadableEvent(`the reservation ${number} was never made`);
  return held;
}
