import { type CivilDate, defineEvent, type EventOf, type Refusal } from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import {
  BudgetCarriedForward,
  BudgetLapsed,
  BudgetReturned,
  CommitmentCarriedForward,
  DocumentReleasedAtYearEnd,
  YearClosed,
} from './closing-events.ts';
import { ReservationConfirmed } from './confirm.ts';
import { accountYear } from './calendar.ts';
import { type AccountContext } from '../context.ts';
import { ReservationExtended } from './extend.ts';
import { ReservationLapsed } from './lapse.ts';
import { YearEndReserved } from './reserve.ts';
import { mustNotPrecedeStep } from './rules.ts';
import type { YearEndStep } from './state.ts';
import { mustNotBeInUse } from './usage.ts';

/** Takes back the last step of the year-end that was not taken back yet. Needs a reason. */
export interface ReverseYearEndStep {
  readonly type: 'reverse-year-end-step';
  /** Number of the step, counted from 1; the last one when absent. */
  readonly step?: number | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

/** What a step of the year-end can have written. */
export const undoableEvents = [
  YearEndReserved,
  ReservationConfirmed,
  ReservationExtended,
  DocumentReleasedAtYearEnd,
  CommitmentCarriedForward,
  BudgetLapsed,
  BudgetReturned,
  BudgetCarriedForward,
  YearClosed,
  ReservationLapsed,
] as const;

export const YearEndStepReversed = defineEvent({
  type: 'YearEndStepReversed',
  version: 1,
  category: 'budgetaccount',
  when: 'An event of the last step of the year-end is taken back, one for each event of the step, the last first; the reason stands in the metadata.',
  data: z.strictObject({
    step: z.int().min(1).meta({ description: 'Number of the step in the year-end of the account, from 1' }),
    of: z.enum(undoableEvents.map(({ type }) => type)).meta({ description: 'Type of the event taken back' }),
    undone: z
      .union(undoableEvents.map(({ data }) => data))
      .meta({ description: 'The data of the event taken back' }),
  }),
});
export type YearEndStepReversed = EventOf<typeof YearEndStepReversed>;

export function decideReverseStep(
  state: AccountState,
  command: ReverseYearEndStep,
  { calendar }: AccountContext,
): YearEndStepReversed[] | Refusal {
  const { effectiveOn } = command;
  const number = state.yearEndSteps.length;
  const last = state.yearEndSteps.at(-1);
  if (!last || (command.step !== undefined && (command.step > number || command.step < 1))) {
    return unknownStep(state, command.step);
  }
  const name = nameOfStep(last);
  if (command.step !== undefined && command.step !== number) {
    return refuse(
      'year-end-out-of-order',
      `${nameOf(state)}: step ${command.step} of the year-end can be taken back only after step ${number}, ${name}.`,
      accountDetails(state, { step: command.step, first: number, of: last.events.at(-1)?.type }),
    );
  }
  return (
    mustNotPrecedeStep(state, `step ${number}, ${name},`, last.effectiveOn, effectiveOn) ??
    mustNotBeInUse(state, last, accountYear(state, calendar).last) ??
    last.events.toReversed().map(({ type: of, data: undone }) => ({
      type: 'YearEndStepReversed',
      effectiveOn,
      data: { step: number, of, undone },
    }))
  );
}

/** A step in words: what its last event did. */
function nameOfStep({ events }: YearEndStep): string {
  const last = events.at(-1);
  switch (last?.type) {
    case 'YearEndReserved':
      return `the reservation ${last.data.reservation}`;
    case 'ReservationConfirmed':
      return `the confirmation of ${last.data.reservation}`;
    case 'ReservationExtended':
      return `the extension of ${last.data.reservation}`;
    case 'ReservationLapsed':
      return `the lapse of ${last.data.reservation}`;
    default:
      return 'the closing of the year';
  }
}

const unknownStep = (state: AccountState, step: number | undefined): Refusal =>
  refuse(
    'year-end-step-unknown',
    step === undefined
      ? `${nameOf(state)}: no step of the year-end is left that could be taken back.`
      : `${nameOf(state)}: the year-end has no step ${step}; it has ${state.yearEndSteps.length}.`,
    accountDetails(state, { steps: state.yearEndSteps.length }),
  );
