import type { DatabaseSync } from 'node:sqlite';
import type { Remembering } from './memory-rows.ts';

/** A short number for each rule and organisation, in the order in which they first remembered something. */
export class MemoryScopes {
  readonly #insert;
  readonly #known = new Map<string, number>();

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO audit_memory_scope VALUES (?, ?, ?)');
    for (const row of database.prepare('SELECT id, rule, organisation FROM audit_memory_scope').all()) {
      const remembering = { rule: row['rule'] as string, organisation: row['organisation'] as string };
      this.#known.set(nameOf(remembering), row['id'] as number);
    }
  }

  find(remembering: Remembering): number | undefined {
    return this.#known.get(nameOf(remembering));
  }

  of(remembering: Remembering): number {
    const name = nameOf(remembering);
    let id = this.#known.get(name);
    if (id === undefined) {
      id = this.#known.size + 1;
      this.#insert.run(id, remembering.rule, remembering.organisation);
      this.#known.set(name, id);
    }
    return id;
  }
}

const nameOf = ({ rule, organisation }: Remembering): string => `${rule} ${organisation}`;
