import type { DatabaseSync } from 'node:sqlite';
import type { Remembering } from './memory-rows.ts';

/** A short number for each rule and organisation, in the order in which they first remembered something. */
export class MemoryScopes {
  readonly #insert;
  /** By organisation in each rule: no name is put together for a look-up. */
  readonly #known = new Map<string, Map<string, number>>();
  #count = 0;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO audit_memory_scope VALUES (?, ?, ?)');
    for (const row of database.prepare('SELECT id, rule, organisation FROM audit_memory_scope').all()) {
      this.#know(row['rule'] as string, row['organisation'] as string, row['id'] as number);
    }
  }

  find({ rule, organisation }: Remembering): number | undefined {
    return this.#known.get(rule)?.get(organisation);
  }

  of(remembering: Remembering): number {
    const known = this.find(remembering);
    if (known !== undefined) return known;
    const { rule, organisation } = remembering;
    const id = this.#count + 1;
    this.#insert.run(id, rule, organisation);
    this.#know(rule, organisation, id);
    return id;
  }

  #know(rule: string, organisation: string, id: number): void {
    const organisations = this.#known.get(rule) ?? new Map<string, number>();
    this.#known.set(rule, organisations.set(organisation, id));
    this.#count += 1;
  }
}
