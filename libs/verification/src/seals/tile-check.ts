import type { DatabaseSync } from 'node:sqlite';
import { MerkleTree } from '#audit-trail';
import type { LogName } from '#sealing';
import type { Finding, OnFinding } from '../finding.ts';
import { FILES } from '../folder/file-names.ts';
import { onDamage } from '../folder/read-folder.ts';
import type { StoredLog } from '../folder/stored-log.ts';
import { otherLeaves } from './other-leaves.ts';

const HASH = 32;
const TILE = 256;

/** A log whose hashes were stored when it was sealed. */
export interface SealedLog {
  readonly name: LogName;
  readonly log: StoredLog;
  readonly onFinding: OnFinding;
}

interface TileRow {
  readonly tile: number;
  readonly hashes: Uint8Array;
  readonly positions: string | null;
}

/**
 * Compares the hashes that were stored when a log was sealed with its tree while that grows: the leaves and their
 * positions tile by tile, then the levels above from the level below, and the peaks. One wrong tile is told, since all
 * roots after it differ too. Damage to the seals is told as theirs, and the log is read on.
 */
export class TileCheck {
  readonly #database: DatabaseSync;
  readonly #log: LogName;
  readonly #events: StoredLog;
  readonly #onFinding: OnFinding;
  readonly #rows: Iterator<TileRow, undefined> | undefined;
  readonly #stored = new MerkleTree();
  #positions: string[] = [];
  #next: TileRow | undefined;
  #wrong = false;
  readonly #damaged: OnFinding = (finding) => {
    this.#wrong = true;
    this.#onFinding(finding);
  };

  constructor(database: DatabaseSync, { name, log, onFinding }: SealedLog) {
    this.#database = database;
    this.#log = name;
    this.#events = log;
    this.#onFinding = onFinding;
    this.#rows = this.#fromSeals(() => {
      const rows = database.prepare(
        'SELECT tile, hashes, positions FROM tiles WHERE log = ? AND level = 0 ORDER BY tile',
      );
      return rows.iterate(name) as unknown as Iterator<TileRow, undefined>;
    });
    this.#take();
  }

  /** To be called after each event, with its position. */
  grown(tree: MerkleTree, position: number): void {
    const { size } = tree;
    this.#positions.push(String(position));
    const row = this.#next;
    if (row && size === row.tile * TILE + row.hashes.length / HASH) this.#compare(row, tree);
    if (size % TILE === 0) this.#positions = [];
  }

  /** To be called at the end. */
  judge(): void {
    if (this.#next && !this.#wrong) this.#report('hashes of more events than the log has', this.#next.tile);
    if (!this.#wrong && !this.#next) this.#fromSeals(() => this.#judgeTree());
  }

  #judgeTree(): void {
    const tree = this.#database.prepare('SELECT size, peaks FROM trees WHERE log = ?').get(this.#log);
    const [size, peaks] = [Number(tree?.['size'] ?? 0), (tree?.['peaks'] ?? Buffer.alloc(0)) as Uint8Array];
    if (size !== this.#stored.size) this.#report(`a tree of ${size} leaves over ${this.#stored.size} hashes`);
    else if (!Buffer.concat(this.#stored.peaks).equals(peaks))
      this.#report('peaks that are not those of its leaves');
    for (let level = 1; TILE ** level <= size; level += 1)
      this.#checkLevel(level, Math.floor(size / TILE ** level));
  }

  #compare({ tile, hashes, positions }: TileRow, tree: MerkleTree): void {
    const first = this.#stored.size % TILE;
    for (const hash of hashesIn(hashes).slice(first)) this.#stored.append(hash);
    if (!Buffer.from(this.#stored.root()).equals(tree.root())) {
      this.#report('other hashes than those of the events', tile);
      for (const finding of otherLeaves(this.#events, tile * TILE, hashesIn(hashes)))
        this.#onFinding(finding);
      this.#wrong = true;
    } else if (positions !== this.#positions.join(' ')) {
      this.#report('other positions than those of the events', tile);
    }
    this.#take();
  }

  #checkLevel(level: number, count: number): void {
    const read = this.#database.prepare('SELECT hashes FROM tiles WHERE log = ? AND level = ? AND tile = ?');
    const hashes = (at: number, tile: number): Uint8Array[] =>
      hashesIn((read.get(this.#log, at, tile)?.['hashes'] ?? Buffer.alloc(0)) as Uint8Array);
    for (let index = 0; index < count; index += 1) {
      const tile = Math.floor(index / TILE);
      const below = new MerkleTree();
      for (const hash of hashes(level - 1, index)) below.append(hash);
      const stored = hashes(level, tile)[index % TILE];
      if (stored && below.size === TILE && Buffer.from(stored).equals(below.root())) continue;
      this.#report(`another hash of tile ${index} below it`, tile, level);
      return;
    }
  }

  #take(): void {
    this.#next = this.#wrong ? undefined : this.#fromSeals(() => this.#rows?.next().value);
  }

  #fromSeals<T>(read: () => T): T | undefined {
    return onDamage(FILES.seals, this.#damaged, read);
  }

  #report(what: string, tile?: number, level = 0): void {
    const place = tile === undefined ? {} : { key: `log=${this.#log}, level=${level}, tile=${tile}` };
    const where =
      tile === undefined
        ? `The tree of the ${this.#log} log has`
        : `Tile ${tile} of level ${level} of the ${this.#log} log has`;
    const table = tile === undefined ? 'trees' : 'tiles';
    const finding: Finding = {
      code: 'seals-differ',
      file: FILES.seals,
      table,
      ...place,
      message: `${where} ${what}.`,
    };
    this.#onFinding(finding);
  }
}

const hashesIn = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.floor(bytes.length / HASH) }, (_, index) =>
    bytes.subarray(index * HASH, (index + 1) * HASH),
  );
