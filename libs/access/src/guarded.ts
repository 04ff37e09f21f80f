import {
  type Decider,
  type DecisionContext,
  type DomainEvent,
  isRefusal,
  type Refusal,
  type Satang,
} from '#kernel';
import { dayOf } from './access-rules.ts';
import { mayRecord, type Place, placeOf } from './may.ts';
import type { AccessState, RoleGrant } from './state.ts';

/** A decision that sees who may do what. Without a table that is set up nothing is asked. */
export interface GuardedContext extends DecisionContext {
  readonly access?: AccessState | undefined;
}

/** What a category has to say about its own commands. */
export interface Guard<State, Command, Event> {
  /** Who must be allowed to; the one who asks when absent, nobody when it says so by `undefined`. */
  readonly who?: (context: DecisionContext) => string | undefined;
  /** What it touches, wherever it is recorded; the place of its own stream when absent. */
  readonly places?: (state: State, command: Command) => readonly Place[];
  /** Known before it is decided. */
  readonly amount?: (state: State, command: Command) => Satang | undefined;
  /** Known only from the events. */
  readonly moves?: (
    command: Command,
    events: readonly Event[],
    context: DecisionContext,
  ) => { readonly fundSources: readonly string[]; readonly amount: Satang };
}

/**
 * A decider that asks first whether the one who asks may: default deny, for every command. What it allowed stands with
 * the decision, with the revision of the rule table, so that a replay proves it.
 */
export function guarded<State, Command extends { readonly type: string }, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  guard: Guard<State, Command, Event> = {},
): Decider<State, Command, Event> {
  return {
    ...decider,
    decide(state, command, context: GuardedContext) {
      const { access, actor, stream = '' } = context;
      const who = guard.who ? guard.who(context) : (actor ?? '');
      if (!access?.isSetUp || who === undefined) return decider.decide(state, command, context);
      const named = guard.places?.(state, command) ?? [];
      const places = named.length > 0 ? named : [placeOf(stream)];
      const ask = (known: {
        readonly fundSources?: readonly string[];
        readonly amount?: Satang | undefined;
      }) =>
        allOf(
          places.map((place) =>
            mayRecord(
              access,
              who,
              { category: decider.category, command: command.type, place, ...known },
              dayOf(context),
            ),
          ),
        );
      // Asked before anything is decided: a refusal says nothing of what is there.
      const before = ask({ amount: guard.amount?.(state, command) });
      if (isRefusal(before)) return named.length > 0 ? withoutProject(before) : before;
      const events = decider.decide(state, command, context);
      if (isRefusal(events) || events.length === 0) return events;
      const granted = guard.moves ? ask(guard.moves(command, events, context)) : before;
      return isRefusal(granted) ? granted : withAccess(events, granted, access);
    },
  };
}

/** What a document touches that somebody else made is not told to who may not see it. */
function withoutProject({ details, ...refused }: Refusal): Refusal {
  const { project: _, ...others } = details;
  return { ...refused, details: others };
}

function allOf(answers: readonly (RoleGrant | Refusal)[]): RoleGrant[] | Refusal {
  return answers.find(isRefusal) ?? (answers as RoleGrant[]);
}

/** Which revision of the table was seen, and which grants allowed it. */
function withAccess<Event extends DomainEvent>(
  events: readonly Event[],
  granted: readonly RoleGrant[],
  { revision }: AccessState,
): readonly Event[] {
  const [first, ...rest] = events as readonly [Event, ...Event[]];
  const grants = [...new Set(granted.map(({ grant }) => grant))];
  return [
    { ...first, decision: { ...first.decision, access: { revision: String(revision), grants } } },
    ...rest,
  ];
}
