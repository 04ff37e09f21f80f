import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { quoted } from '#postgres';
import { type TableShape, tablesOf } from './table-shape.ts';

export type RowValues = readonly SQLInputValue[];

/** What a page did to a table. */
export interface TableChange {
  readonly table: TableShape;
  /** Rows that are new or changed, as they are now, in the order of the columns. */
  readonly rows: readonly RowValues[];
  /** The keys of rows that are gone. */
  readonly gone: readonly RowValues[];
}

/** PostgreSQL keeps no NUL in a text; nobody may stop the read models by writing one into a description. */
export const storable = (row: RowValues): RowValues =>
  row.map((value) =>
    typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value,
  );

interface Watched {
  readonly table: TableShape;
  readonly rows: ReturnType<DatabaseSync['prepare']>;
  readonly gone: ReturnType<DatabaseSync['prepare']>;
}

/**
 * Notes which rows the fold touches, by temporary triggers of this one connection: so the fold is the very same as for
 * SQLite alone, and PostgreSQL is told what came of it.
 */
export class ChangedRows {
  readonly #database: DatabaseSync;
  readonly tables: readonly TableShape[];
  readonly #watched: readonly Watched[];
  readonly #forget: string;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.tables = tablesOf(database);
    for (const table of this.tables) database.exec(watch(table));
    this.#watched = this.tables.map((table) => {
      const rows = database.prepare(changed(table));
      const gone = database.prepare(deleted(table));
      for (const statement of [rows, gone]) {
        statement.setReadBigInts(true);
        statement.setReturnArrays(true);
      }
      return { table, rows, gone };
    });
    this.#forget = this.tables.map(({ name }) => `DELETE FROM temp.${touched(name)};`).join('');
  }

  /** Begins a page: nothing has been touched. */
  forget(): void {
    this.#database.exec(this.#forget);
  }

  /** What was touched since then; a table that was not is left out. */
  read(): TableChange[] {
    return this.#watched
      .map(({ table, rows, gone }) => ({
        table,
        rows: (rows.all() as unknown as RowValues[]).map(storable),
        gone: (gone.all() as unknown as RowValues[]).map(storable),
      }))
      .filter(({ rows, gone }) => rows.length > 0 || gone.length > 0);
  }
}

const touched = (table: string): string => quoted(`touched_${table}`);
const list = (names: readonly string[], prefix = ''): string =>
  names.map((name) => `${prefix}${quoted(name)}`).join(', ');
const same = (key: readonly string[], left: string, right: string): string =>
  key.map((column) => `${left}.${quoted(column)} = ${right}.${quoted(column)}`).join(' AND ');

function watch({ name, key }: TableShape): string {
  const note = (row: 'NEW' | 'OLD') =>
    // Not OR IGNORE: the policy of the statement that touched the row would be used instead.
    `INSERT INTO ${touched(name)} SELECT ${list(key, `${row}.`)}
      WHERE NOT EXISTS (SELECT 1 FROM ${touched(name)} t WHERE ${same(key, 't', row)});`;
  const trigger = (event: string, notes: string) =>
    `CREATE TEMP TRIGGER ${quoted(`${event}_${name}`)} AFTER ${event} ON main.${quoted(name)} BEGIN ${notes} END;`;
  return `CREATE TEMP TABLE ${touched(name)} (${list(key)}, PRIMARY KEY (${list(key)})) WITHOUT ROWID;
    ${trigger('insert', note('NEW'))}
    ${trigger('update', note('OLD') + note('NEW'))}
    ${trigger('delete', note('OLD'))}`;
}

const changed = ({ name, columns, key }: TableShape): string =>
  `SELECT ${list(
    columns.map((column) => column.name),
    'r.',
  )} FROM temp.${touched(name)} t JOIN main.${quoted(name)} r ON ${same(key, 't', 'r')}`;

const deleted = ({ name, key }: TableShape): string =>
  `SELECT ${list(key, 't.')} FROM temp.${touched(name)} t
    WHERE NOT EXISTS (SELECT 1 FROM main.${quoted(name)} r WHERE ${same(key, 't', 'r')})`;
