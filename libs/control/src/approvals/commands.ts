import type { CivilDate, Satang } from '#kernel';
import type { Reservation, WaitingPosting } from './state.ts';

/** Hands a document in; the one who asks is its maker. */
export interface SubmitDocument {
  readonly type: 'submit-document';
  readonly number: string;
  readonly summary: string;
  readonly amount: Satang;
  readonly tiers: readonly string[];
  readonly what: readonly WaitingPosting[];
  /** Requests that hold its money while it waits. */
  readonly reserved?: readonly Reservation[] | undefined;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export interface ApproveDocument {
  readonly type: 'approve-document';
  /** The tier that is meant: what is recorded with it depends on whether it is the last. */
  readonly tier: string;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

/** Needs a reason. */
export interface RefuseDocument {
  readonly type: 'refuse-document';
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export interface WithdrawDocument {
  readonly type: 'withdraw-document';
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export type ApprovalCommand = SubmitDocument | ApproveDocument | RefuseDocument | WithdrawDocument;
