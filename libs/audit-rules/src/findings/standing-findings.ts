import type { DatabaseSync } from 'node:sqlite';
import type { CivilDate } from '#kernel';
import { DocumentQueries, JournalQueries, type JournalRow } from '#read-models';
import type { ChosenRule } from '../chosen-rules.ts';
import type { FoundOnDay, StandingCommitment } from '../rule.ts';
import type { Finding, FindingFilter } from './finding.ts';
import { findingId } from './finding-id.ts';

/** Events of a document that a finding shows. */
const MOST_EVENTS = 100;

/** When something is asked: what was known, and the day that it is judged on. */
export interface Judged {
  readonly knownAt: bigint;
  readonly day: CivilDate;
}

/** What is found on a day by rules that no event fulfils, as known at a position. */
export class StandingFindings {
  readonly #rules: readonly ChosenRule[];
  readonly #documents: DocumentQueries;
  readonly #journal: JournalQueries;
  readonly #years;

  constructor(database: DatabaseSync, rules: readonly ChosenRule[]) {
    this.#rules = rules.filter(({ rule }) => rule.onDay !== undefined);
    this.#documents = new DocumentQueries(database);
    this.#journal = new JournalQueries(database);
    this.#years = database.prepare(
      'SELECT DISTINCT fiscal_year AS year FROM doc_book WHERE organisation = ? ORDER BY fiscal_year',
    );
  }

  list(filter: FindingFilter, judged: Judged): Finding[] {
    const rules = this.#rules.filter(({ rule }) => filter.rule === undefined || filter.rule === rule.id);
    if (rules.length === 0) return [];
    const commitments = this.#yearsOf(filter).flatMap((year) => this.#commitments(filter, year, judged));
    return rules.flatMap(({ rule, values }) =>
      (rule.onDay?.(commitments, judged.day, values) ?? [])
        .map((found) => this.#finding(rule.id, filter.organisation, found, judged))
        .filter(({ people }) => filter.person === undefined || people.includes(filter.person)),
    );
  }

  #yearsOf({ organisation, fiscalYear }: FindingFilter): number[] {
    if (fiscalYear !== undefined) return [fiscalYear];
    return this.#years.all(organisation).map(({ year }) => year as number);
  }

  #commitments(
    { organisation, project }: FindingFilter,
    fiscalYear: number,
    { knownAt, day }: Judged,
  ): StandingCommitment[] {
    return this.#documents
      .brief({ organisation, fiscalYear, project }, ['commitment'], knownAt, day)
      .map((row) => ({
        fiscalYear,
        project: row.project,
        number: row.number,
        item: row.item,
        madeOn: row.madeOn as CivilDate,
        lastMovedOn: row.lastMovedOn as CivilDate,
        amount: row.amount,
        outstanding: row.outstanding,
      }));
  }

  #finding(rule: string, organisation: string, found: FoundOnDay, { knownAt }: Judged): Finding {
    const { key, document, project, fiscalYear, amount, severity, sentence, effectiveOn } = found;
    const page = { after: 0n, upTo: knownAt, limit: MOST_EVENTS };
    const rows = this.#journal
      .page({ organisation, project, fiscalYear, document }, page)
      .rows.filter(({ type }) => type.startsWith('Commitment'));
    const first = rows[0]?.position ?? '0';
    return {
      id: findingId(organisation, rule, key),
      rule,
      severity,
      sentence,
      project: project ?? null,
      fiscalYear: fiscalYear ?? null,
      effectiveOn,
      amount: amount ?? null,
      foundAt: first,
      since: first,
      until: null,
      people: peopleIn(rows),
      events: rows.map(({ position }) => position),
    };
  }
}

const peopleIn = (rows: readonly JournalRow[]): string[] =>
  [...new Set(rows.map(({ actor }) => actor))].sort();
