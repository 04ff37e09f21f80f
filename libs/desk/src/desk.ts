import type { Database, DatabaseHome } from '#database';
import type { Instant } from '#kernel';
import { RefusalError } from '#kernel';
import type { Attempt, AttemptPage, RecordedAttempt } from './attempts/attempt.ts';
import { Attempts } from './attempts/attempts.ts';
import type { Draft, DraftSummary, NewDraft } from './drafts/draft.ts';
import { Drafts, unknownDraft } from './drafts/drafts.ts';
import { openDesk } from './open-desk.ts';
import { refuse } from './refusals.ts';
import { type LastVisit, type Visitor, Visits } from './visits.ts';

const DAY_MS = 86_400_000;

export interface DeskOptions {
  /** A file, made when missing; or PostgreSQL, where several processes share the desk. */
  readonly home: DatabaseHome;
  /** How many days refused attempts are kept. */
  readonly days: number;
  readonly clock: () => Instant;
}

/** What people keep while they work. Everything belongs to one person and is shown to them alone, but attempts. */
export class Desk {
  readonly clock: () => Instant;
  readonly #database: Database;
  readonly #days: number;
  readonly #drafts: Drafts;
  readonly #visits: Visits;
  readonly #attempts: Attempts;

  private constructor(database: Database, { days, clock }: DeskOptions) {
    this.clock = clock;
    this.#database = database;
    this.#days = days;
    this.#drafts = new Drafts(database);
    this.#visits = new Visits(database);
    this.#attempts = new Attempts(database);
  }

  /** Opens the desk and removes attempts older than the retention. Throws the refusals of `deskRefusals`. */
  static async open(options: DeskOptions): Promise<Desk> {
    const database = await openDesk(options.home);
    try {
      const desk = new Desk(database, options);
      await desk.prune();
      return desk;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** How many days refused attempts are kept. */
  get attemptDays(): number {
    return this.#days;
  }

  drafts(owner: string, kind?: string): Promise<DraftSummary[]> {
    return orUnavailable(this.#drafts.list(owner, kind));
  }

  /** Throws `draft-unknown`. */
  async draft(owner: string, id: string): Promise<Draft> {
    const found = await orUnavailable(this.#drafts.find(owner, id));
    if (!found) throw unknownDraft(id);
    return found;
  }

  /** Keeps a draft; `madeOn` is the revision that the change was made on, 0 for a new one. */
  keepDraft(owner: string, draft: NewDraft, madeOn: number): Promise<DraftSummary> {
    return orUnavailable(this.#drafts.put(owner, draft, madeOn, this.clock()));
  }

  removeDraft(owner: string, id: string): Promise<void> {
    return orUnavailable(this.#drafts.remove(owner, id));
  }

  /** How somebody wants to see the pages, as JSON; nothing when they never said. */
  async preferences(owner: string): Promise<string | undefined> {
    const row = await orUnavailable(
      this.#database.get('SELECT content FROM preferences WHERE owner = ?', owner),
    );
    return row && String(row['content']);
  }

  async keepPreferences(owner: string, content: string): Promise<void> {
    const kept = this.#database.run(
      `INSERT INTO preferences (owner, content) VALUES (?, ?)
       ON CONFLICT (owner) DO UPDATE SET content = excluded.content`,
      ...[owner, content],
    );
    await orUnavailable(kept);
  }

  /** Where the log ended when somebody looked at an organisation before this visit. */
  lastVisit(visitor: Visitor): Promise<LastVisit | undefined> {
    return orUnavailable(this.#visits.before(visitor, this.clock()));
  }

  visit(visitor: Visitor, position: string): Promise<void> {
    return orUnavailable(this.#visits.see(visitor, position, this.clock()));
  }

  /** Forgets what somebody kept, not what they were refused. */
  forget(owner: string): Promise<void> {
    const forgotten = this.#database.transaction(async () => {
      for (const table of ['drafts', 'preferences', 'visits'])
        await this.#database.run(`DELETE FROM ${table} WHERE owner = ?`, owner);
    });
    return orUnavailable(forgotten);
  }

  recordAttempt(attempt: Attempt): Promise<void> {
    return orUnavailable(this.#attempts.record(attempt));
  }

  /** A page of refused attempts, the newest first. */
  attempts(page: AttemptPage): Promise<RecordedAttempt[]> {
    return orUnavailable(this.#attempts.list(page));
  }

  /** Removes attempts that are older than the retention; answers how many. */
  prune(): Promise<number> {
    return orUnavailable(this.#attempts.prune(Date.parse(this.clock()) - this.#days * DAY_MS));
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

async function orUnavailable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof RefusalError) throw cause;
    throw refuse('desk-unavailable', 'The desk cannot be reached now; try again later.', { cause });
  }
}
