import type { Bilingual } from '#glossary/folding';
import type { Severity } from '../rule.ts';

/** Something that a rule found, as known at a moment. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly sentence: Bilingual;
  readonly project: string | null;
  readonly fiscalYear: number | null;
  /** The business date of the event, or the day, that made it true. */
  readonly effectiveOn: string;
  /** Satang. */
  readonly amount: number | null;
  /** Position at which it first became true; lists are in this order. */
  readonly foundAt: string;
  /** Position at which it became true, the last time. */
  readonly since: string;
  /** Position at which it stopped being true; nothing while it is true. */
  readonly until: string | null;
  readonly people: readonly string[];
  /** Positions, in the order of the log. */
  readonly events: readonly string[];
}

export interface FindingFilter {
  readonly organisation: string;
  readonly rule?: string | undefined;
  /** Only what lies in this project alone. */
  readonly project?: string | undefined;
  readonly fiscalYear?: number | undefined;
  /** Only what had become so on this business date. */
  readonly effectiveTo?: string | undefined;
  /** Only what this person is involved in. */
  readonly person?: string | undefined;
  /** What is no longer true, too. */
  readonly withEnded?: boolean | undefined;
}

/** The last finding of the page before. */
export interface FindingCursor {
  readonly foundAt: bigint;
  readonly id: string;
}

export const FIRST_PAGE: FindingCursor = { foundAt: 0n, id: '' };

/** Order of lists: by the position at which it was found first, then by id. */
export function compareFindings(one: Finding, other: Finding): number {
  const [a, b] = [BigInt(one.foundAt), BigInt(other.foundAt)];
  if (a !== b) return a < b ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

export const isAfter = ({ foundAt, id }: Finding, cursor: FindingCursor): boolean =>
  BigInt(foundAt) > cursor.foundAt || (BigInt(foundAt) === cursor.foundAt && id > cursor.id);
