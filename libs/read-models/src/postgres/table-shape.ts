import type { DatabaseSync } from 'node:sqlite';
import { quoted } from '#postgres';

/** A table as SQLite keeps it; PostgreSQL gets the same one. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
  readonly indexes: readonly IndexShape[];
}

export interface ColumnShape {
  readonly name: string;
  readonly type: PostgresType;
  readonly mayBeNull: boolean;
}

interface IndexShape {
  readonly name: string;
  readonly unique: boolean;
  readonly columns: readonly string[];
  /** The condition of an index over some rows, as written; both databases read it. */
  readonly where?: string | undefined;
}

const TYPES = { INTEGER: 'bigint', TEXT: 'text', BLOB: 'bytea' } as const;
export type PostgresType = (typeof TYPES)[keyof typeof TYPES];

/** The bookkeeping of the file itself; PostgreSQL has its own. */
const BOOKKEEPING = new Set(['contents', 'checkpoint']);

/**
 * The tables of the read models, read from the catalogue of their file, in order of their names. The word index is left
 * out: PostgreSQL searches texts in its own way.
 */
export function tablesOf(database: DatabaseSync): TableShape[] {
  const tables = database
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        ORDER BY name`,
    )
    .all();
  const words = database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'")
    .all();
  const left = new Set(words.map(({ name }) => String(name)));
  return tables
    .map(({ name }) => String(name))
    .filter((name) => !BOOKKEEPING.has(name) && !left.has(name))
    .map((name) => shapeOf(database, name));
}

function shapeOf(database: DatabaseSync, name: string): TableShape {
  const found = database.prepare('SELECT * FROM pragma_table_xinfo(?)').all(name);
  const inKey = found.filter(({ pk }) => pk !== 0).sort((a, b) => Number(a['pk']) - Number(b['pk']));
  if (inKey.length === 0) throw new Error(`the table ${name} has no primary key`);
  return {
    name,
    columns: found.map((column) => columnOf(name, column)),
    key: inKey.map((column) => String(column['name'])),
    indexes: indexesOf(database, name),
  };
}

function columnOf(table: string, { name, type, notnull, pk }: Record<string, unknown>): ColumnShape {
  // A generated column says `TEXT GENERATED ALWAYS`.
  const [kind = ''] = String(type).split(' ');
  const known = Object.entries(TYPES).find(([sqlite]) => sqlite === kind)?.[1];
  if (known === undefined)
    throw new Error(`${table}.${String(name)} is of type ${kind}, which has no counterpart`);
  return { name: String(name), type: known, mayBeNull: notnull === 0 && pk === 0 };
}

function indexesOf(database: DatabaseSync, table: string): IndexShape[] {
  const indexes = database
    .prepare("SELECT * FROM pragma_index_list(?) WHERE origin <> 'pk' ORDER BY name")
    .all(table);
  return indexes.map(({ name, unique, origin }) => ({
    // A constraint has a name that SQLite keeps for itself.
    name: origin === 'u' ? `${table}_unique` : String(name),
    unique: unique === 1,
    columns: database
      .prepare('SELECT name FROM pragma_index_info(?) ORDER BY seqno')
      .all(String(name))
      .map((column) => String(column['name'])),
    where: conditionOf(database, String(name)),
  }));
}

function conditionOf(database: DatabaseSync, index: string): string | undefined {
  const row = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(index);
  return /\bWHERE\b\s*(.*)$/is.exec(String(row?.['sql'] ?? ''))?.[1]?.trim();
}

const list = (names: readonly string[]): string => names.map(quoted).join(', ');

/** Texts compare by their code points, as in SQLite: the same order on every server. */
const columnSql = ({ name, type, mayBeNull }: ColumnShape): string =>
  `${quoted(name)} ${type}${type === 'text' ? ' COLLATE "C"' : ''}${mayBeNull ? '' : ' NOT NULL'}`;

/** Makes the table, without anything that slows a bulk copy down. */
export const createTable = (schema: string, { name, columns }: TableShape): string =>
  `CREATE TABLE ${quoted(schema)}.${quoted(name)} (${columns.map(columnSql).join(', ')})`;

/** The primary key and the indexes, once the rows are there. */
export const createKeys = (schema: string, { name, key, indexes }: TableShape): string[] => [
  `ALTER TABLE ${quoted(schema)}.${quoted(name)} ADD PRIMARY KEY (${list(key)})`,
  ...indexes.map(
    ({ name: index, unique, columns, where }) =>
      `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoted(index)} ON ${quoted(schema)}.${quoted(name)} (${list(columns)})${
        where === undefined ? '' : ` WHERE ${where}`
      }`,
  ),
];
