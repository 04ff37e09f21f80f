import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import type { DocumentStage } from './change.ts';

/** A document as it was known at a position. */
export interface DocumentRow {
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
  readonly counterparty: string | null;
  readonly description: string | null;
  readonly amount: Satang;
  /** Of a commitment: accepted and not paid. */
  readonly accepted: Satang;
  /** What later documents have used of it. */
  readonly used: Satang;
  readonly outstanding: Satang;
}

/** A document with what keeps its money beyond the year. */
export interface CoveredRow extends DocumentRow {
  /** The last day of disbursement of the confirmed reservation that covers it. */
  readonly reservedUntil: string | null;
}

/** What a document is; behind it follow `lastMovedOn`, `amount`, `accepted`, `used` and `outstanding`. */
export const COLUMNS = `d.id, d.stage, d.project, d.number, nullif(d.item, '') AS item, d.fund_source AS fundSource, d.category,
       d.made_on AS madeOn, d.due_on AS dueOn, d.previous, d.counterparty, d.description`;

/** The rows of a statement that selects `COLUMNS` and the figures behind them; as arrays SQLite hands them over faster. */
export function documentRows(statement: StatementSync, ...asked: readonly SQLInputValue[]): DocumentRow[] {
  statement.setReturnArrays(true);
  return (statement.all(...asked) as unknown as unknown[][]).map(rowOf);
}

/** Written out member by member: rows of one shape are what makes it fast. */
const rowOf = (values: readonly unknown[]): DocumentRow =>
  ({
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
    counterparty: values[10],
    description: values[11],
    lastMovedOn: values[12],
    amount: values[13],
    accepted: values[14],
    used: values[15],
    outstanding: values[16],
  }) as DocumentRow;
