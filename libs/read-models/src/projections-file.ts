import { DatabaseSync } from 'node:sqlite';
import { makePrivate } from '#event-store/folding';
import { JournalCopier } from '#sqlite';
import { hasForeignJournal, removeDatabase } from './database-files.ts';
import { settle } from './not-settled.ts';
import { OtherContents, prepareTables } from './prepare-tables.ts';
import { type OpenProjection, type Projection, totalsOf } from './projection.ts';
import type { ControlTotals } from './rebuilt-projection.ts';

/** How long somebody else may hold the file before an access fails. */
const BUSY_TIMEOUT_MS = 2_000;

/** The last event that was read. */
export interface LastRead {
  readonly position: bigint;
  readonly eventId: string;
}

/** Changes that are made and not committed. */
export interface StagedPage {
  readonly to: LastRead;
  commit(): void;
  rollback(): void;
}

/** Tables on their way along the log. */
export interface ProjectionTables {
  readonly database: DatabaseSync;
  readonly writers: readonly OpenProjection[];
  readonly lastRead: LastRead | undefined;
  /** Whether a page that fails leaves nothing behind. */
  readonly takesBack: boolean;
  /** The checkpoint to read on from. */
  resume(): bigint | undefined;
  /** Moves the checkpoint and runs the changes, held open until they are committed or rolled back. */
  stage(from: bigint | undefined, to: LastRead, apply: () => void): StagedPage;
}

/**
 * The file with the read models. It can be deleted at any time and is filled again from the log, so it need not be
 * as durable as the log: after a loss of power it may be some events behind, never ahead, never torn.
 */
export class ProjectionsFile implements ProjectionTables {
  readonly takesBack = true;
  readonly database: DatabaseSync;
  readonly #projections: readonly Projection[];
  readonly #readCheckpoint;
  readonly #moveCheckpoint;
  readonly #copier: JournalCopier | undefined;
  #open: readonly OpenProjection[] = [];
  /** The checkpoint of the tables when the writers last equalled them. */
  #writersAt: bigint | undefined;
  /** Set when a rollback took from the tables what the writers still remember. */
  #stale = false;

  private constructor(path: string, projections: readonly Projection[]) {
    this.#projections = projections;
    if (path !== ':memory:') makePrivate(path);
    this.database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      this.database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      this.database.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536');
      prepareTables(this.database, projections);
      this.#readCheckpoint = this.database.prepare('SELECT position, event_id FROM checkpoint');
      this.#readCheckpoint.setReadBigInts(true);
      this.#moveCheckpoint = this.database.prepare(
        'UPDATE checkpoint SET position = ?, event_id = ? WHERE position IS ?',
      );
      this.#copier = path === ':memory:' ? undefined : new JournalCopier(this.database, { file: path });
      this.#reopenWriters();
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  /**
   * Opens the file, or makes it anew when it is missing, of another layout or damaged. A file that cannot be
   * reached (no access, disk full) is left alone and the error goes through.
   */
  static open(path: string, projections: readonly Projection[]): ProjectionsFile {
    if (hasForeignJournal(path)) removeDatabase(path);
    try {
      return new ProjectionsFile(path, projections);
    } catch (error) {
      if (!isOfNoUse(error)) throw error;
      removeDatabase(path);
      return new ProjectionsFile(path, projections);
    }
  }

  /** Opens the file as it is, beside whoever else has it open and keeps it. */
  static join(path: string, projections: readonly Projection[]): ProjectionsFile {
    return new ProjectionsFile(path, projections);
  }

  /** Position up to which all projections have read; nothing before the first event. */
  get checkpoint(): bigint | undefined {
    return this.lastRead?.position;
  }

  /** The event that the checkpoint stands on, so that another log in the same place is recognised. */
  get lastRead(): LastRead | undefined {
    const row = this.#readCheckpoint.get();
    const position = (row?.['position'] as bigint | null) ?? undefined;
    return position === undefined ? undefined : { position, eventId: row?.['event_id'] as string };
  }

  get writers(): readonly OpenProjection[] {
    return this.#open;
  }

  /** The checkpoint to read on from; writers that somebody else has overtaken are opened again. */
  resume(): bigint | undefined {
    if (this.#stale || this.checkpoint !== this.#writersAt) this.#reopenWriters();
    return this.#writersAt;
  }

  /** Moves the checkpoint and runs the changes in one transaction; loses when somebody else moved it first. */
  advance(from: bigint | undefined, to: LastRead, apply: () => void): void {
    this.stage(from, to, apply).commit();
  }

  /**
   * The same, held open until it is committed or rolled back: for tables elsewhere that must move with these. Nothing
   * else may use the file meanwhile.
   */
  stage(from: bigint | undefined, to: LastRead, apply: () => void): StagedPage {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      // First, so that whoever lost says so instead of stumbling over the rows of the other.
      if (this.#moveCheckpoint.run(to.position, to.eventId, from ?? null).changes !== 1) {
        throw new Error('the read models were moved on by somebody else');
      }
      if (this.#stale || this.#writersAt !== from) this.#openWriters();
      apply();
      settle(this.#open);
    } catch (error) {
      this.#rollback();
      throw error;
    }
    return {
      to,
      commit: () => {
        try {
          this.database.exec('COMMIT');
          this.#writersAt = to.position;
          this.#copier?.committed();
        } catch (error) {
          this.#rollback();
          throw error;
        }
      },
      rollback: () => this.#rollback(),
    };
  }

  #rollback(): void {
    this.#stale = true;
    // A full disk ends the transaction by itself.
    if (this.database.isTransaction) this.database.exec('ROLLBACK');
  }

  controlTotals(): ControlTotals {
    return Object.fromEntries(
      this.#projections.map(({ name, totals }) => [name, totalsOf(this.database.prepare(totals))]),
    );
  }

  /** Brings everything into the one file, so that it can be moved, and closes it. */
  seal(): void {
    this.#copier?.settle();
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
    this.close();
  }

  close(): void {
    this.#copier?.settle();
    if (this.database.isOpen) this.database.close();
  }

  /** What writers keep in memory must equal the tables: read again, both at one moment. */
  #reopenWriters(): void {
    this.database.exec('BEGIN');
    try {
      this.#openWriters();
      this.#writersAt = this.checkpoint;
    } finally {
      this.database.exec('COMMIT');
    }
  }

  #openWriters(): void {
    this.#open = this.#projections.map((projection) => ({
      projection,
      writer: projection.open(this.database),
    }));
    this.#stale = false;
  }
}

/** A table that is not there, a torn page, another sort of file. */
const [SQLITE_ERROR, SQLITE_CORRUPT, SQLITE_NOTADB] = [1, 11, 26];

/** Whether a file that could not be opened is to be made anew: of another layout, damaged, or no database. */
function isOfNoUse(error: unknown): boolean {
  if (error instanceof OtherContents) return true;
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return false;
  const code = Number(error.errcode) & 0xff;
  return code === SQLITE_ERROR || code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}
