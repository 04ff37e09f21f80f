import type { SQLInputValue } from 'node:sqlite';
import { type Condition, isNamed, type JournalCriterion } from './filter.ts';
import { ORGANISATION } from './names.ts';
import { lettersOf, rowsWithLetter } from './letters.ts';
import type { Statements } from './statements.ts';
import { runsFrom, runsOf } from './text.ts';

/** A way through the rows in the order of the log. */
export interface Part {
  /** Index alone: what is walked, and the place in the log that orders it. */
  readonly index: string;
  readonly place: string;
  /** The same with the rows. */
  readonly rows: string;
  readonly where: Condition;
}

/** A way that a filter offers. */
export interface Candidate {
  readonly name: string;
  readonly settles?: JournalCriterion;
  readonly parts: readonly Part[];
  /** Set where there are too many parts to walk: they only say where rows can be. */
  readonly onlyBounds?: true;
}

/** On a row; asks for the name of the organisation. */
export const OF_ORGANISATION = `organisation_id = ${ORGANISATION}`;

/** The rows of an index that fulfil a condition on it. */
export const indexed = (name: string, where: Condition): Part => {
  const rows = `journal_row INDEXED BY journal_by_${name}`;
  return { index: rows, rows, place: 'journal_row.position', where };
};

/** The same of an index that begins with the organisation. */
export const inOrganisation = (name: string, sql: string, ...values: SQLInputValue[]): Part =>
  indexed(name, { sql: `${OF_ORGANISATION} AND ${sql}`, values });

/** The rows of an organisation with a value in a column. */
export const partBy = (name: string, organisation: string, value: SQLInputValue, column = name): Part =>
  inOrganisation(name, `${column} = ?`, organisation, value);

/** The rows with a value, where one is asked for. */
export const by = (
  name: string,
  organisation: string,
  value: SQLInputValue | undefined,
  column = name,
  settles = name as JournalCriterion,
): Candidate | undefined =>
  value === undefined ? undefined : { name, settles, parts: [partBy(name, organisation, value, column)] };

/** The rows with a name, where one is asked for. */
export const byName = (
  kind: 'project' | 'actor',
  organisation: string,
  name: string | undefined,
): Candidate | undefined =>
  name === undefined
    ? undefined
    : { name: kind, settles: kind, parts: [indexed(kind, isNamed(kind, organisation, name))] };

/** Rows that were found one by one. */
export const gathered = (positions: readonly unknown[]): Part => {
  const sql = 'position IN (SELECT value FROM json_each(?))';
  const where = { sql, values: [JSON.stringify(positions)] };
  return { index: 'journal_row', rows: 'journal_row', place: 'journal_row.position', where };
};

/** The rows whose words may hold a text; nothing where that would be nearly all of them. */
export function byWords(statements: Statements, text: string): Candidate | undefined {
  const letters = Array.from(text);
  if (letters.length === 1) {
    const rows = rowsWithLetter(statements, text);
    return rows && { name: 'text', parts: [gathered(rows)] };
  }
  const all = letters.length === 2 ? lettersOf(statements) : undefined;
  if (all?.length === 0) return { name: 'text', parts: [gathered([])] };
  const runs = all ? runsFrom(text, all) : runsOf(text);
  return runs === undefined ? undefined : { name: 'text', parts: [withRuns(runs)] };
}

const withRuns = (runs: string): Part => ({
  index: 'journal_words',
  rows: 'journal_words CROSS JOIN journal_row ON journal_row.position = journal_words.rowid',
  place: 'journal_words.rowid',
  where: { sql: 'journal_words MATCH ?', values: [runs] },
});
