import { type Client, quoted } from '#postgres';
import type { TableChange } from './changed-rows.ts';
import type { ColumnShape } from './table-shape.ts';

/** Writes what a page did to the tables of a schema: one statement per table and kind of change. Answers the rows. */
export async function writeChanges(
  client: Client,
  schema: string,
  changes: readonly TableChange[],
): Promise<number> {
  let count = 0;
  for (const change of changes) {
    if (change.gone.length > 0) await client.query(removal(schema, change));
    if (change.rows.length > 0) await client.query(upsert(schema, change));
    count += change.gone.length + change.rows.length;
  }
  return count;
}

/** Values by column: a statement of as many parameters as columns, however many rows. */
const byColumn = (columns: number, rows: readonly (readonly unknown[])[]): unknown[][] =>
  Array.from({ length: columns }, (_, index) => rows.map((row) => row[index]));

const arrays = (columns: readonly ColumnShape[]): string =>
  columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');

function upsert(schema: string, { table: { name, columns, key }, rows }: TableChange) {
  const names = columns.map((column) => quoted(column.name));
  const others = columns.filter((column) => !key.includes(column.name)).map((column) => quoted(column.name));
  const update =
    others.length === 0
      ? 'NOTHING'
      : `UPDATE SET ${others.map((other) => `${other} = EXCLUDED.${other}`).join(', ')}`;
  return {
    text: `INSERT INTO ${quoted(schema)}.${quoted(name)} (${names.join(', ')}) SELECT * FROM unnest(${arrays(columns)})
      ON CONFLICT (${key.map(quoted).join(', ')}) DO ${update}`,
    values: byColumn(columns.length, rows),
  };
}

function removal(schema: string, { table: { name, columns, key }, gone }: TableChange) {
  const ofKey = key.map((part) => columns.find((column) => column.name === part) as ColumnShape);
  return {
    text: `DELETE FROM ${quoted(schema)}.${quoted(name)} WHERE (${key.map(quoted).join(', ')}) IN
      (SELECT * FROM unnest(${arrays(ofKey)}))`,
    values: byColumn(key.length, gone),
  };
}
