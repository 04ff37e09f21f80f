import type { Database } from '#database';
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
  readonly #database: Database;
  readonly #clock: () => Instant;
  readonly #limits: SessionLimits;
  readonly #failed = new WeakSet<Contents>();

  constructor(database: Database, clock: () => Instant, limits: SessionLimits) {
    this.#database = database;
    this.#clock = clock;
    this.#limits = limits;
  }

  /**
   * Keeps a session with each answer. Fails once for a request: the answer that tells of the failure keeps it, too, and
   * must go out.
   */
  set(id: string, session: Contents, done: Done): void {
    this.#set(digestOf(id), session).then(
      () => done(),
      (error: unknown) => {
        const isTold = this.#failed.has(session);
        this.#failed.add(session);
        done(isTold ? undefined : error);
      },
    );
  }

  /** The session, while it lasts and the account of its person is open: closing may come while one is being made. */
  get<T extends Contents>(id: string, done: (error: unknown, session?: T | null) => void): void {
    this.#find(digestOf(id)).then(
      (data) => done(null, data === undefined ? null : (JSON.parse(data) as T)),
      (error: unknown) => done(error),
    );
  }

  destroy(id: string, done: Done): void {
    this.#end('digest', digestOf(id)).then(
      () => done(),
      (error: unknown) => done(error),
    );
  }

  /** Ends every session of somebody. */
  endAll(name: string): Promise<void> {
    return this.#end('name', name);
  }

  async #find(digest: string): Promise<string | undefined> {
    const { started, seen } = this.#edges();
    const found = (await this.#database.get(
      `SELECT s.data FROM sessions s LEFT JOIN people p ON p.name = s.name
       WHERE s.digest = ? AND s.data <> ? AND s.started_at > ? AND s.seen_at > ? AND (s.name IS NULL OR p.state = 'open')`,
      ...[digest, ENDED, started, seen],
    )) as { data: string } | undefined;
    return found?.data;
  }

  async #set(digest: string, session: Contents): Promise<void> {
    const found = (await this.#database.get(
      'SELECT data, seen_at AS "seenAt" FROM sessions WHERE digest = ?',
      digest,
    )) as Row | undefined;
    if (found === undefined) await this.#begin(digest, session);
    else if (found.data !== ENDED) await this.#keep(digest, session, found);
  }

  async #end(column: 'digest' | 'name', value: string): Promise<void> {
    const now = this.#clock();
    await this.#database.run(
      `UPDATE sessions SET data = ?, name = NULL, started_at = ?, seen_at = ? WHERE ${column} = ?`,
      ...[ENDED, now, now, value],
    );
  }

  async #begin(digest: string, session: Contents): Promise<void> {
    const { started, seen } = this.#edges();
    const now = this.#clock();
    await this.#database.run('DELETE FROM sessions WHERE started_at <= ? OR seen_at <= ?', started, seen);
    await this.#database.run(
      `INSERT INTO sessions (digest, name, data, started_at, seen_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (digest) DO NOTHING`,
      ...[digest, personOf(session), JSON.stringify(session), now, now],
    );
  }

  /** Each answer keeps its session; the disk is asked only for what is new, and now and then for the time of its use. */
  async #keep(digest: string, session: Contents, { data, seenAt }: Row): Promise<void> {
    const now = this.#clock();
    const isFresh = Date.parse(now) - Date.parse(seenAt) < this.#freshMs;
    if (isFresh && heldBy(session) === heldBy(JSON.parse(data) as Contents)) return;
    // It may have been ended since it was read, here or in another process.
    await this.#database.run(
      'UPDATE sessions SET name = ?, data = ?, seen_at = ? WHERE digest = ? AND data <> ?',
      ...[personOf(session), JSON.stringify(session), now, digest, ENDED],
    );
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
