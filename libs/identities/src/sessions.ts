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

interface Row {
  readonly data: string;
  readonly seenAt: Instant;
}

/**
 * Sessions of pages, as the store that @fastify/session asks for. Ids are kept as digests: who reads the file has no
 * session. One that was ended stays, empty, until it would have ended by itself: the answer of a request that was under
 * way meanwhile would otherwise bring it back.
 */
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
      const digest = digestOf(id);
      const found = this.#database
        .prepare('SELECT data, seen_at AS seenAt FROM sessions WHERE digest = ?')
        .get(digest) as Row | undefined;
      if (found === undefined) this.#begin(digest, session);
      else if (found.data !== ENDED) this.#keep(digest, session, found);
    });
  }

  /** The session, while it lasts and the account of its person is open: closing may come while one is being made. */
  get<T extends Contents>(id: string, done: (error: unknown, session?: T | null) => void): void {
    let found: { data: string } | undefined;
    try {
      const { started, seen } = this.#edges();
      found = this.#database
        .prepare(
          `SELECT s.data FROM sessions s LEFT JOIN people p ON p.name = s.name
           WHERE s.digest = ? AND s.data <> ? AND s.started_at > ? AND s.seen_at > ? AND (s.name IS NULL OR p.state = 'open')`,
        )
        .get(digestOf(id), ENDED, started, seen) as { data: string } | undefined;
    } catch (error) {
      done(error);
      return;
    }
    done(null, found ? (JSON.parse(found.data) as T) : null);
  }

  destroy(id: string, done: Done): void {
    settle(done, () => this.#end('digest', digestOf(id)));
  }

  /** Ends every session of somebody. */
  endAll(name: string): void {
    this.#end('name', name);
  }

  #end(column: 'digest' | 'name', value: string): void {
    this.#database
      .prepare(
        `UPDATE sessions SET data = ?1, name = NULL, started_at = ?2, seen_at = ?2 WHERE ${column} = ?3`,
      )
      .run(ENDED, this.#clock(), value);
  }

  #begin(digest: string, session: Contents): void {
    const { started, seen } = this.#edges();
    this.#database.prepare('DELETE FROM sessions WHERE started_at <= ? OR seen_at <= ?').run(started, seen);
    this.#database
      .prepare('INSERT INTO sessions (digest, name, data, started_at, seen_at) VALUES (?1, ?2, ?3, ?4, ?4)')
      .run(digest, personOf(session), JSON.stringify(session), this.#clock());
  }

  /** Each answer keeps its session; the disk is asked only for what is new, and now and then for the time of its use. */
  #keep(digest: string, session: Contents, { data, seenAt }: Row): void {
    const now = this.#clock();
    const isFresh = Date.parse(now) - Date.parse(seenAt) < this.#freshMs;
    if (isFresh && heldBy(session) === heldBy(JSON.parse(data) as Contents)) return;
    this.#database
      .prepare('UPDATE sessions SET name = ?, data = ?, seen_at = ? WHERE digest = ?')
      .run(personOf(session), JSON.stringify(session), now, digest);
  }

  get #freshMs(): number {
    return Math.min(MINUTE_MS, (this.#limits.idleMinutes * MINUTE_MS) / 10);
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

/** Contents of a session that was ended. */
const ENDED = '';

function personOf(session: Contents): string | null {
  const { person } = session as { readonly person?: unknown };
  return typeof person === 'string' ? person : null;
}

/** Without the cookie, whose end moves with every request. */
const heldBy = (session: Contents): string => JSON.stringify({ ...session, cookie: undefined });

function settle(done: Done, work: () => void): void {
  try {
    work();
  } catch (error) {
    done(error);
    return;
  }
  done();
}
