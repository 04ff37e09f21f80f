import type { CivilDate, FiscalCalendar } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import type { Refusal } from './refusal.ts';

/** What a decision may know besides state and command; injected, so that it can be run again years later. */
export interface DecisionContext {
  readonly calendar: FiscalCalendar;
  /** The day, in the organisation's zone, on which the decision is booked. */
  readonly bookedOn: CivilDate;
  /** The day, in the organisation's zone, on which it is recorded; later than `bookedOn` for history taken over. */
  readonly recordedOn?: CivilDate | undefined;
  /** The stream that is decided on. */
  readonly stream?: string | undefined;
  /** Who asks; absent only where nothing depends on it. */
  readonly actor?: string | undefined;
  /** Decided for an answer alone: nothing will be recorded. */
  readonly trial?: boolean | undefined;
  /** The revision of every stream that the decision sees, by its name; `none` for a stream without events. */
  readonly revisions?: Readonly<Record<string, string>> | undefined;
}

/** A command as JSON: amounts and quantities are decimal strings, as in every event. */
export type CommandJson = Readonly<Record<string, unknown>>;

/** How commands are written to the log, and read again. */
export interface CommandForm<Command> {
  encode(command: Command): CommandJson;
  decode(json: CommandJson): Command;
}

/**
 * What was asked, as it stands in the metadata of the first event of a decision: with the events before it, enough to
 * take the decision again.
 */
export interface Asked {
  readonly command: CommandJson;
  /** The day on which it was decided, in the organisation's zone. */
  readonly recordedOn: CivilDate;
  /** The revision of every other stream that the decision saw, by its name; `none` for one without events. */
  readonly revisions?: Readonly<Record<string, string>>;
}

/**
 * Business rules as two pure functions. `decide` never changes the state. `evolve` takes the state over:
 * it may reuse it, and callers go on with what it returns.
 */
export interface Decider<State, Command, Event extends DomainEvent> {
  /** Stream category whose events this decider writes. */
  readonly category: string;
  /** Commands as they are kept in the log; where absent, a command is JSON as it is. */
  readonly json?: CommandForm<Command>;
  /** A fresh state of a stream without events. */
  initial(): State;
  decide(state: State, command: Command, context: DecisionContext): readonly Event[] | Refusal;
  evolve(state: State, event: Event): State;
  /**
   * A state of its own that starts where the given one is, for as long as that one does not move: what is evolved on it
   * leaves the given one as it is. For states that grow long; where absent, the state is copied.
   */
  fork?(state: State): State;
  /**
   * The state that a fork was made of, with all that was evolved on the fork; neither is used any more. Where absent, the
   * fork itself is that.
   */
  join?(fork: State): State;
}
