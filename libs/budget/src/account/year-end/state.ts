import type { CivilDate, Satang } from '#kernel';
import type { Line } from '../../line.ts';
import type { StagedDocument } from './document.ts';
import type { UndoableEvent } from './events.ts';

/** Money of a document that may be disbursed after the fiscal year. */
export interface ReservationState {
  readonly document: StagedDocument;
  readonly line: Line;
  /** What was outstanding when it was reserved. */
  readonly amount: Satang;
  readonly effectiveOn: CivilDate;
  /** The last day of disbursement; nothing until the reservation is confirmed. */
  until: CivilDate | undefined;
  lapsed: boolean;
}

/** One step of the year-end and all that it recorded. The closing of a year is one step of many events. */
export interface YearEndStep {
  readonly effectiveOn: CivilDate;
  readonly events: UndoableEvent[];
}

/** What came from the account of the year before. */
export interface BroughtForwardState {
  readonly line: Line;
  readonly amount: Satang;
}

/** The part of an account's state that the year-end keeps. */
export interface YearEndState {
  /** By number of the reservation. */
  readonly reservations: Map<string, ReservationState>;
  /** The steps that were not reversed, in order. */
  readonly yearEndSteps: YearEndStep[];
  closed: boolean;
  /** The latest day on which money that a step had moved came back. */
  takenBackOn: CivilDate | undefined;
  /** The latest day on which a request gave money back that no reservation of the year-end covers. */
  releasedOn?: CivilDate | undefined;
  /** By the line or document of the year before, `cameFrom`. */
  readonly broughtForward: Map<string, BroughtForwardState>;
}

export const noYearEnd = (): YearEndState => ({
  reservations: new Map(),
  yearEndSteps: [],
  closed: false,
  takenBackOn: undefined,
  broughtForward: new Map(),
});
