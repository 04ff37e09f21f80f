import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Projection, ProjectionWriter } from './projection.ts';

/** Raised when the layout of the bookkeeping tables changes. */
const FILE_VERSION = 1;

interface OpenProjection {
  readonly projection: Projection;
  readonly writer: ProjectionWriter;
}

/**
 * The file with the read models. It can be deleted at any time and is filled again from the log, so it need not be
 * as durable as the log: after a loss of power it may be some events behind, never ahead, never torn.
 */
export class ProjectionsFile {
  readonly database: DatabaseSync;
  readonly path: string;
  readonly #projections: readonly Projection[];
  #open: readonly OpenProjection[] = [];
  readonly #moveCheckpoint;

  private constructor(path: string, projections: readonly Projection[]) {
    this.path = path;
    this.#projections = projections;
    this.database = new DatabaseSync(path);
    this.database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;');
    this.database.exec('PRAGMA cache_size = -65536;');
    this.#prepareTables();
    this.#moveCheckpoint = this.database.prepare('UPDATE checkpoint SET position = ? WHERE position IS ?');
    this.reopenWriters();
  }

  /** Opens the file, or makes it anew when it is missing, of another layout or not readable as one. */
  static open(path: string, projections: readonly Projection[]): ProjectionsFile {
    try {
      return new ProjectionsFile(path, projections);
    } catch {
      removeDatabase(path);
      return new ProjectionsFile(path, projections);
    }
  }

  /** Position up to which all projections have read; nothing before the first event. */
  get checkpoint(): bigint | undefined {
    const statement = this.database.prepare('SELECT position FROM checkpoint');
    statement.setReadBigInts(true);
    return (statement.get()?.['position'] as bigint | null) ?? undefined;
  }

  get writers(): readonly OpenProjection[] {
    return this.#open;
  }

  /** Runs the changes and moves the checkpoint in one transaction; loses when somebody else moved it. */
  advance(from: bigint | undefined, to: bigint, apply: () => void): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      apply();
      if (this.#moveCheckpoint.run(to, from ?? null).changes !== 1) {
        throw new Error('the projections were moved on by somebody else');
      }
      this.database.exec('COMMIT');
    } catch (error) {
      this.database.exec('ROLLBACK');
      this.reopenWriters();
      throw error;
    }
  }

  /** What writers keep in memory must equal the tables: opened again after a rollback. */
  reopenWriters(): void {
    this.#open = this.#projections.map((projection) => ({
      projection,
      writer: projection.open(this.database),
    }));
  }

  controlTotals(): Record<string, Readonly<Record<string, string>>> {
    return Object.fromEntries(
      this.#open.map(({ projection, writer }) => [projection.name, writer.controlTotals()]),
    );
  }

  close(): void {
    this.database.close();
  }

  #prepareTables(): void {
    const wanted = JSON.stringify([
      FILE_VERSION,
      ...this.#projections.map(({ name, version }) => [name, version]),
    ]);
    const found = this.#contents();
    if (found === wanted) return;
    if (found !== undefined) throw new Error('the projections are of another version');
    this.database.exec('BEGIN IMMEDIATE');
    this.database.exec('CREATE TABLE contents (projections TEXT NOT NULL) STRICT');
    this.database.prepare('INSERT INTO contents VALUES (?)').run(wanted);
    this.database.exec(
      'CREATE TABLE checkpoint (position INTEGER) STRICT; INSERT INTO checkpoint VALUES (NULL)',
    );
    for (const { schema } of this.#projections) this.database.exec(schema);
    this.database.exec('COMMIT');
  }

  #contents(): string | undefined {
    const known = this.database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table'").get();
    if (!known) return undefined;
    return this.database.prepare('SELECT projections FROM contents').get()?.['projections'] as string;
  }
}

export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}
