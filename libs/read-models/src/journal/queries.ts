import type { DatabaseSync } from 'node:sqlite';
import { type Bounds, within } from './bounds.ts';
import type { JournalFilter } from './filter.ts';
import { nameBehind } from './names.ts';
import { type BoundWalk, conditionOf, type JournalSpan } from './span.ts';
import { Statements } from './statements.ts';
import { type JournalSummary, summaryOf } from './summary.ts';
import { OF_ORGANISATION, type Part } from './candidates.ts';
import { type Walk, Walks } from './walk.ts';

/** One event as the journal lists it; amounts in baht, times in UTC. */
export interface JournalRow {
  readonly position: string;
  readonly organisation: string;
  readonly fiscalYear: number | null;
  readonly project: string | null;
  readonly type: string;
  readonly document: string | null;
  /** Of a document with several lines; of the clearing of an advance its voucher. */
  readonly item: string | null;
  readonly amount: string | null;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly bookedAt: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly source: string | null;
  readonly counterparty: string | null;
  readonly description: string | null;
  /** 1 for history that was taken over from elsewhere. */
  readonly imported: number;
  /** The event that it takes back. */
  readonly reverses: string | null;
  /** The event that took it back, whether that is known yet or not. */
  readonly reversedBy: string | null;
  readonly eventId: string;
  readonly stream: string;
}

export interface JournalPage {
  readonly rows: readonly JournalRow[];
  /** Up to where the log was looked at, when it goes on behind it; nothing when all of the span was. */
  readonly reached: bigint | undefined;
}

const moment = (sql: string): string => `strftime('%Y-%m-%dT%H:%M:%fZ', ${sql} / 1000.0, 'unixepoch')`;

const BAHT = "format('%s%d.%02d', iif(satang < 0, '-', ''), abs(satang) / 100, abs(satang) % 100)";

const UUID = [1, 9, 13, 17]
  .map((from) => `substr(lower(hex(event_id)), ${from}, ${from === 1 ? 8 : 4})`)
  .join(" || '-' || ");

const COLUMNS = `CAST(position AS TEXT) AS position, ${nameBehind('organisation_id')} AS organisation, fiscal_year AS fiscalYear,
  ${nameBehind('project_id')} AS project, ${nameBehind('type_id')} AS type, document,
  item, iif(satang IS NULL, NULL, ${BAHT}) AS amount, effective_on AS effectiveOn, ${moment('recorded_at')} AS recordedAt,
  ${moment('coalesce(booked_at, recorded_at)')} AS bookedAt, ${nameBehind('actor_id')} AS actor, reason, source, counterparty, description, imported,
  CAST(reverses AS TEXT) AS reverses, CAST(reversed_by AS TEXT) AS reversedBy, ${UUID} || '-' || substr(lower(hex(event_id)), 21) AS eventId,
  coalesce(stream, 'budgetaccount-' || ${nameBehind('organisation_id')} || '.' || fiscal_year || '.' || ${nameBehind('project_id')}) AS stream`;

/** Rows that one question looks at: some milliseconds, whatever the filter and the length of the log. */
const LOOKED_AT = 10_000;
const LEAST_OF_A_PART = 200;

export class JournalQueries {
  readonly #statements: Statements;
  readonly #one;
  readonly #newest;
  readonly #walks: Walks;

  constructor(database: DatabaseSync) {
    this.#statements = new Statements(database);
    this.#one = database.prepare(`SELECT ${COLUMNS} FROM journal_row WHERE position = ?`);
    this.#newest = database.prepare(
      `SELECT CAST(max(position) AS TEXT) AS position FROM journal_row INDEXED BY journal_by_organisation
        WHERE ${OF_ORGANISATION} AND position <= ?`,
    );
    this.#walks = new Walks(this.#statements);
  }

  at(position: string): JournalRow | undefined {
    return this.#one.get(BigInt(position)) as unknown as JournalRow | undefined;
  }

  /** The position of the newest event of an organisation that was known at a position. */
  newest(organisation: string, knownAt: bigint): bigint | undefined {
    const position = this.#newest.get(organisation, knownAt)?.['position'];
    return typeof position === 'string' ? BigInt(position) : undefined;
  }

  /**
   * A page of the journal. It may hold fewer rows than asked for although more follow, where a filter lets hardly any
   * pass: `reached` says up to where it looked, and where to go on.
   */
  page(filter: JournalFilter, span: JournalSpan): JournalPage {
    const walk = this.#bound(this.#walks.of(filter, span), span, LOOKED_AT);
    const page = this.#first(walk, span.limit);
    const last = page.at(-1);
    if (page.length === span.limit && last) return { rows: page, reached: BigInt(last.position) };
    return { rows: page, reached: walk.reached };
  }

  /** How many rows a filter lets pass, and what their amounts come to; of the newest ones where there are too many. */
  summary(filter: JournalFilter, span: Omit<JournalSpan, 'limit'>, most: number): JournalSummary {
    const walk = this.#bound(this.#walks.of(filter, span), span, 2 * LOOKED_AT);
    return summaryOf(this.#statements, walk, most);
  }

  /** The first rows over all parts. What one part has of them tells how far the next one is read. */
  #first(walk: BoundWalk, limit: number): JournalRow[] {
    const [direction, parts] = walk.order === 'ASC' ? [1, walk.parts] : [-1, walk.parts.toReversed()];
    let first: JournalRow[] = [];
    let bounds: Bounds = walk;
    for (const part of parts) {
      const found = this.#rows({ ...walk, ...bounds }, part, limit);
      if (found.length === 0) continue;
      first = [...first, ...found]
        .sort((a, b) => direction * comparePositions(a.position, b.position))
        .slice(0, limit);
      const last = first.length === limit ? BigInt(first.at(-1)?.position ?? 0) : undefined;
      if (last !== undefined) bounds = beside(walk, last);
    }
    return first;
  }

  #rows(walk: BoundWalk, part: Part, limit: number): JournalRow[] {
    const { sql, values } = conditionOf(walk, part);
    return this.#statements
      .prepare(
        `SELECT ${COLUMNS} FROM ${part.rows} WHERE ${sql} ORDER BY ${part.place} ${walk.order} LIMIT ?`,
      )
      .all(...values, limit) as unknown as JournalRow[];
  }

  /** Cuts a walk where it would look at too many rows: at the nearest of the cuts of its parts. */
  #bound(
    walk: Walk,
    { after, upTo, newestFirst = false }: Omit<JournalSpan, 'limit' | 'knownAt'>,
    most: number,
  ): BoundWalk {
    const order = newestFirst ? 'DESC' : 'ASC';
    const whole: BoundWalk = { ...walk, ...within({ after, upTo }, walk.bounds), order, reached: undefined };
    // What settles by the index alone is never looked at in vain.
    if (walk.rest.length === 0) return whole;
    const each = Math.max(LEAST_OF_A_PART, Math.floor(most / walk.parts.length));
    const cuts = walk.parts.flatMap((part) => this.#cut(whole, part, each) ?? []);
    if (cuts.length === 0) return whole;
    const reached = cuts.reduce((a, b) => (newestFirst === a > b ? a : b));
    return newestFirst ? { ...whole, after: reached - 1n, reached } : { ...whole, upTo: reached, reached };
  }

  #cut({ after, upTo, order }: BoundWalk, { index, place, where }: Part, most: number): bigint | undefined {
    const row = this.#statements
      .prepare(
        `SELECT ${place} AS position FROM ${index} WHERE ${where.sql} AND ${place} > ? AND ${place} <= ?
          ORDER BY ${place} ${order} LIMIT 1 OFFSET ${most}`,
      )
      .get(...where.values, after, upTo);
    return row === undefined ? undefined : BigInt(row['position'] as number);
  }
}

/** What of a walk comes before a position, on the way that it goes. */
const beside = ({ after, upTo, order }: BoundWalk, position: bigint): Bounds =>
  order === 'ASC' ? { after, upTo: position } : { after: position - 1n, upTo };

const comparePositions = (a: string, b: string): number => (BigInt(a) < BigInt(b) ? -1 : a === b ? 0 : 1);
