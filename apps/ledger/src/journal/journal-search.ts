import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type CivilDate, endOfDay, type Instant, startOfDay } from '#kernel';
import {
  criteriaOf,
  type JournalCriterion,
  type JournalFilter,
  type JournalPage,
  type JournalRow,
  type JournalSpan,
  type JournalSummary,
  withoutCriterion,
} from '#read-models';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';

/** Where a page begins: next to a position, or at the edge of what is known. */
export interface Cursor {
  readonly side: 'after' | 'before';
  readonly position: bigint;
}

/** A page that was gathered; `reached` as of `JournalPage`. */
export type Gathered = JournalPage;

/** A sum and a count over more rows than this say nothing that a reader could check. */
export const MOST_COUNTED = 10_000;

/** What one answer may take; postings come in between all the time. */
const PATIENCE_MS = 1_000;

/** Rows of a criterion that is dropped to see whether it is the one that excludes. */
const TRIED = 1_000;

/** Looks through the journal in slices of some milliseconds, so that nobody waits for somebody else's search. */
@Injectable()
export class JournalSearch {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** Rows of a span until there are enough, or no more, or patience is over. */
  async page(filter: JournalFilter, span: JournalSpan): Promise<Gathered> {
    const rows: JournalRow[] = [];
    const until = Date.now() + PATIENCE_MS;
    let rest = span;
    for (;;) {
      const page = this.ledger.tables.journal.page(filter, rest);
      rows.push(...page.rows);
      const isFull = rows.length >= span.limit;
      if (page.reached === undefined || isFull || Date.now() > until) return { rows, reached: page.reached };
      rest = behind({ ...rest, limit: span.limit - rows.length }, page.reached);
      await nextTurn();
    }
  }

  /** Counts and adds up what a filter lets pass; `isWhole` says whether that is all. */
  async summary(filter: JournalFilter, knownAt: bigint): Promise<JournalSummary> {
    return this.#summary(filter, knownAt, MOST_COUNTED);
  }

  /** The criterion without which most would be found, where nothing is found with it. */
  async excluding(filter: JournalFilter, knownAt: bigint): Promise<Excluding | undefined> {
    let found: Excluding | undefined;
    for (const criterion of criteriaOf(filter)) {
      const without = withoutCriterion(filter, criterion);
      const { rows, isWhole } = await this.#summary(without, knownAt, TRIED);
      if (rows > (found?.rows ?? 0)) found = { criterion, rows, isWhole };
    }
    return found;
  }

  /** The position next to which a page begins that shows a day first. */
  async cursorOn(day: CivilDate, newestFirst: boolean, timeZone: string): Promise<Cursor> {
    if (newestFirst) {
      const last = await this.ledger.store.positionAt(endOfDay(day, timeZone));
      return { side: 'before', position: BigInt(last ?? 0) + 1n };
    }
    const before = new Date(Date.parse(startOfDay(day, timeZone)) - 1).toISOString() as Instant;
    return { side: 'after', position: BigInt((await this.ledger.store.positionAt(before)) ?? 0) };
  }

  async #summary(filter: JournalFilter, knownAt: bigint, most: number): Promise<JournalSummary> {
    const until = Date.now() + PATIENCE_MS;
    let span = { after: 0n, upTo: knownAt, knownAt, newestFirst: true };
    let total: JournalSummary = { rows: 0, isWhole: false, sums: [], reached: undefined };
    for (;;) {
      const part = this.ledger.tables.journal.summary(filter, span, most - total.rows);
      total = together(total, part);
      if (part.isWhole || part.reached === undefined || Date.now() > until) return total;
      if (total.rows >= most) return total;
      span = { ...span, upTo: part.reached - 1n };
      await nextTurn();
    }
  }
}

/** The criterion that excludes most, and what would be found without it. */
export interface Excluding {
  readonly criterion: JournalCriterion;
  readonly rows: number;
  readonly isWhole: boolean;
}

const behind = (span: JournalSpan, reached: bigint): JournalSpan =>
  span.newestFirst === true ? { ...span, upTo: reached - 1n } : { ...span, after: reached };

function together(a: JournalSummary, b: JournalSummary): JournalSummary {
  const sums = new Map(a.sums.map((sum) => [sum.type, sum]));
  for (const sum of b.sums) {
    const before = sums.get(sum.type);
    const rows = sum.rows + (before?.rows ?? 0);
    sums.set(sum.type, { ...sum, rows, satang: sum.satang + (before?.satang ?? 0n) });
  }
  const order = [...sums.values()].sort((one, other) => (one.type < other.type ? -1 : 1));
  return { ...b, rows: a.rows + b.rows, sums: order };
}
