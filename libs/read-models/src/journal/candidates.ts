import type { SQLInputValue } from 'node:sqlite';
import { type Condition, isNamed, type JournalCriterion } from './filter.ts';
import { ORGANISATION } from './names.ts';
import { runsOf } from './text.ts';

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

/** The rows whose words hold all runs of three letters of a text. */
export function byWords(text: string): Candidate | undefined {
  const runs = runsOf(text);
  if (runs === undefined) return undefined;
  const part: Part = {
    index: 'journal_words',
    rows: 'journal_words CROSS JOIN journal_row ON journal_row.position = journal_words.rowid',
    place: 'journal_words.rowid',
    where: { sql: 'journal_words MATCH ?', values: [runs] },
  };
  return { name: 'text', parts: [part] };
}
