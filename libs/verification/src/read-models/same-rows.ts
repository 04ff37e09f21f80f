import type { DatabaseSync } from 'node:sqlite';

/** A table, its columns, and those that name a row; all of them where it has no primary key. */
export interface TableForm {
  readonly table: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/**
 * Whether a table holds the very rows of the same table in an attached database. SQLite looks each row up by its primary
 * key, which takes a tenth of reading both side by side. False where that cannot be said: without a key that differs from
 * row to row, or where damage is met; then the rows tell.
 */
export function hasSameRows(
  database: DatabaseSync,
  attached: string | undefined,
  { table, columns, key }: TableForm,
): boolean {
  if (attached === undefined || key.length === columns.length) return false;
  const [own, other] = [`main.${quoted(table)}`, `${quoted(attached)}.${quoted(table)}`];
  const equal = columns.map((column) => `b.${quoted(column)} IS a.${quoted(column)}`).join(' AND ');
  try {
    const counts = database.prepare(
      `SELECT (SELECT count(*) FROM ${own} NOT INDEXED) = (SELECT count(*) FROM ${other}) AS same`,
    );
    if (counts.get()?.['same'] !== 1) return false;
    // Rows differ by their key: as many as there, each of which is there, are all.
    const differing = database.prepare(
      `SELECT 1 FROM ${own} a NOT INDEXED WHERE NOT EXISTS (SELECT 1 FROM ${other} b WHERE ${equal}) LIMIT 1`,
    );
    return differing.get() === undefined;
  } catch {
    return false;
  }
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
