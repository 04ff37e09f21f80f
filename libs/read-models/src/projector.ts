import { renameSync } from 'node:fs';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import { type EventCatalogue, type FiscalCalendar, UnreadableEvent } from '#kernel';
import { OrganisationQueries } from './organisations/organisations.ts';
import { categoryOf, organisationOf, type Projection } from './projection.ts';
import { ProjectionsFile, removeDatabase } from './projections-file.ts';

const PAGE = 5_000;

/** A projection met an event that it cannot handle: it stopped there and skips nothing. */
export class ProjectionStopped extends Error {
  readonly position: string;

  constructor(event: RecordedEvent, cause: unknown) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    super(
      `the read models stopped at position ${event.position} (${event.type} in ${event.stream}): ${detail}`,
      {
        cause,
      },
    );
    this.name = 'ProjectionStopped';
    this.position = event.position;
  }
}

export interface RebuiltProjection {
  readonly name: string;
  readonly version: number;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly equal: boolean;
}

export interface ProjectorOptions {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly projections: readonly Projection[];
  readonly path: string;
}

/** Keeps the read models in step with the log: one page, one transaction, one moved checkpoint. */
export class Projector {
  readonly #options: ProjectorOptions;
  #file: ProjectionsFile;
  #running: Promise<void> | undefined;
  #stopped: ProjectionStopped | undefined;
  readonly #calendars = new Map<string, FiscalCalendar>();
  #listeners: (() => void)[] = [];

  constructor(options: ProjectorOptions) {
    this.#options = options;
    this.#file = ProjectionsFile.open(options.path, options.projections);
  }

  get database() {
    return this.#file.database;
  }

  get checkpoint(): bigint | undefined {
    return this.#file.checkpoint;
  }

  /** Why the read models stand still; nothing while they move. */
  get stopped(): ProjectionStopped | undefined {
    return this.#stopped;
  }

  /** Called when a rebuild has put another file in place; statements prepared before are void. */
  onReplaced(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Reads everything that is in the log. Calls made meanwhile share one run and then look again. */
  async catchUp(): Promise<void> {
    while (this.#running) await this.#running;
    this.#running = this.#read(this.#file).finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  /** Builds all read models beside the present ones, compares control totals, and puts the new ones in place. */
  async rebuild(progress?: (events: number) => void): Promise<RebuiltProjection[]> {
    await this.catchUp();
    while (this.#running) await this.#running;
    const work = this.#replace(progress);
    this.#running = work.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await work;
    } finally {
      this.#running = undefined;
    }
  }

  close(): void {
    this.#file.close();
  }

  async #replace(progress?: (events: number) => void): Promise<RebuiltProjection[]> {
    const { path, projections } = this.#options;
    const beside = `${path}.rebuild`;
    removeDatabase(beside);
    const before = this.#file.controlTotals();
    const upTo = this.#file.checkpoint;
    const fresh = ProjectionsFile.open(beside, projections);
    try {
      await this.#read(fresh, { upTo, progress });
      const after = fresh.controlTotals();
      // Everything is in the file itself before the name moves; the old one stays until then.
      fresh.database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
      fresh.close();
      this.#file.close();
      removeDatabase(path);
      renameSync(beside, path);
      return projections.map(({ name, version }) => ({
        name,
        version,
        before: before[name] ?? {},
        after: after[name] ?? {},
        equal: JSON.stringify(before[name]) === JSON.stringify(after[name]),
      }));
    } catch (error) {
      fresh.close();
      removeDatabase(beside);
      throw error;
    } finally {
      this.#file = ProjectionsFile.open(path, projections);
      for (const listener of this.#listeners) listener();
    }
  }

  async #read(
    file: ProjectionsFile,
    limits: { upTo?: bigint | undefined; progress?: ((events: number) => void) | undefined } = {},
  ): Promise<void> {
    let checkpoint = file.checkpoint;
    let page: RecordedEvent[] = [];
    let events = 0;
    const flush = () => {
      if (page.length === 0) return;
      checkpoint = this.#apply(file, checkpoint, page);
      events += page.length;
      limits.progress?.(events);
      page = [];
    };
    const after = checkpoint === undefined ? {} : { after: String(checkpoint) as Position };
    const upTo = limits.upTo === undefined ? {} : { upTo: String(limits.upTo) as Position };
    for await (const event of this.#options.store.readAll({ ...after, ...upTo })) {
      page.push(event);
      if (page.length >= PAGE) flush();
    }
    flush();
    this.#stopped = undefined;
  }

  #apply(file: ProjectionsFile, from: bigint | undefined, page: readonly RecordedEvent[]): bigint {
    const last = page.at(-1) as RecordedEvent;
    const to = BigInt(last.position);
    file.advance(from, to, () => {
      for (const recorded of page) this.#applyOne(file, recorded);
    });
    return to;
  }

  #applyOne(file: ProjectionsFile, recorded: RecordedEvent): void {
    try {
      const event = this.#options.catalogue.read(recorded);
      const category = categoryOf(recorded.stream);
      const organisation = organisationOf(recorded.stream);
      const calendar = category === 'organisation' ? undefined : this.#calendarOf(file, organisation);
      const projected = { recorded, event, position: BigInt(recorded.position), organisation, calendar };
      for (const { writer } of file.writers) {
        if (!writer.categories || writer.categories.has(category)) writer.apply(projected);
      }
    } catch (error) {
      this.#stopped = new ProjectionStopped(recorded, error);
      throw this.#stopped;
    }
  }

  #calendarOf(file: ProjectionsFile, organisation: string): FiscalCalendar {
    let calendar = this.#calendars.get(organisation);
    if (!calendar) {
      const registered = new OrganisationQueries(file.database).list();
      calendar = registered.find((row) => row.organisation === organisation)?.calendar;
      if (!calendar)
        throw new UnreadableEvent(`the organisation ${organisation} is not registered before this event`);
      this.#calendars.set(organisation, calendar);
    }
    return calendar;
  }
}
