import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { DocumentStage } from './change.ts';
import { selected } from './document-row.ts';
import { DOCUMENTS } from './tables.ts';

export interface DocumentScope {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project?: string | undefined;
}

const SCOPE = `d.organisation = ? AND d.fiscal_year = ? AND d.stage IN (SELECT value FROM json_each(?))`;
const ORDER = 'd.project, d.stage, d.number, d.item';
export const SOME = 'd.id IN (SELECT value FROM json_each(?))';

/** Which documents are listed: all, or those of which something is outstanding. */
const OUTSTANDING = {
  known: 'AND e.amount - e.accepted - e.used <> 0',
  onDay: 'HAVING sum(e.amount_by - e.accepted_by - e.used_by) <> 0',
};

const KNOWN = `e.effective_on AS lastMovedOn, e.amount, e.accepted, e.used,
          e.amount - e.accepted - e.used AS outstanding`;

const AS_ON_DAY = `max(e.effective_on) AS lastMovedOn, sum(e.amount_by) AS amount,
            sum(e.accepted_by) AS accepted, sum(e.used_by) AS used,
            sum(e.amount_by - e.accepted_by - e.used_by) AS outstanding`;

type Words = 'brief' | 'worded';

/** Documents as known at a position; asks for that first. */
export const asKnown = (where: string, order: string, words: Words): string =>
  `${selected(KNOWN, words)}
     FROM ${DOCUMENTS} d JOIN doc_entry e ON e.document = d.id AND e.position =
          (SELECT max(position) FROM doc_entry l WHERE l.document = d.id AND l.position <= ?)
    WHERE ${where} ORDER BY ${order}`;

/** The same as they stood at the end of a day; asks for position and day first. */
export const onDay = (where: string, order: string, words: Words, group = 'd.id'): string =>
  `SELECT * FROM (
     ${selected(AS_ON_DAY, words)}
       FROM ${DOCUMENTS} d JOIN doc_entry e ON e.document = d.id AND e.position <= ? AND e.effective_on <= ?
      WHERE ${where} GROUP BY ${group} ORDER BY ${order})`;

/** The statements that list documents of a year or of one project in it, as known and as on a day. */
export class ScopedList {
  readonly #ofYear;
  readonly #ofProject;

  constructor(database: DatabaseSync, which: 'all' | 'open', words: Words) {
    const [known, having] = which === 'open' ? [OUTSTANDING.known, OUTSTANDING.onDay] : ['', ''];
    const statements = (scope: string) => ({
      known: database.prepare(asKnown(`${scope} ${known}`, ORDER, words)),
      onDay: database.prepare(onDay(scope, ORDER, words, `d.id ${having}`)),
    });
    this.#ofYear = statements(SCOPE);
    this.#ofProject = statements(`${SCOPE} AND d.project = ?`);
  }

  /** The statement, and what to ask it. */
  asked(
    { organisation, fiscalYear, project }: DocumentScope,
    stages: readonly DocumentStage[],
    knownAt: bigint,
    on: string | undefined,
  ): [StatementSync, ...SQLInputValue[]] {
    const { known, onDay: dated } = project === undefined ? this.#ofYear : this.#ofProject;
    const scope = [
      organisation,
      fiscalYear,
      JSON.stringify(stages),
      ...(project === undefined ? [] : [project]),
    ];
    return on === undefined ? [known, knownAt, ...scope] : [dated, knownAt, on, ...scope];
  }
}
