import type { DatabaseSync } from 'node:sqlite';
import { type Leaves, MerkleTree } from '#audit-trail';
import type { Position } from '#event-store';
import type { Growth, NewHashes } from './growth.ts';

/** The two logs of a ledger: of events, and of who may do what. */
export type LogName = 'ledger' | 'access';
export const LOG_NAMES: readonly LogName[] = ['ledger', 'access'];

const HASH = 32;
const TILE = 256;
const TILE_HEIGHT = 8;
/** Tiles kept in memory, 8 KiB each: a proof visits a few of them. */
const MOST_CACHED = 64;

interface TileRow {
  readonly hashes: Uint8Array;
  readonly positions: string | null;
}

/** The hashes of one log as they are stored: tiles of 256, after the tile-based logs of C2SP. */
export class Tiles implements Leaves {
  readonly #log: LogName;
  readonly #read;
  readonly #write;
  readonly #readTree;
  readonly #writeTree;
  readonly #cache = new Map<string, TileRow>();

  constructor(database: DatabaseSync, log: LogName) {
    this.#log = log;
    this.#read = database.prepare(
      'SELECT hashes, positions FROM tiles WHERE log = ? AND level = ? AND tile = ?',
    );
    this.#write = database.prepare(
      `INSERT INTO tiles (log, level, tile, hashes, positions) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET hashes = excluded.hashes, positions = excluded.positions`,
    );
    this.#readTree = database.prepare('SELECT size, peaks FROM trees WHERE log = ?');
    this.#writeTree = database.prepare(
      `INSERT INTO trees (log, size, peaks) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET size = excluded.size, peaks = excluded.peaks`,
    );
  }

  get size(): number {
    return Number(this.#readTree.get(this.#log)?.['size'] ?? 0);
  }

  /** The tree as it was written last. */
  tree(): MerkleTree {
    const row = this.#readTree.get(this.#log);
    if (!row) return new MerkleTree();
    const peaks = row['peaks'] as Uint8Array;
    return MerkleTree.resume(Number(row['size']), hashesOf(peaks));
  }

  leaf(index: number): Uint8Array {
    const hash = this.#hash(0, index);
    if (!hash) throw new RangeError(`the ${this.#log} log has no sealed leaf ${index}`);
    return hash;
  }

  node(level: number, index: number): Uint8Array | undefined {
    return level % TILE_HEIGHT === 0 ? this.#hash(level / TILE_HEIGHT, index) : undefined;
  }

  positionOf(index: number): Position | undefined {
    return this.#positions(Math.floor(index / TILE))[index % TILE];
  }

  /** The place of an event among the leaves, found by halving over the first positions of the tiles. */
  indexOf(position: Position, compare: (a: Position, b: Position) => number): number | undefined {
    let [low, high] = [0, Math.ceil(this.size / TILE) - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const first = this.#positions(middle)[0];
      if (first !== undefined && compare(first, position) <= 0) low = middle;
      else high = middle - 1;
    }
    const place = this.#positions(low).indexOf(position);
    return place < 0 ? undefined : low * TILE + place;
  }

  /** Writes what has grown, within the transaction of the caller. */
  write(growth: Growth): void {
    if (growth.count === 0) return;
    for (const level of growth.levels) this.#writeLevel(level, growth.positions);
    this.#writeTree.run(this.#log, growth.tree.size, Buffer.concat(growth.tree.peaks));
  }

  #writeLevel({ level, from, hashes }: NewHashes, positions: readonly Position[]): void {
    for (let done = 0; done < hashes.length;) {
      const index = from + done;
      const tile = Math.floor(index / TILE);
      const before = this.#stored(level, tile);
      const kept = (before?.hashes.length ?? 0) / HASH;
      if (kept !== index % TILE) throw new Error(`tile ${tile} of level ${level} has ${kept} hashes`);
      const end = done + TILE - kept;
      const grown = Buffer.concat([before?.hashes ?? Buffer.alloc(0), ...hashes.slice(done, end)]);
      const places = [before?.positions ?? [], positions.slice(done, end)].flat().join(' ');
      this.#write.run(this.#log, level, tile, grown, level === 0 ? places : null);
      this.#cache.delete(`${level}/${tile}`);
      done = end;
    }
  }

  #hash(level: number, index: number): Uint8Array | undefined {
    const hashes = this.#tile(level, Math.floor(index / TILE))?.hashes;
    const start = (index % TILE) * HASH;
    return hashes && start < hashes.length ? hashes.subarray(start, start + HASH) : undefined;
  }

  #positions(tile: number): Position[] {
    return (this.#tile(0, tile)?.positions?.split(' ') ?? []) as Position[];
  }

  #tile(level: number, tile: number): TileRow | undefined {
    const name = `${level}/${tile}`;
    const row = this.#cache.get(name) ?? this.#stored(level, tile);
    // A tile that is full never changes; others may have been written to by somebody else.
    if (row?.hashes.length === TILE * HASH) {
      this.#cache.delete(name);
      this.#cache.set(name, row);
      const [oldest] = this.#cache.keys();
      if (this.#cache.size > MOST_CACHED && oldest !== undefined) this.#cache.delete(oldest);
    }
    return row;
  }

  #stored(level: number, tile: number): TileRow | undefined {
    return this.#read.get(this.#log, level, tile) as TileRow | undefined;
  }
}

const hashesOf = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: bytes.length / HASH }, (_, index) => bytes.subarray(index * HASH, (index + 1) * HASH));
