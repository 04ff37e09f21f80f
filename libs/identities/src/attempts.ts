import type { Database } from '#database';
import type { Instant } from '#kernel';
import type { Box } from './box.ts';
import { refuse } from './refusals.ts';

const FREE = 5;
const SECOND_MS = 1_000;
const LONGEST_MS = 15 * 60_000;
/** Failures of yesterday do not count. */
const FORGET_MS = 24 * 3_600_000;
/** Names that are counted at a time; whoever makes names up does not decide how large the file grows. */
const MOST = 50_000;

/**
 * Counts wrong attempts by what was tried, known or not. An attempt counts as wrong until it is told that it was right,
 * so that a hundred at the same moment are no more than five. Of what was tried only a mark is kept: people type
 * passwords into the field of the name.
 */
export class Attempts {
  readonly #database: Database;
  readonly #clock: () => Instant;
  readonly #box: Box;
  readonly #most: number;

  constructor(database: Database, clock: () => Instant, box: Box, most = MOST) {
    this.#database = database;
    this.#clock = clock;
    this.#box = box;
    this.#most = most;
  }

  /** Refuses with `sign-in-paused` while the wait lasts; else counts the attempt. */
  async begin(what: string): Promise<void> {
    const now = Date.parse(this.#clock());
    const mark = this.#box.mark(what);
    // One after the other on the same name, in whatever process: none is decided by a count that is out of date.
    await this.#database.transaction(async () => {
      await this.#mustNotWait(mark, now);
      await this.#forgetOld(now);
      await this.#database.run(
        `INSERT INTO attempts (what, failures, last_at) VALUES (?, 1, ?)
         ON CONFLICT (what) DO UPDATE SET failures = attempts.failures + 1, last_at = excluded.last_at`,
        mark,
        new Date(now).toISOString(),
      );
    }, `attempt ${mark}`);
  }

  /** The attempt was wrong: the wait is from now on. */
  async failed(what: string): Promise<void> {
    await this.#database.run(
      'UPDATE attempts SET last_at = ? WHERE what = ?',
      this.#clock(),
      this.#box.mark(what),
    );
  }

  /** The attempt was right: earlier wrong ones do not count any more. */
  async succeeded(what: string): Promise<void> {
    await this.#database.run('DELETE FROM attempts WHERE what = ?', this.#box.mark(what));
  }

  async #mustNotWait(mark: string, now: number): Promise<void> {
    const found = (await this.#database.get(
      'SELECT failures, last_at AS "lastAt" FROM attempts WHERE what = ?',
      mark,
    )) as { failures: number; lastAt: string } | undefined;
    if (found === undefined || found.failures < FREE) return;
    const until = Date.parse(found.lastAt) + waitAfter(found.failures);
    if (now >= until) return;
    throw refuse('sign-in-paused', 'Too many attempts were wrong; expected to wait before the next one.', {
      retryAfterMs: until - now,
    });
  }

  async #forgetOld(now: number): Promise<void> {
    await this.#database.run(
      'DELETE FROM attempts WHERE last_at < ?',
      new Date(now - FORGET_MS).toISOString(),
    );
    await this.#database.run(
      `DELETE FROM attempts WHERE what IN (
         SELECT what FROM attempts ORDER BY last_at DESC LIMIT 1000000 OFFSET ?)`,
      this.#most - 1,
    );
  }
}

/** One second after the fifth wrong attempt, then twice as long each time. */
const waitAfter = (failures: number): number => Math.min(LONGEST_MS, SECOND_MS * 2 ** (failures - FREE));
