import type { DatabaseSync } from 'node:sqlite';

/**
 * Tables with their triggers, and their indexes where they are asked for, as text to be compared. A trigger keeps the spelling of
 * its table.
 */
export function describeSchema(
  database: DatabaseSync,
  tables: readonly string[],
  { indexes }: { readonly indexes: boolean },
): string {
  const rows = database
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE tbl_name COLLATE NOCASE IN (SELECT value FROM json_each(?)) AND (? OR type <> 'index') ORDER BY type, name`,
    )
    .all(JSON.stringify(tables), Number(indexes));
  return rows.map((row) => JSON.stringify(Object.values(row))).join('\n');
}
