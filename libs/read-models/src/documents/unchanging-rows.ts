import type { DatabaseSync } from 'node:sqlite';
import { Recent } from '#kernel';
import type { DocumentFacts, DocumentWords } from './document-row.ts';
import { BRIEF, LINE, WORDS } from './listing.ts';

/** Documents that are at hand, twice as many at most: those of the accounts that were asked about of late, half a kilobyte each. */
const AT_HAND = 20_000;

/** What of documents never changes lies in pages that no other document of a list shares: so it is read once. */
export class UnchangingRows<Row extends { readonly id: number }> {
  readonly #atHand = new Recent<number, Row>(AT_HAND);
  readonly #read;
  readonly #rowOf: (columns: readonly unknown[]) => Row;

  private constructor(
    database: DatabaseSync,
    select: string,
    rowOf: (columns: readonly unknown[]) => unknown,
  ) {
    this.#read = database.prepare(select);
    this.#read.setReturnArrays(true);
    this.#rowOf = rowOf as (columns: readonly unknown[]) => Row;
  }

  /** What names the documents, and what they were made for. */
  static facts(database: DatabaseSync): UnchangingRows<DocumentFacts> {
    const select = `SELECT r.id, ${BRIEF} FROM ${ASKED} CROSS JOIN doc_book b ON b.id = r.book_id ${LINE}`;
    return new UnchangingRows(
      database,
      select,
      ([id, stage, project, number, item, fundSource, category, madeOn, dueOn, previous]) => {
        return { id, stage, project, number, item, fundSource, category, madeOn, dueOn, previous };
      },
    );
  }

  /** With whom they are and what they are about. */
  static words(database: DatabaseSync): UnchangingRows<DocumentWords> {
    const select = `SELECT r.id, w.counterparty, w.description FROM ${ASKED} ${WORDS}`;
    return new UnchangingRows(database, select, ([id, counterparty, description]) => {
      return { id, counterparty, description };
    });
  }

  /** In the order of the ids. */
  of(ids: readonly number[]): Row[] {
    const known = ids.map((id) => this.#atHand.get(id));
    const unknown = ids.filter((_, index) => known[index] === undefined);
    const read = new Map(this.#readAll(unknown).map((row) => [row.id, row]));
    for (const [id, row] of read) this.#atHand.set(id, row);
    return ids.flatMap((id, index) => known[index] ?? read.get(id) ?? []);
  }

  #readAll(ids: readonly number[]): Row[] {
    if (ids.length === 0) return [];
    return (this.#read.all(JSON.stringify(ids)) as unknown as unknown[][]).map(this.#rowOf);
  }
}

const ASKED = 'json_each(?) CROSS JOIN doc_document r ON r.id = value';
