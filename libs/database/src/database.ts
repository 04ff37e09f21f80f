/** What a statement can be given, and what a column can hold. Whole numbers beyond 32 bits may come back as `bigint`. */
export type Value = string | number | bigint | Uint8Array | null;

export type Row = Readonly<Record<string, unknown>>;

/**
 * Tables that are changed in place, beside the log: in a SQLite file of one process, or in PostgreSQL for several. One
 * text of a statement serves both: `?` stands for a value, names in double quotes keep their case.
 */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  /** The first row; nothing when there is none. */
  get(sql: string, ...values: readonly Value[]): Promise<Row | undefined>;
  all(sql: string, ...values: readonly Value[]): Promise<Row[]>;
  /** How many rows were changed. */
  run(sql: string, ...values: readonly Value[]): Promise<number>;
  /**
   * Does all of the work or nothing of it; inside another transaction it is a part of that. Everything that the work
   * awaits of this database belongs to it, in whichever class it is asked. Two transactions of the same turn never run at the
   * same time, in whatever processes they are; those that name none share one. The work may be run again from its
   * beginning when another stood in its way: beside the database it changes nothing.
   */
  transaction<T>(work: () => Promise<T>, turn?: string): Promise<T>;
  /** Leaves nothing of removed rows in a journal beside the tables, as far as the database lets itself be told so. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be reached, or does not answer, now; it may later. What was sent last may have been done or not. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super(`the database cannot be reached now: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'DatabaseUnavailable';
  }
}

/** The turn of transactions that name none. */
export const SHARED_TURN = 'shared';
