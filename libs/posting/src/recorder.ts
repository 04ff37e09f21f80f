import type { EventStore } from '#event-store';
import { type EventCatalogue, type Instant, RefusalError } from '#kernel';
import type { OrganisationSettings } from '#organisation';
import { Appending } from './appending.ts';
import { Deciding } from './deciding.ts';
import { failureOf } from './failures.ts';
import { Lanes } from './lanes.ts';
import { Lists } from './lists.ts';
import { factsOf, type PostingObserver } from './observer.ts';
import { OrganisationBook } from './organisation-book.ts';
import type { AnyDecider, Following, Posting, PostingContext, Prepared, Receipt } from './posting.ts';
import { postedEvents, receiptOf, replayedReceipt } from './receipts.ts';
import { forgetSeen, Seen } from './seen.ts';
import { advance, arrive, readOn, type StreamState, StreamsInMemory } from './streams-in-memory.ts';
import { type Snapshots, StreamLoader } from './snapshots.ts';
import { streamsOf, type Submission, submissionOf } from './submission.ts';
import { type Attempt, type OtherWriters, Tries } from './tries.ts';

export interface RecorderOptions {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly clock: () => Instant;
  /** Hears when an append was recorded, by the clock of the store. */
  readonly onAppended?: ((recordedAt: Instant) => void) | undefined;
  /** What every decision sees beside the streams of this log, such as who may do what, at that very moment. */
  readonly beside?: () => Readonly<Record<string, unknown>>;
  /** Absent while this process alone writes the log. */
  readonly others?: OtherWriters | undefined;
  /** Hears what becomes of commands; nobody by default. */
  readonly observer?: PostingObserver | undefined;
  /** Keeps states of busy streams for the next start; nothing is kept by default. */
  readonly snapshots?: Snapshots | undefined;
}

/**
 * Takes a command to its stream: loads the state, decides, and appends at the revision that was decided on.
 * Commands on one account are decided one after the other against a state that already counts the appends
 * on their way, so that a hot account needs no waiting; an append that fails makes all who built on it decide again.
 * Where others write the log, too, one append at a time is on its way to a stream, every state is brought up to the log
 * before it is decided on, and a refusal counts only when it was decided on what was newest after the command came.
 */
export class Recorder {
  readonly #store: EventStore;
  readonly #loader: StreamLoader;
  readonly #streams: StreamsInMemory;
  readonly #organisations: OrganisationBook;
  readonly #inFlight = new Map<string, Promise<unknown>>();
  readonly #others: OtherWriters | undefined;
  readonly #observer: PostingObserver | undefined;
  readonly #lanes = new Lanes();
  readonly #deciding: Deciding;
  readonly #appending: Appending;
  readonly #lists: Lists;
  readonly #tries: Tries;

  constructor({
    store,
    catalogue,
    clock,
    onAppended,
    beside = () => ({}),
    others,
    observer,
    snapshots,
  }: RecorderOptions) {
    const loader = new StreamLoader(store, catalogue, snapshots);
    this.#others = others;
    this.#observer = observer;
    this.#store = store;
    this.#loader = loader;
    this.#streams = new StreamsInMemory((decider, stream) => loader.load(decider, stream), {
      readOn: others && ((decider, stream, state) => readOn(store, catalogue, decider, stream, state)),
    });
    const organisations = new OrganisationBook(store, catalogue, clock);
    this.#organisations = organisations;
    const deciding = new Deciding({ catalogue, clock, beside, organisations, observer });
    const isShared = others !== undefined;
    const appending = new Appending({ store, observer, isShared, onAppended });
    const streams = this.#streams;
    this.#deciding = deciding;
    this.#appending = appending;
    this.#lists = new Lists({ loader, streams, organisations, deciding, appending, isShared });
    this.#tries = new Tries(store, others);
  }

  /** The settings of an organisation; nothing when it has not posted yet. */
  settingsOf(code: string): Promise<OrganisationSettings | undefined> {
    return this.#organisations.settingsOf(code);
  }

  /**
   * The state of a stream as the log has it; nothing when it has no events. A copy of its own.
   */
  async stateOf(decider: AnyDecider, stream: string): Promise<unknown> {
    const { state, revision } = await this.#loader.load(decider, stream);
    return revision === 'none' ? undefined : state;
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
    const submission = { ...submissionOf(all, context), isList: true, outcomeOf };
    return this.#once(submission, (each) => this.#lists.tryAll(each, follow));
  }

  /**
   * The same of commands that are made for what is recorded: each try makes them anew. One such list after the other is on its
   * way to a stream, so that they wait instead of making one another try again.
   */
  postPrepared(
    prepared: Prepared,
    context: PostingContext,
    outcomeOf?: (outcomes: readonly unknown[]) => unknown,
  ): Promise<Receipt> {
    const submission = { ...submissionOf(prepared.asked, context), isList: true, prepared, outcomeOf };
    return this.#once(submission, (each) => this.#lists.tryAll(each));
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
    await this.#lists.trial(submissionOf(all, { ...context, dryRun: true }), follow);
  }

  /** Keeps the states of busy streams for the next start. Nothing may be posted any more. */
  close(): Promise<void> {
    return this.#loader.keepAll(this.#streams);
  }

  /** The same key twice at once: the second waits and gets the first one's answer. */
  async #once(submission: Submission, attempt: Attempt): Promise<Receipt> {
    const { key, context } = submission;
    while (this.#inFlight.has(key)) await this.#inFlight.get(key)?.catch(() => undefined);
    const run = this.#observed(submission, attempt);
    if (context.dryRun) return run;
    this.#inFlight.set(key, run);
    try {
      return await run;
    } finally {
      this.#inFlight.delete(key);
    }
  }

  /** An answer that is given again is no new command. */
  async #observed(submission: Submission, attempt: Attempt): Promise<Receipt> {
    const run = () => this.#inTurn(submission, attempt);
    if (!this.#observer) return run();
    const recorded = await this.#store.findCommand(submission.key);
    if (recorded) return replayedReceipt(this.#store, recorded, submission);
    return this.#observer.step('posting.command', factsOf(submission), run);
  }

  /**
   * Among other writers one command at a time is on its way to each stream, and alone one at a time of those that are
   * prepared; a dry run waits for nobody.
   */
  async #inTurn(submission: Submission, attempt: Attempt): Promise<Receipt> {
    const decided = () => this.#tries.untilDecided(submission, attempt);
    const hasTurns = this.#others !== undefined || submission.prepared !== undefined;
    if (!hasTurns || submission.context.dryRun) return decided();
    try {
      return await this.#lanes.take(streamsOf(submission), decided);
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** The receipt, or nothing when the decision has to be taken again. */
  async #tryOne(what: Posting, submission: Submission): Promise<Receipt | undefined> {
    const { dryRun, organisation: code } = submission.context;
    const settings = await this.#organisations.settingsOf(code);
    const reads = new Map<string, StreamState>();
    for (const { decider, stream } of Object.values(what.reads ?? {})) {
      reads.set(stream, await this.#streams.get(decider, stream));
    }
    const loading = this.#streams.get(what.decider, what.stream);
    const stream = await loading;
    // From here to the append nothing waits: the next command finds the state with this one counted.
    const seen = Seen.of(what, (read) => reads.get(read.stream) ?? stream);
    const tails = [stream.tail, ...seen.tails];
    const decided = this.#deciding.decide(what, { stream, seen, settings }, submission);
    if (decided instanceof RefusalError) {
      // A decision on appends that are still on their way holds only if they arrive.
      if (!(await arrive(tails))) return this.#appending.again('neighbour-failed');
      throw decided;
    }
    const { events } = decided;
    const outcome = what.outcome?.(stream.state, events, decided.context);
    const { writes, end } = this.#deciding.writesOf(what, decided, submission);
    if (dryRun) {
      return (await arrive(tails)) ? receiptOf(submission, postedEvents(writes), outcome) : undefined;
    }
    const checks = seen.checksBeside(writes);
    const append = () => this.#appending.append(writes, checks, outcome, submission);
    if (this.#others) {
      // The state is brought up from the log, where events of others may stand between.
      return append().catch((error: unknown) => this.#appending.undecided(error));
    }
    try {
      advance(stream, what.decider, events, end);
    } catch (error) {
      // Half a change must not be decided on.
      this.#streams.forget(what.stream, loading);
      throw error;
    }
    const appended = append();
    stream.tail = appended;
    const receipt = await appended.catch((error: unknown) => {
      this.#streams.forget(what.stream, loading);
      forgetSeen(this.#streams, what);
      return this.#appending.undecided(error);
    });
    if (!settings) this.#organisations.forget(code);
    return receipt;
  }
}
