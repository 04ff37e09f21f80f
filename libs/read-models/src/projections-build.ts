import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { makePrivate } from '#event-store';
import { removeDatabase } from './database-files.ts';
import { execBeside } from './exec-beside.ts';
import { createTables } from './prepare-tables.ts';
import type { OpenProjection, Projection, ProjectionWriter } from './projection.ts';
import type { LastRead, ProjectionTables, StagedPage } from './projections-file.ts';

/**
 * Nothing to lose: what is cut off is begun anew. A journal holds only what stood there before, which is next to nothing
 * in a new file; none at all is refused by SQLite as Node opens it. Sorting spills to files, not to memory.
 */
const PRAGMAS = 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;';

/** Stages after which writers let go of what they hold back. */
const BETWEEN = 10;

/**
 * A file of read models that is being made from the whole log, and that nobody reads yet: one transaction without a
 * journal, and indexes at the end. It is of use after `finish` alone; whatever fails before, the file is thrown away.
 */
export class ProjectionsBuild implements ProjectionTables {
  readonly database: DatabaseSync;
  readonly writers: readonly OpenProjection[];
  readonly #path: string;
  readonly #projections: readonly Projection[];
  #lastRead: LastRead | undefined;
  #stages = 0;

  constructor(path: string, projections: readonly Projection[]) {
    this.#path = path;
    this.#projections = projections;
    removeDatabase(path);
    makePrivate(path);
    this.database = new DatabaseSync(path);
    try {
      this.database.exec(PRAGMAS);
      createTables(this.database, projections);
      this.writers = projections.map((projection) => ({
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
    this.#stages += 1;
    if (this.#stages % BETWEEN === 0) this.#settle();
    return { to, commit: () => undefined, rollback: () => undefined };
  }

  /** Completes the file and brings it to the disk; it is closed then. */
  async finish(): Promise<void> {
    this.#settle();
    const { position = null, eventId = null } = this.#lastRead ?? {};
    this.database.prepare('UPDATE checkpoint SET position = ?, event_id = ?').run(position, eventId);
    this.database.exec('COMMIT');
    const indexes = this.#projections.map((projection) => projection.indexes ?? '').join('\n');
    await execBeside(this.#path, `${PRAGMAS} BEGIN; ${indexes} COMMIT;`);
    for (const { writer } of this.writers) await this.#complete(writer);
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
    for (const { writer } of this.writers) writer.settle?.();
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}
