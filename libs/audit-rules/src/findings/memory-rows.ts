import type { DatabaseSync } from 'node:sqlite';
import { Recent } from '#kernel/folding';
import type { Memory } from '../rule.ts';
import { digestOf } from './key-digest.ts';
import { MemoryScopes } from './memory-scopes.ts';
import { SeenKeys } from './seen-keys.ts';

/** Who remembers: a rule, for one organisation. */
export interface Remembering {
  readonly rule: string;
  readonly organisation: string;
}

/** Something remembered, with its row. */
interface Kept {
  readonly id: number;
  isStored: boolean;
  readonly value: Memory;
}

/** A key that was looked for, with what is kept under it now. */
interface Looked {
  readonly scope: number;
  readonly key: string;
  readonly name: string;
  kept: Kept | undefined;
}

/** Keys that are kept at hand: those of the documents and counterparties of the last days of a large ledger. */
const AT_HAND = 6_000;

/**
 * What rules remember, by key. Changes are held back until the page of events is committed, so that what a rule counts
 * on with every event is written once. Rows are written one after the other and found by a digest: an index over the
 * keys themselves would be as large as the table, and every event would touch pages all over it.
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
  readonly #seen: SeenKeys | undefined;
  /** What was looked for last, since a rule mostly remembers what it looked for. */
  #last: Looked | undefined;
  /** Never used again, not even when its row is gone: so that ids do not depend on where pages end. */
  #lastId: number;

  constructor(database: DatabaseSync, isBuild: boolean) {
    this.#read = database.prepare('SELECT id, value FROM audit_memory WHERE hash = ? AND rest = ?');
    this.#change = database.prepare('UPDATE audit_memory SET value = ? WHERE id = ?');
    this.#insert = database.prepare('INSERT INTO audit_memory VALUES (?, ?, ?, ?)');
    this.#drop = database.prepare('DELETE FROM audit_memory WHERE id = ?');
    this.#count = database.prepare('INSERT OR REPLACE INTO audit_memory_count VALUES (1, ?)');
    this.#scopes = new MemoryScopes(database);
    this.#lastId = Number(
      database.prepare('SELECT last FROM audit_memory_count WHERE one = 1').get()?.['last'] ?? 0,
    );
    if (isBuild && this.#lastId === 0) this.#seen = new SeenKeys();
  }

  recall(remembering: Remembering, key: string): Memory | undefined {
    const scope = this.#scopes.find(remembering);
    return scope === undefined ? undefined : this.#look(scope, key).kept?.value;
  }

  remember(remembering: Remembering, key: string, value: Memory): void {
    const looked = this.#look(this.#scopes.of(remembering), key);
    const { name, kept: before } = looked;
    const kept = before ? { ...before, value } : { id: (this.#lastId += 1), isStored: false, value };
    this.#changed.set(name, kept);
    if (!before) this.#seen?.add(name);
    looked.kept = kept;
  }

  forget(remembering: Remembering, key: string): void {
    const scope = this.#scopes.find(remembering);
    if (scope === undefined) return;
    const looked = this.#look(scope, key);
    const { name, kept } = looked;
    if (!kept) return;
    if (kept.isStored) this.#dropped.push(kept.id);
    this.#changed.set(name, undefined);
    this.#atHand.delete(name);
    looked.kept = undefined;
  }

  /** Writes what was held back. */
  settle(): void {
    if (this.#changed.size === 0) return;
    for (const id of this.#dropped) this.#drop.run(id);
    for (const [name, kept] of this.#changed) {
      if (!kept) continue;
      const text = JSON.stringify(kept.value);
      if (kept.isStored) this.#change.run(text, kept.id);
      else this.#add(name, kept.id, text);
      kept.isStored = true;
      this.#atHand.set(name, kept);
    }
    this.#count.run(this.#lastId);
    this.#dropped.length = 0;
    this.#changed.clear();
  }

  #add(name: string, id: number, text: string): void {
    const { hash, rest } = digestOf(name);
    this.#insert.run(id, hash, rest, text);
  }

  #look(scope: number, key: string): Looked {
    const last = this.#last;
    if (last?.scope === scope && last.key === key) return last;
    const name = `${scope} ${key}`;
    return (this.#last = { scope, key, name, kept: this.#find(name) });
  }

  #find(name: string): Kept | undefined {
    const changed = this.#changed.get(name);
    if (changed || this.#changed.has(name)) return changed;
    return this.#atHand.get(name) ?? this.#stored(name);
  }

  #stored(name: string): Kept | undefined {
    if (this.#seen?.has(name) === false) return undefined;
    const digest = digestOf(name);
    const row = this.#read.get(digest.hash, digest.rest);
    if (!row) return undefined;
    const value = JSON.parse(row['value'] as string) as Memory;
    const kept = { id: row['id'] as number, isStored: true, value };
    this.#atHand.set(name, kept);
    return kept;
  }
}
