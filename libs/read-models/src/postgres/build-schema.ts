import type { DatabaseSync } from 'node:sqlite';
import { type Client, copyInto, inTransaction, type Pool, quoted } from '#postgres';
import type { Projection } from '../projection.ts';
import type { ProjectionsFile } from '../projections-file.ts';
import { type RowValues, storable } from './changed-rows.ts';
import { moveCheckpoint } from './registry.ts';
import { REGISTRY } from './registry-schema.ts';
import { createKeys, createTable, type TableShape, tablesOf } from './table-shape.ts';
import { createView } from './views/view.ts';
import { viewsOf } from './views/views.ts';

/** Control totals of each projection, and the rows of each table. */
export type ControlTotals = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The copy in PostgreSQL does not add up to what was folded: it is thrown away and says where. */
export class TotalsDiffer extends Error {
  constructor(folded: ControlTotals, copied: ControlTotals) {
    const names = Object.keys(folded).filter(
      (name) => JSON.stringify(folded[name]) !== JSON.stringify(copied[name]),
    );
    super(`the copy in PostgreSQL differs from what was folded in ${names.join(', ')}`);
    this.name = 'TotalsDiffer';
  }
}

/**
 * Fills a registered schema with what the working copy holds: tables, rows by COPY, keys, indexes and views, in one
 * transaction with the checkpoint. Whatever ends it before its time leaves nothing. Compares control totals.
 */
export async function buildSchema(
  pool: Pool,
  schema: string,
  file: ProjectionsFile,
  projections: readonly Projection[],
): Promise<ControlTotals> {
  const tables = tablesOf(file.database);
  const folded = { ...file.controlTotals(), tables: countsInSqlite(file.database, tables) };
  return inTransaction(pool, async (client) => {
    // However large: a limit that fits a page of events does not fit a COPY of all years.
    await client.query('SET LOCAL statement_timeout = 0');
    await client.query(`CREATE SCHEMA ${quoted(schema)}`);
    await client.query(`SET LOCAL search_path TO ${quoted(schema)}, pg_catalog`);
    for (const table of tables) await copyTable(client, schema, table, file.database);
    for (const table of tables) for (const sql of createKeys(schema, table)) await client.query(sql);
    for (const { name } of tables) await client.query(`ANALYZE ${quoted(schema)}.${quoted(name)}`);
    for (const view of viewsFor(schema, tables))
      for (const sql of createView(schema, view)) await client.query(sql);
    const copied = await totalsInPostgres(client, projections, tables);
    if (JSON.stringify(folded) !== JSON.stringify(copied)) throw new TotalsDiffer(folded, copied);
    const to = file.lastRead;
    if (to && !(await moveCheckpoint(client, { schema, from: undefined, to }))) {
      throw new Error(`the schema ${schema} is not being built any more`);
    }
    await client.query(`UPDATE ${REGISTRY}.read_model SET totals = $2 WHERE schema = $1`, [
      schema,
      JSON.stringify(copied),
    ]);
    return copied;
  });
}

/** The views need the tables of all projections; a program that folds only some has none. */
const viewsFor = (schema: string, tables: readonly TableShape[]) =>
  tables.some(({ name }) => name === 'pva_cell') && tables.some(({ name }) => name === 'journal_row')
    ? viewsOf(schema)
    : [];

async function copyTable(
  client: Client,
  schema: string,
  table: TableShape,
  database: DatabaseSync,
): Promise<void> {
  await client.query(createTable(schema, table));
  const columns = table.columns.map(({ name }) => name);
  const rows = database.prepare(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table.name)}`);
  rows.setReadBigInts(true);
  rows.setReturnArrays(true);
  await copyInto(client, { schema, table: table.name, columns }, storableRows(rows.iterate()));
}

function* storableRows(rows: Iterable<unknown>) {
  for (const row of rows)
    yield storable(row as RowValues) as readonly (string | bigint | Uint8Array | null)[];
}

function countsInSqlite(database: DatabaseSync, tables: readonly TableShape[]): Record<string, string> {
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      String(database.prepare(`SELECT count(*) AS rows FROM ${quoted(name)}`).get()?.['rows']),
    ]),
  );
}

/** The same figures, counted and added up by PostgreSQL itself. */
export async function totalsInPostgres(
  client: Client,
  projections: readonly Projection[],
  tables: readonly TableShape[],
): Promise<ControlTotals> {
  const totals: Record<string, Record<string, string>> = {};
  for (const { name, totals: query } of projections) totals[name] = await oneRow(client, query);
  const counts: Record<string, string> = {};
  for (const { name } of tables) {
    counts[name] = (await oneRow(client, `SELECT count(*) AS rows FROM ${quoted(name)}`))['rows'] ?? '';
  }
  return { ...totals, tables: counts };
}

async function oneRow(client: Client, query: string): Promise<Record<string, string>> {
  const { rows } = await client.query<Record<string, unknown>>(query);
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, String(value)]));
}
