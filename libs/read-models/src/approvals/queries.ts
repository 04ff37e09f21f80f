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
      `SELECT d.number, maker, summary, amount, tiers, s.given, s.status, submitted_on AS submittedOn
         FROM ap_document d JOIN ap_step s ON s.organisation = d.organisation AND s.number = d.number AND s.position =
              (SELECT l.position FROM ap_step l WHERE l.organisation = d.organisation AND l.number = d.number
                  AND l.position <= ? AND l.effective_on <= coalesce(?, l.effective_on)
                ORDER BY l.position DESC LIMIT 1)
        WHERE d.organisation = ? AND d.number > ? AND (s.status = ? OR ? = 'all') ORDER BY d.number LIMIT ?`,
    );
  }

  /** A page in the order of numbers, as known at a position; `status` may be `all`. */
  list(asked: {
    readonly organisation: string;
    readonly status: string;
    readonly after: string;
    readonly limit: number;
    readonly knownAt: bigint;
    /** Only steps that take effect up to the end of this day. */
    readonly effectiveTo?: string | undefined;
  }): ApprovalRow[] {
    const { organisation, status, after, limit, knownAt, effectiveTo: day = null } = asked;
    return this.#list.all(knownAt, day, organisation, after, status, status, limit).map((row) => {
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
