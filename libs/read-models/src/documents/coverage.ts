import type { DatabaseSync } from 'node:sqlite';
import { DOCUMENTS } from './tables.ts';

interface Reservation {
  readonly document: number;
  readonly stage: string;
  readonly madeOn: string;
  readonly until: string | null;
}

interface Link {
  readonly id: number;
  readonly stage: string;
  readonly previous: number | null;
  readonly madeOn: string;
}

/** Which confirmed reservation keeps the money of a document: its own, or that of a document before it in the chain. */
export class Coverage {
  readonly #reservations;
  readonly #link;

  constructor(database: DatabaseSync) {
    this.#reservations = database.prepare(
      `SELECT d.previous AS document, p.stage, d.made_on AS madeOn, e.until
         FROM ${DOCUMENTS} d JOIN ${DOCUMENTS} p ON p.id = d.previous JOIN doc_entry e ON e.document = d.id
          AND e.position = (SELECT max(l.position) FROM doc_entry l WHERE l.document = d.id AND l.position <= ?
                               AND l.effective_on <= coalesce(?, l.effective_on))
        WHERE d.organisation = ? AND d.fiscal_year = ? AND d.stage = 'reservation' AND e.amount > 0`,
    );
    this.#link = database.prepare(
      `SELECT id, stage, previous, made_on AS madeOn FROM ${DOCUMENTS} WHERE id = ?`,
    );
  }

  /** For each document of a fiscal year the last day of disbursement, as known at a position, or on a day. */
  of(
    { organisation, fiscalYear }: { readonly organisation: string; readonly fiscalYear: number },
    knownAt: bigint,
    on: string | undefined,
  ): (document: Link) => string | null {
    const held = new Map(this.#held(organisation, fiscalYear, knownAt, on).map((row) => [row.document, row]));
    return held.size === 0 ? () => null : (document) => this.#until(document, held);
  }

  /** Whether any confirmed reservation of a fiscal year was known. */
  isAny(
    { organisation, fiscalYear }: { readonly organisation: string; readonly fiscalYear: number },
    knownAt: bigint,
    on: string | undefined,
  ): boolean {
    return this.#held(organisation, fiscalYear, knownAt, on).length > 0;
  }

  #held(organisation: string, fiscalYear: number, knownAt: bigint, on: string | undefined): Reservation[] {
    return this.#reservations.all(knownAt, on ?? null, organisation, fiscalYear) as unknown as Reservation[];
  }

  #until(document: Link, held: ReadonlyMap<number, Reservation>): string | null {
    let order: Link | undefined;
    for (let link: Link | undefined = document; link; link = this.#before(link)) {
      const found = held.get(link.id);
      if (found && !isOlder(order, found, document)) return found.until;
      if (link.stage === 'commitment') order = link;
    }
    return null;
  }

  #before({ previous }: Link): Link | undefined {
    return previous === null ? undefined : (this.#link.get(previous) as unknown as Link | undefined);
  }
}

/** What was ordered before the rest of its request was reserved is an obligation of its own. */
const isOlder = (order: Link | undefined, { stage, madeOn }: Reservation, { stage: own }: Link): boolean =>
  stage === 'request' && own !== 'request' && (order === undefined || order.madeOn < madeOn);
