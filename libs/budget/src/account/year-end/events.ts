import type { ClosingEvent } from './close.ts';
import { BudgetBroughtForward } from './bring-forward.ts';
import { CommitmentBroughtForward } from './bring-commitment-forward.ts';
import type { ReservationConfirmed } from './confirm.ts';
import type { ReservationExtended } from './extend.ts';
import type { ReservationLapsed } from './lapse.ts';
import type { YearEndReserved } from './reserve.ts';
import { BroughtForwardReturned } from './return-brought-forward.ts';
import { undoableEvents, YearEndStepReversed } from './reverse-step.ts';

/** What the steps of a year-end write; each can be taken back. */
export type UndoableEvent =
  YearEndReserved | ReservationConfirmed | ReservationExtended | ClosingEvent | ReservationLapsed;

/** Every event of the year-end, in the order of its life: a year begins with what comes from the one before. */
export const yearEndEvents = [
  BudgetBroughtForward,
  CommitmentBroughtForward,
  BroughtForwardReturned,
  ...undoableEvents,
  YearEndStepReversed,
] as const;

export type YearEndEvent =
  | UndoableEvent
  | YearEndStepReversed
  | BudgetBroughtForward
  | CommitmentBroughtForward
  | BroughtForwardReturned;
