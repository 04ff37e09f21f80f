import type { ControlPolicy } from '#control';
import {
  type CivilDate,
  type FiscalCalendar,
  isRefusal,
  type Refusal,
  type Satang,
  UnreadableEvent,
} from '#kernel';
import { type Line, lineKey } from '../../line.ts';
import { documentOf, type DocumentReference } from '../../movements.ts';
import { budgetAccount } from '../account.ts';
import { decideCut } from '../authority/cut.ts';
import type { AccountEvent } from '../events.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { refuse } from '../../refusals.ts';
import { type AccountState, lineState } from '../state.ts';
import { findingsOf, mustKeepUsed, stopsOf } from './findings.ts';

/** One decision as the log has it: its events, when it was booked, and whether a rule was set aside for it. */
export interface PastDecision {
  readonly position: string;
  readonly bookedOn: CivilDate;
  readonly actor: string;
  readonly overridden: boolean;
  readonly events: readonly AccountEvent[];
}

/** What is tried on the history: other rules, or budget that would have been taken away on a day. */
export interface Proposal {
  readonly policy: ControlPolicy;
  readonly cuts: readonly { readonly line: Line; readonly amount: Satang; readonly on: CivilDate }[];
}

/** A document that would have been refused; `follows` when only because one that it stands on would not be there. */
export interface WouldBeRefused {
  readonly position: string;
  readonly bookedOn: CivilDate;
  readonly effectiveOn: CivilDate;
  readonly type: AccountEvent['type'];
  readonly document: DocumentReference | undefined;
  readonly actor: string;
  readonly follows: boolean;
  readonly refusal: Refusal;
}

/**
 * Plays the history of an account again under a proposal, and tells what would have been refused. What is refused
 * there uses no money there, and what stands on it falls with it. It ends where the year was closed. Nothing is written.
 */
export function reRun(
  history: Iterable<PastDecision>,
  { policy, cuts }: Proposal,
  calendar: FiscalCalendar,
): WouldBeRefused[] {
  const refused: WouldBeRefused[] = [];
  const waiting = [...cuts].sort((a, b) => (a.on < b.on ? -1 : 1));
  const control = { version: 0, policy, grants: [], delegations: [] };
  const world = new World();
  let position = '0';
  /** Tries the cuts that are due. One that the real posting would refuse is told among the documents, and not taken. */
  const cutUntil = (day?: CivilDate): void => {
    const left = waiting.splice(0);
    for (const cut of left) {
      // One dated before its line was booked waits for the line, as what is dated so in the log was booked later.
      const isDue = day === undefined || (cut.on <= day && world.state.lines.has(lineKey(cut.line)));
      const refusal = isDue ? judged(world.state, cut) : undefined;
      if (!isDue) waiting.push(cut);
      else if (refusal) refused.push({ ...proposedCut(cut), position, refusal });
      else world.take(cut);
    }
  };
  for (const decision of history) {
    // What the end of the year carries or lets lapse depends on all that went before: there the two worlds part.
    if (decision.events.some(({ type }) => CLOSING.has(type))) break;
    cutUntil(decision.bookedOn);
    const context = { calendar, bookedOn: decision.bookedOn, control };
    const { state } = world;
    const stopped =
      mustKeepUsed(state, decision.events, context) ??
      stopsOf(state, findingsOf(state, decision.events, context))[0];
    if (stopped && !decision.overridden) refused.push(refusedFor(decision, stopped, false));
    else if (!world.happens(decision.events)) refused.push(refusedFor(decision, missing(world.state), true));
    ({ position } = decision);
  }
  cutUntil();
  return refused;
}

const judged = (state: AccountState, { line, amount, on }: Proposal['cuts'][number]): Refusal | undefined => {
  const decided = decideCut(state, { type: 'cut', line, amount, reason: 'proposed', effectiveOn: on });
  return isRefusal(decided) ? decided : undefined;
};

const proposedCut = ({ on }: Proposal['cuts'][number]) =>
  ({
    bookedOn: on,
    effectiveOn: on,
    type: 'BudgetCut',
    document: undefined,
    actor: 'proposed',
    follows: false,
  }) as const;

const CLOSING: ReadonlySet<string> = new Set<AccountEvent['type']>([
  'DocumentReleasedAtYearEnd',
  'CommitmentCarriedForward',
  'BudgetCarriedForward',
  'BudgetReturned',
  'BudgetLapsed',
  'YearClosed',
]);

type Step = AccountEvent | Proposal['cuts'][number];

/** The account as it would be: what was refused there never happened. */
class World {
  state = budgetAccount.initial();
  readonly #steps: Step[] = [];

  take(cut: Proposal['cuts'][number] | undefined): void {
    if (!cut) return;
    this.#steps.push(cut);
    this.state = next(this.state, cut);
  }

  /** False when the events stand on a document that is not there. */
  happens(events: readonly AccountEvent[]): boolean {
    try {
      this.state = events.reduce(next, this.state);
      this.#steps.push(...events);
      return true;
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      // Half of it may have happened already: the world is folded anew without it.
      this.state = this.#steps.reduce(next, budgetAccount.initial());
      return false;
    }
  }
}

function next(state: AccountState, step: Step): AccountState {
  if ('type' in step) return budgetAccount.evolve(state, step);
  const held = lineState(state, step.line);
  held.allocated = (held.allocated - step.amount) as Satang;
  return state;
}

const missing = (state: AccountState): Refusal =>
  refuse(
    'document-unknown',
    `${nameOf(state)}: the document that it stands on would not be there.`,
    accountDetails(state),
  );

function refusedFor(
  { position, bookedOn, actor, events }: PastDecision,
  refusal: Refusal,
  follows: boolean,
): WouldBeRefused {
  const [first] = events as readonly [AccountEvent, ...AccountEvent[]];
  const { type, effectiveOn } = first;
  return { position, bookedOn, effectiveOn, type, document: documentOf(first), actor, follows, refusal };
}

/** The amount that a document would have been short by, in baht; nothing for one that only follows. */
export const shortOf = ({ refusal: { details } }: WouldBeRefused): string | undefined => {
  const { shortBy } = details as { readonly shortBy?: string };
  return shortBy;
};
