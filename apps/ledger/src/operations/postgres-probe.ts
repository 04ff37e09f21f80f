import { setTimeout as pause } from 'node:timers/promises';
import { openPool, type Pool } from '#postgres';

const PATIENCE_MS = 2_000;
/** Probes come every few seconds from several sides; one question serves those of a moment. */
const FRESH_MS = 500;

/** Asks now and then whether PostgreSQL answers, over a connection of its own, so that busy ones do not count as dead. */
export class PostgresProbe {
  readonly #pool: Pool;
  #asked = -Infinity;
  #answer: Promise<boolean> = Promise.resolve(true);

  constructor(url: string) {
    const times = { statementTimeoutMs: PATIENCE_MS, connectTimeoutMs: PATIENCE_MS };
    this.#pool = openPool({ url, application: 'obligo-probe', size: 1, ...times });
  }

  answers(): Promise<boolean> {
    if (performance.now() - this.#asked > FRESH_MS) {
      this.#asked = performance.now();
      this.#answer = this.#ask();
    }
    return this.#answer;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #ask(): Promise<boolean> {
    const over = new AbortController();
    const answered = this.#pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    // A line that was cut without a word answers nothing at all.
    const late = pause(PATIENCE_MS, false, { signal: over.signal }).catch(() => false);
    try {
      return await Promise.race([answered, late]);
    } finally {
      over.abort();
    }
  }
}
