import type { FindingCode } from '#audit-trail';

/** What can be wrong beside what a bundle shows by itself; docs/verification.md says what each means. */
export type VerificationCode =
  | FindingCode
  | 'event-unknown'
  | 'decision-differs'
  | 'decision-missing'
  | 'log-unreadable'
  | 'log-damaged'
  | 'rows-missing'
  | 'seals-differ'
  | 'time-stamp-wrong'
  | 'read-model-differs';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly code: VerificationCode;
  /** Path within the bundle or the data folder; `outside` for what was kept elsewhere. */
  readonly file: string;
  /** Place in the log, from 1. */
  readonly line?: number;
  readonly stream?: string;
  /** Decimal. */
  readonly revision?: string;
  /** Of a file with tables: the table, and the key of the row. */
  readonly table?: string;
  readonly key?: string;
  /** One sentence: what, and what was expected. */
  readonly message: string;
}

export type OnFinding = (finding: Finding) => void;
