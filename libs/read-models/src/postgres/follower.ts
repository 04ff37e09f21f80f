import type { EventStore, Position, RecordedEvent } from '#event-store';
import { backOff, codeOf, isUnavailable, messageOf, type Pool } from '#postgres';
import { PAGE } from '../log-reader.ts';
import { NotSettled, stoppedBy } from '../not-settled.ts';
import { ProjectionStopped } from '../projection-stopped.ts';
import type { LastRead } from '../projections-file.ts';
import type { Outcome } from './registry.ts';
import type { ProjectorObserver, Standing } from './standing.ts';
import type { FoldedPage, WorkingCopy } from './working-copy.ts';
import { writePage, type Written } from './write-page.ts';

export interface FollowerOptions {
  readonly pool: Pool;
  readonly store: Pick<EventStore, 'readAll'>;
  readonly copy: WorkingCopy;
  readonly schema: string;
  readonly standing: Standing;
  readonly observer: ProjectorObserver;
  readonly signal: AbortSignal;
}

/** Data that the tables do not take: out of range, against a constraint, too large. Trying again does not help. */
const isRefused = (error: unknown): boolean => /^(?:22|23|54)/.test(codeOf(error) ?? '');

/** Takes pages of the log to the working copy and to one schema in PostgreSQL, both or none. */
export class Follower {
  readonly #options: FollowerOptions;
  /** Events to take one by one, since a page with them was refused. */
  #singly = 0;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /**
   * Takes the next page; `idle` when there is none. After `advanced` and `same` both sides stand behind it, after the
   * other outcomes the page was taken back. Throws `ProjectionStopped`.
   */
  async next(): Promise<{ readonly outcome: Outcome | 'idle' | 'refused'; readonly isFull: boolean }> {
    const { copy } = this.#options;
    const limit = this.#singly > 0 ? 1 : PAGE;
    const events = await this.#pageAfter(copy.lastRead, limit);
    if (events.length === 0) return { outcome: 'idle', isFull: false };
    const folded = this.#fold(copy, events);
    if (folded === 'refused') return { outcome: folded, isFull: events.length === limit };
    if (folded instanceof ProjectionStopped) throw folded;
    const outcome = await this.#settle(folded);
    if (folded.stopped && (outcome === 'advanced' || outcome === 'same')) throw folded.stopped;
    return { outcome, isFull: events.length === limit };
  }

  /** `refused` where it is to be found out which event of the page cannot be written. */
  #fold(copy: WorkingCopy, events: readonly RecordedEvent[]): ReturnType<WorkingCopy['fold']> | 'refused' {
    try {
      return copy.fold(events);
    } catch (error) {
      if (!(error instanceof NotSettled)) throw error;
      if (events.length === 1) return stoppedBy(events[0] as RecordedEvent, error);
      this.#singly = events.length;
      return 'refused';
    }
  }

  async #pageAfter(last: LastRead | undefined, limit: number): Promise<RecordedEvent[]> {
    const after = last === undefined ? {} : { after: String(last.position) as Position };
    const events: RecordedEvent[] = [];
    for await (const event of this.#options.store.readAll({ ...after, limit })) events.push(event);
    return events;
  }

  /** Writes a page that was folded; the working copy keeps it only when PostgreSQL has it. */
  async #settle(folded: FoldedPage): Promise<Outcome | 'refused'> {
    const { standing, schema, observer } = this.#options;
    const { staged, events } = folded;
    const startedAt = Date.now();
    let written: Written;
    try {
      written = await this.#write(folded);
    } catch (error) {
      staged.rollback();
      if (!isRefused(error)) throw error;
      if (events.length === 1) throw new ProjectionStopped(events[0] as RecordedEvent, error);
      this.#singly = events.length;
      return 'refused';
    }
    const { outcome, rows } = written;
    if (outcome === 'advanced' || outcome === 'same') {
      staged.commit();
      this.#singly = Math.max(0, this.#singly - events.length);
      standing.set(standing.now.state === 'building' ? 'building' : 'following', {
        schema,
        lastRead: staged.to,
      });
    } else {
      staged.rollback();
      observer.lost?.(outcome);
    }
    observer.page?.({ schema, outcome, rows, events, startedAt });
    return outcome;
  }

  /** Tries until PostgreSQL has answered. The checkpoint says whether an attempt without an answer was committed. */
  async #write({ staged, from, changes }: FoldedPage): Promise<Written> {
    const { pool, schema, standing, signal } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await writePage(pool, { schema, from, to: staged.to, changes });
      } catch (error) {
        if (!isUnavailable(error) || signal.aborted) throw error;
        if (standing.now.state !== 'building') standing.set('disconnected', { detail: messageOf(error) });
        await backOff(attempt, signal);
        signal.throwIfAborted();
      }
    }
  }
}
