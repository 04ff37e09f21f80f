import { DatabaseSync } from 'node:sqlite';

/** The named tables with their indexes and triggers, as text to be compared. A trigger keeps the spelling of its table. */
export function describeSchema(database: DatabaseSync, tables: readonly string[]): string {
  const rows = database
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE tbl_name COLLATE NOCASE IN (SELECT value FROM json_each(?)) ORDER BY type, name`,
    )
    .all(JSON.stringify(tables));
  return rows.map((row) => JSON.stringify(Object.values(row))).join('\n');
}

/** What scripts make of an empty file: its tables, and what `describeSchema` says of them. */
export function expectedSchema(migrations: readonly string[]): {
  readonly tables: readonly string[];
  readonly text: string;
} {
  const scratch = new DatabaseSync(':memory:');
  try {
    for (const script of migrations) scratch.exec(script);
    const found = scratch
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .all();
    const tables = found.map(({ name }) => String(name));
    return { tables, text: describeSchema(scratch, tables) };
  } finally {
    scratch.close();
  }
}
