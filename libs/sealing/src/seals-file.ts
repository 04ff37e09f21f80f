import type { DatabaseSync } from 'node:sqlite';
import type { Leaves, MerkleTree } from '#audit-trail';
import type { Position } from '#event-store';
import type { Instant } from '#kernel';
import { Checkpoints, type StoredCheckpoint } from './checkpoints.ts';
import type { Growth } from './growth.ts';
import { openSealsFile } from './open-seals-file.ts';
import { LOG_NAMES, type LogName, Tiles } from './tiles.ts';
import { type StoredKey, VerifierKeys } from './verifier-keys.ts';

export interface SealsFileOptions {
  /** `seals.sqlite` of a data folder; made when missing. */
  readonly file: string;
  /** For verifiers: nothing is written, and the owner of the folder goes on. */
  readonly readOnly?: boolean;
  /** That of the store; decimal numbers without one. */
  readonly comparePositions?: (a: Position, b: Position) => number;
}

/** What one transaction adds to the seals. */
export interface Sealed {
  readonly growth: Readonly<Partial<Record<LogName, Growth>>>;
  readonly checkpoints?: readonly StoredCheckpoint[];
  /** The first time alone. */
  readonly origin?: string;
  /** Each signs from then on in place of the one before. */
  readonly keys?: readonly NewKey[];
}

export interface NewKey {
  readonly id: string;
  /** The text form of its public half. */
  readonly text: string;
  readonly since: Instant;
  /** How the key before it ended, where there was one. */
  readonly before?: 'rotated' | 'lost';
}

/** A proof of a time-stamping authority (RFC 3161) that a checkpoint existed at a time. */
export interface StoredTimestamp {
  /** Number of the checkpoint. */
  readonly number: number;
  /** When it came. */
  readonly at: Instant;
  readonly token: Uint8Array;
}

/** The seals of a ledger: hashes of its two logs as tiles, the checkpoints over them, and the keys that signed. */
export class SealsFile {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #compare: (a: Position, b: Position) => number;
  readonly #tiles: Readonly<Record<LogName, Tiles>>;
  readonly #checkpoints: Checkpoints;
  readonly #keys: VerifierKeys;

  private constructor(database: DatabaseSync, { file, comparePositions = byNumber }: SealsFileOptions) {
    this.file = file;
    this.#database = database;
    this.#compare = comparePositions;
    this.#tiles = { ledger: new Tiles(database, 'ledger'), access: new Tiles(database, 'access') };
    this.#checkpoints = new Checkpoints(database);
    this.#keys = new VerifierKeys(database);
  }

  /** Throws the refusals `seals-file-unusable` or `seals-newer-than-program`. */
  static open(options: SealsFileOptions): SealsFile {
    return new SealsFile(openSealsFile(options.file, options.readOnly ?? false), options);
  }

  /** The name that the ledger is sealed under; nothing before the first checkpoint. */
  get origin(): string | undefined {
    return this.#database.prepare('SELECT origin FROM ledger').get()?.['origin'] as string | undefined;
  }

  /** The tree over the leaves that are stored, as many as were sealed or more. */
  tree(log: LogName): MerkleTree {
    return this.#tiles[log].tree();
  }

  /** For proofs. */
  leaves(log: LogName): Leaves {
    return this.#tiles[log];
  }

  /** The order of an event in its log, from 0; nothing when its leaf is not stored. */
  indexOf(log: LogName, position: Position): number | undefined {
    return this.#tiles[log].indexOf(position, this.#compare);
  }

  positionOf(log: LogName, index: number): Position | undefined {
    return this.#tiles[log].positionOf(index);
  }

  /** All of them, in the order in which they were signed. */
  checkpoints(): Iterable<StoredCheckpoint> {
    return this.#checkpoints.all();
  }

  /** A page of those after a number. */
  checkpointsAfter(number: number, limit: number): StoredCheckpoint[] {
    return this.#checkpoints.page(number, limit);
  }

  latest(): StoredCheckpoint | undefined {
    return this.#checkpoints.latest();
  }

  checkpoint(number: number): StoredCheckpoint | undefined {
    return this.#checkpoints.numbered(number);
  }

  /** The number of the checkpoint that reads exactly so. */
  numberOf(note: string): number | undefined {
    return this.#checkpoints.noted(note)?.number;
  }

  /** The last checkpoint of exactly so many events. */
  ofSize(size: number): StoredCheckpoint | undefined {
    return this.#checkpoints.ofSize(size);
  }

  /** The first checkpoint that seals at least so many events of both logs. */
  firstCovering(size: number, accessSize = 0): StoredCheckpoint | undefined {
    return this.#checkpoints.firstCovering(size, accessSize);
  }

  /** Every public key, the oldest first. */
  verifierKeys(): StoredKey[] {
    return this.#keys.list();
  }

  /** The key that signs now. */
  currentKey(): StoredKey | undefined {
    return this.#keys.current();
  }

  timestamps(number: number): StoredTimestamp[] {
    const rows = this.#database
      .prepare('SELECT number, at, token FROM timestamps WHERE number = ? ORDER BY timestamp')
      .all(number);
    return rows as unknown as StoredTimestamp[];
  }

  /** The last one that came. */
  lastTimestamp(): StoredTimestamp | undefined {
    return this.#database
      .prepare('SELECT number, at, token FROM timestamps ORDER BY timestamp DESC LIMIT 1')
      .get() as StoredTimestamp | undefined;
  }

  addTimestamp({ number, at, token }: StoredTimestamp): void {
    this.#database
      .prepare('INSERT INTO timestamps (number, at, token) VALUES (?, ?, ?)')
      .run(number, at, token);
  }

  /** Adds all of it, durably, or nothing. */
  add({ growth, checkpoints = [], origin, keys = [] }: Sealed): void {
    this.#inTransaction(() => {
      if (origin !== undefined) this.#database.prepare('INSERT INTO ledger VALUES (1, ?)').run(origin);
      for (const log of LOG_NAMES) if (growth[log]) this.#tiles[log].write(growth[log]);
      for (const key of keys) {
        if (key.before) this.#keys.endCurrent(key.since, key.before);
        this.#keys.add(key.text, key.since);
      }
      for (const checkpoint of checkpoints) this.#checkpoints.add(checkpoint);
    });
    for (const log of LOG_NAMES) growth[log]?.written();
  }

  /** Runs all of it, or nothing of it. */
  #inTransaction(run: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      run();
      this.#database.exec('COMMIT');
    } catch (error) {
      // A full disk ends the transaction by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

function byNumber(a: Position, b: Position): number {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
