import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { backOff, type Client, inTransaction, isConflict, type Pool } from '#postgres';
import { type Database, DatabaseUnavailable, type Row, SHARED_TURN, type Value } from '../database.ts';
import { isOutOfReach } from './out-of-reach.ts';
import { prepared } from './prepared.ts';
import { storable } from './storable.ts';

/** The connection of a transaction that is under way; what is asked after its end is outside of it. */
interface UnderWay {
  readonly client: Client;
  lasts: boolean;
}

/** Transactions take turns, so that one is hardly ever in another's way; nobody waits for ever. */
const ATTEMPTS = 8;

/** A schema of its own in PostgreSQL, shared by all processes that open it. */
export class PostgresDatabase implements Database {
  readonly dialect = 'postgres';
  readonly #pool: Pool;
  readonly #schema: string;
  readonly #inside = new AsyncLocalStorage<UnderWay>();

  constructor(pool: Pool, schema: string) {
    this.#pool = pool;
    this.#schema = schema;
  }

  async get(sql: string, ...values: readonly Value[]): Promise<Row | undefined> {
    return (await this.#answer(sql, values)).rows[0];
  }

  async all(sql: string, ...values: readonly Value[]): Promise<Row[]> {
    return (await this.#answer(sql, values)).rows;
  }

  async run(sql: string, ...values: readonly Value[]): Promise<number> {
    return (await this.#answer(sql, values)).rowCount ?? 0;
  }

  async transaction<T>(work: () => Promise<T>, turn = SHARED_TURN): Promise<T> {
    const client = this.#client;
    if (client === undefined) return this.#repeated(() => this.#transaction(work, turn));
    await this.#takeTurn(client, turn);
    return work();
  }

  wipe(): Promise<void> {
    // A row that was removed stays in the files of the server until it clears them by itself.
    return Promise.resolve();
  }

  async close(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }

  get #client(): Client | undefined {
    const underWay = this.#inside.getStore();
    return underWay?.lasts === true ? underWay.client : undefined;
  }

  async #answer(sql: string, values: readonly Value[]) {
    const client = this.#client;
    const query = {
      ...prepared(sql),
      values: values.map((value) => (typeof value === 'string' ? storable(value) : value)),
    };
    if (client) return client.query<Record<string, unknown>>(query);
    return this.#repeated(() => this.#pool.query<Record<string, unknown>>(query));
  }

  #transaction<T>(work: () => Promise<T>, turn: string): Promise<T> {
    return inTransaction(this.#pool, async (client) => {
      const underWay: UnderWay = { client, lasts: true };
      try {
        await this.#takeTurn(client, turn);
        return await this.#inside.run(underWay, work);
      } finally {
        underWay.lasts = false;
      }
    });
  }

  async #takeTurn(client: Client, turn: string): Promise<void> {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockOf(`${this.#schema}/${turn}`)]);
  }

  /** Again, when the server says that nothing was done since another stood in the way. */
  async #repeated<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (isOutOfReach(error)) throw new DatabaseUnavailable(error);
        if (!isConflict(error) || attempt === ATTEMPTS) throw error;
        await backOff(attempt);
      }
    }
  }
}

/** Locks of PostgreSQL are numbers of 64 bits. */
const lockOf = (name: string): string => String(createHash('sha256').update(name).digest().readBigInt64BE());
