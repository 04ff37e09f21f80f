import type { DatabaseSync } from 'node:sqlite';

/** A document that waits for approval, or has waited. */
export interface ApprovalRow {
  readonly number: string;
  readonly maker: string;
  readonly summary: string;
  /** Baht. */
  readonly amount: string;
  readonly tiers: readonly string[];
  /** The duty whose approval comes next; nothing when none does. */
  readonly waitsFor: string | undefined;
  readonly status: string;
  readonly submittedOn: string;
}

export class ApprovalQueries {
  readonly #list;

  constructor(database: DatabaseSync) {
    this.#list = database.prepare(
      `SELECT number, maker, summary, amount, tiers, given, status, submitted_on AS submittedOn FROM ap_document
        WHERE organisation = ? AND number > ? AND (status = ? OR ? = 'all') ORDER BY number LIMIT ?`,
    );
  }

  /** A page in the order of numbers; `status` may be `all`. */
  list(asked: {
    readonly organisation: string;
    readonly status: string;
    readonly after: string;
    readonly limit: number;
  }): ApprovalRow[] {
    const { organisation, status, after, limit } = asked;
    return this.#list.all(organisation, after, status, status, limit).map((row) => {
      const {
        tiers: json,
        given,
        ...rest
      } = row as unknown as Omit<ApprovalRow, 'tiers'> & {
        readonly tiers: string;
        readonly given: number;
      };
      const tiers = JSON.parse(json) as string[];
      const waitsFor = rest.status === 'waiting' ? tiers[given] : undefined;
      return { ...rest, tiers, waitsFor };
    });
  }
}
