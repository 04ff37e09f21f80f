import type { DatabaseSync } from 'node:sqlite';
import type { ChosenRule } from '../chosen-rules.ts';
import { compareFindings, type Finding, type FindingCursor, type FindingFilter, isAfter } from './finding.ts';
import { FindingQueries } from './queries.ts';
import type { Judged } from './standing-commitments.ts';
import { StandingFindings } from './standing-findings.ts';

/** All findings, those that events make and those that days make, in one order. */
export class FindingBook {
  readonly #byEvents: FindingQueries;
  readonly #byDays: StandingFindings;

  constructor(database: DatabaseSync, rules: readonly ChosenRule[]) {
    this.#byEvents = new FindingQueries(database);
    this.#byDays = new StandingFindings(database, rules);
  }

  page(filter: FindingFilter, judged: Judged, after: FindingCursor, limit: number): Finding[] {
    const byDays = this.#byDays.list(filter, judged).filter((finding) => isAfter(finding, after));
    return [...this.#byEvents.page(filter, judged.knownAt, after, limit), ...byDays]
      .sort(compareFindings)
      .slice(0, limit);
  }

  find(organisation: string, id: string, judged: Judged): Finding | undefined {
    return (
      this.#byEvents.find(organisation, id, judged.knownAt) ??
      this.#byDays.list({ organisation }, judged).find((finding) => finding.id === id)
    );
  }
}
