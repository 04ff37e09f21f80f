import type { Line } from '#budget';
import { type Satang, ZERO } from '#kernel/folding';

/** The kinds of documents that are followed. */
export const DOCUMENT_STAGES = [
  'request',
  'commitment',
  'acceptance',
  'disbursement',
  'advance',
  'transfer',
  'reservation',
] as const;
export type DocumentStage = (typeof DOCUMENT_STAGES)[number];

/** A document of an account. */
export interface DocumentName {
  readonly stage: DocumentStage;
  readonly number: string;
  readonly item?: string | undefined;
}

/** How an event moves a document. What is outstanding = amount − accepted − used. */
export interface Moves {
  /** What the document comes to. */
  readonly amount?: Satang;
  /** Of a commitment: accepted and not paid. */
  readonly accepted?: Satang;
  /** What later documents have used of it: ordered of a request, paid of a commitment or an acceptance. */
  readonly used?: Satang;
}

/** A document that an event makes. */
export interface Made {
  readonly made: DocumentName;
  readonly line: Line;
  readonly amount: Satang;
  /** The document that it draws on. */
  readonly previous?: DocumentName | undefined;
  /** Its date in its first fiscal year. */
  readonly since?: string | undefined;
  /** The fiscal year before this one in which it was made. */
  readonly broughtFrom?: number | undefined;
  readonly dueOn?: string | undefined;
  readonly counterparty?: string | undefined;
  readonly description?: string | undefined;
}

/** A document that an event moves, and how it moves the one that it draws on. */
export interface Moved extends Moves {
  readonly moved: DocumentName;
  /** The last day of disbursement of a reservation; nothing when it is open again. */
  readonly until?: string | null;
  readonly behind?: Moves;
}

export type DocumentChange = Made | Moved;

/** What a document holds before an event. */
export interface Held {
  readonly amount: Satang;
  readonly accepted: Satang;
  readonly used: Satang;
}

export const NOTHING_HELD: Held = { amount: ZERO, accepted: ZERO, used: ZERO };

/** Answers what a document holds before the event; nothing was held of one that was never made. */
export type HeldOf = (name: DocumentName) => Held;
