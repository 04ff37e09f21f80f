import { type Bounds, edgesOf, within } from './bounds.ts';
import {
  by,
  byName,
  byWords,
  type Candidate,
  gathered,
  indexed,
  inOrganisation,
  OF_ORGANISATION,
  type Part,
  partBy,
} from './candidates.ts';
import { type Condition, conditionsOf, isNamed, type JournalFilter } from './filter.ts';
import { monthsBetween } from './months.ts';
import type { JournalSpan } from './span.ts';
import type { Statements } from './statements.ts';

/** How the rows of a filter are found: parts side by side, each in the order of the log, and what is left to ask. */
export interface Walk {
  readonly name: string;
  readonly parts: readonly Part[];
  /** What the walk does not settle by itself. */
  readonly rest: readonly Condition[];
  /** Nothing outside can hold all that is asked for. */
  readonly bounds: Bounds;
}

/** Counting further does not change the choice. */
const FEW = 1_000;

/** Ten years: more months are no narrower than the whole log. */
const MOST_MONTHS = 120;

/** Of more months most rows of the log pass, and walking them side by side costs more than it saves. */
const MOST_WALKED_MONTHS = 12;

/**
 * Chooses the index to walk. Left to itself SQLite takes the first one that bounds the position and looks at every
 * event of the organisation; here each candidate is counted, up to a thousand, and the one with the fewest rows leads.
 */
export class Walks {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  of(filter: JournalFilter, { upTo, knownAt }: Pick<JournalSpan, 'upTo' | 'knownAt'>): Walk {
    const candidates = this.#candidates(filter);
    const counted = candidates
      .filter(({ onlyBounds }) => !onlyBounds)
      .map((candidate) => ({ candidate, rows: this.#count(candidate) }));
    const fewest = Math.min(...counted.map(({ rows }) => rows));
    const chosen = counted.find(({ rows }) => rows === fewest)?.candidate as Candidate;
    return walkOf(chosen, filter, knownAt, this.#bounds(candidates, upTo));
  }

  /** Where rows can be that fulfil every criterion that has an index of its own: a year has its part of the log. */
  #bounds(candidates: readonly Candidate[], upTo: bigint): Bounds {
    let bounds: Bounds = { after: 0n, upTo };
    for (const { name, parts } of candidates) {
      if (name === 'text' || name === 'amount' || name === 'organisation') continue;
      bounds = within(bounds, edgesOf(this.#statements, parts) ?? { after: 0n, upTo: 0n });
    }
    return bounds;
  }

  /** The most telling first: where two hold as many rows the first leads. */
  #candidates(filter: JournalFilter): Candidate[] {
    const { organisation, document, text, actor, types, project, fiscalYear, reversed, imported } = filter;
    const found: (Candidate | undefined)[] = [
      by('document', organisation, document),
      this.#byAmount(filter),
      text === undefined ? undefined : byWords(this.#statements, text),
      reversed === true
        ? { name: 'reversal', parts: [inOrganisation('reversal', 'reversed_by IS NOT NULL', organisation)] }
        : undefined,
      imported === true
        ? {
            name: 'import',
            settles: 'imported',
            parts: [inOrganisation('import', 'imported = 1', organisation)],
          }
        : undefined,
      byName('actor', organisation, actor),
      types && {
        name: 'type',
        settles: 'type',
        parts: types.map((type) => indexed('type', isNamed('type', organisation, type))),
      },
      byName('project', organisation, project),
      this.#byMonths(filter),
      by('year', organisation, fiscalYear, 'fiscal_year', 'fiscalYear'),
      { name: 'organisation', parts: [inOrganisation('organisation', 'TRUE', organisation)] },
    ];
    return found.filter((candidate) => candidate !== undefined);
  }

  /** Rows in the order of their amounts are gathered first; that pays where they are few. */
  #byAmount({ organisation, amountFrom, amountTo }: JournalFilter): Candidate | undefined {
    if (amountFrom === undefined && amountTo === undefined) return undefined;
    const [from, to] = [amountFrom ?? Number.MIN_SAFE_INTEGER, amountTo ?? Number.MAX_SAFE_INTEGER];
    const positions = this.#statements
      .prepare(
        `SELECT position FROM journal_row INDEXED BY journal_by_amount
          WHERE ${OF_ORGANISATION} AND satang >= ? AND satang <= ? LIMIT ${FEW}`,
      )
      .all(organisation, from, to)
      .map((row) => row['position']);
    if (positions.length >= FEW) return undefined;
    return { name: 'amount', settles: 'amount', parts: [gathered(positions)] };
  }

  /** Month by month: each is in the order of the log. The days at either end are asked of the rows. */
  #byMonths({ organisation, effectiveFrom, effectiveTo }: JournalFilter): Candidate | undefined {
    if (effectiveFrom === undefined && effectiveTo === undefined) return undefined;
    const from = effectiveFrom?.slice(0, 7) ?? this.#edge(organisation, 'ASC');
    const to = effectiveTo?.slice(0, 7) ?? this.#edge(organisation, 'DESC');
    const months = monthsBetween(from, to, MOST_MONTHS);
    if (months.length > MOST_MONTHS) return undefined;
    const parts = months.map((month) => partBy('month', organisation, month));
    return { name: 'month', parts, ...(months.length > MOST_WALKED_MONTHS ? { onlyBounds: true } : {}) };
  }

  #edge(organisation: string, order: 'ASC' | 'DESC'): string {
    const row = this.#statements
      .prepare(
        `SELECT month FROM journal_row INDEXED BY journal_by_month WHERE ${OF_ORGANISATION} ORDER BY month ${order} LIMIT 1`,
      )
      .get(organisation);
    return (row?.['month'] as string | undefined) ?? '0000-01';
  }

  #count({ parts }: Candidate): number {
    let rows = 0;
    for (const { index, where } of parts) {
      const row = this.#statements
        .prepare(`SELECT count(*) AS rows FROM (SELECT 1 FROM ${index} WHERE ${where.sql} LIMIT ${FEW})`)
        .get(...where.values);
      rows += Number(row?.['rows']);
      if (rows >= FEW) return FEW;
    }
    return rows;
  }
}

function walkOf(
  { name, settles, parts }: Candidate,
  filter: JournalFilter,
  knownAt: bigint,
  bounds: Bounds,
): Walk {
  const conditions = conditionsOf(filter, knownAt);
  if (settles) conditions.delete(settles);
  const rest = [...conditions.values()];
  const { organisation } = filter;
  // Neither words nor gathered rows know whose they are.
  if (name === 'text' || name === 'amount') rest.push({ sql: OF_ORGANISATION, values: [organisation] });
  return { name, parts, rest, bounds };
}
