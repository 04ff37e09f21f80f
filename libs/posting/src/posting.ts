import type { Decider, DecisionContext, DomainEvent, Evidence, Instant, Refusal } from '#kernel';

/** What every command carries beside its own fields. */
export interface Command {
  readonly type: string;
  readonly reason?: string | undefined;
}

/** A decider whose pairing with the command was checked where the posting was made. */
export type AnyDecider = Decider<unknown, Command, DomainEvent>;

/** Another stream whose state the decision depends on. */
export interface Read {
  readonly decider: AnyDecider;
  readonly stream: string;
}

/** Pairs a decider with the stream whose state is read. */
export const read = <State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  stream: string,
): Read => ({ decider, stream });

/** One command on its way to the stream it belongs to. */
export interface Posting {
  readonly decider: AnyDecider;
  readonly stream: string;
  readonly command: Command;
  /**
   * States that the decision sees beside its own, by the name they have in its context. It is recorded only while
   * they are as they were seen.
   */
  readonly reads?: Readonly<Record<string, Read>> | undefined;
  /** The document or publication that the fact is taken from. */
  readonly source?: string | undefined;
  /** Files that it rests on, by their digests. */
  readonly evidence?: readonly Evidence[] | undefined;
  /** Who made the document, when somebody else releases it. */
  readonly onBehalfOf?: string | undefined;
  /** Only for history taken over from elsewhere: when the source booked it. */
  readonly bookedAt?: Instant | undefined;
  /** What the answer says beside the events, JSON-safe; from the state before them, and kept with the command. */
  readonly outcome?:
    ((state: unknown, events: readonly DomainEvent[], context: DecisionContext) => unknown) | undefined;
}

/** Pairs a command with its decider, so that neither can be mistaken for another's. */
export function posting<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  stream: string,
  command: C,
  options: {
    readonly reads?: Readonly<Record<string, Read>> | undefined;
    readonly source?: string | undefined;
    readonly evidence?: readonly Evidence[] | undefined;
    readonly onBehalfOf?: string | undefined;
    readonly bookedAt?: Instant | undefined;
    readonly outcome?: (state: State, events: readonly E[], context: DecisionContext) => unknown;
  } = {},
): Posting {
  return { ...options, decider, stream, command } as unknown as Posting;
}

/** The state of a stream as a posting would find it; nothing when it has no events. It moves on when something is posted. */
export type Look = (decider: AnyDecider, stream: string) => Promise<unknown>;

/** Postings that depend on what is recorded: made anew for every try, and decided on the very states that they were made for. */
export interface Prepared {
  /** What was asked for, whatever comes with it: what a repetition under the same key is compared with. */
  readonly asked: readonly Posting[];
  /** Every stream that it may write. */
  readonly streams: readonly string[];
  /** A refusal that it throws is that of the whole. */
  readonly prepare: (look: Look) => Promise<readonly Posting[]>;
}

/** Who posts, and under which key. */
export interface PostingContext {
  readonly organisation: string;
  readonly actor: string;
  /** Same key and same input give the first answer again. */
  readonly idempotencyKey: string;
  readonly reason?: string | undefined;
  /** Files that the postings rest on which name none of their own. */
  readonly evidence?: readonly Evidence[] | undefined;
  /** What was asked, JSON-safe, where the postings themselves depend on what is recorded meanwhile; they are it when absent. */
  readonly input?: unknown;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
  /** Decides and answers, and records nothing. */
  readonly dryRun?: boolean | undefined;
}

/** Hears how the decisions on a list come along; a place is that of the posting in the list. */
export interface Following {
  readonly decided?: ((place: number, outcome: unknown) => void) | undefined;
  /** When absent, the first refusal ends the list. */
  readonly refused?: ((place: number, refusal: Refusal) => void) | undefined;
}

export interface PostedEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly effectiveOn: string;
  readonly data: unknown;
}

/** What was recorded, or on a dry run would be. */
export interface Receipt {
  readonly organisation: string;
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
  /** True when the command was recorded before and this is its first answer again. */
  readonly replayed: boolean;
  /** Place of the last event in the log; absent on a dry run. */
  readonly position?: string;
  readonly recordedAt?: string;
  readonly events: readonly PostedEvent[];
  /** What the posting says beside its events, such as what is available before and after. */
  readonly outcome?: unknown;
}
