import type { Database } from '#database';
import type { Box } from './box.ts';

export interface Link {
  readonly name: string;
  /** When the provider spoke last of the person, in its own seconds; 0 when it never said. */
  readonly spokenAt: number;
}

/**
 * Which account an identity of a provider is linked to. The identity is kept as a mark, which says nothing of the person
 * without the key: so it outlives an erasure, and whoever was erased does not come back under another name.
 */
export class Links {
  readonly #database: Database;
  readonly #box: Box;

  constructor(database: Database, box: Box) {
    this.#database = database;
    this.#box = box;
  }

  async find(issuer: string, subject: string): Promise<Link | undefined> {
    const found = await this.#database.get(
      'SELECT name, spoken_at AS "spokenAt" FROM links WHERE issuer = ? AND subject = ?',
      issuer,
      this.#markOf(issuer, subject),
    );
    return found && { name: String(found['name']), spokenAt: Number(found['spokenAt']) };
  }

  async add(issuer: string, subject: string, name: string): Promise<void> {
    await this.#database.run(
      'INSERT INTO links (issuer, subject, name) VALUES (?, ?, ?)',
      issuer,
      this.#markOf(issuer, subject),
      name,
    );
  }

  /** The provider spoke of somebody at a moment; an earlier one does not take its place. */
  async spoke(issuer: string, subject: string, at: number): Promise<void> {
    await this.#database.run(
      'UPDATE links SET spoken_at = ? WHERE issuer = ? AND subject = ? AND spoken_at < ?',
      ...[at, issuer, this.#markOf(issuer, subject), at],
    );
  }

  /** When somebody was last spoken of is forgotten with everything else of them. */
  async forget(name: string): Promise<void> {
    await this.#database.run('UPDATE links SET spoken_at = 0 WHERE name = ?', name);
  }

  #markOf(issuer: string, subject: string): string {
    return this.#box.mark(JSON.stringify([issuer, subject]));
  }
}
