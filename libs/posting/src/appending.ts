import {
  CommandAlreadyRecorded,
  type EventStore,
  type GrowingAppend,
  type StreamCheck,
  type StreamWrite,
  UnknownOutcome,
  WrongExpectedRevision,
} from '#event-store';
import { failureOf } from './failures.ts';
import { type PostingObserver, reasonOf, type RetryReason } from './observer.ts';
import type { Receipt } from './posting.ts';
import { markerOf, postedEvents, receiptOf } from './receipts.ts';
import type { Submission } from './submission.ts';

/** Fewer commands are decided before a thread could help. */
const LONG = 256;

interface AppendingOptions {
  readonly store: EventStore;
  readonly observer: PostingObserver | undefined;
  /** Whether other processes write the log, too. */
  readonly isShared: boolean;
}

/** Takes what was decided to the log in one append, and says what became of it. */
export class Appending {
  readonly #options: AppendingOptions;

  constructor(options: AppendingOptions) {
    this.#options = options;
  }

  /** An append that takes what a list of commands brings while the rest is decided, where the store has one. */
  grow({ postings, context }: Submission): GrowingAppend | undefined {
    const isLong = postings.length >= LONG && !context.dryRun;
    return isLong ? this.#options.store.grow?.() : undefined;
  }

  /** `growing` has all the writes already, in their order. */
  async append(
    writes: readonly StreamWrite[],
    checks: readonly StreamCheck[],
    outcome: unknown,
    submission: Submission,
    growing?: GrowingAppend,
  ): Promise<Receipt> {
    const { store, observer } = this.#options;
    const append = () => {
      const marker = markerOf(submission, writes, outcome);
      return growing?.append(checks, marker) ?? store.appendMany(writes, checks, marker);
    };
    const result = await (observer?.step('posting.append', { count: countOf(writes) }, append) ?? append());
    return receiptOf(submission, postedEvents(writes), outcome, result);
  }

  /**
   * Nothing, when looking again will tell: the key may be recorded, or the decision is to be taken anew. The store of an
   * event database has looked long enough before it says that it does not know.
   */
  undecided(error: unknown): undefined {
    if (
      error instanceof WrongExpectedRevision ||
      error instanceof CommandAlreadyRecorded ||
      (error instanceof UnknownOutcome && !this.#options.isShared)
    ) {
      return this.again(reasonOf(error));
    }
    throw failureOf(error);
  }

  /** The command is to be decided again. */
  again(reason: RetryReason): undefined {
    this.#options.observer?.again(reason);
    return undefined;
  }
}

const countOf = (writes: readonly StreamWrite[]): number =>
  writes.reduce((count, { events }) => count + events.length, 0);
