import type { DatabaseSync } from 'node:sqlite';
import { JournalQueries, type JournalRow } from '#read-models';
import type { ChosenRule } from '../chosen-rules.ts';
import type { FoundOnDay } from '../rule.ts';
import type { Finding, FindingFilter } from './finding.ts';
import { findingId } from './finding-id.ts';
import { type Judged, StandingCommitments } from './standing-commitments.ts';

/** Events of a document that a finding shows. */
const MOST_EVENTS = 100;

/** What is found on a day by rules that no event fulfils, as known at a position. */
export class StandingFindings {
  readonly #rules: readonly ChosenRule[];
  readonly #commitments: StandingCommitments;
  readonly #journal: JournalQueries;

  constructor(database: DatabaseSync, rules: readonly ChosenRule[]) {
    this.#rules = rules.filter(({ rule }) => rule.onDay !== undefined);
    this.#commitments = new StandingCommitments(database);
    this.#journal = new JournalQueries(database);
  }

  list(filter: FindingFilter, judged: Judged): Finding[] {
    const rules = this.#rules.filter(({ rule }) => filter.rule === undefined || filter.rule === rule.id);
    if (rules.length === 0) return [];
    const commitments = this.#commitments.of(filter, judged);
    return rules.flatMap(({ rule, values }) =>
      (rule.onDay?.(commitments, judged.day, values) ?? [])
        .map((found) => this.#finding(rule.id, filter.organisation, found, judged))
        .filter(({ people }) => filter.person === undefined || people.includes(filter.person)),
    );
  }

  #finding(rule: string, organisation: string, found: FoundOnDay, { knownAt }: Judged): Finding {
    const { key, document, project, fiscalYear, amount, severity, sentence, effectiveOn } = found;
    const page = { after: 0n, upTo: knownAt, knownAt, limit: MOST_EVENTS };
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
