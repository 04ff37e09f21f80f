import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import type { EventCatalogue } from '#kernel';
import { LogFold } from './log-fold.ts';
import { NotSettled, stoppedBy } from './not-settled.ts';
import { ProjectionStopped } from './projection-stopped.ts';
import type { ProjectionTables, StagedPage } from './projections-file.ts';

/** Events in one transaction of PostgreSQL: few enough that queries are answered in between. */
export const PAGE = 1_000;

/**
 * Events that are taken at one go: some milliseconds, in which nothing else is answered. They are read at one go, too:
 * what is read ahead outlives the young generation of the heap, which doubles what the memory costs.
 */
const SLICE = 200;

export interface LogReaderOptions {
  readonly store: Pick<EventStore, 'readPages'>;
  readonly catalogue: EventCatalogue;
}

/** As much of an event as is heard of it once it is taken to the read models. */
export interface PageEvent extends Pick<RecordedEvent, 'position' | 'recordedAt'> {
  readonly metadata: Pick<RecordedEvent['metadata'], 'correlationId' | 'commandId'>;
}

/** Hears of every page that was taken to the read models; moments in milliseconds since 1970. */
export type OnPage = (page: readonly PageEvent[], startedAt: number, endedAt: number) => void;

/** What stands on a page before the event that stopped it. */
export const eventsBefore = (page: readonly RecordedEvent[], stop: ProjectionStopped): RecordedEvent[] =>
  page.slice(
    0,
    page.findIndex(({ position }) => position === stop.position),
  );

/** Takes the events of the log to the tables, page by page, and lets others have their turn in between. */
export class LogReader {
  readonly #store: Pick<EventStore, 'readPages'>;
  readonly #fold: LogFold;

  constructor({ store, catalogue }: LogReaderOptions) {
    this.#store = store;
    this.#fold = new LogFold(catalogue);
  }

  /** Reads on from the checkpoint of a file to the end of the log, or up to a position. */
  async read(
    file: ProjectionTables,
    {
      upTo,
      progress,
      onPage,
    }: {
      upTo?: bigint | undefined;
      progress?: ((events: number) => void) | undefined;
      onPage?: OnPage | undefined;
    } = {},
  ): Promise<void> {
    let checkpoint = file.resume();
    let events = 0;
    const options = {
      pageEvents: SLICE,
      ...(checkpoint === undefined ? {} : { after: String(checkpoint) as Position }),
      ...(upTo === undefined ? {} : { upTo: String(upTo) as Position }),
    };
    for await (const page of this.#store.readPages(options)) {
      for (let from = 0; from < page.length; from += SLICE) {
        const slice = page.slice(from, from + SLICE);
        const startedAt = Date.now();
        this.#apply(file, checkpoint, slice);
        onPage?.(slice, startedAt, Date.now());
        checkpoint = BigInt((slice.at(-1) as RecordedEvent).position);
        events += slice.length;
        progress?.(events);
        if (slice.length === SLICE) await nextTurn();
      }
    }
  }

  /** The position of the newest event; nothing in an empty log. */
  async head(): Promise<bigint | undefined> {
    for await (const [event] of this.#store.readPages({ direction: 'backwards', limit: 1 }))
      return event && BigInt(event.position);
    return undefined;
  }

  /** Whether there are at least so many events. */
  async isLong(events: number): Promise<boolean> {
    let found = 0;
    for await (const page of this.#store.readPages({ limit: events })) found += page.length;
    return found >= events;
  }

  /** Whether the log is the one that a file was read from: an older copy may have been put in its place. */
  async continues({ lastRead }: ProjectionTables): Promise<boolean> {
    if (!lastRead) return true;
    const upTo = String(lastRead.position) as Position;
    for await (const [event] of this.#store.readPages({ upTo, direction: 'backwards', limit: 1 })) {
      return event?.position === upTo && event.id === lastRead.eventId;
    }
    return false;
  }

  /** All of a page, or what stands before the event that cannot be handled. */
  #apply(file: ProjectionTables, from: bigint | undefined, page: readonly RecordedEvent[]): void {
    try {
      this.#applyAll(file, from, page);
    } catch (error) {
      if (!file.takesBack) throw error;
      if (error instanceof NotSettled) return this.#applyOneByOne(file, from, page);
      if (!(error instanceof ProjectionStopped)) throw error;
      this.#apply(file, from, eventsBefore(page, error));
      throw error;
    }
  }

  /** Finds the event that is to blame for a page that could not be written. */
  #applyOneByOne(file: ProjectionTables, from: bigint | undefined, page: readonly RecordedEvent[]): void {
    let last = from;
    for (const event of page) {
      try {
        this.#applyAll(file, last, [event]);
      } catch (error) {
        throw error instanceof NotSettled ? stoppedBy(event, error) : error;
      }
      last = BigInt(event.position);
    }
  }

  #applyAll(file: ProjectionTables, from: bigint | undefined, page: readonly RecordedEvent[]): void {
    if (page.length > 0) this.stage(file, from, page).commit();
  }

  /** Applies a page, of one event at least, and leaves the decision over it open. Throws `ProjectionStopped`. */
  stage(file: ProjectionTables, from: bigint | undefined, page: readonly RecordedEvent[]): StagedPage {
    return this.#fold.stage(file, from, page);
  }
}
