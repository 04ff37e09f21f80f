import type { CivilDate, Refusal } from '#kernel';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';

/** What follows another step cannot take effect before it. `what` names the earlier one in words. */
export function mustNotPrecedeStep(
  state: AccountState,
  what: string,
  earliest: CivilDate,
  effectiveOn: CivilDate,
): Refusal | undefined {
  if (effectiveOn >= earliest) return undefined;
  return refuse(
    'date-before-step',
    `${nameOf(state)}: ${effectiveOn} lies before ${what} of ${earliest}; expected that day or later.`,
    accountDetails(state, { effectiveOn, expected: earliest }),
  );
}

/**
 * Money that a step had moved and that came back on a day does not move again before that day: in between it would be
 * gone twice.
 */
export const mustNotPrecedeTakingBack = (state: AccountState, effectiveOn: CivilDate): Refusal | undefined =>
  state.takenBackOn === undefined
    ? undefined
    : mustNotPrecedeStep(state, 'the taking back of a step', state.takenBackOn, effectiveOn);

/** What a waiting document gave back after the year lapses or is carried from that day on, not before it. */
export const mustNotPrecedeRelease = (state: AccountState, effectiveOn: CivilDate): Refusal | undefined =>
  state.releasedOn === undefined
    ? undefined
    : mustNotPrecedeStep(state, 'the release of a request', state.releasedOn, effectiveOn);

/** The last day of disbursement that is asked for must lie after one day, and at the latest on another. */
export function mustEndBetween(
  state: AccountState,
  reservation: string,
  until: CivilDate,
  { after, latest }: { readonly after: CivilDate; readonly latest?: CivilDate },
): Refusal | undefined {
  if (until > after && (latest === undefined || until <= latest)) return undefined;
  const limit = latest === undefined ? '' : `, and ${latest} at the latest without an extension`;
  return refuse(
    'until-out-of-range',
    `${nameOf(state)}: the reservation ${reservation} cannot end on ${until}; expected a day after ${after}${limit}.`,
    accountDetails(state, { reservation, until, after, ...(latest === undefined ? {} : { latest }) }),
  );
}

/** Money moves from a year to the one after it, never further. */
export function mustBeNextYear(state: AccountState, given: number, expected: number): Refusal | undefined {
  if (given === expected) return undefined;
  return refuse(
    'not-the-next-year',
    `${nameOf(state)}: money is carried from one fiscal year to the next; ${given} was given, expected ${expected}.`,
    accountDetails(state, { given, expected }),
  );
}
