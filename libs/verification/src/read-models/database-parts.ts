import type { DatabaseSync } from 'node:sqlite';
import type { RowDifference } from './row-difference.ts';

/** Names of the tables, with the SQL that makes them. */
export function tablesOf(database: DatabaseSync): Map<string, string> {
  const tables = partsOf(database).filter(({ type }) => type === 'table');
  return new Map(tables.map(({ name, sql }) => [name, sql]));
}

/** Whatever is no table. */
export const besideTables = (database: DatabaseSync): Part[] =>
  partsOf(database).filter(({ type }) => type !== 'table');

/**
 * Where two databases do not have the same indexes and triggers, which change what a table takes or gives. No read model has
 * triggers or views.
 */
export function* compareParts(theirs: readonly Part[], ours: readonly Part[]): Generator<RowDifference> {
  const byName = (parts: readonly Part[]) =>
    new Map(parts.map((part) => [`${part.type} ${part.name}`, part]));
  const [there, here] = [byName(theirs), byName(ours)];
  for (const [part, { table, sql }] of here) {
    const same = there.get(part);
    if (same === undefined) yield { table, what: `the ${part} is missing` };
    else if (same.sql !== sql) yield { table, what: `the ${part} has another form` };
  }
  for (const [part, { table }] of there) {
    if (!here.has(part)) yield { table, what: `the ${part} is none of a read model` };
  }
}

/** A table, an index, a trigger or a view. */
export interface Part {
  readonly type: string;
  readonly name: string;
  /** The table that it belongs to, as its SQL spells it; a table or a view to itself. */
  readonly table: string;
  readonly sql: string;
}

function partsOf(database: DatabaseSync): Part[] {
  const rows = database
    .prepare(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`,
    )
    .all();
  return rows.map(({ type, name, tbl_name: table, sql }) => ({
    type: String(type),
    name: String(name),
    table: String(table),
    sql: String(sql),
  }));
}
