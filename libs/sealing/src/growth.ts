import type { Position } from '#event-store';
import type { MerkleTree } from '#audit-trail';

/** Levels of the tree between two levels of tiles: a tile has 2^8 hashes. */
const TILE_HEIGHT = 8;

/** Hashes that follow one another on a level of tiles. */
export interface NewHashes {
  /** Of tiles: 0 for leaf hashes, 1 for roots of 256 leaves. */
  readonly level: number;
  /** Place of the first of them on its level. */
  readonly from: number;
  readonly hashes: Uint8Array[];
}

/** A tree with what it has grown by since it was last written: leaves wait here for the transaction of a checkpoint. */
export class Growth {
  readonly tree: MerkleTree;
  #levels = new Map<number, NewHashes>();
  #positions: Position[] = [];

  constructor(tree: MerkleTree) {
    this.tree = tree;
  }

  /** Leaves that are not written yet. */
  get count(): number {
    return this.#positions.length;
  }

  get levels(): readonly NewHashes[] {
    return [...this.#levels.values()];
  }

  /** Of the leaves that are not written yet. */
  get positions(): readonly Position[] {
    return this.#positions;
  }

  add(leaf: Uint8Array, position: Position): void {
    this.tree.append(leaf, (level, index, hash) => {
      if (level % TILE_HEIGHT === 0) this.#keep(level / TILE_HEIGHT, index, hash);
    });
    this.#positions.push(position);
  }

  /** What has grown is written. */
  written(): void {
    this.#levels = new Map();
    this.#positions = [];
  }

  #keep(level: number, index: number, hash: Uint8Array): void {
    const known = this.#levels.get(level);
    if (known) known.hashes.push(hash);
    else this.#levels.set(level, { level, from: index, hashes: [hash] });
  }
}
