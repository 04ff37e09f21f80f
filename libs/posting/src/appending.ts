import {
  type AppendResult,
  CommandAlreadyRecorded,
  type EventStore,
  type GrowingAppend,
  type StreamCheck,
  type StreamWrite,
  UnknownOutcome,
  WrongExpectedRevision,
} from '#event-store';
import type { Instant } from '#kernel';
import type { DecidedList } from './decided-list.ts';
import { failureOf } from './failures.ts';
import { type PostingObserver, reasonOf, type RetryReason } from './observer.ts';
import type { Receipt } from './posting.ts';
import { markerOf, postedEvents, receiptOf, type Written } from './receipts.ts';
import type { Submission } from './submission.ts';

/** Fewer commands are decided before a thread could help. */
const LONG = 256;

interface AppendingOptions {
  readonly store: EventStore;
  readonly observer: PostingObserver | undefined;
  /** Whether other processes write the log, too. */
  readonly isShared: boolean;
  readonly onAppended: ((recordedAt: Instant) => void) | undefined;
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

  async append(
    writes: readonly StreamWrite[],
    checks: readonly StreamCheck[],
    outcome: unknown,
    submission: Submission,
  ): Promise<Receipt> {
    const append = () =>
      this.#options.store.appendMany(writes, checks, markerOf(submission, writes, outcome));
    const result = await this.#observed(writes, append);
    return receiptOf(submission, postedEvents(writes), outcome, result);
  }

  async appendList(list: DecidedList, outcome: unknown, submission: Submission): Promise<Receipt> {
    const { growing, writes, checks, told } = list;
    const append = () => {
      const marker = markerOf(submission, told, outcome);
      return growing?.append(checks, marker) ?? this.#options.store.appendMany(writes, checks, marker);
    };
    const result = await this.#observed(told, append);
    return receiptOf(
      submission,
      told.flatMap(({ events }) => events),
      outcome,
      result,
    );
  }

  async #observed(writes: readonly Written[], append: () => Promise<AppendResult>): Promise<AppendResult> {
    const { observer, onAppended } = this.#options;
    const appended = observer?.step('posting.append', { count: countOf(writes) }, append) ?? append();
    const result = await appended;
    onAppended?.(result.recordedAt);
    return result;
  }

  /** Nothing, when the decision is to be taken anew; else throws what the failure means for the caller. */
  undecided(error: unknown): undefined {
    if (error instanceof WrongExpectedRevision || error instanceof CommandAlreadyRecorded)
      return this.again(reasonOf(error));
    if (error instanceof UnknownOutcome && !this.#options.isShared) this.again(reasonOf(error));
    throw failureOf(error);
  }

  /** The command is to be decided again. */
  again(reason: RetryReason): undefined {
    this.#options.observer?.again(reason);
    return undefined;
  }
}

const countOf = (writes: readonly Written[]): number =>
  writes.reduce((count, { events }) => count + events.length, 0);
