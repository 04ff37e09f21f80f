import type { DatabaseSync } from 'node:sqlite';
import { Recent } from '../recent.ts';
import type { DocumentFacts } from './document-row.ts';
import { LINE_AND_WORDS } from './listing.ts';

/** Documents whose facts are at hand: those of the accounts that were asked about of late, some 10 MB. */
const AT_HAND = 10_000;

/** The facts of documents. They lie in three pages that no other document of a list shares: so they are read once. */
export class KnownFacts {
  readonly #atHand = new Recent<number, DocumentFacts>(AT_HAND);
  readonly #read;

  constructor(database: DatabaseSync) {
    this.#read = database.prepare(
      `SELECT r.id, b.stage, b.project, r.number, nullif(r.item, ''), l.fund_source, l.category, r.made_on, r.due_on,
              r.previous, w.counterparty, w.description
         FROM json_each(?) CROSS JOIN doc_document r ON r.id = value CROSS JOIN doc_book b ON b.id = r.book_id
              ${LINE_AND_WORDS}`,
    );
    this.#read.setReturnArrays(true);
  }

  /** In the order of the ids. */
  of(ids: readonly number[]): DocumentFacts[] {
    const known = ids.map((id) => this.#atHand.get(id));
    const unknown = ids.filter((_, index) => known[index] === undefined);
    const read = new Map(this.#readAll(unknown).map((facts) => [facts.id, facts]));
    for (const [id, facts] of read) this.#atHand.set(id, facts);
    return ids.flatMap((id, index) => known[index] ?? read.get(id) ?? []);
  }

  #readAll(ids: readonly number[]): DocumentFacts[] {
    if (ids.length === 0) return [];
    return (this.#read.all(JSON.stringify(ids)) as unknown as unknown[][]).map(factsOf);
  }
}

const factsOf = ([
  id,
  stage,
  project,
  number,
  item,
  fundSource,
  category,
  madeOn,
  dueOn,
  previous,
  counterparty,
  description,
]: readonly unknown[]) =>
  ({
    id,
    stage,
    project,
    number,
    item,
    fundSource,
    category,
    madeOn,
    dueOn,
    previous,
    counterparty,
    description,
  }) as DocumentFacts;
