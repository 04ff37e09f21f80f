import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import type { DocumentStage } from './change.ts';

/** A document as it was known at a position, without its words, which stand elsewhere. */
export interface BriefRow {
  readonly id: number;
  readonly stage: DocumentStage;
  readonly project: string;
  readonly number: string;
  readonly item: string | null;
  readonly fundSource: string;
  readonly category: string;
  /** Its date; that of its first fiscal year when it was brought forward. */
  readonly madeOn: string;
  readonly lastMovedOn: string;
  readonly dueOn: string | null;
  /** The document that it draws on, by `id`. */
  readonly previous: number | null;
  readonly amount: Satang;
  /** Of a commitment: accepted and not paid. */
  readonly accepted: Satang;
  /** What later documents have used of it. */
  readonly used: Satang;
  readonly outstanding: Satang;
}

/** A document with whom it is with and what it is about. */
export interface DocumentRow extends BriefRow {
  readonly counterparty: string | null;
  readonly description: string | null;
}

/** What of a document never changes once it is made. */
export type DocumentFacts = Omit<BriefRow, 'lastMovedOn' | 'amount' | 'accepted' | 'used' | 'outstanding'>;

/** Its words, which do not change either. */
export type DocumentWords = Pick<DocumentRow, 'id' | 'counterparty' | 'description'>;

/** A document with what keeps its money beyond the year. */
export interface CoveredRow extends DocumentRow {
  /** The last day of disbursement of the confirmed reservation that covers it. */
  readonly reservedUntil: string | null;
}

/** What of a document moves, as SQLite hands it over. */
export type FigureColumns = readonly [
  id: number,
  lastMovedOn: string,
  amount: Satang,
  accepted: Satang,
  used: Satang,
  outstanding: Satang,
];

/** The rows of a statement with these columns; as arrays SQLite hands them over faster. */
export function briefRows(statement: StatementSync, ...asked: readonly SQLInputValue[]): BriefRow[] {
  return arrays(statement, asked).map((values) => briefOf(values) as unknown as BriefRow);
}

export function documentRows(statement: StatementSync, ...asked: readonly SQLInputValue[]): DocumentRow[] {
  return arrays(statement, asked).map((values) => {
    const words = { counterparty: values[15], description: values[16] };
    return { ...briefOf(values), ...words } as unknown as DocumentRow;
  });
}

export function documentFigures(
  statement: StatementSync,
  ...asked: readonly SQLInputValue[]
): FigureColumns[] {
  return arrays(statement, asked) as unknown as FigureColumns[];
}

function arrays(statement: StatementSync, asked: readonly SQLInputValue[]): (readonly unknown[])[] {
  statement.setReturnArrays(true);
  return statement.all(...asked) as unknown as (readonly unknown[])[];
}

/** Written out member by member, here and below: rows of one shape are what makes it fast. */
export const briefRow = (
  facts: DocumentFacts,
  [, lastMovedOn, amount, accepted, used, outstanding]: FigureColumns,
): BriefRow => ({
  id: facts.id,
  stage: facts.stage,
  project: facts.project,
  number: facts.number,
  item: facts.item,
  fundSource: facts.fundSource,
  category: facts.category,
  madeOn: facts.madeOn,
  dueOn: facts.dueOn,
  previous: facts.previous,
  lastMovedOn,
  amount,
  accepted,
  used,
  outstanding,
});

const briefOf = (values: readonly unknown[]) => ({
  id: values[0],
  stage: values[1],
  project: values[2],
  number: values[3],
  item: values[4],
  fundSource: values[5],
  category: values[6],
  madeOn: values[7],
  dueOn: values[8],
  previous: values[9],
  lastMovedOn: values[10],
  amount: values[11],
  accepted: values[12],
  used: values[13],
  outstanding: values[14],
});
