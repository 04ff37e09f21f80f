import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Box } from './box.ts';

/**
 * Which account an identity of a provider is linked to. The identity is kept as a mark, which says nothing of the person
 * without the key: so it outlives an erasure, and whoever was erased does not come back under another name.
 */
export class Links {
  readonly #database: DatabaseSync;
  readonly #box: Box;

  constructor(database: DatabaseSync, box: Box) {
    this.#database = database;
    this.#box = box;
  }

  find(issuer: string, subject: string): string | undefined {
    const found = this.#database
      .prepare('SELECT name FROM links WHERE issuer = ? AND subject = ?')
      .get(issuer, this.#markOf(issuer, subject)) as { name: string } | undefined;
    return found?.name;
  }

  add(issuer: string, subject: string, name: string): void {
    this.#database
      .prepare('INSERT INTO links (issuer, subject, name) VALUES (?, ?, ?)')
      .run(issuer, this.#markOf(issuer, subject), name);
  }

  #markOf(issuer: string, subject: string): string {
    return this.#box.mark(JSON.stringify([issuer, subject]));
  }
}

/** Another name for whoever wants a taken one: the same each time, and hardly anybody else's. */
export function nameBeside(wanted: string, issuer: string, subject: string): string {
  const suffix = createHash('sha256').update(`${issuer} ${subject}`).digest('hex').slice(0, 6);
  return `${Array.from(wanted).slice(0, 25).join('')}-${suffix}`;
}
