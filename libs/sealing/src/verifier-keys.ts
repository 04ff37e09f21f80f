import type { DatabaseSync } from 'node:sqlite';
import { parseVerifierKey, type VerifierKey } from '#audit-trail';
import { type Instant, isRefusal } from '#kernel';

/** A public key of the ledger, and how long it signed. */
export interface StoredKey {
  /** The text form: `<name>+<key id>+<base64>`. */
  readonly text: string;
  readonly key: VerifierKey;
  readonly since: Instant;
  readonly until?: Instant;
  /** `rotated`: it signed the first checkpoint of its successor too. `lost`: it could not, so nothing links both. */
  readonly ended?: 'rotated' | 'lost';
}

/** The key as lists for verifiers write it, with its end. */
export const listedText = ({ text, until, ended }: StoredKey): string =>
  until && ended ? `${text} until ${until} ${ended}` : text;

interface KeyRow {
  readonly key: string;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly ended: 'rotated' | 'lost' | null;
}

/** Every public key that the ledger has had, the oldest first; the last one signs. */
export class VerifierKeys {
  readonly #all;
  readonly #insert;
  readonly #end;

  constructor(database: DatabaseSync) {
    this.#all = database.prepare('SELECT key, since, until, ended FROM verifier_keys ORDER BY number');
    this.#insert = database.prepare('INSERT INTO verifier_keys (key, since) VALUES (?, ?)');
    this.#end = database.prepare('UPDATE verifier_keys SET until = ?, ended = ? WHERE ended IS NULL');
  }

  list(): StoredKey[] {
    return (this.#all.all() as unknown as KeyRow[]).map(({ key: text, since, until, ended }) => {
      const key = parseVerifierKey(text);
      if (isRefusal(key)) throw new Error(key.message);
      return { text, key, since, ...(until && ended ? { until, ended } : {}) };
    });
  }

  /** The one that signs now. */
  current(): StoredKey | undefined {
    return this.list().findLast(({ ended }) => ended === undefined);
  }

  add(text: string, since: Instant): void {
    this.#insert.run(text, since);
  }

  endCurrent(until: Instant, how: 'rotated' | 'lost'): void {
    this.#end.run(until, how);
  }
}
