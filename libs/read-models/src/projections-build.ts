import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { makePrivate } from '#event-store';
import { removeDatabase } from './database-files.ts';
import { execBeside } from './exec-beside.ts';
import { createTables } from './prepare-tables.ts';
import type { OpenProjection, Projection } from './projection.ts';
import type { LastRead, ProjectionTables, StagedPage } from './projections-file.ts';

/** Nothing to go back to and nothing to lose: what is cut off is begun anew. Sorting spills to files, not to memory. */
const PRAGMAS = 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;';

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
    this.database.exec('BEGIN');
    for (const { writer } of this.writers) {
      const steps = writer.finish?.()[Symbol.iterator]();
      while (steps?.next().done === false) await nextTurn();
    }
    this.database.exec('COMMIT');
    this.close();
    const file = await open(this.#path, 'r+');
    await file.sync().finally(() => file.close());
  }

  #settle(): void {
    for (const { writer } of this.writers) writer.settle?.();
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}
