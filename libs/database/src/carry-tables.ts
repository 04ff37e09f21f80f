import { createHash } from 'node:crypto';
import type { Database, Row, Value } from './database.ts';
import type { DatabaseShape } from './open-database.ts';
import { storable } from './postgres/storable.ts';
import { expectedSchema } from './sqlite/schema-text.ts';

/** A table that was carried. */
export interface CarriedTable {
  readonly table: string;
  readonly rows: number;
}

/** The database that rows are to be carried into holds others. */
export class TableTaken extends Error {
  readonly table: string;

  constructor(table: string) {
    super(`the table ${table} holds other rows`);
    this.name = 'TableTaken';
    this.table = table;
  }
}

/** Rows that are read, and written, at once. */
const PAGE = 200;

/**
 * Carries every row of one database into another as one transaction there, and reads them back. The source stays as it
 * is; nobody may write it meanwhile. What was carried before is left as it is. Throws `TableTaken` where there are
 * other rows, or where not every row came over.
 */
export function carryTables(from: Database, to: Database, shape: DatabaseShape): Promise<CarriedTable[]> {
  const { tables } = expectedSchema(shape.file.migrations);
  return to.transaction(async () => {
    const carried: CarriedTable[] = [];
    for (const table of tables) carried.push(await carry(from, to, table));
    return carried;
  });
}

async function carry(from: Database, to: Database, table: string): Promise<CarriedTable> {
  const key = await keyOf(from, table);
  if ((await to.get(`SELECT 1 FROM ${table} LIMIT 1`)) === undefined) {
    for await (const page of pagesOf(from, table, key)) await insert(to, table, page);
    if (to.dialect === 'postgres') await goOnNumbering(to, table, key);
  }
  const [given, found] = [await contentOf(from, table, key), await contentOf(to, table, key)];
  if (given.digest !== found.digest) throw new TableTaken(table);
  return { table, rows: given.rows };
}

async function contentOf(database: Database, table: string, key: readonly string[]) {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const page of pagesOf(database, table, key)) {
    for (const row of page) hash.update(`${JSON.stringify(writtenOut(row))}\n`);
    rows += page.length;
  }
  return { rows, digest: hash.digest('hex') };
}

/** The columns that tell a row of a table from every other one; it has the same in both databases. */
async function keyOf(from: Database, table: string): Promise<string[]> {
  const sql =
    from.dialect === 'sqlite'
      ? 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk'
      : `SELECT a.attname AS name FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (number, place)
         JOIN pg_attribute a ON a.attnum = k.number
         WHERE i.indrelid = to_regclass(?) AND i.indisprimary AND a.attrelid = i.indrelid ORDER BY k.place`;
  return (await from.all(sql, table)).map(({ name }) => String(name));
}

async function* pagesOf(database: Database, table: string, key: readonly string[]): AsyncGenerator<Row[]> {
  const columns = key.join(', ');
  const after = `(${columns}) > (${key.map(() => '?').join(', ')})`;
  let last: readonly Value[] | undefined;
  for (;;) {
    const page: Row[] = await database.all(
      `SELECT * FROM ${table} ${last === undefined ? '' : `WHERE ${after}`} ORDER BY ${columns} LIMIT ?`,
      ...[...(last ?? []), PAGE],
    );
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    last = key.map((column) => page.at(-1)?.[column] as Value);
  }
}

async function insert(to: Database, table: string, page: readonly Row[]): Promise<void> {
  const columns = Object.keys(page[0] ?? {});
  // Numbers that the database gives by itself are those of before.
  const numbers = to.dialect === 'postgres' ? 'OVERRIDING SYSTEM VALUE' : '';
  const one = `(${columns.map(() => '?').join(', ')})`;
  await to.run(
    `INSERT INTO ${table} (${columns.join(', ')}) ${numbers} VALUES ${page.map(() => one).join(', ')}`,
    ...page.flatMap((row) => columns.map((column) => row[column] as Value)),
  );
}

/** The next row gets a number after all that were carried. */
async function goOnNumbering(to: Database, table: string, [column = '']: readonly string[]): Promise<void> {
  const found = await to.get('SELECT pg_get_serial_sequence(?, ?) AS sequence', table, column);
  const sequence = found?.['sequence'];
  if (typeof sequence !== 'string') return;
  await to.get(
    `SELECT setval(?::regclass, greatest(1, max(${column})), max(${column}) IS NOT NULL) FROM ${table}`,
    sequence,
  );
}

/** The same row is written out in the same way, whichever database it comes from. */
const writtenOut = (row: Row): unknown =>
  Object.entries(row)
    .map(([column, value]) => [column, textOf(value as Value)])
    .toSorted(([one = ''], [other = '']) => ((one ?? '') < (other ?? '') ? -1 : 1));

function textOf(value: Value): string | null {
  if (value === null) return null;
  if (typeof value === 'object') return `bytes ${Buffer.from(value).toString('hex')}`;
  return storable(String(value));
}
