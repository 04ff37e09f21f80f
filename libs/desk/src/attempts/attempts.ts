import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Instant } from '#kernel';
import { type Attempt, type AttemptPage, kept, MOST_OF_ONE, type RecordedAttempt } from './attempt.ts';

const COLUMNS = `CAST(attempt AS TEXT) AS attempt, at, who, operation, organisation, fiscal_year AS fiscalYear, project,
  path, idempotency_key AS idempotencyKey, status, code, message, shortfall, body`;

/** Refused postings, the newest first. */
export class Attempts {
  readonly #database: DatabaseSync;
  readonly #insert;
  readonly #trim;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insert = database.prepare(
      `INSERT INTO attempts (at, who, operation, organisation, fiscal_year, project, path, idempotency_key, status, code,
         message, shortfall, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#trim = database.prepare(
      `DELETE FROM attempts WHERE attempt =
         (SELECT attempt FROM attempts WHERE who = ? ORDER BY attempt DESC LIMIT 1 OFFSET ${MOST_OF_ONE})`,
    );
  }

  record(attempt: Attempt): void {
    this.#insert.run(
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
    );
    this.#trim.run(attempt.who);
  }

  list(page: AttemptPage): RecordedAttempt[] {
    const { where, values } = conditionsOf(page);
    return this.#database
      .prepare(
        `SELECT ${COLUMNS} FROM attempts ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
         ORDER BY attempts.attempt DESC LIMIT ?`,
      )
      .all(...values, page.limit)
      .map(attemptOf);
  }

  /** Removes what is older than a moment; answers how many that were. */
  prune(before: number): number {
    return Number(this.#database.prepare('DELETE FROM attempts WHERE at < ?').run(before).changes);
  }
}

function conditionsOf(page: AttemptPage): { readonly where: string[]; readonly values: SQLInputValue[] } {
  const { who, operation, code, project, text, since, until, before } = page;
  const where: string[] = [];
  const values: SQLInputValue[] = [];
  const only = (condition: string, ...given: SQLInputValue[]): void => {
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
    const part = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    only(
      String.raw`(message LIKE ? ESCAPE '\' OR body LIKE ? ESCAPE '\' OR path LIKE ? ESCAPE '\')`,
      part,
      part,
      part,
    );
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
