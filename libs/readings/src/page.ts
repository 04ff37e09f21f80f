import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Instant } from '#kernel';
import type { ReadingPage, RecordedReading } from './reading.ts';

const COLUMNS =
  'CAST(reading AS TEXT) AS reading, at, who, via, address, route, method, path, query, position, format, status, bytes';

/**
 * One page, the newest first. The index to walk is named, since SQLite would otherwise take one that bounds the
 * time and sort what it finds.
 */
export function pageOf(database: DatabaseSync, page: ReadingPage): RecordedReading[] {
  const { sql, values } = pageQuery(page, (reading) => timeOf(database, reading));
  return database
    .prepare(sql)
    .all(...values)
    .map(readingOf);
}

/** The statement of a page; `timeOf` answers when a reading was made, or nothing when it was removed since. */
export function pageQuery(
  page: ReadingPage,
  timeOf: (reading: bigint) => number | undefined,
): { readonly sql: string; readonly values: SQLInputValue[] } {
  const { since, until, who, route, before, limit } = page;
  const where: string[] = [];
  const values: SQLInputValue[] = [];
  const only = (condition: string, ...given: SQLInputValue[]): void => {
    where.push(condition);
    values.push(...given);
  };
  if (who !== undefined) only('who = ?', who);
  if (route !== undefined) only('route = ?', route);
  if (since !== undefined) only('at >= ?', Date.parse(since));
  if (until !== undefined) only('at <= ?', Date.parse(until));
  if (before !== undefined) {
    const at = timeOf(before);
    if (at === undefined) only('readings.reading < ?', before);
    else only('(at, readings.reading) < (?, ?)', at, before);
  }
  const index = who !== undefined ? 'who' : route !== undefined ? 'route' : 'time';
  const conditions = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
  const sql = `SELECT ${COLUMNS} FROM readings INDEXED BY readings_by_${index} ${conditions}
    ORDER BY at DESC, readings.reading DESC LIMIT ?`;
  return { sql, values: [...values, limit] };
}

function timeOf(database: DatabaseSync, reading: bigint): number | undefined {
  const row = database.prepare('SELECT at FROM readings WHERE reading = ?').get(reading);
  return row && Number(row['at']);
}

type Row = Readonly<Record<string, unknown>>;

function readingOf(row: Row): RecordedReading {
  const { at, position, format, bytes, ...rest } = row;
  return {
    ...(rest as unknown as Omit<RecordedReading, 'at'>),
    at: new Date(Number(at)).toISOString() as Instant,
    ...(typeof position === 'string' ? { position } : {}),
    ...(typeof format === 'string' ? { format } : {}),
    ...(typeof bytes === 'number' ? { bytes } : {}),
  };
}
