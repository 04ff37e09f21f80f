import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import type { Box } from './box.ts';
import { refuse } from './refusals.ts';
import { atOnce } from './transaction.ts';

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
  readonly #database: DatabaseSync;
  readonly #clock: () => Instant;
  readonly #box: Box;
  readonly #most: number;

  constructor(database: DatabaseSync, clock: () => Instant, box: Box, most = MOST) {
    this.#database = database;
    this.#clock = clock;
    this.#box = box;
    this.#most = most;
  }

  /** Refuses with `sign-in-paused` while the wait lasts; else counts the attempt. */
  begin(what: string): void {
    const now = Date.parse(this.#clock());
    const mark = this.#box.mark(what);
    const found = this.#database
      .prepare('SELECT failures, last_at AS lastAt FROM attempts WHERE what = ?')
      .get(mark) as { failures: number; lastAt: string } | undefined;
    const { failures = 0, lastAt } = found ?? {};
    const until = failures < FREE || lastAt === undefined ? 0 : Date.parse(lastAt) + waitAfter(failures);
    if (now < until) {
      throw refuse('sign-in-paused', 'Too many attempts were wrong; expected to wait before the next one.', {
        retryAfterMs: until - now,
      });
    }
    atOnce(this.#database, () => {
      this.#forgetOld(now);
      this.#database
        .prepare(
          'INSERT INTO attempts (what, failures, last_at) VALUES (?, 1, ?) ON CONFLICT (what) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at',
        )
        .run(mark, new Date(now).toISOString());
    });
  }

  /** The attempt was wrong: the wait is from now on. */
  failed(what: string): void {
    this.#database
      .prepare('UPDATE attempts SET last_at = ? WHERE what = ?')
      .run(this.#clock(), this.#box.mark(what));
  }

  /** The attempt was right: earlier wrong ones do not count any more. */
  succeeded(what: string): void {
    this.#database.prepare('DELETE FROM attempts WHERE what = ?').run(this.#box.mark(what));
  }

  #forgetOld(now: number): void {
    this.#database
      .prepare('DELETE FROM attempts WHERE last_at < ?')
      .run(new Date(now - FORGET_MS).toISOString());
    this.#database
      .prepare(
        `DELETE FROM attempts WHERE what IN (
           SELECT what FROM attempts ORDER BY last_at LIMIT max(0, (SELECT count(*) FROM attempts) - ?))`,
      )
      .run(this.#most - 1);
  }
}

/** One second after the fifth wrong attempt, then twice as long each time. */
const waitAfter = (failures: number): number => Math.min(LONGEST_MS, SECOND_MS * 2 ** (failures - FREE));
