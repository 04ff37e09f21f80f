import { DatabaseSync } from 'node:sqlite';
import { describeSchema } from '#sqlite';

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
    return { tables, text: describeSchema(scratch, tables, { indexes: true }) };
  } finally {
    scratch.close();
  }
}
