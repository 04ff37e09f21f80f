import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { digestOf } from './box.ts';

/** How long a session lasts: without a request, and whatever is done in it. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

export const DEFAULT_LIMITS: SessionLimits = { idleMinutes: 60, absoluteHours: 12 };

const MINUTE_MS = 60_000;

type Done = (error?: unknown) => void;

/** What a session holds: plain JSON; `person` names who signed in. */
type Contents = object;

/** Sessions of pages, as the store that @fastify/session asks for. Ids are kept as digests: who reads the file has no session. */
export class Sessions {
  readonly #database: DatabaseSync;
  readonly #clock: () => Instant;
  readonly #limits: SessionLimits;

  constructor(database: DatabaseSync, clock: () => Instant, limits: SessionLimits) {
    this.#database = database;
    this.#clock = clock;
    this.#limits = limits;
  }

  set(id: string, session: Contents, done: Done): void {
    settle(done, () => {
      const now = this.#clock();
      const { person } = session as { readonly person?: unknown };
      this.#prune();
      this.#database
        .prepare(
          'INSERT INTO sessions (digest, name, data, started_at, seen_at) VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT (digest) DO UPDATE SET name = excluded.name, data = excluded.data, seen_at = excluded.seen_at',
        )
        .run(digestOf(id), typeof person === 'string' ? person : null, JSON.stringify(session), now);
    });
  }

  get<T extends Contents>(id: string, done: (error: unknown, session?: T | null) => void): void {
    let found: { data: string } | undefined;
    try {
      const { started, seen } = this.#edges();
      found = this.#database
        .prepare('SELECT data FROM sessions WHERE digest = ? AND started_at > ? AND seen_at > ?')
        .get(digestOf(id), started, seen) as { data: string } | undefined;
    } catch (error) {
      done(error);
      return;
    }
    done(null, found ? (JSON.parse(found.data) as T) : null);
  }

  destroy(id: string, done: Done): void {
    settle(done, () => {
      this.#database.prepare('DELETE FROM sessions WHERE digest = ?').run(digestOf(id));
    });
  }

  /** Ends every session of somebody. */
  endAll(name: string): void {
    this.#database.prepare('DELETE FROM sessions WHERE name = ?').run(name);
  }

  #prune(): void {
    const { started, seen } = this.#edges();
    this.#database.prepare('DELETE FROM sessions WHERE started_at <= ? OR seen_at <= ?').run(started, seen);
  }

  /** What began, or was last used, before these moments is over. */
  #edges(): { readonly started: string; readonly seen: string } {
    const now = Date.parse(this.#clock());
    const { idleMinutes, absoluteHours } = this.#limits;
    return {
      started: new Date(now - absoluteHours * 60 * MINUTE_MS).toISOString(),
      seen: new Date(now - idleMinutes * MINUTE_MS).toISOString(),
    };
  }
}

function settle(done: Done, work: () => void): void {
  try {
    work();
  } catch (error) {
    done(error);
    return;
  }
  done();
}
