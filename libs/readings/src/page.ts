import type { Database, Row, Value } from '#database';
import type { Instant } from '#kernel';
import type { ReadingPage, RecordedReading } from './reading.ts';

const COLUMNS =
  'CAST(reading AS TEXT) AS reading, at, who, via, address, route, method, path, query, position, format, status, bytes';

/** One page, the newest first. */
export async function pageOf(database: Database, page: ReadingPage): Promise<RecordedReading[]> {
  const at = page.before === undefined ? undefined : await timeOf(database, page.before);
  const { sql, values } = pageQuery(database.dialect, page, at);
  return (await database.all(sql, ...values)).map(readingOf);
}

/**
 * The statement of a page; `at` is when the reading was made before which it begins, nothing when it was removed since. The index
 * to walk is named for SQLite, which would otherwise take one that bounds the time and sort what it finds.
 */
export function pageQuery(
  dialect: Database['dialect'],
  page: ReadingPage,
  at: number | undefined,
): { readonly sql: string; readonly values: Value[] } {
  const { since, until, who, route, before, limit } = page;
  const where: string[] = [];
  const values: Value[] = [];
  const only = (condition: string, ...given: Value[]): void => {
    where.push(condition);
    values.push(...given);
  };
  if (who !== undefined) only('who = ?', who);
  if (route !== undefined) only('route = ?', route);
  if (since !== undefined) only('at >= ?', Date.parse(since));
  if (until !== undefined) only('at <= ?', Date.parse(until));
  if (before !== undefined) {
    if (at === undefined) only('readings.reading < ?', before);
    else only('(at, readings.reading) < (?, ?)', at, before);
  }
  const index = who !== undefined ? 'who' : route !== undefined ? 'route' : 'time';
  const conditions = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
  const walked = dialect === 'sqlite' ? `INDEXED BY readings_by_${index}` : '';
  const sql = `SELECT ${COLUMNS} FROM readings ${walked} ${conditions}
    ORDER BY at DESC, readings.reading DESC LIMIT ?`;
  return { sql, values: [...values, limit] };
}

async function timeOf(database: Database, reading: bigint): Promise<number | undefined> {
  const row = await database.get('SELECT at FROM readings WHERE reading = ?', reading);
  return row && Number(row['at']);
}

function readingOf(row: Row): RecordedReading {
  const { at, position, format, bytes, ...rest } = row;
  return {
    ...(rest as unknown as Omit<RecordedReading, 'at'>),
    at: new Date(Number(at)).toISOString() as Instant,
    ...(typeof position === 'string' ? { position } : {}),
    ...(typeof format === 'string' ? { format } : {}),
    ...(bytes === null || bytes === undefined ? {} : { bytes: Number(bytes) }),
  };
}
