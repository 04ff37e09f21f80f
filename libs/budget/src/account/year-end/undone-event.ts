import type { UndoableEvent } from './events.ts';
import type { YearEndStepReversed } from './reverse-step.ts';

/** The event that a reversal takes back. */
export const undoneEvent = ({ data: { of, undone }, effectiveOn }: YearEndStepReversed): UndoableEvent =>
  ({ type: of, data: undone, effectiveOn }) as UndoableEvent;
