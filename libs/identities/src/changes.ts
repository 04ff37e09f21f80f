import type { Database } from '#database';

/** A database that counts whatever may change it, so that what was read can be kept until then. */
export interface CountedDatabase extends Database {
  /**
   * Grows when a change begins, and when it is over: what was read while it stayed the same still holds. Nothing where others
   * change the same tables.
   */
  changes(): number | undefined;
}

/** Counts what this process changes, which is everything where the tables are a file of its own. */
export function counted(database: Database): CountedDatabase {
  let count = 0;
  const changing = async <T>(change: () => Promise<T>): Promise<T> => {
    count += 1;
    try {
      return await change();
    } finally {
      count += 1;
    }
  };
  return {
    dialect: database.dialect,
    changes: () => (database.dialect === 'sqlite' ? count : undefined),
    // A question may change something, too, and give what it was.
    get: (sql, ...values) =>
      isQuestion(sql) ? database.get(sql, ...values) : changing(() => database.get(sql, ...values)),
    all: (sql, ...values) =>
      isQuestion(sql) ? database.all(sql, ...values) : changing(() => database.all(sql, ...values)),
    run: (sql, ...values) => changing(() => database.run(sql, ...values)),
    transaction: (work, turn) => changing(() => database.transaction(work, turn)),
    wipe: () => database.wipe(),
    close: () => database.close(),
  };
}

const isQuestion = (sql: string): boolean => sql.startsWith('SELECT');
