import type { DatabaseSync } from 'node:sqlite';
import type { AccountEvent } from '#budget';
import type { JournalNames } from './names.ts';

/** What an event takes back: the last event of a type about a document of the same account that still holds. */
export interface TakenBack {
  readonly type: string;
  readonly document: string | undefined;
  /** Of a document with several lines; `undefined` where it does not matter. */
  readonly item?: string | null | undefined;
}

/** Of which event an event is the reversal; nothing for all others. */
export function takenBackBy(event: AccountEvent, document: string | undefined): TakenBack | undefined {
  switch (event.type) {
    case 'CommitmentReversed':
      return { type: 'CommitmentMade', document, item: event.data.item ?? null };
    case 'AcceptanceReversed':
      return { type: 'WorkAccepted', document, item: event.data.item ?? null };
    case 'DisbursementReversed':
      return { type: 'DisbursementMade', document, item: event.data.item ?? null };
    case 'AdvanceClearingReversed':
      return { type: 'AdvanceCleared', document, item: event.data.clearing };
    case 'YearEndStepReversed':
      return { type: event.data.of, document };
    case 'BudgetTransferredOut':
      return otherEnd('BudgetTransferredIn', event.data.reverses);
    case 'BudgetTransferredIn':
      return otherEnd('BudgetTransferredOut', event.data.reverses);
    default:
      return undefined;
  }
}

/** Who had received gives back: so in one account a transfer out takes back a transfer in. */
const otherEnd = (type: string, reverses: string | undefined): TakenBack | undefined =>
  reverses === undefined ? undefined : { type, document: reverses };

/** Where the reversal stands. */
export interface Place {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project: string;
  readonly position: bigint;
}

/** Finds the row that an event takes back, and marks it as taken back from that position on. */
export class Reversals {
  readonly #names: JournalNames;
  readonly #byDocument;
  readonly #byType;
  readonly #mark;

  constructor(database: DatabaseSync, names: JournalNames) {
    this.#names = names;
    const last = `AND type_id = ? AND fiscal_year = ? AND project_id = ? AND stream IS NULL AND reversed_by IS NULL AND (item IS ? OR ?)
        AND position < ? ORDER BY position DESC LIMIT 1`;
    this.#byDocument = database.prepare(
      `SELECT position FROM journal_row INDEXED BY journal_by_document WHERE organisation_id = ? AND document = ? ${last}`,
    );
    this.#byType = database.prepare(
      `SELECT position FROM journal_row INDEXED BY journal_by_type WHERE organisation_id = ? ${last}`,
    );
    this.#mark = database.prepare('UPDATE journal_row SET reversed_by = ? WHERE position = ?');
  }

  /** The position of what is taken back; nothing when the log does not hold it. */
  take(
    { type, document, item }: TakenBack,
    { organisation, fiscalYear, project, position }: Place,
  ): number | null {
    const owner = this.#names.find(organisation, 'organisation', organisation);
    const ofType = this.#names.find(organisation, 'type', type);
    const ofProject = this.#names.find(organisation, 'project', project);
    if (owner === undefined || ofType === undefined || ofProject === undefined) return null;
    const rest = [ofType, fiscalYear, ofProject, item ?? null, item === undefined ? 1 : 0, position] as const;
    const row =
      document === undefined
        ? this.#byType.get(owner, ...rest)
        : this.#byDocument.get(owner, document, ...rest);
    const found = row?.['position'];
    if (typeof found !== 'number') return null;
    this.#mark.run(position, found);
    return found;
  }
}
