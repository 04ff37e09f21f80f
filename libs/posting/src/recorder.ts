import {
  CommandAlreadyRecorded,
  type EventStore,
  type StreamWrite,
  UnknownOutcome,
  WrongExpectedRevision,
} from '#event-store';
import {
  civilDateOf,
  type DomainEvent,
  type EventCatalogue,
  type Instant,
  isRefusal,
  RefusalError,
} from '#kernel';
import {
  DEFAULT_SETTINGS,
  organisation,
  type OrganisationSettings,
  type RegisterOrganisation,
} from '#organisation';
import { envelopesOf } from './envelopes.ts';
import { failureOf } from './failures.ts';
import { OrganisationBook } from './organisation-book.ts';
import type { AnyDecider, Posting, PostingContext, Receipt } from './posting.ts';
import { markerOf, postedEvents, receiptOf, replayedReceipt } from './receipts.ts';
import { refuse } from './refusals.ts';
import { advance, loadStream, type StreamState, StreamsInMemory } from './streams-in-memory.ts';
import { type Submission, submissionOf } from './submission.ts';

const TRIES = 20;

export interface RecorderOptions {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly clock: () => Instant;
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
  readonly #streams: StreamsInMemory;
  readonly #organisations: OrganisationBook;
  readonly #inFlight = new Map<string, Promise<unknown>>();

  constructor({ store, catalogue, clock }: RecorderOptions) {
    this.#store = store;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#streams = new StreamsInMemory((decider, stream) => loadStream(store, catalogue, decider, stream));
    this.#organisations = new OrganisationBook(store, catalogue, clock);
  }

  /** The settings of an organisation; nothing when it has not posted yet. */
  settingsOf(code: string): Promise<OrganisationSettings | undefined> {
    return this.#organisations.settingsOf(code);
  }

  /** The state of a stream as the log has it; nothing when it has no events. A copy of its own. */
  async stateOf(decider: AnyDecider, stream: string): Promise<unknown> {
    const { state, revision } = await loadStream(this.#store, this.#catalogue, decider, stream);
    return revision === 'none' ? undefined : state;
  }

  /** Records one command, or throws its refusal as a `RefusalError`. */
  post(what: Posting, context: PostingContext): Promise<Receipt> {
    return this.#once(submissionOf([what], context), (submission) => this.#tryOne(what, submission));
  }

  /** Records several commands in the order given, all or nothing. A refusal names the place in the list. */
  postAll(all: readonly Posting[], context: PostingContext): Promise<Receipt> {
    return this.#once(submissionOf(all, context), (submission) => this.#tryAll(submission));
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
    const loading = this.#streams.get(what.decider, what.stream);
    const stream = await loading;
    // From here to the append nothing waits: the next command finds the state with this one counted.
    const { tail } = stream;
    const decided = this.#decide(what, stream.state, settings);
    if (decided instanceof RefusalError) {
      // A decision on appends that are still on their way holds only if they arrive.
      if (!(await arrives(tail))) return undefined;
      throw decided;
    }
    const outcome = what.outcome?.(stream.state, decided);
    const writes = this.#writesOf(what, decided, stream, settings, submission);
    if (dryRun) {
      return (await arrives(tail)) ? receiptOf(submission, postedEvents(writes), outcome) : undefined;
    }
    try {
      advance(stream, what.decider, decided);
    } catch (error) {
      // Half a change must not be decided on.
      this.#streams.forget(what.stream, loading);
      throw error;
    }
    const append = this.#append(writes, outcome, submission);
    stream.tail = append;
    const receipt = await append.catch((error: unknown) => {
      this.#streams.forget(what.stream, loading);
      return this.#undecided(error);
    });
    if (!settings) this.#organisations.forget(code);
    return receipt;
  }

  async #tryAll(submission: Submission): Promise<Receipt | undefined> {
    const writes = await this.#decideAll(submission);
    if (submission.context.dryRun || writes.length === 0)
      return receiptOf(submission, postedEvents(writes), undefined);
    const receipt = await this.#append(writes, undefined, submission).catch((error: unknown) =>
      this.#undecided(error),
    );
    for (const { stream } of writes) this.#streams.forget(stream);
    this.#organisations.forget(submission.context.organisation);
    return receipt;
  }

  async #decideAll(submission: Submission): Promise<StreamWrite[]> {
    const scratch = new Map<string, StreamState>();
    const writes: StreamWrite[] = [];
    let settings = await this.#organisations.settingsOf(submission.context.organisation);
    for (const [place, what] of submission.postings.entries()) {
      let stream = scratch.get(what.stream);
      if (!stream) {
        stream = await loadStream(this.#store, this.#catalogue, what.decider, what.stream);
        scratch.set(what.stream, stream);
      }
      const decided = this.#decide(what, stream.state, settings);
      if (decided instanceof RefusalError) throw atPlace(decided, place);
      writes.push(...this.#writesOf(what, decided, stream, settings, submission, countOf(writes)));
      advance(stream, what.decider, decided);
      const { command } = what;
      const isRegistration = command.type === 'register-organisation';
      settings = isRegistration ? (command as RegisterOrganisation).settings : (settings ?? DEFAULT_SETTINGS);
    }
    return writes;
  }

  #decide(
    { decider, command, bookedAt }: Posting,
    state: unknown,
    settings: OrganisationSettings = DEFAULT_SETTINGS,
  ): readonly DomainEvent[] | RefusalError {
    const { calendar } = settings;
    const now = this.#clock();
    if (bookedAt !== undefined && bookedAt > now) {
      const day = civilDateOf(bookedAt, calendar.timeZone);
      return refuse('booked-at-in-future', `History of ${day} cannot be taken over before that day.`, {
        bookedAt,
        now,
      });
    }
    const bookedOn = civilDateOf(bookedAt ?? now, calendar.timeZone);
    const result = decider.decide(state, command, { calendar, bookedOn });
    return isRefusal(result) ? new RefusalError(result) : result;
  }

  /** What is to be written: the events, and before them the organisation when this is its first posting. */
  #writesOf(
    what: Posting,
    decided: readonly DomainEvent[],
    { revision }: StreamState,
    settings: OrganisationSettings | undefined,
    submission: Submission,
    firstIndex = 0,
  ): StreamWrite[] {
    const registers = settings === undefined && what.decider.category !== organisation.category;
    const first = registers ? [this.#organisations.registration(what, submission, firstIndex)] : [];
    const events = envelopesOf(this.#catalogue, submission, what, decided, firstIndex + first.length);
    return [...first, { stream: what.stream, expected: revision, events }];
  }

  async #append(writes: readonly StreamWrite[], outcome: unknown, submission: Submission): Promise<Receipt> {
    const result = await this.#store.appendMany(writes, [], markerOf(submission, writes, outcome));
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

const countOf = (writes: readonly StreamWrite[]): number =>
  writes.reduce((count, { events }) => count + events.length, 0);

function arrives(append: Promise<unknown>): Promise<boolean> {
  return append.then(
    () => true,
    () => false,
  );
}

function atPlace({ refusal }: RefusalError, place: number): RefusalError {
  return new RefusalError({ ...refusal, details: { ...refusal.details, place } });
}
