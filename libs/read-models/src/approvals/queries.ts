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
  /** When it was handed in, in UTC. */
  readonly submittedAt: string;
  /** Where it was handed in. */
  readonly position: string;
  /** What it would record: the commands, each named once. */
  readonly kinds: readonly string[];
  /** Where: `year.project`, each named once. */
  readonly accounts: readonly string[];
  /** The last step that is known: when (UTC), by whom, why, and where in the log. */
  readonly step: ApprovalStepRow;
}

/** A step of a document and how it stood after it. */
export interface ApprovalStepRow {
  readonly position: string;
  readonly status: string;
  readonly bookedAt: string;
  readonly actor: string;
  readonly reason: string | null;
}

/** What is asked of a page of documents. */
export interface AskedApprovals {
  readonly organisation: string;
  readonly limit: number;
  readonly knownAt: bigint;
  /** Only steps that take effect up to the end of this day. */
  readonly effectiveTo?: string | undefined;
  /** Only what this person handed in. */
  readonly maker?: string | undefined;
}

const COLUMNS = `d.number, d.maker, d.summary, d.amount, d.tiers, s.given, s.status, d.submitted_on AS submittedOn,
  d.submitted_at AS submittedAt, CAST(d.position AS TEXT) AS position, d.kinds, d.accounts,
  CAST(s.position AS TEXT) AS stepPosition, s.booked_at AS stepBookedAt, s.actor AS stepActor, s.reason AS stepReason`;

export class ApprovalQueries {
  readonly #list;
  readonly #decided;
  readonly #steps;

  constructor(database: DatabaseSync) {
    this.#list = database.prepare(
      `SELECT ${COLUMNS}
         FROM ap_document d JOIN ap_step s ON s.organisation = d.organisation AND s.number = d.number AND s.position =
              (SELECT l.position FROM ap_step l WHERE l.organisation = d.organisation AND l.number = d.number
                  AND l.position <= ? AND l.effective_on <= coalesce(?, l.effective_on)
                ORDER BY l.position DESC LIMIT 1)
        WHERE d.organisation = ? AND d.number > ? AND (s.status = ? OR ? = 'all') AND d.maker = coalesce(?, d.maker)
          AND d.submitted_on <= coalesce(?, d.submitted_on)
        ORDER BY d.number LIMIT ?`,
    );
    this.#decided = database.prepare(
      `SELECT ${COLUMNS}
         FROM ap_step s INDEXED BY ap_step_decided CROSS JOIN ap_document d ON d.organisation = s.organisation AND d.number = s.number
        WHERE s.organisation = ? AND s.status <> 'waiting' AND s.position < ? AND s.position <= ?
          AND s.effective_on <= coalesce(?, s.effective_on) AND d.maker = coalesce(?, d.maker)
          AND s.actor = coalesce(?, s.actor) AND d.submitted_on <= coalesce(?, d.submitted_on)
        ORDER BY s.position DESC LIMIT ?`,
    );
    this.#steps = database.prepare(
      `SELECT CAST(position AS TEXT) AS position, status, booked_at AS bookedAt, actor, reason FROM ap_step
        WHERE organisation = ? AND number = ? AND position <= ? AND effective_on <= coalesce(?, effective_on)
        ORDER BY ap_step.position`,
    );
  }

  /** A page in the order of numbers, as known at a position; `status` may be `all`. */
  list(asked: AskedApprovals & { readonly status: string; readonly after: string }): ApprovalRow[] {
    const { organisation, status, after, limit, knownAt, effectiveTo: day = null, maker = null } = asked;
    return this.#list.all(knownAt, day, organisation, after, status, status, maker, day, limit).map(rowOf);
  }

  /** What was decided, the last first, before a position; `by` is who decided. */
  decided(
    asked: AskedApprovals & { readonly before: bigint; readonly by?: string | undefined },
  ): ApprovalRow[] {
    const { organisation, before, limit, knownAt, effectiveTo: day = null, maker = null, by = null } = asked;
    return this.#decided.all(organisation, before, knownAt, day, maker, by, day, limit).map(rowOf);
  }

  /** Every step of a document that is known at a position, in their order. */
  steps(asked: Pick<AskedApprovals, 'organisation' | 'knownAt' | 'effectiveTo'>, number: string) {
    const { organisation, knownAt, effectiveTo: day = null } = asked;
    return this.#steps.all(organisation, number, knownAt, day) as unknown as ApprovalStepRow[];
  }
}

function rowOf(row: object): ApprovalRow {
  const { given, stepPosition, stepBookedAt, stepActor, stepReason, ...rest } = row as Omit<
    ApprovalRow,
    'tiers' | 'kinds' | 'accounts' | 'step'
  > & {
    readonly [json in 'tiers' | 'kinds' | 'accounts']: string;
  } & {
    readonly given: number;
    readonly stepPosition: string;
    readonly stepBookedAt: string;
    readonly stepActor: string;
    readonly stepReason: string | null;
  };
  const [tiers = [], kinds = [], accounts = []] = [rest.tiers, rest.kinds, rest.accounts].map(
    (json) => JSON.parse(json) as string[],
  );
  const waitsFor = rest.status === 'waiting' ? tiers[given] : undefined;
  const step = {
    position: stepPosition,
    status: rest.status,
    bookedAt: stepBookedAt,
    actor: stepActor,
    reason: stepReason,
  };
  return { ...rest, tiers, kinds, accounts, waitsFor, step };
}
