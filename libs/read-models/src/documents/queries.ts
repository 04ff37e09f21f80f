import type { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import type { DocumentStage } from './change.ts';
import { Coverage } from './coverage.ts';

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
  /** The last day of disbursement of the confirmed reservation that covers it. */
  readonly reservedUntil: string | null;
}

export interface DocumentScope {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project?: string | undefined;
}

const COLUMNS = `d.id, d.stage, d.project, d.number, nullif(d.item, '') AS item, d.fund_source AS fundSource, d.category,
       d.made_on AS madeOn, d.due_on AS dueOn, d.previous, d.counterparty, d.description`;

const SCOPE = `d.organisation = ? AND d.fiscal_year = ? AND d.stage IN (SELECT value FROM json_each(?))
          AND d.project = coalesce(?, d.project) ORDER BY d.project, d.stage, d.number, d.item`;

export class DocumentQueries {
  readonly #known;
  readonly #onDay;
  readonly #coverage: Coverage;

  constructor(database: DatabaseSync) {
    this.#known = database.prepare(
      `SELECT ${COLUMNS}, e.effective_on AS lastMovedOn, e.amount, e.accepted, e.used,
              e.amount - e.accepted - e.used AS outstanding
         FROM doc_document d JOIN doc_entry e ON e.document = d.id AND e.position =
              (SELECT max(position) FROM doc_entry l WHERE l.document = d.id AND l.position <= ?)
        WHERE ${SCOPE}`,
    );
    this.#onDay = database.prepare(
      `SELECT * FROM (
         SELECT ${COLUMNS}, max(e.effective_on) AS lastMovedOn, sum(e.amount_by) AS amount,
                sum(e.accepted_by) AS accepted, sum(e.used_by) AS used,
                sum(e.amount_by - e.accepted_by - e.used_by) AS outstanding
           FROM doc_document d JOIN doc_entry e ON e.document = d.id AND e.position <= ? AND e.effective_on <= ?
          WHERE ${SCOPE.replace('ORDER BY', 'GROUP BY d.id ORDER BY')})`,
    );
    this.#coverage = new Coverage(database);
  }

  /**
   * The documents of some stages as known at a position, in project, stage and number order; with a day as they stood
   * at its end. Documents that are settled are among them.
   */
  list(scope: DocumentScope, stages: readonly DocumentStage[], knownAt: bigint, on?: string): DocumentRow[] {
    const { organisation, fiscalYear, project } = scope;
    const asked = [organisation, fiscalYear, JSON.stringify(stages), project ?? null] as const;
    const rows = (on === undefined
      ? this.#known.all(knownAt, ...asked)
      : this.#onDay.all(knownAt, on, ...asked)) as unknown as Omit<DocumentRow, 'reservedUntil'>[];
    const covered = this.#coverage.of(scope, knownAt, on);
    return rows.map((row) => ({ ...row, reservedUntil: covered(row) }));
  }
}
