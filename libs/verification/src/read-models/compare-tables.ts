import type { DatabaseSync } from 'node:sqlite';
import { besideTables, compareParts, type Part, tablesOf } from './database-parts.ts';
import type { RowDifference } from './row-difference.ts';
import { hasSameRows, quoted, type TableForm } from './same-rows.ts';

type Row = Readonly<Record<string, unknown>>;

/** Says which read models a file holds; others when it holds more than was made again. */
const CONTENTS = 'contents';

/**
 * Where two databases of the same program do not hold the same tables with the same rows. With `isWhole` false the one
 * that is found may hold more tables. `attached` is the name under which the one that is found sees the other: then only
 * tables that differ are read row by row.
 */
export function* compareTables(
  found: DatabaseSync,
  expected: DatabaseSync,
  { isWhole, attached }: { readonly isWhole: boolean; readonly attached?: string },
): Generator<RowDifference> {
  const [theirs, ours] = [tablesOf(found), tablesOf(expected)];
  if (!isWhole) ours.delete(CONTENTS);
  const keptBy = storesOf(ours);
  for (const [table, sql] of ours) {
    const there = theirs.get(table);
    if (there === undefined) yield { table, what: 'the table is missing' };
    else if (there !== sql) yield { table, what: 'the table has another form' };
    else if (isWordIndex(sql)) yield* compareWords(table, found, expected);
    else if (!keptBy.has(table) && !hasSameRows(found, attached, { table, ...columnsOf(expected, table) }))
      yield* compareRows(table, found, expected);
  }
  for (const table of theirs.keys()) {
    if (isWhole && !ours.has(table)) yield { table, what: 'the table is none of a read model' };
  }
  const isOfOthers = ({ type, table }: Part) => type === 'index' && !ours.has(table.toLowerCase());
  yield* compareParts(
    besideTables(found).filter((part) => isWhole || !isOfOthers(part)),
    besideTables(expected),
  );
}

function compareRows(table: string, found: DatabaseSync, expected: DatabaseSync): Generator<RowDifference> {
  const form = columnsOf(expected, table);
  const query = `SELECT * FROM ${quoted(table)} ORDER BY ${form.key.map(quoted).join(', ')}`;
  return compareSorted({ table, ...form }, rowsOf(found, query), rowsOf(expected, query));
}

/** Of two indexes of words: which words they hold, and in how many rows. They may be stored in other pieces. */
function compareWords(table: string, found: DatabaseSync, expected: DatabaseSync): Generator<RowDifference> {
  const wordsIn = (database: DatabaseSync): Iterator<Row, undefined> => {
    const words = quoted(`${table}_compared`);
    database.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${words} USING fts5vocab('main', ${quoted(table)}, 'row')`,
    );
    return rowsOf(database, `SELECT term, doc AS rows FROM temp.${words} ORDER BY term`);
  };
  const form = { table, columns: ['term', 'rows'], key: ['term'] };
  return compareSorted(form, wordsIn(found), wordsIn(expected));
}

const isWordIndex = (sql: string): boolean => /^CREATE VIRTUAL TABLE \S+ USING fts5\(/.test(sql);

/** The tables in which the indexes of words are stored, in whatever pieces. */
const storesOf = (tables: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...tables].flatMap(([table, sql]) =>
      isWordIndex(sql)
        ? ['data', 'idx', 'content', 'docsize', 'config'].map((part) => `${table}_${part}`)
        : [],
    ),
  );

/** Both in the order of their key, side by side: a row that only one of them has shows at its place. */
function* compareSorted(
  { table, columns, key }: TableForm,
  theirs: Iterator<Row, undefined>,
  ours: Iterator<Row, undefined>,
): Generator<RowDifference> {
  let [there, here] = [theirs.next(), ours.next()];
  while (!there.done || !here.done) {
    const order = there.done ? 1 : here.done ? -1 : compareKeys(there.value, here.value, key);
    if (order < 0 && !there.done) {
      yield { table, key: keyText(there.value, key), what: 'the row is there, and no event gave it' };
    } else if (order > 0 && !here.done) {
      yield { table, key: keyText(here.value, key), what: 'the row is missing' };
    } else if (!there.done && !here.done) {
      const what = rowDifference(there.value, here.value, columns);
      if (what !== undefined) yield { table, key: keyText(here.value, key), what };
    }
    if (order <= 0) there = theirs.next();
    if (order >= 0) here = ours.next();
  }
}

function columnsOf(database: DatabaseSync, table: string): { columns: string[]; key: string[] } {
  const infos = database.prepare(`SELECT name, pk FROM pragma_table_info(?) ORDER BY cid`).all(table);
  const columns = infos.map((info) => String(info['name']));
  const key = infos
    .filter((info) => Number(info['pk']) > 0)
    .sort((a, b) => Number(a['pk']) - Number(b['pk']))
    .map((info) => String(info['name']));
  return { columns, key: key.length > 0 ? key : columns };
}

function rowsOf(database: DatabaseSync, query: string): Iterator<Row, undefined> {
  const statement = database.prepare(query);
  statement.setReadBigInts(true);
  return statement.iterate() as Iterator<Row, undefined>;
}

/** In the order in which SQLite sorts: nothing, numbers, texts by their UTF-8 bytes. */
function compareKeys(a: Row, b: Row, key: readonly string[]): number {
  for (const column of key) {
    const order = compareValues(a[column], b[column]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  if (typeof a === 'bigint' || typeof a === 'number') return (a as bigint) < (b as bigint) ? -1 : 1;
  return Buffer.compare(bytesOf(a), bytesOf(b));
}

const rankOf = (value: unknown): number =>
  value === null
    ? 0
    : typeof value === 'bigint' || typeof value === 'number'
      ? 1
      : typeof value === 'string'
        ? 2
        : 3;

const bytesOf = (value: unknown): Buffer =>
  typeof value === 'string' ? Buffer.from(value) : Buffer.from(value as Uint8Array);

function rowDifference(there: Row, here: Row, columns: readonly string[]): string | undefined {
  const differing = columns.find((column) => compareValues(there[column], here[column]) !== 0);
  if (differing === undefined) return undefined;
  return `${differing} is ${shown(there[differing])}, and the events give ${shown(here[differing])}`;
}

const keyText = (row: Row, key: readonly string[]): string =>
  key.map((column) => `${column}=${shown(row[column])}`).join(', ');

const MOST = 60;

function shown(value: unknown): string {
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : textOf(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'bigint' || typeof value === 'number'
    ? String(value)
    : 'nothing';
