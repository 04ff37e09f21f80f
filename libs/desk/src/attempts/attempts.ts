import type { Database, Value } from '#database';
import type { Instant } from '#kernel';
import { type Attempt, type AttemptPage, kept, MOST_OF_ONE, type RecordedAttempt } from './attempt.ts';

const COLUMNS = `CAST(attempt AS TEXT) AS attempt, at, who, operation, organisation, fiscal_year AS "fiscalYear", project,
  path, idempotency_key AS "idempotencyKey", status, code, message, shortfall, body`;

const INSERT = `INSERT INTO attempts (at, who, operation, organisation, fiscal_year, project, path, idempotency_key, status, code,
  message, shortfall, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const TRIM = `DELETE FROM attempts WHERE attempt =
  (SELECT attempt FROM attempts WHERE who = ? ORDER BY attempt DESC LIMIT 1 OFFSET ${MOST_OF_ONE})`;

/** Refused postings, the newest first. */
export class Attempts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async record(attempt: Attempt): Promise<void> {
    await this.#database.run(INSERT, ...valuesOf(attempt));
    await this.#database.run(TRIM, attempt.who);
  }

  async list(page: AttemptPage): Promise<RecordedAttempt[]> {
    const { where, values } = conditionsOf(page);
    const rows = await this.#database.all(
      `SELECT ${COLUMNS} FROM attempts ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
       ORDER BY attempts.attempt DESC LIMIT ?`,
      ...[...values, page.limit],
    );
    return rows.map(attemptOf);
  }

  /** Removes what is older than a moment; answers how many that were. */
  prune(before: number): Promise<number> {
    return this.#database.run('DELETE FROM attempts WHERE at < ?', before);
  }
}

const valuesOf = (attempt: Attempt): Value[] => [
  Date.parse(attempt.at),
  kept('who', attempt.who),
  kept('operation', attempt.operation),
  kept('organisation', attempt.organisation),
  kept('fiscalYear', attempt.fiscalYear),
  kept('project', attempt.project),
  kept('path', attempt.path),
  kept('idempotencyKey', attempt.idempotencyKey),
  attempt.status,
  kept('code', attempt.code),
  kept('message', attempt.message),
  kept('shortfall', attempt.shortfall),
  kept('body', attempt.body),
];

function conditionsOf(page: AttemptPage): { readonly where: string[]; readonly values: Value[] } {
  const { who, operation, code, project, text, since, until, before } = page;
  const where: string[] = [];
  const values: Value[] = [];
  const only = (condition: string, ...given: Value[]): void => {
    where.push(condition);
    values.push(...given);
  };
  if (who !== undefined) only('who = ?', who);
  if (operation !== undefined) only('operation = ?', operation);
  if (code !== undefined) only('code = ?', code);
  if (project !== undefined) only('project = ?', project);
  if (since !== undefined) only('at >= ?', Date.parse(since));
  if (until !== undefined) only('at <= ?', Date.parse(until));
  if (before !== undefined) only('attempts.attempt < ?', before);
  if (text !== undefined) {
    // Latin letters are compared without their case, in SQLite as in PostgreSQL.
    const part = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())}%`;
    const columns = ['message', 'body', 'path'].map((column) => `lower(${column}) LIKE ? ESCAPE '\\'`);
    only(`(${columns.join(' OR ')})`, part, part, part);
  }
  return { where, values };
}

function attemptOf(row: Readonly<Record<string, unknown>>): RecordedAttempt {
  const given = Object.entries(row).filter(([, value]) => value !== null);
  const { at, ...rest } = Object.fromEntries(given);
  return {
    ...(rest as unknown as Omit<RecordedAttempt, 'at'>),
    at: new Date(Number(at)).toISOString() as Instant,
  };
}
