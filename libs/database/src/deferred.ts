import type { Database } from './database.ts';

/** A database that is opened when it is first asked; where that fails, again at the next question. */
export function deferred(dialect: Database['dialect'], open: () => Promise<Database>): Database {
  let opening: Promise<Database> | undefined;
  const opened = (): Promise<Database> => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return {
    dialect,
    get: async (sql, ...values) => (await opened()).get(sql, ...values),
    all: async (sql, ...values) => (await opened()).all(sql, ...values),
    run: async (sql, ...values) => (await opened()).run(sql, ...values),
    transaction: async (work, turn) => (await opened()).transaction(work, turn),
    wipe: async () => (await opened()).wipe(),
    close: async () => {
      await (await opening?.catch(() => undefined))?.close();
    },
  };
}
