import type { CivilDate } from './calendar.ts';
import type { EventCatalogue, StoredEvent } from './catalogue.ts';
import type { DomainEvent } from './event.ts';

/**
 * Reads events as a catalogue does, and knows the newest version of each type alone: where an event is of another one, or of
 * none, the whole catalogue is asked, which takes its time and its memory to be loaded.
 */
export class NewestForms {
  readonly #versions: ReadonlyMap<string, number>;
  readonly #whole: () => Pick<EventCatalogue, 'read'>;

  constructor(versions: ReadonlyMap<string, number>, whole: () => Pick<EventCatalogue, 'read'>) {
    this.#versions = versions;
    this.#whole = whole;
  }

  /** A stored event in the newest form. Throws `UnreadableEvent`. */
  read(stored: StoredEvent): DomainEvent {
    const { type, schemaVersion, data, metadata } = stored;
    if (this.#versions.get(type) !== schemaVersion) return this.#whole().read(stored);
    return { type, data, effectiveOn: metadata.effectiveOn as CivilDate };
  }
}
