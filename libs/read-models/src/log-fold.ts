import type { Position, ScannedEvent } from '#event-store';
import { isOfTheMachine } from '#event-store/folding';
import { type EventCatalogue, type FiscalCalendar, UnreadableEvent } from '#kernel/folding';
import { OrganisationQueries } from './organisations/organisations.ts';
import { ProjectedEvent } from './projected-event.ts';
import { ProjectionStopped } from './projection-stopped.ts';
import type { ProjectionTables, StagedPage } from './projections-file.ts';
import { StreamPlaces } from './stream-place.ts';

/** Takes pages of events to tables; the same code for live and for a rebuild. */
export class LogFold {
  readonly #catalogue: Pick<EventCatalogue, 'read'>;
  readonly #places = new StreamPlaces();
  readonly #calendars = new Map<string, FiscalCalendar>();

  constructor(catalogue: Pick<EventCatalogue, 'read'>) {
    this.#catalogue = catalogue;
  }

  /** Applies a page, of one event at least, and leaves the decision over it open. Throws `ProjectionStopped`. */
  stage(file: ProjectionTables, from: bigint | undefined, page: readonly ScannedEvent[]): StagedPage {
    const { position, id: eventId } = page.at(-1) as { position: Position; id: string };
    return file.stage(from, { position: BigInt(position), eventId }, () => {
      for (const recorded of page) this.#applyOne(file, recorded);
    });
  }

  #applyOne(file: ProjectionTables, recorded: ScannedEvent): void {
    let reached: string | undefined;
    try {
      const event = this.#catalogue.read(recorded);
      const place = this.#places.of(recorded.stream);
      const { category, organisation } = place;
      const calendar = category === 'organisation' ? undefined : this.#calendarOf(file, organisation);
      const projected = new ProjectedEvent(recorded, event, place, calendar);
      for (const { projection, writer } of file.writers) {
        reached = projection.name;
        if (!writer.categories || writer.categories.has(category)) writer.apply(projected);
      }
    } catch (error) {
      // A full disk says nothing of the event.
      if (isOfTheMachine(error)) throw error;
      throw new ProjectionStopped(recorded, error, reached);
    }
  }

  #calendarOf(file: ProjectionTables, organisation: string): FiscalCalendar {
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
