/** What can be wrong with a bundle; docs/audit-trail-format.md says what each means. */
export type FindingCode =
  | 'manifest-mismatch'
  | 'event-malformed'
  | 'not-canonical'
  | 'revision-gap'
  | 'link-broken'
  | 'duplicate-event'
  | 'booked-at-goes-back'
  | 'recorded-at-goes-back'
  | 'tree-mismatch'
  | 'checkpoint-malformed'
  | 'signature-wrong'
  | 'key-unknown'
  | 'key-not-current'
  | 'keys-differ'
  | 'consistency-broken'
  | 'checkpoint-beyond-log'
  | 'totals-differ';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly code: FindingCode;
  /** Path within the bundle; `outside` for keys and checkpoints that were kept elsewhere. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  readonly stream?: string;
  /** Decimal. */
  readonly revision?: string;
  /** One sentence: what, and what was expected. */
  readonly message: string;
}

export type OnFinding = (finding: Finding) => void;

/** What was kept elsewhere: keys, and checkpoints against which a bundle is held. */
export const OUTSIDE = 'outside';
