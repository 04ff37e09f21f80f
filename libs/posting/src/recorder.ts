import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  CommandAlreadyRecorded,
  type EventStore,
  type StreamCheck,
  type StreamWrite,
  UnknownOutcome,
  WrongExpectedRevision,
} from '#event-store';
import {
  type Asked,
  civilDateOf,
  type DecisionContext,
  type DomainEvent,
  type EventCatalogue,
  formOf,
  type Instant,
  isRefusal,
  RefusalError,
} from '#kernel';
import { DEFAULT_SETTINGS, type OrganisationSettings, type RegisterOrganisation } from '#organisation';
import { envelopesOf } from './envelopes.ts';
import { failureOf } from './failures.ts';
import { OrganisationBook } from './organisation-book.ts';
import { linked, type StreamEnd } from './links.ts';
import type { AnyDecider, Following, Posting, PostingContext, Read, Receipt } from './posting.ts';
import { markerOf, postedEvents, receiptOf, replayedReceipt } from './receipts.ts';
import { refuse } from './refusals.ts';
import { atPlace, mustStandAt } from './places.ts';
import { advance, arrive, loadStream, type StreamState, StreamsInMemory } from './streams-in-memory.ts';
import { forgetSeen, Seen } from './seen.ts';
import { type Submission, submissionOf } from './submission.ts';

const TRIES = 20;

/** Postings of a list that are decided in one go. */
const TURN = 32;

/** What was decided, the context that it was decided in, and what was asked, as it is kept. */
interface Decision {
  readonly events: readonly DomainEvent[];
  readonly context: DecisionContext;
  readonly asked: Asked;
}

/** Several decisions that stand or fall together, ready to be written. */
interface Decided {
  readonly writes: readonly StreamWrite[];
  readonly checks: readonly StreamCheck[];
  readonly outcomes: readonly unknown[];
}

export interface RecorderOptions {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly clock: () => Instant;
  /** What every decision sees beside the streams of this log, such as who may do what, at that very moment. */
  readonly beside?: () => Readonly<Record<string, unknown>>;
}

/**
 * Takes a command to its stream: loads the state, decides, and appends at the revision that was decided on.
 * Commands on one account are decided one after the other against a state that already counts the appends
 * on their way, so that a hot account needs no waiting; an append that fails makes all who built on it decide again.
 */
export class Recorder {
  readonly #store: EventStore;
  readonly #catalogue: EventCatalogue;
  readonly #clock: () => Instant;
  readonly #beside: () => Readonly<Record<string, unknown>>;
  readonly #streams: StreamsInMemory;
  readonly #organisations: OrganisationBook;
  readonly #inFlight = new Map<string, Promise<unknown>>();

  constructor({ store, catalogue, clock, beside = () => ({}) }: RecorderOptions) {
    this.#store = store;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#beside = beside;
    this.#streams = new StreamsInMemory((decider, stream) => loadStream(store, catalogue, decider, stream));
    this.#organisations = new OrganisationBook(store, catalogue, clock);
  }

  /** The settings of an organisation; nothing when it has not posted yet. */
  settingsOf(code: string): Promise<OrganisationSettings | undefined> {
    return this.#organisations.settingsOf(code);
  }

  /**
   * The state of a stream as the log has it; nothing when it has no events. A copy of its own.
   */
  async stateOf(decider: AnyDecider, stream: string): Promise<unknown> {
    const { state, revision } = await loadStream(this.#store, this.#catalogue, decider, stream);
    return revision === 'none' ? undefined : state;
  }

  /** The state of a stream as the log has it, and its revision, for a posting that is to be decided just there. */
  async look(
    decider: AnyDecider,
    stream: string,
  ): Promise<{ readonly state: unknown; readonly revision: string }> {
    const { state, revision } = await loadStream(this.#store, this.#catalogue, decider, stream);
    return { state, revision: String(revision) };
  }

  /** Records one command, or throws its refusal as a `RefusalError`. */
  post(what: Posting, context: PostingContext): Promise<Receipt> {
    return this.#once(submissionOf([what], context), (submission) => this.#tryOne(what, submission));
  }

  /**
   * Records several commands in the order given, all or nothing. A refusal names the place in the list.
   * `outcomeOf` makes one outcome of those of the postings.
   */
  postAll(
    all: readonly Posting[],
    context: PostingContext,
    outcomeOf?: (outcomes: readonly unknown[]) => unknown,
    follow?: Following,
  ): Promise<Receipt> {
    const submission = { ...submissionOf(all, context), outcomeOf };
    return this.#once(submission, (each) => this.#tryAll(each, follow));
  }

  /**
   * Decides several commands in the order given and records nothing: tells of each what it would bring, or why it
   * would be refused. Those that would be refused count as left out for those after them.
   */
  async trialAll(
    all: readonly Posting[],
    context: PostingContext,
    follow: Required<Following>,
  ): Promise<void> {
    await this.#decideAll(submissionOf(all, { ...context, dryRun: true }), follow);
  }

  /** The same key twice at once: the second waits and gets the first one's answer. */
  async #once(
    submission: Submission,
    attempt: (submission: Submission) => Promise<Receipt | undefined>,
  ): Promise<Receipt> {
    const { key, context } = submission;
    while (this.#inFlight.has(key)) await this.#inFlight.get(key)?.catch(() => undefined);
    const run = this.#tryUntilDecided(submission, attempt);
    if (context.dryRun) return run;
    this.#inFlight.set(key, run);
    try {
      return await run;
    } finally {
      this.#inFlight.delete(key);
    }
  }

  async #tryUntilDecided(
    submission: Submission,
    attempt: (submission: Submission) => Promise<Receipt | undefined>,
  ): Promise<Receipt> {
    for (let tries = 0; tries < TRIES; tries++) {
      const recorded = await this.#store.findCommand(submission.key);
      if (recorded) return replayedReceipt(this.#store, recorded, submission);
      const receipt = await attempt(submission).catch((error: unknown) =>
        this.#orRecorded(submission, error),
      );
      if (receipt) return receipt;
    }
    throw refuse('account-contended', `Others wrote the same account ${TRIES} times in a row; try again.`);
  }

  /** A refusal may stem from this very command, recorded meanwhile by another try: then that is the answer. */
  async #orRecorded(submission: Submission, error: unknown): Promise<Receipt> {
    const recorded =
      error instanceof RefusalError ? await this.#store.findCommand(submission.key) : undefined;
    if (!recorded) throw error;
    return replayedReceipt(this.#store, recorded, submission);
  }

  /** The receipt, or nothing when the decision has to be taken again. */
  async #tryOne(what: Posting, submission: Submission): Promise<Receipt | undefined> {
    const { dryRun, organisation: code } = submission.context;
    const settings = await this.#organisations.settingsOf(code);
    const seen = await Seen.of(what, ({ decider, stream }) => this.#streams.get(decider, stream));
    const loading = this.#streams.get(what.decider, what.stream);
    const stream = await loading;
    // From here to the append nothing waits: the next command finds the state with this one counted.
    const tails = [stream.tail, ...seen.tails];
    const decided = this.#decide(what, stream, seen, settings, submission);
    if (decided instanceof RefusalError) {
      // A decision on appends that are still on their way holds only if they arrive.
      if (!(await arrive(tails))) return undefined;
      throw decided;
    }
    const { events } = decided;
    const outcome = what.outcome?.(stream.state, events, decided.context);
    const { writes, end } = this.#writesOf(what, decided, stream, settings, submission);
    if (dryRun) {
      return (await arrive(tails)) ? receiptOf(submission, postedEvents(writes), outcome) : undefined;
    }
    const checks = seen.checksBeside(writes);
    try {
      advance(stream, what.decider, events, end);
    } catch (error) {
      // Half a change must not be decided on.
      this.#streams.forget(what.stream, loading);
      throw error;
    }
    const append = this.#append(writes, checks, outcome, submission);
    stream.tail = append;
    const receipt = await append.catch((error: unknown) => {
      this.#streams.forget(what.stream, loading);
      forgetSeen(this.#streams, what);
      return this.#undecided(error);
    });
    if (!settings) this.#organisations.forget(code);
    return receipt;
  }

  async #tryAll(submission: Submission, follow?: Following): Promise<Receipt | undefined> {
    const { writes, checks, outcomes } = await this.#decideAll(submission, follow);
    const outcome = outcomes.length > 0 ? submission.outcomeOf?.(outcomes) : undefined;
    if (submission.context.dryRun || writes.length === 0)
      return receiptOf(submission, postedEvents(writes), outcome);
    const receipt = await this.#append(writes, checks, outcome, submission).catch((error: unknown) =>
      this.#undecided(error),
    );
    for (const { stream } of [...writes, ...checks]) this.#streams.forget(stream);
    this.#organisations.forget(submission.context.organisation);
    return receipt;
  }

  async #decideAll(submission: Submission, { decided: tell, refused }: Following = {}): Promise<Decided> {
    const scratch = new Map<string, StreamState>();
    const writes: StreamWrite[] = [];
    const checks = new Map<string, StreamCheck>();
    const outcomes: unknown[] = [];
    const load = async ({ decider, stream }: Read): Promise<StreamState> => {
      const loaded = scratch.get(stream) ?? (await loadStream(this.#store, this.#catalogue, decider, stream));
      scratch.set(stream, loaded);
      return loaded;
    };
    let settings = await this.#organisations.settingsOf(submission.context.organisation);
    for (const [place, what] of submission.postings.entries()) {
      // Long lists leave others their turn; what they change meanwhile makes the append be decided again.
      if (place % TURN === TURN - 1) await nextTurn();
      const seen = await Seen.of(what, load);
      const stream = await load(what);
      mustStandAt(what, stream);
      const decided = this.#decide(what, stream, seen, settings, submission);
      if (decided instanceof RefusalError) {
        if (!refused) throw atPlace(decided, place);
        refused(place, decided.refusal);
        continue;
      }
      for (const check of seen.checksBeside(writes))
        checks.set(check.stream, checks.get(check.stream) ?? check);
      const { events } = decided;
      const outcome = what.outcome?.(stream.state, events, decided.context);
      if (outcome !== undefined) outcomes.push(outcome);
      const written = this.#writesOf(what, decided, stream, settings, submission, countOf(writes));
      writes.push(...written.writes);
      advance(stream, what.decider, events, written.end);
      tell?.(place, outcome);
      const { command } = what;
      const isRegistration = command.type === 'register-organisation';
      settings = isRegistration ? (command as RegisterOrganisation).settings : (settings ?? DEFAULT_SETTINGS);
    }
    // A stream that this very append writes later says by its own revision that it did not move.
    for (const { stream } of writes) checks.delete(stream);
    return { writes, checks: [...checks.values()], outcomes };
  }

  /** What was decided, and the context that it was decided in; or why not. */
  #decide(
    { decider, stream, command, bookedAt }: Posting,
    { state, revision }: StreamState,
    seen: Seen,
    settings: OrganisationSettings = DEFAULT_SETTINGS,
    { context: { actor, dryRun } }: Submission,
  ): Decision | RefusalError {
    const { calendar } = settings;
    const now = this.#clock();
    if (bookedAt !== undefined && bookedAt > now) {
      const day = civilDateOf(bookedAt, calendar.timeZone);
      return refuse('booked-at-in-future', `History of ${day} cannot be taken over before that day.`, {
        bookedAt,
        now,
      });
    }
    const context = {
      ...this.#beside(),
      ...seen.states,
      calendar,
      bookedOn: civilDateOf(bookedAt ?? now, calendar.timeZone),
      recordedOn: civilDateOf(now, calendar.timeZone),
      stream,
      actor,
      trial: dryRun ?? false,
      revisions: { ...seen.revisions, [stream]: String(revision) },
    };
    const result = decider.decide(state, command, context);
    if (isRefusal(result)) return new RefusalError(result);
    return { events: result, context, asked: askedOf(decider, command, context.recordedOn, seen) };
  }

  /** What is to be written: the events, and before them the organisation when this is its first posting. */
  #writesOf(
    what: Posting,
    { events: decided, asked }: Decision,
    stream: StreamState,
    settings: OrganisationSettings | undefined,
    submission: Submission,
    firstIndex = 0,
  ): { readonly writes: readonly StreamWrite[]; readonly end: StreamEnd } {
    const registers = settings === undefined && this.#organisations.isFirst(what, submission);
    const first = registers ? [this.#organisations.registration(what, submission, firstIndex)] : [];
    const place = firstIndex + first.length;
    const envelopes = envelopesOf(this.#catalogue, submission, what, decided, place, asked);
    const { events, end } = linked(what.stream, stream, envelopes);
    return { writes: [...first, { stream: what.stream, expected: stream.revision, events }], end };
  }

  async #append(
    writes: readonly StreamWrite[],
    checks: readonly StreamCheck[],
    outcome: unknown,
    submission: Submission,
  ): Promise<Receipt> {
    const result = await this.#store.appendMany(writes, checks, markerOf(submission, writes, outcome));
    return receiptOf(submission, postedEvents(writes), outcome, result);
  }

  /** Nothing, when looking again will tell: the key may be recorded, or the decision is to be taken anew. */
  #undecided(error: unknown): undefined {
    if (
      error instanceof WrongExpectedRevision ||
      error instanceof CommandAlreadyRecorded ||
      error instanceof UnknownOutcome
    ) {
      return undefined;
    }
    throw failureOf(error);
  }
}

function askedOf(
  decider: AnyDecider,
  command: Posting['command'],
  recordedOn: Asked['recordedOn'],
  { revisions }: Seen,
): Asked {
  const saw = Object.keys(revisions).length > 0 ? { revisions } : {};
  return { command: formOf(decider).encode(command), recordedOn, ...saw };
}

const countOf = (writes: readonly StreamWrite[]): number =>
  writes.reduce((count, { events }) => count + events.length, 0);
