import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { RefusalError } from '#kernel';
import type { Attempt, AttemptPage, RecordedAttempt } from './attempts/attempt.ts';
import { Attempts } from './attempts/attempts.ts';
import type { Draft, DraftSummary, NewDraft } from './drafts/draft.ts';
import { Drafts, unknownDraft } from './drafts/drafts.ts';
import { openDeskFile } from './open-desk-file.ts';
import { refuse } from './refusals.ts';
import { type LastVisit, Visits } from './visits.ts';

const DAY_MS = 86_400_000;

export interface DeskOptions {
  /** Path of the file, made when missing. */
  readonly file: string;
  /** How many days refused attempts are kept. */
  readonly days: number;
  readonly clock: () => Instant;
}

/** What people keep while they work. Everything belongs to one person and is shown to them alone, but attempts. */
export class Desk {
  readonly clock: () => Instant;
  readonly #database: DatabaseSync;
  readonly #days: number;
  readonly #drafts: Drafts;
  readonly #visits: Visits;
  readonly #attempts: Attempts;

  private constructor(database: DatabaseSync, { days, clock }: DeskOptions) {
    this.clock = clock;
    this.#database = database;
    this.#days = days;
    this.#drafts = new Drafts(database);
    this.#visits = new Visits(database);
    this.#attempts = new Attempts(database);
  }

  /** Opens the desk and removes attempts older than the retention. Throws the refusals of `deskRefusals`. */
  static open(options: DeskOptions): Desk {
    const database = openDeskFile(options.file);
    try {
      const desk = new Desk(database, options);
      desk.prune();
      return desk;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** How many days refused attempts are kept. */
  get attemptDays(): number {
    return this.#days;
  }

  drafts(owner: string, kind?: string): DraftSummary[] {
    return this.#orUnavailable(() => this.#drafts.list(owner, kind));
  }

  /** Throws `draft-unknown`. */
  draft(owner: string, id: string): Draft {
    const found = this.#orUnavailable(() => this.#drafts.find(owner, id));
    if (!found) throw unknownDraft(id);
    return found;
  }

  /** Keeps a draft; `madeOn` is the revision that the change was made on, 0 for a new one. */
  keepDraft(owner: string, draft: NewDraft, madeOn: number): DraftSummary {
    return this.#orUnavailable(() => this.#drafts.put(owner, draft, madeOn, this.clock()));
  }

  removeDraft(owner: string, id: string): void {
    this.#orUnavailable(() => this.#drafts.remove(owner, id));
  }

  /** How somebody wants to see the pages, as JSON; nothing when they never said. */
  preferences(owner: string): string | undefined {
    const row = this.#orUnavailable(() =>
      this.#database.prepare('SELECT content FROM preferences WHERE owner = ?').get(owner),
    );
    return row && String(row['content']);
  }

  keepPreferences(owner: string, content: string): void {
    this.#orUnavailable(() =>
      this.#database.prepare('INSERT OR REPLACE INTO preferences VALUES (?, ?)').run(owner, content),
    );
  }

  /** Where the log ended when somebody looked before this visit. */
  lastVisit(owner: string): LastVisit | undefined {
    return this.#orUnavailable(() => this.#visits.before(owner, this.clock()));
  }

  visit(owner: string, position: string): void {
    this.#orUnavailable(() => this.#visits.see(owner, position, this.clock()));
  }

  /** Forgets what somebody kept, not what they were refused. */
  forget(owner: string): void {
    this.#orUnavailable(() => {
      for (const table of ['drafts', 'preferences', 'visits'])
        this.#database.prepare(`DELETE FROM ${table} WHERE owner = ?`).run(owner);
    });
  }

  recordAttempt(attempt: Attempt): void {
    this.#orUnavailable(() => this.#attempts.record(attempt));
  }

  /** A page of refused attempts, the newest first. */
  attempts(page: AttemptPage): RecordedAttempt[] {
    return this.#orUnavailable(() => this.#attempts.list(page));
  }

  /** Removes attempts that are older than the retention; answers how many. */
  prune(): number {
    return this.#orUnavailable(() => this.#attempts.prune(Date.parse(this.clock()) - this.#days * DAY_MS));
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #orUnavailable<T>(run: () => T): T {
    try {
      return run();
    } catch (cause) {
      if (cause instanceof RefusalError) throw cause;
      throw refuse('desk-unavailable', 'The desk cannot be reached now; try again later.', { cause });
    }
  }
}
