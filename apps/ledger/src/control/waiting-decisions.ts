import { Injectable } from '@nestjs/common';
import { type ApprovalState, tierDue } from '#control';
import { type CivilDate, civilDateOf, type Instant, newId, type RefusalDetails, RefusalError } from '#kernel';
import type { Posting, PostingContext, Receipt } from '#posting';
import { type LineAvailability, together } from '../budget/account-posting.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { record, step } from './waiting-document.ts';

/** Why something would not be done, by the decision itself. */
export interface Blocked {
  readonly code: string;
  readonly message: string;
  /** What belongs to the code, such as what is missing. */
  readonly details: RefusalDetails;
}

/** What somebody may do with a document that waits. */
export interface MayDecide {
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  readonly blockedBecause?: Blocked;
}

/** What a document that waits would do to the lines that it touches, were it recorded now. */
export interface Effect {
  readonly available: readonly LineAvailability[];
  /** What would be recorded. */
  readonly events: readonly { readonly type: string; readonly stream: string; readonly data: unknown }[];
  /** Why it would be refused now; then nothing is available before or after. */
  readonly refused?: Blocked;
}

/** Asks the decisions themselves what they would say of a waiting document: dry runs, nothing is recorded. */
@Injectable()
export class WaitingDecisions {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** Whether somebody may give the tier that is due, and otherwise why not. */
  async of(organisation: string, state: ApprovalState, asker: string): Promise<MayDecide> {
    const effectiveOn = this.today(organisation);
    const tier = tierDue(state) ?? '';
    const asked = step(organisation, state.number, { type: 'approve-document', tier, effectiveOn });
    const decided = await this.#tried(organisation, asker, [asked]);
    const mayWithdraw = state.maker === asker;
    return 'code' in decided
      ? { mayDecide: false, mayWithdraw, blockedBecause: decided }
      : { mayDecide: true, mayWithdraw };
  }

  /** Available before and after on every line, as if the last tier approved it today. */
  async effect(organisation: string, state: ApprovalState): Promise<Effect> {
    const postings = record(organisation, state, this.today(organisation));
    const tried = await this.#tried(organisation, state.maker, postings);
    if ('code' in tried) return { available: [], events: [], refused: tried };
    const outcome = tried.outcome as { readonly available: readonly LineAvailability[] } | undefined;
    const events = tried.events.map(({ type, stream, data }) => ({ type, stream, data }));
    return { available: outcome?.available ?? [], events };
  }

  today(organisation: string): CivilDate {
    return civilDateOf(this.ledger.clock(), this.ledger.calendarOf(organisation).timeZone);
  }

  async #tried(
    organisation: string,
    actor: string,
    postings: readonly Posting[],
  ): Promise<Receipt | Blocked> {
    const idempotencyKey = newId(new Date().toISOString() as Instant);
    const context: PostingContext = { organisation, actor, idempotencyKey, dryRun: true };
    try {
      return await this.ledger.recorder.postAll(postings, context, together);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      const { code, message, details } = error.refusal;
      return { code, message, details };
    }
  }
}
