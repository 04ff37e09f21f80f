import { existsSync, rmSync } from 'node:fs';
import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { makePrivate } from '#event-store';
import type { Snapshot, Snapshots } from '#posting';

interface Row {
  readonly revision: bigint;
  readonly digest: string;
  readonly checksum: string;
  readonly state: Uint8Array;
}

const TABLE = `CREATE TABLE IF NOT EXISTS snapshot (
  stream TEXT PRIMARY KEY, program TEXT NOT NULL, revision INTEGER NOT NULL, digest TEXT NOT NULL,
  checksum TEXT NOT NULL, state BLOB NOT NULL
) STRICT`;

/**
 * The file with the states of busy accounts. It may be deleted at any time, and what cannot be read in it is as if it were not
 * there: a posting never fails for it.
 */
export class SnapshotsFile implements Snapshots {
  readonly #path: string;
  readonly #program: () => string;
  #database: DatabaseSync | undefined;

  /** `program` names the code that folds; what another one folded is not given. */
  constructor(path: string, program: () => string) {
    this.#path = path;
    this.#program = program;
  }

  find(stream: string): Snapshot | undefined {
    if (!this.#database && !existsSync(this.#path)) return undefined;
    return this.#tried(() => {
      const found = this.#open().prepare(
        'SELECT revision, digest, checksum, state FROM snapshot WHERE stream = ? AND program = ?',
      );
      found.setReadBigInts(true);
      const row = found.get(stream, this.#program());
      return row && snapshotOf(row as unknown as Row);
    });
  }

  keep(stream: string, { revision, digest, state }: Snapshot): void {
    this.#tried(() => {
      const bytes = serialize(state);
      const put = this.#open().prepare('INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?)');
      put.run(stream, this.#program(), revision, digest, checksumOf(bytes), bytes);
    });
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  #open(): DatabaseSync {
    if (this.#database) return this.#database;
    makePrivate(this.#path);
    const database = new DatabaseSync(this.#path);
    try {
      // After a loss of power some are missing or torn; the checksum tells.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
      database.exec(TABLE);
    } catch (error) {
      database.close();
      throw error;
    }
    return (this.#database = database);
  }

  /** What fails once is thrown away whole, and begun anew by whoever keeps the next. */
  #tried<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      this.#remove();
      return undefined;
    }
  }

  #remove(): void {
    try {
      this.close();
      for (const end of ['', '-wal', '-shm']) rmSync(this.#path + end, { force: true });
    } catch {
      // A file that can neither be read nor removed is left alone: streams are folded from their beginning.
    }
  }
}

const snapshotOf = ({ revision, digest, checksum, state }: Row): Snapshot | undefined =>
  checksumOf(state) === checksum ? { revision, digest, state: deserialize(state) as unknown } : undefined;

const checksumOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
