import { CorruptedIdempotency, type EventStore } from '#event-store';
import { RefusalError, streams } from '#kernel';
import { ALONE, AMONG_OTHERS, Effort, type Patience } from './effort.ts';
import type { Receipt } from './posting.ts';
import { replayedReceipt } from './receipts.ts';
import { refuse } from './refusals.ts';
import type { Submission } from './submission.ts';

/** Other processes that write the same log, of which this one has a copy. */
export interface OtherWriters {
  /**
   * Waits until the reads of the store show everything of these streams that anybody was told is recorded before the call.
   * Throws what an append throws where the home of the log cannot be asked.
   */
  readonly newest: (streams: readonly string[]) => Promise<void>;
  /** How long a command is tried when others come first; `AMONG_OTHERS` when absent. */
  readonly patience?: Patience;
}

/** The receipt, or nothing when the decision has to be taken again. */
export type Attempt = (submission: Submission) => Promise<Receipt | undefined>;

/** Tries a command until it is recorded, refused, or given up. */
export class Tries {
  readonly #store: EventStore;
  readonly #others: OtherWriters | undefined;

  constructor(store: EventStore, others: OtherWriters | undefined) {
    this.#store = store;
    this.#others = others;
  }

  /** The receipt, also of an earlier recording under the same key; else throws the refusal. */
  async untilDecided(submission: Submission, attempt: Attempt): Promise<Receipt> {
    const effort = new Effort(this.#others ? (this.#others.patience ?? AMONG_OTHERS) : ALONE);
    let onNewest = this.#others === undefined;
    do {
      const recorded = await this.#store.findCommand(submission.key);
      if (recorded) return replayedReceipt(this.#store, recorded, submission);
      try {
        const receipt = await attempt(submission);
        if (receipt) return receipt;
      } catch (error) {
        if (onNewest || !isVerdict(error)) return await this.#orRecorded(submission, error);
        // It may have been decided on a copy that was behind what others were told is recorded.
        await this.#newest(submission);
        onNewest = true;
      }
    } while (await effort.again());
    throw refuse(
      'account-contended',
      `Others wrote the same account ${effort.tries} times in a row; try again.`,
      { retryAfterMs: 1_000 },
    );
  }

  /** Until what anybody was told is recorded can be read here. */
  async #newest({ postings, context }: Submission): Promise<void> {
    const read = postings.flatMap(({ stream, reads = {} }) => [
      stream,
      ...Object.values(reads).map((each) => each.stream),
    ]);
    try {
      await this.#others?.newest([...read, streams.organisation(context.organisation)]);
    } catch (cause) {
      const message = 'The home of the log does not answer; ask again with the same key.';
      throw Object.assign(refuse('log-unreachable', message, { retryAfterMs: 1_000 }), { cause });
    }
  }

  /** A refusal may stem from this very command, recorded meanwhile by another try: then that is the answer. */
  async #orRecorded(submission: Submission, error: unknown): Promise<Receipt> {
    // The same identities with other content come from another process that was given the key for another input.
    const mayStem = error instanceof RefusalError || error instanceof CorruptedIdempotency;
    const recorded = mayStem ? await this.#store.findCommand(submission.key) : undefined;
    if (!recorded) throw error;
    return replayedReceipt(this.#store, recorded, submission);
  }
}

/** A refusal by a rule, and none that says that the ledger cannot answer now. */
const isVerdict = (error: unknown): boolean =>
  error instanceof RefusalError && error.refusal.kind !== 'unavailable';
