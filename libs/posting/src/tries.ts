import { CorruptedIdempotency, type EventStore } from '#event-store';
import { RefusalError, streams } from '#kernel';
import { ALONE, AMONG_OTHERS, Effort, type Patience } from './effort.ts';
import type { Receipt } from './posting.ts';
import { replayedReceipt } from './receipts.ts';
import { refuse } from './refusals.ts';
import { type Submission, streamsOf } from './submission.ts';

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

/** After one that was recorded before, so many commands are looked up before they are decided. */
const WARY = 1_000;

/**
 * Tries a command until it is recorded, refused, or given up. Hardly any was recorded before, and the store refuses one
 * that was: so a single command is looked up only then. As long as some are repeated all are looked up first, since a
 * refused append makes its neighbours decide again.
 */
export class Tries {
  readonly #store: EventStore;
  readonly #others: OtherWriters | undefined;
  #wary = 0;

  constructor(store: EventStore, others: OtherWriters | undefined) {
    this.#store = store;
    this.#others = others;
  }

  /** The receipt, also of an earlier recording under the same key; else throws the refusal. */
  async untilDecided(submission: Submission, attempt: Attempt): Promise<Receipt> {
    const effort = new Effort(this.#others ? (this.#others.patience ?? AMONG_OTHERS) : ALONE);
    let onNewest = this.#others === undefined;
    let looks = this.#looksFirst(submission);
    let unknown: RefusalError | undefined;
    do {
      const hasLooked = looks;
      const earlier = looks ? await this.#lookedUp(submission, unknown) : undefined;
      if (earlier) return earlier;
      looks = true;
      try {
        const receipt = await attempt(submission);
        if (receipt) return receipt;
      } catch (error) {
        // The store of an event database has looked long enough before it says that it does not know.
        if (!this.#others && isUnknown(error)) {
          unknown = error;
          continue;
        }
        // That the disk took nothing now says nothing of the try before.
        if (unknown && isUnavailable(error)) throw unknown;
        if (onNewest || !isVerdict(error)) return await this.#orRecorded(submission, error, hasLooked);
        // It may have been decided on a copy that was behind what others were told is recorded.
        await this.#newest(submission);
        onNewest = true;
      }
    } while (await effort.again());
    if (unknown) throw unknown;
    throw refuse(
      'account-contended',
      `Others wrote the same account ${effort.tries} times in a row; try again.`,
      { retryAfterMs: 1_000 },
    );
  }

  #looksFirst({ isList, context }: Submission): boolean {
    if (this.#others || context.dryRun || isList) return true;
    if (this.#wary === 0) return false;
    this.#wary -= 1;
    return true;
  }

  /** Where nothing can be looked up, what was unknown stays so. */
  async #lookedUp(submission: Submission, unknown: RefusalError | undefined): Promise<Receipt | undefined> {
    try {
      return await this.#recorded(submission);
    } catch (error) {
      throw unknown ?? error;
    }
  }

  /** The receipt of an earlier recording under the same key. */
  async #recorded(submission: Submission): Promise<Receipt | undefined> {
    const recorded = await this.#store.findCommand(submission.key);
    if (!recorded) return undefined;
    this.#wary = WARY;
    return replayedReceipt(this.#store, recorded, submission);
  }

  /** Until what anybody was told is recorded can be read here. */
  async #newest(submission: Submission): Promise<void> {
    const { postings, context } = submission;
    const read = postings.flatMap(({ reads = {} }) => Object.values(reads).map(({ stream }) => stream));
    try {
      const organisation = streams.organisation(context.organisation);
      await this.#others?.newest([...streamsOf(submission), ...read, organisation]);
    } catch (cause) {
      const message = 'The home of the log does not answer; ask again with the same key.';
      throw Object.assign(refuse('log-unreachable', message, { retryAfterMs: 1_000 }), { cause });
    }
  }

  /**
   * What was thrown may stem from this very command, recorded meanwhile by another try, or before it was decided on: then
   * that is the answer.
   */
  async #orRecorded(submission: Submission, error: unknown, hasLooked: boolean): Promise<Receipt> {
    // The same identities with other content come from another process that was given the key for another input.
    const mayStem = !hasLooked || error instanceof RefusalError || error instanceof CorruptedIdempotency;
    const earlier = mayStem ? await this.#recorded(submission) : undefined;
    if (!earlier) throw error;
    return earlier;
  }
}

/** A refusal by a rule, and none that says that the ledger cannot answer now. */
const isVerdict = (error: unknown): boolean => error instanceof RefusalError && !isUnavailable(error);

const isUnavailable = (error: unknown): boolean =>
  error instanceof RefusalError && error.refusal.kind === 'unavailable';

/** Looking again will tell whether it is recorded, or it is tried anew. */
const isUnknown = (error: unknown): error is RefusalError =>
  error instanceof RefusalError && error.refusal.code === 'outcome-unknown';
