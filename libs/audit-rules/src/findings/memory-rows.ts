import type { DatabaseSync } from 'node:sqlite';
import { Recent } from '#read-models';
import type { Memory } from '../rule.ts';
import { MemoryScopes } from './memory-scopes.ts';
import { SeenHashes } from './seen-hashes.ts';

/** Who remembers: a rule, for one organisation. */
export interface Remembering {
  readonly rule: string;
  readonly organisation: string;
}

/** Something remembered, with its row. */
interface Kept {
  readonly id: number;
  readonly hash: number;
  readonly scope: number;
  readonly key: string;
  readonly isStored: boolean;
  readonly value: Memory;
}

/** Keys that are kept at hand: those of the documents and counterparties of the last weeks of a large ledger. */
const AT_HAND = 20_000;

/**
 * What rules remember, by key. Changes are held back until the page of events is committed, so that what a rule counts
 * on with every event is written once. Rows are written one after the other and found by a short hash: an index over
 * the keys themselves would be as large as the table, and every event would touch pages all over it.
 */
export class MemoryRows {
  readonly #read;
  readonly #change;
  readonly #insert;
  readonly #drop;
  readonly #count;
  readonly #scopes: MemoryScopes;
  readonly #atHand = new Recent<string, Kept>(AT_HAND);
  /** What is not written yet; nothing under a key that is forgotten. */
  readonly #changed = new Map<string, Kept | undefined>();
  readonly #dropped: number[] = [];
  readonly #seen: SeenHashes | undefined;
  /** Never used again, not even when its row is gone: so that ids do not depend on where pages end. */
  #lastId: number;

  constructor(database: DatabaseSync, isBuild: boolean) {
    this.#read = database.prepare(
      'SELECT id, value FROM audit_memory WHERE hash = ? AND key = ? AND scope = ?',
    );
    this.#change = database.prepare('UPDATE audit_memory SET value = ? WHERE id = ?');
    this.#insert = database.prepare('INSERT INTO audit_memory VALUES (?, ?, ?, ?, ?)');
    this.#drop = database.prepare('DELETE FROM audit_memory WHERE id = ?');
    this.#count = database.prepare('INSERT OR REPLACE INTO audit_memory_count VALUES (1, ?)');
    this.#scopes = new MemoryScopes(database);
    this.#lastId = Number(
      database.prepare('SELECT last FROM audit_memory_count WHERE one = 1').get()?.['last'] ?? 0,
    );
    if (isBuild && this.#lastId === 0) this.#seen = new SeenHashes();
  }

  recall(remembering: Remembering, key: string): Memory | undefined {
    const scope = this.#scopes.find(remembering);
    return scope === undefined ? undefined : this.#find(scope, key)?.value;
  }

  remember(remembering: Remembering, key: string, value: Memory): void {
    const scope = this.#scopes.of(remembering);
    const before = this.#find(scope, key);
    const kept = before ?? {
      id: (this.#lastId += 1),
      hash: hashOf(key),
      scope,
      key,
      isStored: false,
    };
    this.#changed.set(nameOf(scope, key), { ...kept, value });
    if (!before) this.#seen?.add(kept.hash);
  }

  forget(remembering: Remembering, key: string): void {
    const scope = this.#scopes.find(remembering);
    const kept = scope === undefined ? undefined : this.#find(scope, key);
    if (!kept) return;
    const name = nameOf(kept.scope, key);
    if (kept.isStored) this.#dropped.push(kept.id);
    this.#changed.set(name, undefined);
    this.#atHand.delete(name);
  }

  /** Writes what was held back. */
  settle(): void {
    if (this.#changed.size === 0) return;
    for (const id of this.#dropped) this.#drop.run(id);
    for (const [name, kept] of this.#changed) {
      if (!kept) continue;
      const { id, hash, scope, key, isStored, value } = kept;
      const text = JSON.stringify(value);
      if (isStored) this.#change.run(text, id);
      else this.#insert.run(id, hash, scope, key, text);
      this.#atHand.set(name, isStored ? kept : { ...kept, isStored: true });
    }
    this.#count.run(this.#lastId);
    this.#dropped.length = 0;
    this.#changed.clear();
  }

  #find(scope: number, key: string): Kept | undefined {
    const name = nameOf(scope, key);
    const changed = this.#changed.get(name);
    if (changed || this.#changed.has(name)) return changed;
    return this.#atHand.get(name) ?? this.#stored(scope, key, name);
  }

  #stored(scope: number, key: string, name: string): Kept | undefined {
    const hash = hashOf(key);
    if (this.#seen?.has(hash) === false) return undefined;
    const row = this.#read.get(hash, key, scope);
    if (!row) return undefined;
    const value = JSON.parse(row['value'] as string) as Memory;
    const kept = { id: row['id'] as number, hash, scope, key, isStored: true, value };
    this.#atHand.set(name, kept);
    return kept;
  }
}

const nameOf = (scope: number, key: string): string => `${scope} ${key}`;

/** FNV-1a over UTF-16 units, 32 bits; equal hashes of different keys only cost a comparison. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
