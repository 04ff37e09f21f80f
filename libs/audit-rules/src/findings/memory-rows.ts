import type { DatabaseSync } from 'node:sqlite';
import type { Memory } from '../rule.ts';

/** Who remembers: a rule, for one organisation. */
export interface Remembering {
  readonly rule: string;
  readonly organisation: string;
}

const WHERE = 'WHERE hash = ? AND key = ? AND rule = ? AND organisation = ?';

/**
 * What rules remember, by key. Rows are written one after the other and found by a short hash: an index over the keys
 * themselves would be as large as the table, and every event would touch pages all over it.
 */
export class MemoryRows {
  readonly #read;
  readonly #change;
  readonly #insert;
  readonly #drop;

  constructor(database: DatabaseSync) {
    this.#read = database.prepare(`SELECT value FROM audit_memory ${WHERE}`);
    this.#change = database.prepare(`UPDATE audit_memory SET value = ? ${WHERE}`);
    this.#insert = database.prepare(
      'INSERT INTO audit_memory (hash, rule, organisation, key, value) VALUES (?, ?, ?, ?, ?)',
    );
    this.#drop = database.prepare(`DELETE FROM audit_memory ${WHERE}`);
  }

  recall({ rule, organisation }: Remembering, key: string): Memory | undefined {
    const row = this.#read.get(hashOf(key), key, rule, organisation);
    return row === undefined ? undefined : (JSON.parse(row['value'] as string) as Memory);
  }

  remember({ rule, organisation }: Remembering, key: string, value: Memory): void {
    const [hash, text] = [hashOf(key), JSON.stringify(value)];
    if (this.#change.run(text, hash, key, rule, organisation).changes === 0) {
      this.#insert.run(hash, rule, organisation, key, text);
    }
  }

  forget({ rule, organisation }: Remembering, key: string): void {
    this.#drop.run(hashOf(key), key, rule, organisation);
  }
}

/** FNV-1a over UTF-16 units, 32 bits; equal hashes of different keys only cost a comparison. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
