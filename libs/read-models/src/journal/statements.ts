import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Recent } from '#kernel';

/** Forms of filters whose statements are kept. */
const KEPT = 128;

/** Prepares a statement once for all questions of one form: that takes longer than many of them. */
export class Statements {
  readonly #database: DatabaseSync;
  readonly #kept = new Recent<string, StatementSync>(KEPT);

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  prepare(sql: string): StatementSync {
    let statement = this.#kept.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#kept.set(sql, statement);
    }
    return statement;
  }
}
