import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { JournalCopier } from '#sqlite';
import type { Database, Row, Value } from '../database.ts';
import { Queue } from '../queue.ts';
import { damageOf } from './open-file.ts';

/** A transaction that is under way; what is asked after its end is outside of it. */
interface UnderWay {
  lasts: boolean;
}

/**
 * One connection to a file. Its statements run at once, but between the statements of a transaction others would slip
 * in and become a part of it: so whatever is outside waits for its end. Throws `DatabaseUnusable` where a page is lost.
 */
export class SqliteDatabase implements Database {
  readonly dialect = 'sqlite';
  readonly #connection: DatabaseSync;
  readonly #copier: JournalCopier;
  readonly #queue = new Queue();
  readonly #inside = new AsyncLocalStorage<UnderWay>();
  readonly #statements = new Map<string, StatementSync>();

  constructor(connection: DatabaseSync, file: string) {
    this.#connection = connection;
    this.#copier = new JournalCopier(connection, { file });
  }

  get(sql: string, ...values: readonly Value[]): Promise<Row | undefined> {
    return this.#once(() => this.#statement(sql).get(...values));
  }

  all(sql: string, ...values: readonly Value[]): Promise<Row[]> {
    return this.#once(() => this.#statement(sql).all(...values));
  }

  run(sql: string, ...values: readonly Value[]): Promise<number> {
    return this.#once(() => Number(this.#statement(sql).run(...values).changes));
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.#isInside ? work() : this.#queue.next(() => this.#transaction(work));
  }

  async wipe(): Promise<void> {
    await this.#once(() => {
      this.#copier.settle();
      this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  }

  async close(): Promise<void> {
    await this.#queue.next(() => {
      this.#statements.clear();
      this.#copier.settle();
      if (this.#connection.isOpen) this.#connection.close();
    });
  }

  get #isInside(): boolean {
    return this.#inside.getStore()?.lasts === true;
  }

  async #once<T>(work: () => T): Promise<T> {
    try {
      return await (this.#isInside ? work() : this.#queue.next(() => this.#alone(work)));
    } catch (error) {
      throw damageOf(error) ?? error;
    }
  }

  /** A statement that is a transaction of its own; what it read counts as well, which costs less than to tell. */
  #alone<T>(work: () => T): T {
    const result = work();
    this.#copier.committed();
    return result;
  }

  async #transaction<T>(work: () => Promise<T>): Promise<T> {
    const underWay: UnderWay = { lasts: true };
    this.#connection.exec('BEGIN IMMEDIATE');
    try {
      const result = await this.#inside.run(underWay, work);
      this.#connection.exec('COMMIT');
      this.#copier.committed();
      return result;
    } catch (error) {
      // A full disk ends a transaction by itself.
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw error;
    } finally {
      underWay.lasts = false;
    }
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
