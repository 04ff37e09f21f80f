import type { Client, Pool } from '#postgres';

/** Any fixed numbers: who writes the current schema, and who builds another one. */
const CLASS = 1_330_793_289;
const DUTIES = { follow: 1, build: 2 } as const;
export type Duty = keyof typeof DUTIES;

/**
 * Says who of several projectors works, so that the others save themselves the trouble: a lock of the session, gone
 * with its connection. It protects nothing by itself; that is what moving the checkpoint by compare-and-swap is for.
 */
export class Lease {
  readonly #pool: Pool;
  readonly #duty: Duty;
  #client: Client | undefined;

  constructor(pool: Pool, duty: Duty) {
    this.#pool = pool;
    this.#duty = duty;
  }

  get isHeld(): boolean {
    return this.#client !== undefined;
  }

  /** Takes it when nobody has it; says whether it is ours. */
  async take(): Promise<boolean> {
    if (this.#client) return true;
    const client = await this.#pool.connect();
    try {
      const { rows } = await client.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock($1, $2) AS taken',
        [CLASS, DUTIES[this.#duty]],
      );
      if (rows[0]?.taken !== true) {
        client.release();
        return false;
      }
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    this.#client = client;
    return true;
  }

  /** Lets the next one have it. */
  give(): void {
    const client = this.#client;
    this.#client = undefined;
    // The session ends, and the lock with it, whatever state the connection is in.
    client?.release(true);
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.release(true);
  }
}
