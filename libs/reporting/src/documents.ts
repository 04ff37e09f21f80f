import type { Satang } from '#kernel';

/** The kinds of documents that reports follow. */
export type DocumentStage =
  'request' | 'commitment' | 'acceptance' | 'disbursement' | 'advance' | 'transfer' | 'reservation';

/** A document of an account as it stood. */
export interface BriefLine {
  readonly stage: DocumentStage;
  readonly project: string;
  readonly number: string;
  /** Only of a document with several lines. */
  readonly item: string | null;
  readonly fundSource: string;
  readonly category: string;
  /** Its date; that of its first fiscal year when it was brought forward. */
  readonly madeOn: string;
  readonly lastMovedOn: string;
  readonly dueOn: string | null;
  readonly amount: Satang;
  /** What no later document has taken yet. */
  readonly outstanding: Satang;
}

/** A document with whom it is with and what it is about. */
export interface DocumentLine extends BriefLine {
  readonly counterparty: string | null;
  readonly description: string | null;
}

/** A document with what keeps its money beyond the year. */
export interface CoveredLine extends DocumentLine {
  /** The last day of disbursement of the confirmed reservation that covers it. */
  readonly reservedUntil: string | null;
}

/** The columns that name a document, the same in every report. */
export const documentCells = (line: BriefLine) => ({
  project_code: line.project,
  document: line.number,
  item: line.item ?? undefined,
  fund_source: line.fundSource,
  category: line.category,
});
