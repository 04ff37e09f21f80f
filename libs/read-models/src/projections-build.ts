import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { makePrivate } from '#event-store/folding';
import { removeDatabase } from './database-files.ts';
import { settle } from './not-settled.ts';
import { createTables, tablesOf } from './prepare-tables.ts';
import type { OpenProjection, Projection, ProjectionWriter } from './projection.ts';
import type { LastRead, ProjectionTables, StagedPage } from './projections-file.ts';

/**
 * Nothing to lose: what is cut off is begun anew. A journal holds only what stood there before, which is next to nothing
 * in a new file; none at all is refused by SQLite as Node opens it. Sorting spills to files beyond the size of the cache,
 * and a larger cache is no faster: rows go to the end of their tables. Each thread of a build has one.
 */
const PRAGMAS = 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096;';

/** Events after which writers let go of what they hold back. */
const BETWEEN = 2_000n;

const TABLES_OF_PART =
  "SELECT name FROM part.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

/** Runs SQL over a file that takes long, somewhere else. */
type ExecBeside = (path: string, sql: string) => Promise<void>;

/**
 * A file of read models that is being made from the whole log, and that nobody reads yet: one transaction without a
 * journal, and indexes at the end. It is of use after `seal` alone; whatever fails before, the file is thrown away.
 */
export class ProjectionsBuild implements ProjectionTables {
  readonly takesBack = false;
  readonly database: DatabaseSync;
  readonly writers: readonly OpenProjection[];
  readonly #path: string;
  readonly #projections: readonly Projection[];
  readonly #folded: readonly Projection[];
  #lastRead: LastRead | undefined;
  #settledAt = 0n;

  /** The file has the tables of all projections; events fill those of `folded`, and `take` the others. */
  constructor(path: string, projections: readonly Projection[], folded = projections) {
    this.#path = path;
    this.#projections = projections;
    this.#folded = folded;
    removeDatabase(path);
    makePrivate(path);
    this.database = new DatabaseSync(path);
    try {
      this.database.exec(PRAGMAS);
      createTables(this.database, projections);
      this.writers = folded.map((projection) => ({
        projection,
        writer: projection.open(this.database, true),
      }));
      this.database.exec('BEGIN');
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  get lastRead(): LastRead | undefined {
    return this.#lastRead;
  }

  resume(): bigint | undefined {
    return this.#lastRead?.position;
  }

  /** What fails half-way leaves half a page behind: the build is lost. */
  stage(_from: bigint | undefined, to: LastRead, apply: () => void): StagedPage {
    apply();
    this.#lastRead = to;
    if (to.position - this.#settledAt >= BETWEEN) {
      this.#settle();
      this.#settledAt = to.position;
    }
    return { to, commit: () => undefined, rollback: () => undefined };
  }

  /** Makes the indexes once all events are read, here or beside, and what had to wait for them. */
  async complete(beside?: ExecBeside): Promise<void> {
    this.#settle();
    const { position = null, eventId = null } = this.#lastRead ?? {};
    this.database.prepare('UPDATE checkpoint SET position = ?, event_id = ?').run(position, eventId);
    this.database.exec('COMMIT');
    const indexes = `BEGIN; ${this.#projections.map((projection) => projection.indexes ?? '').join('\n')} COMMIT;`;
    if (beside) await beside(this.#path, `${PRAGMAS} ${indexes}`);
    else this.database.exec(indexes);
    for (const { writer } of this.writers) await this.#complete(writer);
  }

  /**
   * Brings the tables of another complete build of the same log into this one. Both have the same tables and indexes, so
   * that SQLite copies rows as they are.
   */
  take(path: string): void {
    const own = new Set(tablesOf(this.#folded));
    this.database.prepare('ATTACH ? AS part').run(path);
    const tables = this.database.prepare(TABLES_OF_PART).all();
    this.database.exec('BEGIN');
    for (const { name } of tables) {
      if (own.has(String(name))) continue;
      this.database.exec(`INSERT INTO main."${String(name)}" SELECT * FROM part."${String(name)}"`);
    }
    this.database.exec('COMMIT; DETACH part');
  }

  /** Brings the complete file to the disk; it is closed then. */
  async seal(): Promise<void> {
    this.close();
    const file = await open(this.#path, 'r+');
    await file.sync().finally(() => file.close());
  }

  /** Step by step: what each changes fits into a journal in memory. */
  async #complete(writer: ProjectionWriter): Promise<void> {
    const steps = writer.finish?.()[Symbol.iterator]();
    for (let isDone = steps === undefined; !isDone; await nextTurn()) {
      this.database.exec('BEGIN');
      isDone = steps?.next().done === true;
      this.database.exec('COMMIT');
    }
  }

  #settle(): void {
    settle(this.writers);
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}
